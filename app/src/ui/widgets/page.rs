//! One column in the middle of the pane, scrolling where it is longer: forms and pages of text. What leads on from a
//! form stands in a foot that is always in sight, however long the form is.

use egui::{Id, Ui, UiBuilder};

use super::pane::{self, Keys};
use super::{button, label};
use crate::ui::look::Look;
use crate::ui::text::{Icon, Style};
use crate::ui::theme::{TARGET, space};

/// In a window lower than this, what is read or written takes the place of air and greetings, and no foot stays in sight.
const SHORT: f32 = 400.0;
/// How wide a line of reading may be.
const COLUMN: f32 = 560.0;

/// Whether the window is so low that every line counts, by the points that are left at the text size in force.
#[must_use]
pub fn short(ui: &Ui) -> bool {
    ui.ctx().content_rect().height() < SHORT
}

/// The air beside the column.
fn side(ui: &Ui) -> f32 {
    let least = if ui.available_width() > 520.0 { 28.0 } else { 16.0 };
    ((ui.available_width() - COLUMN) / 2.0).clamp(least, 2000.0)
}

fn column<R>(ui: &mut Ui, look: &Look<'_>, side: f32, content: impl FnOnce(&mut Ui) -> R) -> R {
    let row = ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(side);
        let column = look.flow.column(ui, |ui| {
            ui.set_width((ui.available_width() - side).clamp(160.0, COLUMN));
            ui.spacing_mut().item_spacing = egui::vec2(space::S, space::M);
            content(ui)
        });
        column.inner
    });
    row.inner
}

/// Where a foot's height is remembered.
fn foot_id(id: &str) -> Id {
    Id::unique("foot").with(id)
}

/// A page; `content` draws below each other in the column.
pub fn show(ui: &mut Ui, look: &Look<'_>, id: &str, content: impl FnOnce(&mut Ui)) {
    let side = side(ui);
    pane::show(ui, id, Keys::Any, |ui| {
        column(ui, look, side, |ui| {
            ui.add_space(if short(ui) { space::S } else { space::XL });
            content(ui);
            ui.add_space(space::XXL);
        });
    });
}

/// A short page, a little above the middle where there is room to spare.
pub fn airy(ui: &mut Ui, look: &Look<'_>, id: &'static str, content: impl FnOnce(&mut Ui)) {
    let (key, room) = (Id::unique("airy").with(id), ui.available_height());
    let known: Option<f32> = ui.data(|data| data.get_temp(key));
    let air = known.map_or(0.0, |known| (room - known).min(room * 0.12).clamp(0.0, 120.0));
    show(ui, look, id, |ui| {
        ui.add_space(air);
        let height = ui.scope(content).response.rect.height() + space::XL + space::XXL;
        if known.is_none_or(|known| (height - known).abs() > 0.5) {
            ui.data_mut(|data| data.insert_temp(key, height));
            ui.ctx().request_discard("a page changed its height");
        }
    });
}

/// A page, and below it what leads on from it, always in sight: `foot` draws a sentence where something is missing, then
/// the row of [`leads`]. Both work on `state`. Where a window is too low for both, the foot ends the page.
pub fn footed<S, R>(
    ui: &mut Ui,
    look: &Look<'_>,
    id: &str,
    state: &mut S,
    (content, foot): (impl FnOnce(&mut Ui, &mut S), impl FnOnce(&mut Ui, &mut S) -> R),
) -> Option<R> {
    if ui.available_height() < SHORT {
        let mut led = None;
        show(ui, look, id, |ui| {
            content(ui, state);
            led = Some(foot(ui, state));
        });
        return led;
    }
    let whole = ui.available_rect_before_wrap();
    let known: f32 = ui.data(|data| data.get_temp(foot_id(id)).unwrap_or(TARGET + 2.0 * space::M));
    let (body, place) = whole.split_top_bottom_at_y((whole.max.y - known).max(whole.min.y + TARGET));
    ui.scope_builder(UiBuilder::new().max_rect(body), |ui| {
        look.flow.column(ui, |ui| show(ui, look, id, |ui| content(ui, state)));
    });
    ui.painter().hline(place.x_range(), place.min.y, look.tokens.line());
    let mut pane = ui.new_child(UiBuilder::new().id_salt(foot_id(id)).max_rect(place));
    let side = side(&pane);
    let inner = look.flow.column(&mut pane, |ui| {
        ui.add_space(space::M);
        column(ui, look, side, |ui| {
            ui.spacing_mut().item_spacing.y = space::S;
            foot(ui, state)
        })
    });
    let height = inner.response.rect.height() + space::M;
    if (height - known).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(foot_id(id), height));
        ui.ctx().request_discard("a page's foot changed its height");
    }
    Some(inner.inner)
}

/// What a foot was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Led {
    /// The way on.
    On,
    /// The way back.
    Back,
}

/// The way on, as wide as there is room, and the way back before it where that is `offered`; Escape goes back too.
pub fn leads(ui: &mut Ui, look: &Look<'_>, on: button::Button<'_>, offered: bool) -> Option<Led> {
    let row = ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::M;
        let name = look.t("back");
        let back = offered && button::Button::new(&name).icon(Icon::ArrowLeft).show(ui, look).clicked();
        let on = on.wide().show(ui, look).clicked();
        on.then_some(Led::On).or(back.then_some(Led::Back))
    });
    row.inner.or((offered && super::layer::escaped(ui)).then_some(Led::Back))
}

/// The top of a page: a way back, and what the page is. True when back was pressed. In the simple view the way back has
/// its word, and what the page is has a line of its own.
pub fn head(ui: &mut Ui, look: &Look<'_>, title: &str, back: bool) -> bool {
    let mut went = false;
    if look.display.simple {
        if back {
            went = button::Button::new(&look.t("back")).icon(Icon::ArrowLeft).show(ui, look).clicked();
        }
        label::heading(ui, look, title, Style::H1);
        return went || (back && super::layer::escaped(ui));
    }
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
