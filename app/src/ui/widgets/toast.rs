//! What passes by itself: a copied link, a fault after the fact. Spoken, and never the only place of what matters.

use egui::{Pos2, Rect, Ui, vec2};

use super::banner::Tone;
use crate::ui::look::Look;
use crate::ui::text::Style;
use crate::ui::theme::radius;

/// How long one stays.
const STAY_MS: u64 = 6_000;

/// The ones on screen.
#[derive(Default)]
pub struct Toasts(Vec<(Tone, String, u64)>);

impl Toasts {
    /// Shows one from now on; the same words do not pile up.
    pub fn add(&mut self, tone: Tone, text: String, now_ms: u64) {
        self.0.retain(|(_, shown, _)| *shown != text);
        self.0.push((tone, text, now_ms + STAY_MS));
    }

    /// Takes all away.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// Draws them above everything, at the foot of the window.
    pub fn show(&mut self, ui: &mut Ui, look: &Look<'_>) {
        let now = look.clock.now_ms;
        self.0.retain(|(_, _, until)| *until > now);
        let Some(next) = self.0.iter().map(|(_, _, until)| until - now).min() else { return };
        crate::ui::look::wake_after(ui.ctx(), next);
        let screen = ui.ctx().content_rect();
        // Above the foot of a room, so that the field stays in sight.
        let mut bottom = screen.max.y - 112.0;
        for (at, (tone, text, _)) in self.0.iter().enumerate().rev() {
            let shaped = look.text.wrap(ui.ctx(), text, Style::LABEL, (screen.width() - 120.0).min(460.0));
            let size = shaped.size + vec2(66.0, 26.0);
            let rect = Rect::from_min_size(Pos2::new(screen.center().x - size.x / 2.0, bottom - size.y), size);
            let layer = egui::LayerId::new(egui::Order::Foreground, egui::Id::unique(("toast", at)));
            let painter = ui.ctx().layer_painter(layer);
            painter.add(look.tokens.shadow().as_shape(rect, radius::CONTROL));
            painter.rect_filled(rect, radius::CONTROL, look.tokens.ink);
            let ink = look.tokens.canvas;
            look.text.icon(&painter, tone.icon(), 20.0, look.flow.lead_middle(rect, 28.0), ink);
            let at = look.flow.rect_at(look.flow.lead(rect, 48.0), rect.min.y + 13.0, shaped.size).min;
            look.text.paint(&painter, &shaped, at, ink);
            let response = ui.interact(rect, egui::Id::unique(("toast", text)), egui::Sense::hover());
            super::name(&response, egui::accesskit::Role::Status, text);
            ui.ctx().accesskit_node_builder(response.id, |n| n.set_live(egui::accesskit::Live::Polite));
            bottom = rect.min.y - 8.0;
        }
    }
}
