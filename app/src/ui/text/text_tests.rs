//! The atlas, the cache and the pixels.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use egui::{Color32, Context, RawInput, Rect, pos2, vec2};

use super::*;

fn in_frame(ctx: &Context, draw: impl FnMut(&mut egui::Ui)) {
    let input =
        RawInput { screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(800.0, 600.0))), ..RawInput::default() };
    let mut draw = draw;
    ctx.run_ui(input, |ui| draw(ui)).textures_delta.clear();
}

#[test]
fn the_same_text_is_shaped_once_and_forgotten_on_demand() {
    let (ctx, text) = (Context::default(), Text::new());
    in_frame(&ctx, |ui| {
        text.begin_frame(false, false);
        let a = text.line(ui.ctx(), "10 mg", Style::BODY);
        let b = text.line(ui.ctx(), "10 mg", Style::BODY);
        let c = text.line(ui.ctx(), "10 mg", Style::BODY.strong());
        assert!(Arc::ptr_eq(&a, &b) && !Arc::ptr_eq(&a, &c));
        text.paint(ui.painter(), &a, pos2(10.0, 10.0), Color32::BLACK);
    });
    let (pages, glyphs, texts, bytes) = text.usage();
    assert!(pages == 1 && glyphs >= 4 && texts == 2 && bytes > 0);
    text.forget();
    assert_eq!(text.usage(), (0, 0, 0, 0));
}

#[test]
fn a_full_atlas_empties_its_stalest_page_and_draws_on() {
    let (ctx, text) = (Context::default(), Text::new());
    text.parts.borrow_mut().atlas.limit_pages(1);
    let letters: Vec<String> = ('\u{4e00}'..'\u{5200}').map(String::from).collect();
    for (at, chunk) in letters.chunks(40).enumerate() {
        in_frame(&ctx, |ui| {
            text.begin_frame(false, false);
            for letter in chunk {
                let shaped = text.line(ui.ctx(), letter, Style::H1);
                text.paint(ui.painter(), &shaped, pos2(10.0, 10.0), Color32::BLACK);
            }
        });
        let (pages, glyphs, ..) = text.usage();
        assert_eq!(pages, 1, "after {at} frames");
        assert!(glyphs >= 30, "this frame's glyphs are there: {glyphs}");
    }
}

#[test]
fn the_cache_keeps_to_its_budget() {
    let (ctx, text) = (Context::default(), Text::new());
    text.parts.borrow_mut().cache = Cache::new(64 << 10);
    for frame in 0..60 {
        in_frame(&ctx, |ui| {
            text.begin_frame(false, false);
            for line in 0..20 {
                text.wrap(ui.ctx(), &format!("Message {frame} {line}: rest is treatment too"), Style::BODY, 400.0);
            }
        });
    }
    text.begin_frame(false, false);
    text.begin_frame(false, false);
    let (.., bytes) = text.usage();
    assert!(bytes <= 64 << 10, "{bytes}");
}

#[test]
fn glyphs_lie_on_whole_pixels_at_any_scale() {
    let (ctx, text) = (Context::default(), Text::new());
    ctx.set_pixels_per_point(1.5);
    let mut meshes = Vec::new();
    for _ in 0..2 {
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(800.0, 600.0))),
            ..RawInput::default()
        };
        let mut output = ctx.run_ui(input, |ui| {
            text.begin_frame(false, false);
            let shaped = text.line(ui.ctx(), "Handgloves", Style::BODY);
            text.paint(ui.painter(), &shaped, pos2(10.3, 10.7), Color32::BLACK);
        });
        output.textures_delta.clear();
        meshes = output
            .shapes
            .into_iter()
            .filter_map(|s| match s.shape {
                egui::Shape::Mesh(mesh) => Some(mesh),
                _ => None,
            })
            .collect();
    }
    assert!(!meshes.is_empty());
    for vertex in meshes.iter().flat_map(|mesh| &mesh.vertices) {
        for side in [vertex.pos.x * 1.5, vertex.pos.y * 1.5] {
            assert!((side - side.round()).abs() < 0.01, "{side}");
        }
    }
}
