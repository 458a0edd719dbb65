//! Text that is read: paragraphs, headings, single lines, and an icon beside a line.

use egui::{Align2, Color32, Pos2, Rect, Response, Sense, Ui, accesskit::Role, vec2};

use super::name;
use crate::ui::flow::Flow;
use crate::ui::look::Look;
use crate::ui::text::{Icon, Style};

/// A paragraph as wide as there is room, in the ink given.
pub fn paragraph(ui: &mut Ui, look: &Look<'_>, text: &str, style: Style, ink: Color32) -> Response {
    let width = ui.available_width();
    let shaped = look.text.wrap(ui.ctx(), text, style, width);
    let room = if shaped.rtl == look.flow.leftward() { shaped.size } else { vec2(width, shaped.size.y) };
    let (rect, response) = ui.allocate_exact_size(room, Sense::hover());
    let left = Flow::text_left(rect, shaped.size.x, shaped.rtl);
    look.text.paint(ui.painter(), &shaped, Pos2::new(left, rect.min.y), ink);
    name(&response, Role::Label, text);
    response
}

/// The visible name of a field below. The field itself says it to a screen reader, so that it isn't read twice.
pub(super) fn above(ui: &mut Ui, look: &Look<'_>, text: &str) {
    let shaped = look.text.wrap(ui.ctx(), text, Style::BUTTON, ui.available_width());
    let (rect, _) = ui.allocate_exact_size(shaped.size, Sense::hover());
    look.text.paint(ui.painter(), &shaped, rect.min, look.tokens.ink);
}

/// Running text.
pub fn body(ui: &mut Ui, look: &Look<'_>, text: &str) -> Response {
    paragraph(ui, look, text, Style::BODY, look.tokens.ink)
}

/// Text that explains.
pub fn hint(ui: &mut Ui, look: &Look<'_>, text: &str) -> Response {
    paragraph(ui, look, text, Style::LABEL, look.tokens.ink2)
}

/// A heading of a page or a part, by its style: at the leading edge whatever it is written in, beside what it is a
/// heading of.
pub fn heading(ui: &mut Ui, look: &Look<'_>, text: &str, style: Style) -> Response {
    let shaped = look.text.wrap(ui.ctx(), text, style, ui.available_width());
    let (rect, response) = ui.allocate_exact_size(shaped.size, Sense::hover());
    look.text.paint(ui.painter(), &shaped, rect.min, look.tokens.ink);
    name(&response, Role::Label, text);
    as_heading(&response, text, style);
    response
}

/// A heading of one line at a fixed place.
pub fn heading_in(ui: &mut Ui, look: &Look<'_>, rect: Rect, text: &str, style: Style) -> Response {
    line_in(ui, look, rect, (text, style), look.tokens.ink);
    let response = ui.interact(rect, ui.next_auto_id(), Sense::hover());
    ui.skip_ahead_auto_ids(1);
    as_heading(&response, text, style);
    response
}

fn as_heading(response: &Response, text: &str, style: Style) {
    let level = if style.size > Style::H3.size { 1 } else { 2 };
    let spoken = crate::ui::i18n::bare(text);
    response.ctx.accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Heading);
        node.set_level(level);
        node.set_label(spoken);
    });
}

/// Text around the middle of the room there is.
pub fn centred(ui: &mut Ui, look: &Look<'_>, text: &str, style: Style, ink: Color32) -> Response {
    let shaped = look.text.centre(ui.ctx(), text, style, ui.available_width());
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), shaped.size.y), Sense::hover());
    let left = rect.center().x - shaped.size.x / 2.0;
    look.text.paint(ui.painter(), &shaped, Pos2::new(left, rect.min.y), ink);
    name(&response, Role::Label, text);
    response
}

/// A heading around the middle.
pub fn heading_centred(ui: &mut Ui, look: &Look<'_>, text: &str, style: Style) -> Response {
    let response = centred(ui, look, text, style, look.tokens.ink);
    as_heading(&response, text, style);
    response
}

/// One line at the leading side of a place, cut where it is longer; returns what it took.
pub fn line_in(ui: &Ui, look: &Look<'_>, rect: Rect, (text, style): (&str, Style), ink: Color32) -> Rect {
    let shaped = look.text.elide(ui.ctx(), text, style, rect.width());
    let at = super::cut::leading(look, rect, &shaped);
    look.text.paint(ui.painter(), &shaped, at, ink);
    Rect::from_min_size(at, shaped.size)
}

/// An icon, and a line of text beside it.
pub fn with_icon(ui: &mut Ui, look: &Look<'_>, icon: Icon, tint: Color32, text: &str, style: Style) -> Response {
    let side = style.size + 2.0;
    let room = (ui.available_width() - side - 8.0).max(1.0);
    let shaped = look.text.wrap(ui.ctx(), text, style, room);
    let size = vec2(side + 8.0 + shaped.size.x, shaped.size.y.max(style.line()));
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let centre = Pos2::new(look.flow.lead(rect, side / 2.0), rect.min.y + style.line() / 2.0);
    look.text.icon(ui.painter(), icon, side, centre, tint);
    let at = look.flow.rect_at(look.flow.lead(rect, side + 8.0), rect.min.y, shaped.size).min;
    look.text.paint(ui.painter(), &shaped, at, look.tokens.ink2);
    name(&response, Role::Label, text);
    response
}

/// One line at a fixed place, cut where it is longer than `width`; returns the place it took.
pub fn at(
    ui: &Ui,
    look: &Look<'_>,
    place: (Pos2, Align2),
    (text, style): (&str, Style),
    width: f32,
    ink: Color32,
) -> Rect {
    let shaped = look.text.elide(ui.ctx(), text, style, width);
    let rect = place.1.anchor_size(place.0, shaped.size);
    look.text.paint(ui.painter(), &shaped, rect.min, ink);
    rect
}
