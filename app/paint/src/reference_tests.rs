//! The painter beside the plainest one that follows the same rules: every pixel asked of every triangle.

use std::sync::Arc;

use egui::epaint::{ClippedPrimitive, ImageData, ImageDelta, Mesh, Primitive, Vertex};
use egui::{Color32, ColorImage, Pos2, Rect, TextureId, TextureOptions, TexturesDelta, pos2, vec2};
use proptest::prelude::*;

use super::{Frame, Painter, pixel};

const WIDTH: usize = 61;
const HEIGHT: usize = 47;
const GROUND: u32 = 0x00f7_f3ea;
const PAPER: Color32 = Color32::from_rgb(0xf7, 0xf3, 0xea);

/// A texture with a white first texel, an empty one, and all sorts of others.
fn texture() -> ColorImage {
    let texel = |i: usize| match (i, i % 5) {
        (0, _) => Color32::WHITE,
        (_, 0) => Color32::TRANSPARENT,
        (_, part) => Color32::from_rgba_unmultiplied((i * 7 % 256) as u8, (i * 13 % 256) as u8, 90, (part * 60) as u8),
    };
    ColorImage::new([16, 8], (0..16 * 8).map(texel).collect())
}

fn painter(threads: usize) -> Painter {
    let mut painter = Painter { threads, ..Painter::default() };
    let image = ImageData::Color(Arc::new(texture()));
    painter.set(TextureId::default(), ImageDelta { image, options: TextureOptions::NEAREST, pos: None });
    painter
}

fn painted(painter: &Painter, mesh: &Mesh, clip: Rect) -> (Vec<u32>, usize) {
    let mut pixels = vec![0; WIDTH * HEIGHT];
    let jobs = [ClippedPrimitive { clip_rect: clip, primitive: Primitive::Mesh(mesh.clone()) }];
    let filled = painter.paint(Frame { pixels: &mut pixels, width: WIDTH, ground: PAPER }, &jobs, 1.0);
    (pixels, filled)
}

/// The reference.
fn asked(mesh: &Mesh, clip: Rect) -> (Vec<u32>, usize) {
    let (mut pixels, mut filled) = (vec![GROUND; WIDTH * HEIGHT], 0);
    let clip = Rect::from_min_max(clip.min.round(), clip.max.round());
    let image = texture();
    for indices in mesh.indices.as_chunks::<3>().0 {
        let [a, b, c] = indices.map(|index| mesh.vertices.get(index as usize).copied().unwrap_or_default());
        let area = cross(a.pos, b.pos, c.pos);
        if area == 0.0 {
            continue;
        }
        for (place, below) in pixels.iter_mut().enumerate() {
            let point = pos2((place % WIDTH) as f32 + 0.5, (place / WIDTH) as f32 + 0.5);
            let sides = [(b.pos, c.pos), (c.pos, a.pos), (a.pos, b.pos)];
            let weights = sides.map(|(from, to)| cross(from, to, point) / area);
            let inside = sides
                .iter()
                .zip(weights)
                .all(|((from, to), weight)| weight > 0.0 || (weight == 0.0 && owns(*from, *to, area)));
            if inside && clip.contains(point) {
                *below = over(*below, [a, b, c], weights, &image);
                filled += 1;
            }
        }
    }
    (pixels, filled)
}

fn cross(a: Pos2, b: Pos2, p: Pos2) -> f32 {
    (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)
}

fn owns(from: Pos2, to: Pos2, area: f32) -> bool {
    let side = (to - from) * area.signum();
    side.y < 0.0 || (side.y == 0.0 && side.x > 0.0)
}

