//! A square code, for a camera to read: dark on light whatever the theme, with the quiet edge that readers need.

use egui::{Color32, Pos2, Rect, Sense, Ui, Vec2, accesskit::Role, vec2};
use qrcode::{EcLevel, QrCode};

use crate::ui::theme::radius;

/// Modules of quiet ground around the code.
const QUIET: f32 = 4.0;
/// The least side of a module, in points: a telephone's camera blurs smaller ones.
const MODULE: f32 = 6.0;

/// Draws a code that holds `content`, called `name` for a screen reader. Nothing is drawn where it holds too much.
pub fn show(ui: &mut Ui, content: &[u8], name: &str) {
    let Ok(code) = QrCode::with_error_correction_level(content, EcLevel::M) else { return };
    let modules = code.width() as f32 + 2.0 * QUIET;
    // Whole pixels: a module that is sometimes six and sometimes seven wide is harder to read.
    let scale = ui.ctx().pixels_per_point();
    let fits = (ui.available_width() / modules).min(MODULE.max(300.0 / modules));
    let module = (fits * scale).floor().max(1.0) / scale;
    let side = module * modules;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), side), Sense::hover());
    let ground = Rect::from_min_size(Pos2::new(rect.center().x - side / 2.0, rect.min.y), Vec2::splat(side));
    let ground = ground.translate(snapped(ground.min, scale) - ground.min);
    ui.painter().rect_filled(ground, radius::CONTROL, Color32::WHITE);
    let width = code.width();
    for (at, colour) in code.to_colors().into_iter().enumerate() {
        if colour == qrcode::Color::Dark {
            let (x, y) = ((at % width) as f32 + QUIET, (at / width) as f32 + QUIET);
            let dot = Rect::from_min_size(ground.min + vec2(x, y) * module, Vec2::splat(module));
            ui.painter().rect_filled(dot, 0.0, Color32::BLACK);
        }
    }
    crate::ui::widgets::name(&response, Role::Image, name);
}

fn snapped(at: Pos2, scale: f32) -> Pos2 {
    Pos2::new((at.x * scale).round() / scale, (at.y * scale).round() / scale)
}
