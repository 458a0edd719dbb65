//! One column in the middle of the pane, scrolling where it is longer: forms and pages of text.

use egui::{ScrollArea, Ui};

use super::{button, label};
use crate::ui::look::Look;
use crate::ui::text::{Icon, Style};
use crate::ui::theme::space;

/// How wide a line of reading may be.
const COLUMN: f32 = 560.0;

/// A page; `content` draws below each other in the column.
pub fn show(ui: &mut Ui, look: &Look<'_>, id: &str, content: impl FnOnce(&mut Ui)) {
    let side =
        ((ui.available_width() - COLUMN) / 2.0).clamp(if ui.available_width() > 520.0 { 28.0 } else { 16.0 }, 2000.0);
    ScrollArea::vertical().id_salt(id).auto_shrink(false).show(ui, |ui| {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.add_space(side);
            look.flow.column(ui, |ui| {
                ui.set_width((ui.available_width() - side).clamp(200.0, COLUMN));
                ui.spacing_mut().item_spacing = egui::vec2(space::S, space::M);
                ui.add_space(space::XL);
                content(ui);
                ui.add_space(space::XXL);
            });
        });
    });
}

/// The top of a page: a way back, and what the page is. True when back was pressed.
pub fn head(ui: &mut Ui, look: &Look<'_>, title: &str, back: bool) -> bool {
    let mut went = false;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        if back {
            went = button::icon(ui, look, Icon::ArrowLeft, &look.t("back")).clicked();
        }
        look.flow.column(ui, |ui| {
            ui.add_space(6.0);
            label::heading(ui, look, title, Style::H2);
        });
    });
    went || (back && super::layer::escaped(ui))
}

/// A headed part of a page.
pub fn part(ui: &mut Ui, look: &Look<'_>, title: &str) {
    ui.add_space(space::S);
    label::heading(ui, look, title, Style::H3);
}