fn over(below: u32, corners: [Vertex; 3], weights: [f32; 3], image: &ColorImage) -> u32 {
    let sum =
        |part: fn(&Vertex) -> f32| corners.iter().zip(weights).map(|(corner, weight)| part(corner) * weight).sum();
    let (u, v): (f32, f32) = (sum(|corner| corner.uv.x), sum(|corner| corner.uv.y));
    let column = ((u * 16.0).floor().max(0.0) as usize).min(15);
    let row = ((v * 8.0).floor().max(0.0) as usize).min(7);
    let [r, g, b, a] = image.pixels.get(row * 16 + column).copied().unwrap_or_default().to_array().map(f32::from);
    let tint: [f32; 4] = [
        sum(|corner| f32::from(corner.color.r())),
        sum(|corner| f32::from(corner.color.g())),
        sum(|corner| f32::from(corner.color.b())),
        sum(|corner| f32::from(corner.color.a())),
    ];
    let [tr, tg, tb, ta] = tint;
    let keep = 1.0 - ta * a / 255.0 / 255.0;
    let [_, br, bg, bb] = below.to_be_bytes().map(f32::from);
    let mix = |source: f32, under: f32| (source / 255.0 + under * keep).round().clamp(0.0, 255.0) as u8;
    u32::from_be_bytes([0, mix(tr * r, br), mix(tg * g, bg), mix(tb * b, bb)])
}

/// How far apart two pixels are in the channel that differs most: sums taken in another order may round to a neighbour.
fn apart(one: u32, other: u32) -> u8 {
    one.to_be_bytes().iter().zip(other.to_be_bytes()).map(|(a, b)| a.abs_diff(b)).max().unwrap_or_default()
}

fn agree(mesh: &Mesh, clip: Rect) -> Result<(), TestCaseError> {
    let (by_rows, filled) = painted(&painter(1), mesh, clip);
    let (by_pixels, asked) = asked(mesh, clip);
    prop_assert_eq!(filled, asked, "as many pixels");
    let worst = by_rows.iter().zip(&by_pixels).map(|(a, b)| apart(*a, *b)).max();
    prop_assert!(worst <= Some(1), "a pixel is {:?} off", worst);
    Ok(())
}

/// Places on, between and beside pixels, so that middles fall on edges.
fn place() -> impl Strategy<Value = f32> {
    prop_oneof![(-20i16..160).prop_map(|half| f32::from(half) / 2.0), -10.0f32..80.0]
}

fn colour() -> impl Strategy<Value = Color32> {
    any::<[u8; 4]>().prop_map(|[r, g, b, a]| Color32::from_rgba_unmultiplied(r, g, b, if a > 200 { 255 } else { a }))
}

fn corner() -> impl Strategy<Value = Vertex> {
    let uv = prop_oneof![Just(pos2(0.0, 0.0)), (0.0f32..1.0, 0.0f32..1.0).prop_map(|(u, v)| pos2(u, v))];
    (place(), place(), uv, colour()).prop_map(|(x, y, uv, color)| Vertex { pos: pos2(x, y), uv, color })
}

fn clip() -> impl Strategy<Value = Rect> {
    (place(), place(), 0.0f32..90.0, 0.0f32..90.0)
        .prop_map(|(x, y, width, height)| Rect::from_min_size(pos2(x, y), vec2(width, height)))
}

fn mesh_of(vertices: Vec<Vertex>, indices: Vec<u32>) -> Mesh {
    Mesh { vertices, indices, texture_id: TextureId::default() }
}

