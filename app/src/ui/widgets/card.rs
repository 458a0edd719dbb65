//! Grounds: a card on the canvas, and the sheet that holds a room.

use egui::{Frame, InnerResponse, Margin, Ui};

use crate::ui::look::Look;
use crate::ui::theme::radius;

/// A card with room around what stands in it.
pub fn show<R>(ui: &mut Ui, look: &Look<'_>, content: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    padded(ui, look, 20, content)
}

/// The same with other padding.
pub fn padded<R>(ui: &mut Ui, look: &Look<'_>, padding: i8, content: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let t = look.tokens;
    Frame::new()
        .fill(t.surface)
        .stroke(t.line())
        .corner_radius(radius::CARD)
        .shadow(t.shadow())
        .inner_margin(Margin::same(padding))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            content(ui)
        })
}

/// A quiet ground inside a card.
pub fn inset<R>(ui: &mut Ui, look: &Look<'_>, content: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let frame = Frame::new().fill(look.tokens.canvas).stroke(look.tokens.rim()).corner_radius(radius::CONTROL);
    frame.inner_margin(Margin::same(14)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        content(ui)
    })
}
