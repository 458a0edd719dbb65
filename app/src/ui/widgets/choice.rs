//! One of few: each choice says in words what it means, so that nobody has to guess.

use egui::{Response, Sense, Stroke, StrokeKind, Ui, accesskit::Role, vec2};

use super::ring;
use crate::ui::look::Look;
use crate::ui::text::{Icon, Style};
use crate::ui::theme::{radius, space};

/// The least height of a choice.
const LEAST: f32 = 56.0;

/// A choice with its meaning below it.
pub fn show(ui: &mut Ui, look: &Look<'_>, icon: Icon, title: &str, meaning: &str, chosen: bool) -> Response {
    Choice { icon: Some(icon), title, meaning, chosen, word: Style::NAME, least: LEAST }.show(ui, look)
}

/// A choice that shows itself what it means: its word stands in this size.
pub fn sized(ui: &mut Ui, look: &Look<'_>, title: &str, size: f32, chosen: bool) -> Response {
    Choice {
        icon: Some(Icon::ALargeSmall),
        title,
        meaning: "",
        chosen,
        word: Style { size, ..Style::NAME },
        least: LEAST,
    }
    .show(ui, look)
}

#[derive(Clone, Copy)]
struct Choice<'a> {
    icon: Option<Icon>,
    title: &'a str,
    meaning: &'a str,
    chosen: bool,
    word: Style,
    least: f32,
}

impl Choice<'_> {
    /// Where the words begin, and what they leave for the check at their end.
    fn margins(self) -> (f32, f32) {
        // The check has its room before it is there, so that nothing moves; names in a grid have none to spare.
        (if self.icon.is_some() { 56.0 } else { 18.0 }, if self.icon.is_some() || self.chosen { 44.0 } else { 14.0 })
    }

    fn height(self, ui: &Ui, look: &Look<'_>, width: f32) -> f32 {
        let (lead, end) = self.margins();
        let head = look.text.wrap(ui.ctx(), self.title, self.word, (width - lead - end).max(40.0));
        (head.size.y + space::M * 2.0).max(self.least)
    }

    fn show(self, ui: &mut Ui, look: &Look<'_>) -> Response {
        let (width, (lead, end)) = (ui.available_width(), self.margins());
        let room = (width - lead - end).max(40.0);
        let head = look.text.wrap(ui.ctx(), self.title, self.word, room);
        let text = look.text.wrap(ui.ctx(), self.meaning, Style::LABEL, room);
        let gap = if self.meaning.is_empty() { 0.0 } else { 2.0 + text.size.y };
        let height = (head.size.y + gap + space::M * 2.0).max(self.least);
        let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
        let t = look.tokens;
        let (ground, stroke) = match (self.chosen, response.hovered()) {
            (true, _) => (t.soft.ground, Stroke::new(2.0, t.accent)),
            (false, true) => (t.sunken, t.edge()),
            (false, false) => (t.surface, t.edge()),
        };
        ui.painter().rect(rect, radius::CONTROL, ground, stroke, StrokeKind::Inside);
        let ink = if self.chosen { t.soft.ink } else { t.ink };
        let top = rect.center().y - (head.size.y + gap) / 2.0;
        if let Some(icon) = self.icon {
            look.text.icon(ui.painter(), icon, 24.0, look.flow.lead_middle(rect, 29.0), ink);
        }
        let at = |y: f32, size| look.flow.rect_at(look.flow.lead(rect, lead), y, size).min;
        look.text.paint(ui.painter(), &head, at(top, head.size), ink);
        let below = at(top + head.size.y + 2.0, text.size);
        look.text.paint(ui.painter(), &text, below, if self.chosen { t.soft.ink } else { t.ink2 });
        if self.chosen {
            look.text.icon(ui.painter(), Icon::Check, 20.0, look.flow.trail_middle(rect, 24.0), t.soft.ink);
        }
        ring(ui, look, &response, rect, radius::CONTROL);
        let spoken = crate::ui::i18n::bare(self.title);
        response.widget_info(|| egui::WidgetInfo::selected(Role::RadioButton, true, self.chosen, spoken.clone()));
        response.on_hover_cursor(egui::CursorIcon::PointingHand)
    }
}

/// From this width on, short choices stand two to a line.
const TWO: f32 = 400.0;

/// Many short choices: two to a line where there is room. The number of what was pressed, also where it is chosen.
pub fn grid(ui: &mut Ui, look: &Look<'_>, icon: Option<Icon>, names: &[&str], chosen: Option<usize>) -> Option<usize> {
    let columns = if ui.available_width() >= TWO { 2 } else { 1 };
    let each = (ui.available_width() - space::M * (columns as f32 - 1.0)) / columns as f32;
    let mut pressed = None;
    let choice = |at: usize, title| {
        let (meaning, chosen, word) = ("", chosen == Some(at), Style::NAME);
        Choice { icon, title, meaning, chosen, word, least: LEAST }
    };
    for first in (0..names.len()).step_by(columns) {
        // Beside each other they are equally high.
        let row = || names.iter().enumerate().skip(first).take(columns);
        let least = row().map(|(at, name)| choice(at, name).height(ui, look, each)).fold(LEAST, f32::max);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::M;
            for (at, name) in row() {
                let size = vec2(each, least);
                ui.allocate_ui_with_layout(size, look.flow.down(), |ui| {
                    ui.set_width(each);
                    if (Choice { least, ..choice(at, name) }).show(ui, look).clicked() {
                        pressed = Some(at);
                    }
                });
            }
        });
    }
    pressed
}