proptest! {
    #[test]
    fn a_triangle_is_what_the_plainest_painter_makes_of_it(corners in prop::array::uniform3(corner()), clip in clip()) {
        agree(&mesh_of(corners.to_vec(), vec![0, 1, 2]), clip)?;
    }

    #[test]
    fn a_plain_fan_has_no_seam_and_no_pixel_twice(
        middle in (place(), place()), rim in prop::collection::vec((place(), place()), 3..12), color in colour(),
    ) {
        let vertex = |(x, y): (f32, f32)| Vertex { pos: pos2(x, y), uv: Pos2::ZERO, color };
        let vertices: Vec<_> = std::iter::once(middle).chain(rim).map(vertex).collect();
        let last = vertices.len() as u32 - 1;
        let indices = (1..last).flat_map(|i| [0, i, i + 1]).collect();
        agree(&mesh_of(vertices, indices), Rect::EVERYTHING.intersect(Rect::from_min_size(Pos2::ZERO, vec2(61.0, 47.0))))?;
    }

    #[test]
    fn a_rectangle_is_its_two_triangles(
        x in place(), y in place(), width in 0.25f32..40.0, height in 0.25f32..40.0, color in colour(), clip in clip(),
    ) {
        let mut mesh = Mesh::default();
        mesh.add_colored_rect(Rect::from_min_size(pos2(x, y), vec2(width, height)), color);
        agree(&mesh, clip)?;
    }

    #[test]
    fn a_glyph_is_its_texels(
        x in 0u8..60, y in 0u8..46, from in (0u8..12, 0u8..6), size in (1u8..5, 1u8..3), color in colour(), clip in clip(),
    ) {
        let at = pos2(f32::from(x), f32::from(y));
        let size = vec2(f32::from(size.0), f32::from(size.1));
        let from = pos2(f32::from(from.0) / 16.0, f32::from(from.1) / 8.0);
        let uv = Rect::from_min_size(from, size / vec2(16.0, 8.0));
        let mut mesh = Mesh::default();
        mesh.add_rect_with_uv(Rect::from_min_size(at, size), uv, color);
        agree(&mesh, clip)?;
    }

}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_number_of_threads_paints_the_same(corners in prop::collection::vec(corner(), 3..30)) {
        let indices = (0..corners.len() as u32 / 3 * 3).collect();
        let mesh = mesh_of(corners, indices);
        // Large enough for each thread to get a band.
        let whole = |threads: usize| {
            let (width, height) = (1000, 900);
            let mut pixels = vec![0; width * height];
            let clip_rect = Rect::from_min_size(Pos2::ZERO, vec2(1000.0, 900.0));
            let jobs = [ClippedPrimitive { clip_rect, primitive: Primitive::Mesh(mesh.clone()) }];
            let filled = painter(threads).paint(Frame { pixels: &mut pixels, width, ground: PAPER }, &jobs, 9.5);
            (pixels, filled)
        };
        prop_assert!(whole(1) == whole(4));
    }
}

#[test]
fn a_part_of_a_texture_is_replaced_and_one_outside_is_left_out() {
    let mut painter = painter(1);
    let part = |pos| {
        let image = ImageData::Color(Arc::new(ColorImage::filled([2, 2], Color32::BLACK)));
        ImageDelta { image, options: TextureOptions::NEAREST, pos: Some(pos) }
    };
    painter.set(TextureId::default(), part([0, 0]));
    painter.set(TextureId::default(), part([15, 0]));
    painter.set(TextureId::default(), part([0, 700]));
    let mut mesh = Mesh::default();
    mesh.add_colored_rect(Rect::from_min_size(Pos2::ZERO, vec2(61.0, 47.0)), Color32::WHITE);
    let (pixels, filled) = painted(&painter, &mesh, Rect::from_min_size(Pos2::ZERO, vec2(61.0, 47.0)));
    assert!(pixels.iter().all(|&at| at == pixel(Color32::BLACK)), "the first texel is black now");
    assert_eq!(filled, WIDTH * HEIGHT);
    let mut gone = TexturesDelta::default();
    gone.free(TextureId::default());
    painter.take(gone);
    assert_eq!(painted(&painter, &mesh, Rect::EVERYTHING).1, filled, "the frame that lets it go shows it still");
    painter.take(TexturesDelta::default());
    assert_eq!(painted(&painter, &mesh, Rect::EVERYTHING).1, 0, "a mesh without its texture is left out");
}

#[test]
fn corners_beyond_all_measure_paint_nothing() {
    let odd = [f32::NAN, f32::INFINITY, f32::NEG_INFINITY, f32::MAX, f32::MIN];
    for x in odd {
        for y in odd {
            let corner = |x, y| Vertex { pos: pos2(x, y), uv: pos2(x, y), color: Color32::RED };
            let slanted = [corner(x, y), corner(5.0, 5.0), corner(y, 9.0), corner(x, 9.0)];
            let upright = [corner(x, 5.0), corner(y, 5.0), corner(x, 9.0), corner(y, 9.0)];
            for corners in [slanted, upright] {
                let mesh = mesh_of(corners.to_vec(), vec![0, 1, 2, 2, 1, 3]);
                for clip in [Rect::EVERYTHING, Rect::NOTHING, Rect::NAN] {
                    let (_, filled) = painted(&painter(1), &mesh, clip);
                    assert_eq!(filled, 0, "{corners:?} in {clip:?}");
                }
            }
        }
    }
}
