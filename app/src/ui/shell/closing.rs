//! Closing the window: asks first where something would be lost, by Ctrl+Q or by the window's own button.
//!
//! What an ephemeral room holds lives in memory only; closing ends it.

use egui::{Id, Key, Modifiers, Ui, ViewportCommand};

use super::{Action, Out};
use crate::engine::snapshot::{ProfileState, RoomState, Snapshot};
use crate::ui::screens::{View, charter};
use crate::ui::widgets::button::{Button, Kind};
use crate::ui::widgets::dialog;

/// Whether the question stands, and whether it was answered.
#[derive(Default)]
pub(super) struct Closing {
    asking: bool,
    agreed: bool,
}

impl Closing {
    pub fn show(&mut self, ui: &mut Ui, view: &View<'_>, out: &mut Out) {
        let shortcut = ui.input_mut(|i| i.consume_key(Modifiers::COMMAND, Key::Q));
        let button = ui.input(|i| i.viewport().close_requested());
        if (shortcut || button) && !self.agreed {
            if would_lose(view.snapshot) {
                self.asking = true;
                ui.ctx().send_viewport_cmd(ViewportCommand::CancelClose);
            } else if shortcut {
                out.push(Action::Close);
            }
        }
        if self.asking {
            self.ask(ui, view, out);
        }
    }

    fn ask(&mut self, ui: &Ui, view: &View<'_>, out: &mut Out) {
        let look = &view.look;
        let words = (look.t("closing-title"), look.t("closing-text"));
        let answer = dialog::show(ui, look, Id::unique("closing"), (&words.0, &words.1), |ui| {
            let stay = Button::primary(&look.t("closing-stay")).show(ui, look).clicked();
            let go = Button::new(&look.t("closing-go")).kind(Kind::Danger).show(ui, look).clicked();
            (stay, go)
        });
        let (stay, go) = answer.inner;
        if go {
            self.agreed = true;
            out.push(Action::Close);
        }
        self.asking = !(stay || go || answer.closed);
    }
}

fn would_lose(snapshot: &Snapshot) -> bool {
    let alive = matches!(snapshot.profile.state, ProfileState::Open | ProfileState::Hidden);
    alive
        && snapshot.rooms.iter().any(|room| {
            room.state == RoomState::Joined && room.last.is_some() && room.charter.as_ref().is_some_and(charter::passes)
        })
}
