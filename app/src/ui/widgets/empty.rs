//! What stands where there is nothing yet: a pictogram, what this place is for, and one thing to do.

use egui::{Sense, Ui, vec2};

use super::pane::{self, Keys};
use super::{button::Button, label};
use crate::ui::look::Look;
use crate::ui::text::{Icon, Style};
use crate::ui::theme::space;

/// A window lower than this has room for the words only.
const LOW: f32 = 325.0;

/// Whether the window has room for the words only.
#[must_use]
pub fn low(ui: &Ui) -> bool {
    ui.ctx().content_rect().height() < LOW
}

/// Draws it in the middle; true where its one act was pressed.
pub fn show(ui: &mut Ui, look: &Look<'_>, icon: Icon, (title, text): (&str, &str), act: Option<&str>) -> bool {
    let mut pressed = false;
    ui.vertical_centered(|ui| {
        ui.set_max_width((ui.available_width() - space::XXL).clamp(80.0, 420.0));
        ui.spacing_mut().item_spacing.y = space::M;
        if !low(ui) {
            ui.add_space(space::XXL);
            let (rect, _) = ui.allocate_exact_size(vec2(72.0, 72.0), Sense::hover());
            ui.painter().circle(rect.center(), 36.0, look.tokens.soft.ground, look.tokens.rim());
            look.text.icon(ui.painter(), icon, 32.0, rect.center(), look.tokens.soft.ink);
        }
        label::heading_centred(ui, look, title, Style::H3);
        if !text.is_empty() {
            label::centred(ui, look, text, Style::LABEL, look.tokens.ink2);
        }
        if let Some(act) = act {
            pressed = Button::primary(act).show(ui, look).clicked();
        }
        ui.add_space(space::XXL);
    });
    pressed
}

/// The same as a whole page, a little above its middle.
pub fn page(ui: &mut Ui, look: &Look<'_>, icon: Icon, words: (&str, &str), act: Option<&str>) -> bool {
    let mut pressed = false;
    pane::show(ui, "empty", Keys::Any, |ui| {
        ui.add_space((ui.available_height() * 0.2).clamp(0.0, 200.0));
        pressed = show(ui, look, icon, words, act);
    });
    pressed
}
