//! Making a profile, unlocking it, and coming back with a recovery sheet.

mod import;
mod recover;
mod sheet;
mod step;
mod strength;
mod unlock;
mod welcome;

pub use import::Import;
pub use recover::Recover;
pub use sheet::Sheet;
pub use strength::Estimate;
pub use unlock::Unlock;
pub(super) use unlock::notice;
pub use welcome::Welcome;
pub(super) use welcome::{SIZES, languages, simple_view, sizes, stepper};

use egui::Ui;

use crate::ui::look::Look;
use crate::ui::shell::{Help, Out, Route};
use crate::ui::text::{Icon, Style};
use crate::ui::theme::space;
use crate::ui::widgets::button::{Button, Kind};
use crate::ui::widgets::label;

/// The app's own mark and name at the head of a page without a rail, and at its end the way to help: nobody has to
/// unlock anything to find a telephone number.
fn mark(ui: &mut Ui, look: &Look<'_>, out: &mut Out) {
    let flow = look.flow;
    ui.horizontal(|ui| {
        let (side, _) = ui.allocate_exact_size(egui::Vec2::splat(40.0), egui::Sense::hover());
        ui.painter().rect_filled(side, 12.0, look.tokens.accent);
        look.text.icon(ui.painter(), Icon::House, 24.0, side.center(), look.tokens.on_accent);
        let at = (flow.trail_middle(side, -space::M), flow.leading());
        label::at(ui, look, at, (&look.t("app-name"), Style::H3), 300.0, look.tokens.ink);
        ui.with_layout(flow.back(), |ui| {
            if Button::new(&look.t("rail-help")).icon(Icon::LifeBuoy).kind(Kind::Quiet).show(ui, look).clicked() {
                out.go(Route::Help(Help::Start));
            }
        });
    });
}
