//! A question in the middle of the window, for what cannot be undone; everything else is a page or a sheet.

use egui::{Frame, Id, Margin, Modal, Ui, accesskit::Role};

use super::button::{Button, Kind};
use super::layer::{self, Layer, Shown};
use super::{cut, label};
use crate::ui::look::Look;
use crate::ui::text::Style;
use crate::ui::theme::{radius, space};

/// Draws it while the caller holds it open: the title, the sentence below it, then `content`, which is a row that
/// breaks where it is narrow: put the safe answer first.
pub fn show<R>(
    ui: &Ui,
    look: &Look<'_>,
    id: Id,
    (title, text): (&str, &str),
    content: impl FnOnce(&mut Ui) -> R,
) -> Shown<R> {
    let t = look.tokens;
    let frame = Frame::new()
        .fill(t.surface)
        .stroke(t.line())
        .corner_radius(radius::SHEET)
        .shadow(t.shadow())
        .inner_margin(Margin::same(24));
    let area = Modal::default_area(id);
    let layer = Layer { id, role: Role::AlertDialog, name: title, area, frame, behind: look.tokens.dim() };
    let width = 440.0_f32.min(ui.ctx().content_rect().width() - 96.0);
    layer::show(ui, layer, |ui| {
        ui.set_width(width);
        ui.spacing_mut().item_spacing.y = space::M;
        look.flow.column(ui, |ui| {
            label::heading(ui, look, title, Style::H3);
            if !text.is_empty() {
                label::body(ui, look, text);
            }
        });
        ui.add_space(space::XS);
        cut::flow(ui, look, content)
    })
}

/// The same with its two answers: the safe one, which Escape means too, and the one that cannot be undone. `true` where
/// the second was pressed, `false` where it is to be closed.
pub fn sure(ui: &Ui, look: &Look<'_>, id: Id, words: (&str, &str), (stay, go): (&str, &str)) -> Option<bool> {
    let shown = show(ui, look, id, words, |ui| {
        let stays = Button::primary(stay).show(ui, look).clicked();
        let goes = Button::new(go).kind(Kind::Danger).show(ui, look).clicked();
        goes.then_some(true).or(stays.then_some(false))
    });
    shown.inner.or(shown.closed.then_some(false))
}
