//! Small marks: a count, and a word on a tinted ground.

use egui::{Align2, Pos2, Rect, Ui, vec2};

use super::cut::{self, Cut};
use super::label;
use crate::ui::look::Look;
use crate::ui::text::{Icon, Style, Weight};
use crate::ui::theme::Pair;

/// How many, in a circle.
pub fn count(ui: &Ui, look: &Look<'_>, centre: Pos2, count: u64) {
    let text = if count > 99 { "99+".to_owned() } else { count.to_string() };
    let style = Style { size: 13.0, weight: Weight::Semi };
    let wide = text.len() as f32 * 4.0;
    let rect = Rect::from_center_size(centre, vec2(18.0 + wide, 22.0));
    ui.painter().rect_filled(rect, 11.0, look.tokens.accent);
    label::at(ui, look, (centre, Align2::CENTER_CENTER), (&text, style), 60.0, look.tokens.on_accent);
}

/// Letters of a word's badge, and the room of its pictogram and its ends.
const WORD: Style = Style { size: 13.0, weight: Weight::Regular };
const ENDS: f32 = 34.0;

/// How wide a word's badge is.
#[must_use]
pub fn width(ui: &Ui, look: &Look<'_>, text: &str) -> f32 {
    look.text.line(ui.ctx(), text, WORD).size.x + ENDS
}

/// How high it is where it may be this wide: its words are never cut.
#[must_use]
pub fn height(ui: &Ui, look: &Look<'_>, text: &str, width: f32) -> f32 {
    (look.text.wrap(ui.ctx(), text, WORD, width - ENDS).size.y + 6.0).max(24.0)
}

/// A word with an icon on a tinted ground, in the middle of a place's height.
pub fn word_in(ui: &Ui, look: &Look<'_>, place: Rect, icon: Icon, text: &str, pair: Pair) {
    let shaped = look.text.wrap(ui.ctx(), text, WORD, (place.width() - ENDS).max(24.0).ceil() + 0.5);
    let rect = Rect::from_center_size(place.center(), vec2(place.width(), (shaped.size.y + 6.0).max(24.0)));
    let rim = if look.tokens.strong { egui::Stroke::new(1.0, pair.ink) } else { egui::Stroke::NONE };
    ui.painter().rect(rect, 12.0, pair.ground, rim, egui::StrokeKind::Inside);
    let mut cut = Cut::of(rect, look);
    cut.start(7.0);
    let sign = egui::pos2(cut.start(14.0).center().x, rect.min.y + 12.0);
    look.text.icon(ui.painter(), icon, 14.0, sign, pair.ink);
    cut.start(4.0);
    let line = Rect::from_center_size(cut.rest().center(), vec2(cut.rest().width(), shaped.size.y));
    look.text.paint(ui.painter(), &shaped, cut::leading(look, line, &shaped), pair.ink);
}

/// A word with an icon on a tinted ground, from its leading edge; returns the place it took.
pub fn word(ui: &Ui, look: &Look<'_>, left: Pos2, icon: Icon, text: &str, pair: Pair) -> Rect {
    let shaped = look.text.line(ui.ctx(), text, WORD);
    let rect = look.flow.rect_at(left.x, left.y - 11.0, vec2(shaped.size.x + ENDS, 22.0));
    let rim = if look.tokens.strong { egui::Stroke::new(1.0, pair.ink) } else { egui::Stroke::NONE };
    ui.painter().rect(rect, 11.0, pair.ground, rim, egui::StrokeKind::Inside);
    look.text.icon(ui.painter(), icon, 14.0, look.flow.lead_middle(rect, 14.0), pair.ink);
    let at = look.flow.rect_at(look.flow.lead(rect, 25.0), rect.center().y - shaped.size.y / 2.0, shaped.size).min;
    look.text.paint(ui.painter(), &shaped, at, pair.ink);
    rect
}
