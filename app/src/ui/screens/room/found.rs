//! Making a room: a name, what is kept, who may enter, and one's own rules. The simple view asks one after the other.

use egui::{Id, Ui};

use crate::engine::command::{Command, Room};
use crate::ui::screens::{View, charter, profile::stepper};
use crate::ui::shell::{Asked, Out, Route};
use crate::ui::text::edit::Editor;
use crate::ui::text::{Icon, Style};
use crate::ui::widgets::banner::{self, Tone};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::field::Field;
use crate::ui::widgets::{choice, label, page};

/// The last question.
const LAST: usize = 3;

/// What is typed and chosen so far.
pub struct NewRoom {
    title: Editor,
    rules: Editor,
    kind: charter::Kind,
    knock: Option<bool>,
    /// Which question the simple view asks.
    asking: usize,
    busy: bool,
    fault: Option<String>,
}

impl Default for NewRoom {
    fn default() -> Self {
        let title = Editor::line(Style::BODY, 200);
        let rules = Editor::lines(Style::BODY, 4096);
        Self { title, rules, kind: charter::Kind::default(), knock: None, asking: 0, busy: false, fault: None }
    }
}

impl NewRoom {
    /// The engine said no.
    pub fn refused(&mut self, said: String) {
        self.busy = false;
        self.fault = Some(said);
    }

    /// Draws the page.
    pub fn show(&mut self, ui: &mut Ui, view: &View<'_>, out: &mut Out) {
        let look = &view.look;
        let simple = look.display.simple;
        let asking = if simple { self.asking } else { 0 };
        // A page per question, so that each begins at its top.
        let id = format!("new-room-{asking}");
        let content = |ui: &mut Ui, (me, out): &mut (&mut Self, &mut Out)| me.ask(ui, view, out, asking);
        let foot = |ui: &mut Ui, (me, out): &mut (&mut Self, &mut Out)| {
            if simple && asking < LAST {
                me.on(ui, view);
            } else {
                me.finish(ui, view, out);
            }
        };
        page::footed(ui, look, &id, &mut (self, out), (content, foot));
    }

    /// Everything, or in the simple view the one question.
    fn ask(&mut self, ui: &mut Ui, view: &View<'_>, out: &mut Out, asking: usize) {
        let look = &view.look;
        let simple = look.display.simple;
        if page::head(ui, look, &look.t("new-room-title"), true) {
            match self.asking.checked_sub(1).filter(|_| simple) {
                Some(before) => self.asking = before,
                None => out.go(Route::Rooms),
            }
        }
        if simple {
            stepper(ui, look, (asking as u64 + 1, LAST as u64 + 1));
        }
        let asks = |question: usize| !simple || asking == question;
        if asks(0) {
            let (name, hint) = (look.t("new-room-name"), look.t("new-room-name-hint"));
            Field::new(&name).hint(&hint).show(ui, look, Id::unique("new-room-title"), &mut self.title);
        }
        if asks(1) {
            self.kept(ui, view);
        }
        if asks(2) {
            self.entry(ui, view);
        }
        if asks(LAST) {
            self.rules(ui, view);
        }
    }

    fn kept(&mut self, ui: &mut Ui, view: &View<'_>) {
        let look = &view.look;
        page::part(ui, look, &look.t("new-room-kept"));
        for kind in charter::Kind::ALL {
            let (icon, title, meaning) = kind.words();
            if choice::show(ui, look, icon, &look.t(title), &look.t(meaning), self.kind == kind).clicked() {
                self.kind = kind;
            }
        }
    }

    fn rules(&mut self, ui: &mut Ui, view: &View<'_>) {
        let look = &view.look;
        page::part(ui, look, &look.t("new-room-rules"));
        let (name, hint) = (look.t("new-room-rules-name"), look.t("new-room-rules-hint"));
        let id = Id::unique("new-room-rules");
        Field::new(&name).hint(&hint).lines(5).show(ui, look, id, &mut self.rules);
        label::with_icon(ui, look, Icon::Info, look.tokens.ink3, &look.t("charter-address"), Style::LABEL);
    }

    /// On to the next question of the simple view.
    fn on(&mut self, ui: &mut Ui, view: &View<'_>) {
        let look = &view.look;
        let missing = self.title.text().trim().is_empty();
        if missing {
            label::hint(ui, look, &look.t("new-room-missing"));
        }
        let next = look.t("welcome-next");
        if Button::primary(&next).enabled(!missing).wide().show(ui, look).clicked() && !missing {
            self.asking += 1;
        }
    }

    fn entry(&mut self, ui: &mut Ui, view: &View<'_>) {
        let look = &view.look;
        page::part(ui, look, &look.t("new-room-entry"));
        let knock = self.knocks();
        let entries = [
            (true, Icon::Hand, "entry-knock", "entry-knock-meaning"),
            (false, Icon::DoorOpen, "entry-direct", "entry-direct-meaning"),
        ];
        for (value, icon, title, meaning) in entries {
            if choice::show(ui, look, icon, &look.t(title), &look.t(meaning), knock == value).clicked() {
                self.knock = Some(value);
            }
        }
    }

    /// Support rooms open on a knock unless the person chose otherwise; care rooms at once.
    fn knocks(&self) -> bool {
        self.knock.unwrap_or(self.kind != charter::Kind::Record)
    }

    fn finish(&mut self, ui: &mut Ui, view: &View<'_>, out: &mut Out) {
        let look = &view.look;
        if let Some(fault) = &self.fault {
            banner::show(ui, look, Tone::Danger, fault);
        }
        let title = self.title.text().trim().to_owned();
        let ready = !title.is_empty() && !self.busy;
        if title.is_empty() {
            label::hint(ui, look, &look.t("new-room-missing"));
        }
        let key = if self.busy { "new-room-busy" } else { "new-room-go" };
        if Button::primary(&look.t(key)).enabled(ready).wide().show(ui, look).clicked() {
            self.busy = true;
            self.fault = None;
            let charter = self.kind.request(&self.rules.text(), self.knocks());
            out.ask(Command::Room(Room::Create { title: title.into(), charter, name: None }), Asked::NewRoom);
        }
    }
}
