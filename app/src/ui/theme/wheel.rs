//! The mouse's wheel where movement is reduced: a notch moves the page at once.
//!
//! egui spreads a notch over several frames, which looks like sliding, and has no switch for it. Steps as small as a
//! touchpad's are taken as they come, so a notch is handed over as that many small steps.

use egui::{Context, Event, MouseWheelUnit, Plugin, RawInput};

/// A step in points that egui takes at once; from 8 on it spreads them.
const STEP: f32 = 7.0;
/// Steps of one event at most: more than any screen is high.
const MOST: f32 = 1_000.0;

/// Says whether the wheel may slide.
pub fn set_still(ctx: &Context, still: bool) {
    ctx.plugin_or_default::<Wheel>().lock().still = still;
}

#[derive(Default)]
struct Wheel {
    still: bool,
}

impl Plugin for Wheel {
    fn debug_name(&self) -> &'static str {
        "wheel"
    }

    fn input_hook(&mut self, ctx: &Context, input: &mut RawInput) {
        if self.still && input.events.iter().any(|event| matches!(event, Event::MouseWheel { .. })) {
            let line = ctx.options(|options| options.input_options.line_scroll_speed);
            let page = input.screen_rect.map_or_else(|| ctx.content_rect().height(), |screen| screen.height());
            input.events =
                std::mem::take(&mut input.events).into_iter().flat_map(|event| steps(event, line, page)).collect();
        }
    }
}

/// An event of the wheel as steps of points; any other as it is.
fn steps(event: Event, line: f32, page: f32) -> Vec<Event> {
    let Event::MouseWheel { unit, delta, phase: egui::TouchPhase::Move, source, modifiers } = event else {
        return vec![event];
    };
    let delta = match unit {
        MouseWheelUnit::Point => delta,
        MouseWheelUnit::Line => line * delta,
        MouseWheelUnit::Page => page * delta,
    };
    if !delta.is_finite() {
        return Vec::new();
    }
    let count = (delta.length() / STEP).ceil().clamp(1.0, MOST);
    let step = Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: delta / count,
        phase: egui::TouchPhase::Move,
        source,
        modifiers,
    };
    vec![step; count as usize]
}

#[cfg(test)]
mod tests {
    use egui::{Modifiers, MouseWheelSource, Pos2, Rect, TouchPhase, Vec2, vec2};

    use super::*;

    const SCREEN: Vec2 = vec2(480.0, 640.0);

    /// How far the wheel moves things in the frame of its event and in all frames after it.
    fn turned(still: bool, unit: MouseWheelUnit, notches: f32) -> (f32, f32) {
        let ctx = Context::default();
        set_still(&ctx, still);
        let mut moved = Vec::new();
        for second in 0_u8..30 {
            let delta = vec2(0.0, notches);
            let (phase, source, modifiers) = (TouchPhase::Move, MouseWheelSource::Wheel, Modifiers::NONE);
            let wheel = Event::MouseWheel { unit, delta, phase, source, modifiers };
            let input = RawInput {
                screen_rect: Some(Rect::from_min_size(Pos2::ZERO, SCREEN)),
                time: Some(f64::from(second) / 60.0),
                events: if second == 3 { vec![wheel] } else { Vec::new() },
                ..RawInput::default()
            };
            let mut output = ctx.run_ui(input, |ui| moved.push(ui.input(|input| input.smooth_scroll_delta().y)));
            // Nobody paints it.
            output.textures_delta.clear();
        }
        (moved[3], moved.iter().skip(4).sum())
    }

    #[test]
    fn a_notch_slides_unless_nothing_may_move() {
        let (at_once, later) = turned(false, MouseWheelUnit::Line, 3.0);
        assert!(at_once < 60.0 && later > 60.0, "{at_once} {later}: if egui slides no more, this module can go");
        for (unit, notches, points) in [
            (MouseWheelUnit::Line, 3.0, 120.0),
            (MouseWheelUnit::Line, -1.0, -40.0),
            (MouseWheelUnit::Page, 1.0, 640.0),
            (MouseWheelUnit::Point, 90.0, 90.0),
            (MouseWheelUnit::Point, 3.0, 3.0),
        ] {
            let (at_once, later) = turned(true, unit, notches);
            assert!((at_once - points).abs() < 0.1 && later == 0.0, "{unit:?} {notches}: {at_once} {later}");
        }
    }

    #[test]
    fn nonsense_moves_nothing() {
        for notches in [f32::NAN, f32::INFINITY] {
            assert_eq!(turned(true, MouseWheelUnit::Line, notches), (0.0, 0.0));
        }
    }
}
