//! The parts screens are built of. Each draws with tokens and [`crate::ui::text::Text`], has a name for a screen
//! reader, and knows no noun of the domain.
//!
//! [`label`] text, [`button`] what is pressed, [`field`], [`secret_field`] and [`search`] what is written in,
//! [`choice`] and [`segment`] one of few, [`switch`] on or off, [`avatar`], [`portrait`], [`badge`], [`banner`] what must be noticed,
//! [`progress`] how far something is, [`steps`] what to do in a row, [`empty`] what stands where nothing is, [`card`] grounds, [`row`] and [`list`] list rows,
//! [`scroll`] a list over a long history,
//! [`pane`] what scrolls, [`bubble`] messages, [`page`] one column in the middle, [`dialog`], [`sheet`] and [`menu`] what lies above it (on
//! [`layer`]), [`toast`] what passes. [`cut`] gives places from the leading or the trailing side,
//! [`roving`] makes many things one stop of the keyboard.

mod aid;
pub mod avatar;
pub mod badge;
pub mod banner;
pub mod bubble;
pub mod button;
pub mod card;
pub mod choice;
pub mod cut;
pub mod dialog;
pub mod digits;
pub mod empty;
pub mod entry;
pub mod field;
mod keys;
pub mod label;
pub mod layer;
pub mod list;
pub mod menu;
pub mod page;
pub mod pane;
pub mod portrait;
pub mod progress;
pub mod qr;
pub mod roving;
pub mod row;
pub mod scroll;
pub mod search;
pub mod secret_field;
pub mod segment;
pub mod sheet;
pub mod steps;
pub mod switch;
pub mod toast;

use egui::{CornerRadius, Id, Rect, Response, Stroke, StrokeKind, Ui, WidgetInfo, accesskit::Role};

use super::i18n::bare;
use super::look::Look;
use super::theme::space;

/// The ring around what has the keyboard, which is brought into sight; the gap keeps it visible on filled controls.
pub(in crate::ui) fn ring(ui: &Ui, look: &Look<'_>, response: &Response, rect: Rect, corners: impl Into<CornerRadius>) {
    if response.has_focus() {
        bring_into_sight(ui, response, rect);
        let stroke = Stroke::new(2.5, look.tokens.focus);
        ui.painter().rect_stroke(rect.expand(3.0), corners.into() + CornerRadius::same(3), stroke, StrokeKind::Middle);
    }
}

/// Scrolls to what got the keyboard in this frame.
fn bring_into_sight(ui: &Ui, response: &Response, rect: Rect) {
    let (id, now) = (response.id, ui.ctx().cumulative_frame_nr());
    let key = Id::unique("brought-into-sight");
    let last: Option<(Id, u64)> = ui.data(|data| data.get_temp(key));
    // Where it was asked for behind what was drawn, it is told of as gained in no frame.
    let gained = response.gained_focus() || last.is_none_or(|(last, _)| last != id);
    if gained {
        ui.data_mut(|data| data.insert_temp(key, (id, now)));
    }
    // A frame may be laid out twice, and what its first pass asked for is forgotten.
    if gained || last == Some((id, now)) {
        ui.scroll_to_rect(rect.expand(space::L), None);
    }
}

/// Names a widget for a screen reader and for tests.
pub(in crate::ui) fn name(response: &Response, role: Role, label: &str) {
    let enabled = response.enabled();
    response.widget_info(|| WidgetInfo::labeled(role, enabled, bare(label)));
}

#[cfg(test)]
#[path = "gallery_tests.rs"]
mod tests;
