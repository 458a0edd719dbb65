//! Groups of digits, large enough to read aloud and to compare one by one. They stand in the order in which they are
//! read in every language: digits never mirror.

use egui::{Align2, Pos2, Sense, Ui, accesskit::Role, vec2};

use super::{card, label};
use crate::ui::look::Look;
use crate::ui::text::{Style, Weight};

/// Draws groups, parted by gaps or dashes, at most `columns` to a line.
pub fn show(ui: &mut Ui, look: &Look<'_>, digits: &str, columns: usize) {
    let groups: Vec<&str> = digits.split(|c: char| c.is_whitespace() || c == '-').filter(|g| !g.is_empty()).collect();
    card::inset(ui, look, |ui| {
        let style = Style { size: 20.0, weight: Weight::Semi };
        let widest = groups.iter().map(|group| group.len()).max().unwrap_or(1) as f32 * style.size * 0.72 + 16.0;
        let fitting = (ui.available_width() / widest).floor().max(1.0) as usize;
        // No line is left half empty where it can be helped.
        let columns = (1..=columns.min(fitting)).rev().find(|n| groups.len().is_multiple_of(*n)).unwrap_or(1);
        let each = ui.available_width() / columns as f32;
        for line in groups.chunks(columns) {
            let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 36.0), Sense::hover());
            for (at, group) in line.iter().enumerate() {
                let x = rect.min.x + each * (at as f32 + 0.5);
                let place = (Pos2::new(x, rect.center().y), Align2::CENTER_CENTER);
                label::at(ui, look, place, (group, style), each, look.tokens.ink);
            }
            super::name(&response, Role::Label, &line.join(" "));
        }
    });
}
