//! Closing the window: asks first where something would be lost, by Ctrl+Q or by the window's own button.
//!
//! What an ephemeral room holds lives in memory only; closing ends it.

use egui::{Id, Key, Modal, Modifiers, Ui, ViewportCommand};

use super::{Action, Out};
use crate::engine::snapshot::{ProfileState, RoomState, Snapshot};
use crate::ui::screens::{View, charter};
use crate::ui::text::Style;
use crate::ui::theme::space;
use crate::ui::widgets::button::{Button, Kind};
use crate::ui::widgets::{card, label};

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
        let modal = Modal::new(Id::unique("closing")).frame(egui::Frame::NONE).backdrop_color(backdrop());
        let answer = modal.show(ui.ctx(), |ui| {
            ui.set_width(420.0_f32.min(ui.ctx().content_rect().width() - 48.0));
            card::show(ui, look, |ui| {
                ui.spacing_mut().item_spacing.y = space::M;
                label::heading(ui, look, &look.t("closing-title"), Style::H3);
                label::body(ui, look, &look.t("closing-text"));
                ui.horizontal_wrapped(|ui| {
                    if Button::primary(&look.t("closing-stay")).show(ui, look).clicked() {
                        self.asking = false;
                    }
                    if Button::new(&look.t("closing-go")).kind(Kind::Danger).show(ui, look).clicked() {
                        self.asking = false;
                        self.agreed = true;
                        out.push(Action::Close);
                    }
                });
            });
        });
        if answer.should_close() {
            self.asking = false;
        }
    }
}

/// What lies behind a question.
fn backdrop() -> egui::Color32 {
    egui::Color32::from_black_alpha(110)
}

fn would_lose(snapshot: &Snapshot) -> bool {
    let alive = matches!(snapshot.profile.state, ProfileState::Open | ProfileState::Hidden);
    alive
        && snapshot.rooms.iter().any(|room| {
            room.state == RoomState::Joined && room.last.is_some() && room.charter.as_ref().is_some_and(charter::passes)
        })
}
