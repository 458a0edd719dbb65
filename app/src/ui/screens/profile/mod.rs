//! Making a profile, and unlocking it.

mod unlock;
mod welcome;

pub use unlock::Unlock;
pub(super) use unlock::notice;
pub use welcome::Welcome;

use egui::Ui;

use crate::ui::look::Look;
use crate::ui::text::{Icon, Style};
use crate::ui::theme::space;
use crate::ui::widgets::label;

/// The app's own mark and name at the head of a page without a rail.
fn mark(ui: &mut Ui, look: &Look<'_>) {
    let (rect, _) = ui.allocate_exact_size(egui::vec2(ui.available_width(), 40.0), egui::Sense::hover());
    let flow = look.flow;
    let side = flow.rect_at(flow.lead(rect, 0.0), rect.min.y, egui::Vec2::splat(40.0));
    ui.painter().rect_filled(side, 12.0, look.tokens.accent);
    look.text.icon(ui.painter(), Icon::House, 24.0, side.center(), look.tokens.on_accent);
    let at = (flow.trail_middle(side, -space::M), flow.leading());
    label::at(ui, look, at, (&look.t("app-name"), Style::H3), 300.0, look.tokens.ink);
}
