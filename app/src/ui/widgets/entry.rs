//! A line that leads to a page of its own: a pictogram, what it is, how it stands, and the sign that it leads on.

use egui::{Color32, Pos2, Response, Sense, Ui, accesskit::Role, vec2};

use super::ring;
use crate::ui::flow::Flow;
use crate::ui::look::Look;
use crate::ui::text::{Icon, Style};
use crate::ui::theme::{radius, space};

/// Where the words begin, behind the pictogram.
pub(super) const LEAD: f32 = 56.0;

/// Draws the line as wide as there is room; `line` may be empty.
pub fn show(ui: &mut Ui, look: &Look<'_>, icon: Icon, title: &str, line: &str) -> Response {
    let width = ui.available_width();
    let lead = LEAD;
    let room = (width - lead - 44.0).max(40.0);
    let head = look.text.wrap(ui.ctx(), title, Style::NAME, room);
    let text = look.text.wrap(ui.ctx(), line, Style::LABEL, room);
    let below = if line.is_empty() { 0.0 } else { 2.0 + text.size.y };
    let height = (head.size.y + below + space::M * 2.0).max(60.0);
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    let (t, flow) = (look.tokens, look.flow);
    let ground = if response.hovered() { t.sunken } else { Color32::TRANSPARENT };
    ui.painter().rect_filled(rect, radius::CONTROL, ground);
    look.text.icon(ui.painter(), icon, 24.0, flow.lead_middle(rect, 28.0), t.accent);
    look.text.icon(ui.painter(), Icon::ChevronRight, 20.0, flow.trail_middle(rect, 22.0), t.ink3);
    let column = flow.rect_at(flow.lead(rect, lead), rect.min.y, vec2(room, height));
    let top = rect.center().y - (head.size.y + below) / 2.0;
    let left = |width: f32| Flow::text_left(column, width, flow.leftward());
    look.text.paint(ui.painter(), &head, Pos2::new(left(head.size.x), top), t.ink);
    let at = Pos2::new(left(text.size.x), top + head.size.y + 2.0);
    look.text.paint(ui.painter(), &text, at, t.ink2);
    ring(ui, look, &response, rect, radius::CONTROL);
    let spoken = if line.is_empty() { title.to_owned() } else { format!("{title}. {line}") };
    super::name(&response, Role::Button, &spoken);
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}
