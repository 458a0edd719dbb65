//! Closing the window: asks first where something would be lost, by Ctrl+Q or by the window's own button. Where there is
//! a status item, the button also asks whether Hearth is to go on without its window; Ctrl+Q always means the end.
//!
//! What an ephemeral room holds lives in memory only; closing ends it.

use egui::{Id, Key, Modifiers, Ui};

use super::{Action, Out};
use crate::engine::snapshot::{ProfileState, RoomState, Snapshot};
use crate::ui::look::Look;
use crate::ui::screens::{View, charter};
use crate::ui::widgets::button::{Button, Kind};
use crate::ui::widgets::dialog;

/// What closing the window may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Leaving {
    /// Nothing is kept anyway.
    Freely,
    /// Hearth ends with its window.
    Quits,
    /// Hearth can go on without it: there is a status item to call it back.
    ToBackground,
}

/// Which question stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Question {
    /// Something would be lost.
    Lose,
    /// Go on in the background, or end.
    Background,
}

/// What the person chose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Choice {
    Stay,
    Background,
    Go,
}

/// Whether a question stands, and whether it was answered.
#[derive(Default)]
pub(super) struct Closing {
    question: Option<Question>,
    agreed: bool,
    quit: bool,
    /// The window's own button was pressed.
    pressed: bool,
}

impl Closing {
    /// Ends as Ctrl+Q does, at the next frame.
    pub const fn quit(&mut self) {
        self.quit = true;
    }

    /// Ends without a question.
    pub const fn agree(&mut self) {
        self.agreed = true;
    }

    /// Whether Hearth is to end, and every question was answered.
    pub const fn agreed(&self) -> bool {
        self.agreed
    }

    /// The window's own button was pressed. Whether there is something to ask first: it is asked with the next frame.
    pub fn press(&mut self, snapshot: &Snapshot, leaving: Leaving) -> bool {
        let asks = question(snapshot, leaving, false).is_some();
        self.pressed |= asks;
        self.agreed |= !asks;
        asks
    }

    pub fn show(&mut self, ui: &mut Ui, view: &View<'_>, leaving: Leaving, out: &mut Out) {
        let shortcut = ui.input_mut(|i| i.consume_key(Modifiers::COMMAND, Key::Q));
        let quit = shortcut || std::mem::take(&mut self.quit);
        let button = std::mem::take(&mut self.pressed);
        if (quit || button) && !self.agreed {
            self.question = question(view.snapshot, leaving, quit);
            if self.question.is_none() {
                self.agreed = true;
                out.push(Action::Close);
            }
        }
        if let Some(question) = self.question {
            self.ask(ui, view, question, out);
        }
    }

    fn ask(&mut self, ui: &Ui, view: &View<'_>, question: Question, out: &mut Out) {
        let look = &view.look;
        let lost = would_lose(view.snapshot).then(|| look.t("closing-text"));
        let text = match question {
            Question::Lose => lost.unwrap_or_default(),
            Question::Background => {
                let background = look.t("closing-background-text");
                lost.map_or_else(|| background.clone(), |lost| format!("{background}\n{lost}"))
            }
        };
        let words = (look.t("closing-title"), text);
        let answer =
            dialog::show(ui, look, Id::unique("closing"), (&words.0, &words.1), |ui| answers(ui, look, question));
        match answer.inner {
            Some(Choice::Go) => {
                self.agreed = true;
                out.push(Action::Close);
            }
            Some(Choice::Background) => out.push(Action::Background),
            Some(Choice::Stay) | None => {}
        }
        if answer.inner.is_some() || answer.closed {
            self.question = None;
        }
    }
}

/// The safest answer first.
fn answers(ui: &mut Ui, look: &Look<'_>, question: Question) -> Option<Choice> {
    let (stay, go) = (look.t("closing-stay"), Kind::Danger);
    match question {
        Question::Lose => {
            let stay = Button::primary(&stay).show(ui, look).clicked();
            let gone = Button::new(&look.t("closing-go")).kind(go).show(ui, look).clicked();
            gone.then_some(Choice::Go).or_else(|| stay.then_some(Choice::Stay))
        }
        Question::Background => {
            let on = Button::primary(&look.t("closing-background")).show(ui, look).clicked();
            let stay = Button::new(&stay).show(ui, look).clicked();
            let gone = Button::new(&look.t("closing-quit")).kind(go).show(ui, look).clicked();
            let kept = on.then_some(Choice::Background).or_else(|| stay.then_some(Choice::Stay));
            gone.then_some(Choice::Go).or(kept)
        }
    }
}

/// What is to be asked before Hearth ends.
fn question(snapshot: &Snapshot, leaving: Leaving, quit: bool) -> Option<Question> {
    let lose = leaving != Leaving::Freely && would_lose(snapshot);
    match (leaving, quit) {
        (Leaving::ToBackground, false) => Some(Question::Background),
        _ => lose.then_some(Question::Lose),
    }
}

fn would_lose(snapshot: &Snapshot) -> bool {
    let alive = matches!(snapshot.profile.state, ProfileState::Open | ProfileState::Hidden);
    alive
        && snapshot.rooms.iter().any(|room| {
            room.state == RoomState::Joined && room.last.is_some() && room.charter.as_ref().is_some_and(charter::passes)
        })
}
