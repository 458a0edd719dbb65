//! What to do, one thing after the other: each step with its number, so that one finds one's place again after looking
//! away. A single step has no number.

use egui::{Pos2, Rect, Sense, Ui, accesskit::Role, vec2};

use super::cut::Cut;
use super::label;
use crate::ui::look::Look;
use crate::ui::text::{Icon, Style};
use crate::ui::theme::space;

/// The diameter of a number's ground.
const MARK: f32 = 32.0;

/// Draws them below each other.
pub fn show(ui: &mut Ui, look: &Look<'_>, steps: &[String]) {
    let alone = steps.len() == 1;
    for (at, step) in steps.iter().enumerate() {
        let room = (ui.available_width() - MARK - space::M).max(40.0);
        let shaped = look.text.wrap(ui.ctx(), step, Style::BODY, room);
        // Letters of a first line stand in the middle of the mark.
        let drop = ((MARK - Style::BODY.line()) / 2.0).max(0.0);
        let height = (shaped.size.y + drop * 2.0).max(MARK);
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        let mut cut = Cut::of(rect, look);
        let mark = cut.start(MARK);
        let centre = Pos2::new(mark.center().x, rect.min.y + MARK / 2.0);
        let t = look.tokens;
        ui.painter().circle(centre, MARK / 2.0, t.soft.ground, t.rim());
        if alone {
            look.text.icon(ui.painter(), Icon::Check, 18.0, centre, t.soft.ink);
        } else {
            let number = (at + 1).to_string();
            label::at(ui, look, (centre, egui::Align2::CENTER_CENTER), (&number, Style::BUTTON), MARK, t.soft.ink);
        }
        cut.start(space::M);
        let text = Rect::from_min_size(cut.rest().min + vec2(0.0, drop), vec2(cut.rest().width(), shaped.size.y));
        look.text.paint(ui.painter(), &shaped, super::cut::leading(look, text, &shaped), t.ink);
        let spoken = if alone { step.clone() } else { format!("{}. {step}", at + 1) };
        super::name(&response, Role::ListItem, &spoken);
    }
}
