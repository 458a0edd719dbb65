//! A row of a list: an avatar, a name, a line below it, a time and a count.

use egui::{Align2, Color32, Pos2, Response, Sense, Ui, accesskit::Role, vec2};

use super::{avatar, badge, label, ring};
use crate::ui::look::Look;
use crate::ui::text::{Icon, Style};
use crate::ui::theme::radius;

/// What stands in a row.
#[derive(Clone, Copy, Default)]
pub struct Row<'a> {
    /// The first line.
    pub name: &'a str,
    /// The line below.
    pub line: &'a str,
    /// At the right of the first line.
    pub when: &'a str,
    /// New things; 0 shows nothing.
    pub count: u64,
    /// Whether somebody is here.
    pub here: bool,
    /// Whether it is the one shown beside.
    pub chosen: bool,
    /// Before the line below.
    pub icon: Option<Icon>,
    /// Read to a screen reader in place of the parts.
    pub spoken: &'a str,
}

/// Draws a row as wide as there is room.
pub fn show(ui: &mut Ui, look: &Look<'_>, row: Row<'_>) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 72.0), Sense::click());
    let t = look.tokens;
    let ground = match (row.chosen, response.hovered()) {
        (true, _) => t.soft.ground,
        (false, true) => t.sunken,
        (false, false) => Color32::TRANSPARENT,
    };
    ui.painter().rect_filled(rect, radius::CARD, ground);
    let centre = Pos2::new(rect.min.x + 36.0, rect.center().y);
    avatar::paint(ui, look, centre, 44.0, row.name);
    if row.here {
        let behind = if ground == Color32::TRANSPARENT { t.canvas } else { ground };
        avatar::here(ui, look, centre, 44.0, behind);
    }
    let when = (Pos2::new(rect.max.x - 12.0, rect.center().y - 12.0), Align2::RIGHT_CENTER);
    let taken = label::at(ui, look, when, (row.when, Style::CAPTION), 90.0, t.ink3);
    let left = rect.min.x + 70.0;
    let ink = if row.chosen { t.soft.ink } else { t.ink };
    let first = (Pos2::new(left, rect.center().y - 12.0), Align2::LEFT_CENTER);
    label::at(ui, look, first, (row.name, Style::NAME), (taken.min.x - left - 8.0).max(20.0), ink);
    let mut x = left;
    if let Some(icon) = row.icon {
        look.text.icon(ui.painter(), icon, 15.0, Pos2::new(x + 8.0, rect.center().y + 12.0), t.ink2);
        x += 22.0;
    }
    let room = rect.max.x - x - if row.count > 0 { 44.0 } else { 14.0 };
    let second = (Pos2::new(x, rect.center().y + 12.0), Align2::LEFT_CENTER);
    label::at(ui, look, second, (row.line, Style::CAPTION), room.max(20.0), t.ink2);
    if row.count > 0 {
        badge::count(ui, look, Pos2::new(rect.max.x - 24.0, rect.center().y + 13.0), row.count);
    }
    ring(ui, look, &response, rect, radius::CARD);
    let spoken = crate::ui::i18n::bare(if row.spoken.is_empty() { row.name } else { row.spoken });
    response.widget_info(|| egui::WidgetInfo::selected(Role::ListItem, true, row.chosen, spoken.clone()));
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}
