//! One of few: each choice says in words what it means, so that nobody has to guess.

use egui::{Response, Sense, Stroke, StrokeKind, Ui, accesskit::Role, vec2};

use super::ring;
use crate::ui::look::Look;
use crate::ui::text::{Icon, Style};
use crate::ui::theme::{radius, space};

/// A choice with its meaning below it.
pub fn show(ui: &mut Ui, look: &Look<'_>, icon: Icon, title: &str, meaning: &str, chosen: bool) -> Response {
    let width = ui.available_width();
    let lead = 56.0;
    let room = (width - lead - 44.0).max(40.0);
    let head = look.text.wrap(ui.ctx(), title, Style::NAME, room);
    let text = look.text.wrap(ui.ctx(), meaning, Style::LABEL, room);
    let gap = if meaning.is_empty() { 0.0 } else { 2.0 + text.size.y };
    let height = (head.size.y + gap + space::M * 2.0).max(56.0);
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    let t = look.tokens;
    let (ground, stroke) = match (chosen, response.hovered()) {
        (true, _) => (t.soft.ground, Stroke::new(2.0, t.accent)),
        (false, true) => (t.sunken, t.edge()),
        (false, false) => (t.surface, t.edge()),
    };
    ui.painter().rect(rect, radius::CONTROL, ground, stroke, StrokeKind::Inside);
    let ink = if chosen { t.soft.ink } else { t.ink };
    let top = rect.center().y - (head.size.y + gap) / 2.0;
    look.text.icon(ui.painter(), icon, 24.0, look.flow.lead_middle(rect, 29.0), ink);
    let at = |y: f32, size| look.flow.rect_at(look.flow.lead(rect, lead), y, size).min;
    look.text.paint(ui.painter(), &head, at(top, head.size), ink);
    let below = at(top + head.size.y + 2.0, text.size);
    look.text.paint(ui.painter(), &text, below, if chosen { t.soft.ink } else { t.ink2 });
    if chosen {
        look.text.icon(ui.painter(), Icon::Check, 20.0, look.flow.trail_middle(rect, 24.0), t.soft.ink);
    }
    ring(ui, look, &response, rect, radius::CONTROL);
    let spoken = crate::ui::i18n::bare(title);
    response.widget_info(|| egui::WidgetInfo::selected(Role::RadioButton, true, chosen, spoken.clone()));
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// From this width on, short choices stand two to a line.
const TWO: f32 = 400.0;

/// Many short choices: two to a line where there is room. The number of what was pressed, also where it is chosen.
pub fn grid(ui: &mut Ui, look: &Look<'_>, icon: Icon, names: &[&str], chosen: Option<usize>) -> Option<usize> {
    let columns = if ui.available_width() >= TWO { 2 } else { 1 };
    let each = (ui.available_width() - space::M * (columns as f32 - 1.0)) / columns as f32;
    let mut pressed = None;
    for first in (0..names.len()).step_by(columns) {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::M;
            for (at, name) in names.iter().enumerate().skip(first).take(columns) {
                let size = vec2(each, 56.0);
                ui.allocate_ui_with_layout(size, look.flow.down(), |ui| {
                    ui.set_width(each);
                    if show(ui, look, icon, name, "", chosen == Some(at)).clicked() {
                        pressed = Some(at);
                    }
                });
            }
        });
    }
    pressed
}
