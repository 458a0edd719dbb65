//! A desktop may make a window smaller than it may be: down to a single point.

use egui::{Context, Pos2, RawInput, Rect, vec2};

use super::{App, roomy};
use crate::engine::snapshot::{ProfileState, Snapshot};
use crate::ui::stage::{self, Stage};
use crate::ui::theme;

fn draw(snapshot: Snapshot, width: f32, height: f32) {
    let stage = Stage::new(snapshot);
    let mut app = App::new(Box::new(stage));
    let ctx = Context::default();
    theme::apply(&ctx);
    for second in 1..5 {
        let screen_rect = Some(Rect::from_min_size(Pos2::ZERO, vec2(width, height)));
        let mut input = RawInput { screen_rect, time: Some(f64::from(second)), focused: true, ..RawInput::default() };
        roomy(&mut input);
        let mut output = ctx.run_ui(input, |ui| {
            app.listen(ui.ctx());
            app.show(ui);
        });
        // Nobody paints it.
        output.textures_delta.clear();
    }
}

#[test]
fn no_window_is_too_small_to_be_drawn() {
    for (width, height) in [(0.0, 0.0), (1.0, 1.0), (1.0, 900.0), (1200.0, 1.0), (60.0, 50.0), (300.0, 30.0)] {
        for state in [ProfileState::None, ProfileState::Locked, ProfileState::Hidden, ProfileState::Open] {
            draw(stage::profile(state), width, height);
        }
        draw(stage::circle(), width, height);
        draw(stage::conversation(), width, height);
    }
}
