//! Where the window stood: brought back at the next start, unless there is no screen there any more.

use egui::{Context, Vec2, ViewportCommand, pos2, vec2};

use super::App;
use crate::engine::display::{DisplayPatch, Place};
use crate::ui::look::wake_after;

/// A window that was just moved may be moved again; it is kept when it stands still.
const STILL_MS: u64 = 1_500;
/// As much of a window as has to be on the screen.
const GRIP: f32 = 120.0;
/// The smallest window there is.
const LEAST: Vec2 = vec2(420.0, 560.0);

/// What is known of the window's place.
#[derive(Default)]
pub(super) struct Seat {
    restored: bool,
    seen: Option<(Place, u64)>,
}

/// Where to put a window on a screen of this size, both in points without zoom: a size that fits, and a corner only
/// where that is on the screen. A monitor that is gone must not take the window with it.
fn fitting(place: Place, screen: Vec2) -> (Vec2, Option<Vec2>) {
    let size = vec2(place.width as f32, place.height as f32).min(screen).max(LEAST.min(screen));
    let corner = vec2(place.x as f32, place.y as f32);
    let reached = corner.x + size.x >= GRIP && corner.x <= screen.x - GRIP;
    let held = corner.y >= 0.0 && corner.y <= screen.y - GRIP;
    (size, (reached && held).then_some(corner))
}

impl App {
    /// Puts the window where it stood, and keeps where it stands.
    pub(super) fn sit(&mut self, ctx: &Context) {
        if self.demo.is_some() || !self.outside.seated() {
            return;
        }
        let zoom = ctx.zoom_factor();
        let Some(screen) = ctx.input(|i| i.viewport().monitor_size).map(|size| size * zoom) else { return };
        if !self.seat.restored {
            self.seat.restored = true;
            if let Some(place) = self.display.place {
                let (size, corner) = fitting(place, screen);
                ctx.send_viewport_cmd(ViewportCommand::InnerSize(size / zoom));
                if let Some(corner) = corner {
                    ctx.send_viewport_cmd(ViewportCommand::OuterPosition(pos2(corner.x, corner.y) / zoom));
                }
                if place.maximized {
                    ctx.send_viewport_cmd(ViewportCommand::Maximized(true));
                }
            }
            return;
        }
        self.keep_place(ctx, zoom);
    }

    fn keep_place(&mut self, ctx: &Context, zoom: f32) {
        let (outer, inner, maximized, away) = ctx.input(|i| {
            let window = i.viewport();
            let away = window.minimized == Some(true) || window.fullscreen == Some(true);
            (window.outer_rect, window.inner_rect, window.maximized.unwrap_or(false), away)
        });
        let (Some(outer), Some(inner), false) = (outer, inner, away) else { return };
        let before = self.display.place;
        let now_ms = (self.now)();
        let place = match before {
            // The rest is where it goes back to.
            Some(before) if maximized => Place { maximized, ..before },
            _ => Place {
                x: (outer.min.x * zoom).round() as i32,
                y: (outer.min.y * zoom).round() as i32,
                width: (inner.width() * zoom).round().max(0.0) as u32,
                height: (inner.height() * zoom).round().max(0.0) as u32,
                maximized,
            },
        };
        if Some(place) == before {
            self.seat.seen = None;
            return;
        }
        match self.seat.seen {
            Some((seen, since_ms)) if seen == place => {
                if now_ms >= since_ms + STILL_MS {
                    self.seat.seen = None;
                    self.change_display(DisplayPatch { place: Some(place), ..DisplayPatch::default() });
                }
            }
            _ => {
                self.seat.seen = Some((place, now_ms));
                wake_after(ctx, STILL_MS + 50);
            }
        }
    }
}

#[cfg(test)]
#[path = "place_tests.rs"]
mod tests;
