//! A row of a list: an avatar, a name, what is below it, a time and a count. Where the person asked for large text, what
//! is below takes two lines rather than losing its end.

use egui::{Color32, Rect, Response, Sense, Ui, accesskit::Role, vec2};

use super::cut::{self, Cut};
use super::roving::Stop;
use super::{avatar, badge, label, ring};
use crate::ui::look::Look;
use crate::ui::text::{Icon, Style};
use crate::ui::theme::radius;

/// From this size of everything on, two lines.
const LARGE: f32 = 1.45;
/// The room of the sign that it leads on.
const LEADS: f32 = 24.0;
/// A line of fewer points holds a name or a time.
const NARROW: f32 = 180.0;
/// The height of one line's row.
const HEIGHT: f32 = 72.0;

/// What stands in a row.
#[derive(Clone, Copy, Default)]
pub struct Row<'a> {
    /// The first line.
    pub name: &'a str,
    /// Whose initials stand before it, where not those of the first line.
    pub face: &'a str,
    /// The line below.
    pub line: &'a str,
    /// At the end of the first line.
    pub when: &'a str,
    /// New things; 0 shows nothing.
    pub count: u64,
    /// Whether somebody is here.
    pub here: bool,
    /// Whether it is the one shown beside.
    pub chosen: bool,
    /// Before the line below.
    pub icon: Option<Icon>,
    /// The most lines that what is below takes, where that is more than the person's text size gives it.
    pub lines: u8,
    /// A sign at the end that it leads on.
    pub leads: bool,
    /// It is only read: nothing comes of a press.
    pub still: bool,
    /// Where it is one of many that are one stop of the keyboard.
    pub stop: Option<Stop>,
    /// Read to a screen reader in place of the parts.
    pub spoken: &'a str,
}

/// Draws a row as wide as there is room.
pub fn show(ui: &mut Ui, look: &Look<'_>, row: Row<'_>) -> Response {
    let width = ui.available_width();
    let lines = if ui.ctx().zoom_factor() >= LARGE { 2 } else { 1 }.max(row.lines);
    let end = if row.count > 0 { 44.0 } else { 14.0 } + if row.leads { LEADS } else { 0.0 };
    let room = width - 70.0 - end - if row.icon.is_some() { 22.0 } else { 0.0 };
    let below = look.text.clamp(ui.ctx(), row.line, Style::CAPTION, room.max(20.0), lines);
    let height = HEIGHT + (below.size.y - Style::CAPTION.line() - 1.0).max(0.0);
    let alone = !row.still && row.stop.is_none();
    let (rect, mut response) =
        ui.allocate_exact_size(vec2(width, height), if alone { Sense::click() } else { Sense::hover() });
    if let Some(stop) = row.stop {
        response = stop.interact(ui, rect);
    }
    let t = look.tokens;
    let ground = match (row.chosen, response.hovered() && !row.still) {
        (true, _) => t.soft.ground,
        (false, true) => t.sunken,
        (false, false) => Color32::TRANSPARENT,
    };
    let rim = if row.chosen { t.rim() } else { egui::Stroke::NONE };
    ui.painter().rect(rect, radius::CARD, ground, rim, egui::StrokeKind::Inside);
    let mut cut = Cut::of(rect.shrink2(vec2(12.0, 0.0)), look);
    let face = cut.start(48.0).center();
    avatar::paint(ui, look, face, 44.0, if row.face.is_empty() { row.name } else { row.face });
    if row.here {
        let behind = if ground == Color32::TRANSPARENT { ui.stack().bg_color() } else { ground };
        avatar::here(ui, look, face, 44.0, behind);
    }
    cut.start(10.0);
    if row.leads {
        look.text.icon(ui.painter(), Icon::ChevronRight, 20.0, cut.end(LEADS).center(), t.ink3);
    }
    let text = cut.rest();
    let name_line = Style::NAME.line();
    let top = text.center().y - f32::midpoint(name_line, below.size.y) - 0.5;
    let first = Rect::from_min_size(egui::pos2(text.min.x, top), vec2(text.width(), name_line));
    let second = Rect::from_min_size(egui::pos2(text.min.x, top + name_line + 1.0), vec2(text.width(), below.size.y));
    first_line(ui, look, first, row);
    second_line(ui, look, second, row, &below);
    ring(ui, look, &response, rect, radius::CARD);
    let spoken = match (row.spoken, row.line) {
        ("", "") => row.name.to_owned(),
        ("", line) => format!("{}. {line}", row.name),
        (spoken, _) => spoken.to_owned(),
    };
    let spoken = crate::ui::i18n::bare(&spoken);
    response.widget_info(|| egui::WidgetInfo::selected(Role::ListItem, true, row.chosen, spoken.clone()));
    if let Some(stop) = row.stop {
        stop.tell(&response, row.chosen);
    }
    if row.still { response } else { response.on_hover_cursor(egui::CursorIcon::PointingHand) }
}

fn first_line(ui: &Ui, look: &Look<'_>, rect: Rect, row: Row<'_>) {
    let t = look.tokens;
    let when = look.text.elide(ui.ctx(), row.when, Style::CAPTION, rect.width() * 0.5);
    let mut cut = Cut::of(rect, look);
    let name = look.text.line(ui.ctx(), row.name, Style::NAME).size.x;
    // In a narrow list a whole name is worth more than the time, which is read out all the same.
    if rect.width() > NARROW || name + 8.0 + when.size.x <= rect.width() {
        let place = cut.end(when.size.x);
        look.text.paint(ui.painter(), &when, cut::leading(look, place, &when), t.ink3);
        cut.end(8.0);
    }
    let ink = if row.chosen { t.soft.ink } else { t.ink };
    label::line_in(ui, look, cut.rest(), (row.name, Style::NAME), ink);
}

fn second_line(ui: &Ui, look: &Look<'_>, rect: Rect, row: Row<'_>, below: &crate::ui::text::Shaped) {
    let t = look.tokens;
    let mut cut = Cut::of(rect, look);
    if let Some(icon) = row.icon {
        let mut place = cut.start(22.0);
        place.max.y = place.min.y + Style::CAPTION.line();
        let shift = if look.rtl() { vec2(3.0, 0.0) } else { vec2(-3.0, 0.0) };
        look.text.icon(ui.painter(), icon, 15.0, place.center() + shift, t.ink2);
    }
    if row.count > 0 {
        let place = cut.end(32.0);
        let shift = if look.rtl() { vec2(-4.0, 0.0) } else { vec2(4.0, 0.0) };
        badge::count(ui, look, place.center() + shift, row.count);
    }
    look.text.paint(ui.painter(), below, cut::leading(look, cut.rest(), below), t.ink2);
}
