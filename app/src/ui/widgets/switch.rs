//! A row that is on or off: what it is, what it means, and the switch at its end. The whole row is pressed.

use egui::{Pos2, Rect, Response, Sense, StrokeKind, Ui, accesskit::Role, vec2};

use super::entry::LEAD;
use super::{cut, cut::Cut, ring};
use crate::ui::i18n::bare;
use crate::ui::look::Look;
use crate::ui::text::{Icon, Style};
use crate::ui::theme::{TARGET, radius, space};

/// Draws it as wide as there is room; `clicked()` of the answer asks for the other state.
pub fn show(ui: &mut Ui, look: &Look<'_>, icon: Icon, (title, meaning): (&str, &str), on: bool) -> Response {
    let width = ui.available_width();
    let room = (width - LEAD - 68.0 - space::L).max(60.0);
    let head = look.text.wrap(ui.ctx(), title, Style::NAME, room);
    let text = look.text.wrap(ui.ctx(), meaning, Style::LABEL, room);
    let below = if meaning.is_empty() { 0.0 } else { text.size.y + 2.0 };
    let height = (head.size.y + below + space::M * 2.0).max(TARGET);
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    let t = look.tokens;
    if response.hovered() {
        ui.painter().rect_filled(rect, radius::CONTROL, t.sunken);
    }
    look.text.icon(ui.painter(), icon, 24.0, look.flow.lead_middle(rect, 28.0), t.accent);
    let mut cut = Cut::of(rect.shrink2(vec2(0.0, space::M)), look);
    cut.start(LEAD);
    cut.end(space::S);
    let side = cut.end(60.0);
    let mut words = Cut::of(cut.rest(), look);
    if below == 0.0 {
        look.text.paint(ui.painter(), &head, cut::leading(look, words.rest(), &head), t.ink);
    } else {
        let line = words.top(head.size.y);
        look.text.paint(ui.painter(), &head, cut::leading(look, line, &head), t.ink);
        words.top(2.0);
        let line = words.top(text.size.y);
        look.text.paint(ui.painter(), &text, cut::leading(look, line, &text), t.ink2);
    }
    knob(ui, look, side, on);
    ring(ui, look, &response, rect, radius::CONTROL);
    let spoken = if meaning.is_empty() { bare(title) } else { format!("{}. {}", bare(title), bare(meaning)) };
    response.widget_info(|| egui::WidgetInfo::selected(Role::Switch, true, on, spoken.clone()));
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// The switch itself: told apart by place and shape, not by colour alone.
fn knob(ui: &Ui, look: &Look<'_>, side: Rect, on: bool) {
    let t = look.tokens;
    let track = Rect::from_center_size(side.center(), vec2(52.0, 30.0));
    let (ground, edge) = if on { (t.accent, t.edge_of(t.accent)) } else { (t.surface, t.edge()) };
    ui.painter().rect(track, 15.0, ground, edge, StrokeKind::Inside);
    let towards_end = on != look.rtl();
    let x = if towards_end { track.max.x - 15.0 } else { track.min.x + 15.0 };
    let centre = Pos2::new(x, track.center().y);
    if on {
        ui.painter().circle_filled(centre, 11.0, t.on_accent);
        look.text.icon(ui.painter(), Icon::Check, 14.0, centre, t.accent);
    } else {
        ui.painter().circle_filled(centre, 9.0, t.ink3);
    }
}
