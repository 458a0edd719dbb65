//! Whom a page is about: their picture, and what is true of them beside it.

use egui::{Rect, Sense, Ui, accesskit::Role, vec2};

use super::cut::{self, Cut};
use super::{avatar, name};
use crate::ui::look::Look;
use crate::ui::text::Style;
use crate::ui::theme::space;

/// The picture's diameter.
const PICTURE: f32 = 72.0;

/// Draws it as wide as there is room; the first of the lines says most.
pub fn show(ui: &mut Ui, look: &Look<'_>, who: &str, here: bool, lines: &[&str]) {
    let room = (ui.available_width() - PICTURE - space::L).max(60.0);
    let styles = std::iter::once(Style::BODY).chain(std::iter::repeat(Style::LABEL));
    let shaped: Vec<_> =
        lines.iter().zip(styles).map(|(line, style)| look.text.wrap(ui.ctx(), line, style, room)).collect();
    let words: f32 = shaped.iter().map(|line| line.size.y).sum();
    let height = words.max(PICTURE);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let mut cut = Cut::of(rect, look);
    let centre = cut.start(PICTURE).center();
    avatar::paint(ui, look, centre, PICTURE, who);
    if here {
        avatar::here(ui, look, centre, PICTURE, ui.stack().bg_color());
    }
    cut.start(space::L);
    let column = cut.rest();
    let mut top = column.center().y - words / 2.0;
    for (at, line) in shaped.iter().enumerate() {
        let place = Rect::from_min_size(egui::pos2(column.min.x, top), vec2(column.width(), line.size.y));
        let ink = if at == 0 { look.tokens.ink } else { look.tokens.ink2 };
        look.text.paint(ui.painter(), line, cut::leading(look, place, line), ink);
        top += line.size.y;
    }
    name(&response, Role::Label, &lines.join(". "));
}
