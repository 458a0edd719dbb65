//! The parts screens are built of. Each draws with tokens and [`crate::ui::text::Text`], has a name for a screen
//! reader, and knows no noun of the domain.
//!
//! [`label`] text, [`button`] what is pressed, [`field`] and [`secret_field`] what is written in, [`choice`] one of
//! few, [`avatar`], [`badge`], [`banner`] what must be noticed, [`card`] grounds, [`row`] list rows, [`bubble`]
//! messages, [`page`] one column in the middle, [`toast`] what passes.

pub mod avatar;
pub mod badge;
pub mod banner;
pub mod bubble;
pub mod button;
pub mod card;
pub mod choice;
pub mod field;
mod keys;
pub mod label;
pub mod page;
pub mod row;
pub mod secret_field;
pub mod toast;

use egui::{Rect, Response, Stroke, StrokeKind, Ui, WidgetInfo, accesskit::Role};

use super::i18n::bare;
use super::look::Look;

/// The ring around what has the keyboard; the gap keeps it visible on filled controls.
pub(super) fn ring(ui: &Ui, look: &Look<'_>, response: &Response, rect: Rect, radius: f32) {
    if response.has_focus() {
        let stroke = Stroke::new(2.5, look.tokens.focus);
        ui.painter().rect_stroke(rect.expand(3.0), radius + 3.0, stroke, StrokeKind::Middle);
    }
}

/// Names a widget for a screen reader and for tests.
pub(in crate::ui) fn name(response: &Response, role: Role, label: &str) {
    let enabled = response.enabled();
    response.widget_info(|| WidgetInfo::labeled(role, enabled, bare(label)));
}
