//! How far something is, in words with a bar below; the words alone must be enough.

use egui::{Rect, Response, Sense, Ui, WidgetInfo, accesskit::Role, vec2};

use super::{cut, cut::Cut};
use crate::ui::i18n::bare;
use crate::ui::look::{Look, wake_after};
use crate::ui::text::Style;
use crate::ui::theme::space;

/// One step of the bar that only says that something goes on.
const STEP_MS: u64 = 90;

/// Draws it as wide as there is room; `done` is between 0 and 1, or unknown. Nothing moves where the person asked for
/// stillness.
pub fn show(ui: &mut Ui, look: &Look<'_>, words: &str, done: Option<f32>) -> Response {
    let width = ui.available_width();
    let shaped = look.text.wrap(ui.ctx(), words, Style::LABEL, width);
    let (rect, response) = ui.allocate_exact_size(vec2(width, shaped.size.y + space::S + 8.0), Sense::hover());
    let mut cut = Cut::of(rect, look);
    let line = cut.top(shaped.size.y);
    look.text.paint(ui.painter(), &shaped, cut::leading(look, line, &shaped), look.tokens.ink2);
    cut.top(space::S);
    let bar = cut.rest();
    let t = look.tokens;
    // By night its ground alone could not be told from the page.
    let edge = if t.dark { t.edge() } else { t.rim() };
    ui.painter().rect(bar, 4.0, t.sunken, edge, egui::StrokeKind::Inside);
    let part = match done {
        Some(done) => Cut::of(bar, look).start(bar.width() * done.clamp(0.0, 1.0)),
        None => unknown(ui, look, bar),
    };
    ui.painter().rect_filled(part, 4.0, t.accent);
    response.widget_info(|| WidgetInfo {
        label: Some(bare(words)),
        value: done.map(|done| f64::from(done * 100.0).round()),
        ..WidgetInfo::new(Role::ProgressIndicator)
    });
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_min_numeric_value(0.0);
        node.set_max_numeric_value(100.0);
    });
    response
}

/// A third of the bar, going round slowly; the middle third where nothing may move.
fn unknown(ui: &Ui, look: &Look<'_>, bar: Rect) -> Rect {
    let third = bar.width() / 3.0;
    let mut left = bar.min.x + third;
    if !look.still {
        wake_after(ui.ctx(), STEP_MS);
        let step = (look.clock.now_ms / STEP_MS % 40) as f32 / 40.0;
        left = bar.min.x - third + (bar.width() + third) * step;
    }
    Rect::from_min_size(egui::pos2(left, bar.min.y), vec2(third, bar.height())).intersect(bar)
}
