//! One of a few short words side by side; below each other where they do not fit. One stop for Tab, arrows choose.

use egui::{Id, Key, Response, Sense, StrokeKind, Ui, accesskit::Role, vec2};

use super::{cut, cut::Cut, name, ring, roving::roam};
use crate::ui::i18n::bare;
use crate::ui::look::Look;
use crate::ui::text::{Icon, Style};
use crate::ui::theme::{TARGET, radius, space};

/// Draws the choice called `title`; the number of what was pressed just now.
pub fn show(ui: &mut Ui, look: &Look<'_>, id: Id, title: &str, words: &[&str], chosen: usize) -> Option<usize> {
    let widest = words.iter().map(|word| look.text.line(ui.ctx(), word, Style::BUTTON).size.x).fold(24.0, f32::max);
    let count = words.len().max(1) as f32;
    let room = ui.available_width();
    let each = widest + 40.0;
    let column = each * count > room;
    let size = if column { vec2(room, TARGET * count) } else { vec2((each * count).min(room), TARGET) };
    let (whole, group) = ui.allocate_exact_size(size, Sense::hover());
    let t = look.tokens;
    ui.painter().rect(whole, radius::CONTROL, t.surface, t.edge(), StrokeKind::Inside);
    let mut cut = Cut::of(whole, look);
    let ids: Vec<Id> = (0..words.len()).map(|at| id.with(at)).collect();
    let mut pressed = None;
    for (at, word) in words.iter().enumerate() {
        let rect = if column { cut.top(TARGET) } else { cut.start(size.x / count) };
        let own = ids.get(at).copied().unwrap_or(id);
        // Where none is chosen, the first is the way in for the keyboard.
        let stop = at == chosen || (at == 0 && chosen >= words.len());
        let sense = if stop { Sense::click() } else { Sense::CLICK };
        let response = ui.interact(rect, own, sense);
        draw(ui, look, &response, word, (at == chosen, column));
        if response.clicked() {
            pressed = Some(at);
        }
        let keys = match (column, look.rtl()) {
            (true, _) => (Key::ArrowUp, Key::ArrowDown),
            (false, false) => (Key::ArrowLeft, Key::ArrowRight),
            (false, true) => (Key::ArrowRight, Key::ArrowLeft),
        };
        // As with any radio group, the choice goes along with the keyboard.
        if let Some(next) = roam(ui, &ids, at, keys) {
            pressed = Some(next);
        }
    }
    name(&group, Role::RadioGroup, title);
    pressed.filter(|at| *at != chosen)
}

fn draw(ui: &Ui, look: &Look<'_>, response: &Response, word: &str, (chosen, column): (bool, bool)) {
    let (t, rect) = (look.tokens, response.rect);
    let inner = rect.shrink(4.0);
    let ink = match (chosen, response.hovered()) {
        (true, _) => {
            ui.painter().rect(inner, radius::CONTROL - 3.0, t.accent, t.rim(), StrokeKind::Inside);
            t.on_accent
        }
        (false, true) => {
            ui.painter().rect_filled(inner, radius::CONTROL - 3.0, t.sunken);
            t.ink
        }
        (false, false) => t.ink,
    };
    if column {
        // Below each other the words begin at one edge, and a mark tells the chosen one apart.
        let mut cut = Cut::of(inner.shrink2(vec2(space::M, 0.0)), look);
        let mark = cut.end(24.0);
        if chosen {
            look.text.icon(ui.painter(), Icon::Check, 20.0, mark.center(), ink);
        }
        let shaped = look.text.elide(ui.ctx(), word, Style::BUTTON, cut.rest().width());
        look.text.paint(ui.painter(), &shaped, cut::leading(look, cut.rest(), &shaped), ink);
    } else {
        let shaped = look.text.elide(ui.ctx(), word, Style::BUTTON, rect.width() - space::M);
        look.text.paint(ui.painter(), &shaped, rect.center() - shaped.size / 2.0, ink);
    }
    ring(ui, look, response, rect, radius::CONTROL);
    let spoken = bare(word);
    response.widget_info(|| egui::WidgetInfo::selected(Role::RadioButton, true, chosen, spoken.clone()));
    if response.hovered() {
        ui.ctx().set_cursor_icon(egui::CursorIcon::PointingHand);
    }
}
