//! Groups of digits, large enough to read aloud and to compare one by one. They stand in the order in which they are
//! read in every language: digits never mirror.

use egui::{Align2, Pos2, Sense, Ui, accesskit::Role, vec2};

use super::{card, label};
use crate::ui::look::Look;
use crate::ui::text::{Style, Weight};

/// The diameter of a group's number with its ground, and its distance from the group.
const MARK: f32 = 22.0;
const GAP: f32 = 8.0;

/// Draws groups, parted by gaps or dashes, at most `columns` to a line.
pub fn show(ui: &mut Ui, look: &Look<'_>, digits: &str, columns: usize) {
    draw(ui, look, digits, columns, false);
}

/// The same with each group's number before it, for digits that are copied by hand and asked for by that number.
pub fn numbered(ui: &mut Ui, look: &Look<'_>, digits: &str, columns: usize) {
    draw(ui, look, digits, columns, true);
}

fn draw(ui: &mut Ui, look: &Look<'_>, digits: &str, columns: usize, numbered: bool) {
    let groups: Vec<&str> = digits.split(|c: char| c.is_whitespace() || c == '-').filter(|g| !g.is_empty()).collect();
    card::inset(ui, look, |ui| {
        let style = Style { size: 20.0, weight: Weight::Semi };
        let lead = if numbered { MARK + GAP } else { 0.0 };
        let widest = groups.iter().map(|group| group.len()).max().unwrap_or(1) as f32 * style.size * 0.72 + 16.0 + lead;
        let fitting = (ui.available_width() / widest).floor().max(1.0) as usize;
        // No line is left half empty where it can be helped.
        let columns = (1..=columns.min(fitting)).rev().find(|n| groups.len().is_multiple_of(*n)).unwrap_or(1);
        let each = ui.available_width() / columns as f32;
        for (row, line) in groups.chunks(columns).enumerate() {
            let number = |at: usize| row * columns + at + 1;
            let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 36.0), Sense::hover());
            for (at, group) in line.iter().enumerate() {
                let x = rect.min.x + each * (at as f32 + 0.5);
                let place = (Pos2::new(x + lead / 2.0, rect.center().y), Align2::CENTER_CENTER);
                let taken = label::at(ui, look, place, (group, style), each, look.tokens.ink);
                if numbered {
                    let centre = Pos2::new(taken.min.x - GAP - MARK / 2.0, rect.center().y);
                    let (said, t) = (number(at).to_string(), look.tokens);
                    ui.painter().circle(centre, MARK / 2.0, t.soft.ground, t.rim());
                    label::at(ui, look, (centre, Align2::CENTER_CENTER), (&said, Style::CAPTION), MARK, t.soft.ink);
                }
            }
            let spoken: Vec<String> =
                line.iter().enumerate().map(|(at, group)| format!("{}. {group}", number(at))).collect();
            let spoken = if numbered { spoken.join(", ") } else { line.join(" ") };
            super::name(&response, Role::Label, &spoken);
        }
    });
}
