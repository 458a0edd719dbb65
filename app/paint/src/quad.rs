//! Upright rectangles of one tint: glyphs, icons, lines and plain grounds, which are most of what a window is.

use egui::Color32;

use crate::blend::Layer;
use crate::texture::Texture;
use crate::{Area, Band, Corner};

/// Two triangles that make an upright rectangle.
pub(crate) struct Quad {
    least: Corner,
    most: Corner,
}

impl Quad {
    /// The rectangle with these corners: left top, right top, left bottom, right bottom. None where they make no upright
    /// one of a single tint.
    pub fn of([a, b, c, d]: [Corner; 4]) -> Option<Self> {
        let upright = a.y == b.y && c.y == d.y && a.x == c.x && b.x == d.x && a.x < b.x && a.y < c.y;
        let plain = a.colour == b.colour && a.colour == c.colour && a.colour == d.colour;
        let mapped = a.v == b.v && c.v == d.v && a.u == c.u && b.u == d.u;
        let measured = (d.x - a.x).is_finite() && (d.y - a.y).is_finite();
        (upright && plain && mapped && measured).then_some(Self { least: a, most: d })
    }

    /// Fills the pixels whose middles it holds; the left and upper edges are part of it.
    pub fn fill(&self, band: &mut Band<'_>, texture: &Texture, area: Area) -> usize {
        let Self { least, most } = self;
        let first = |edge: f32| (edge - 0.5).ceil().max(0.0) as usize;
        let (left, right) = (first(least.x).max(area.left), first(most.x).min(area.right));
        let (top, bottom) = (first(least.y).max(area.top), first(most.y).min(area.bottom));
        if left >= right || top >= bottom {
            return 0;
        }
        let tint = least.colour.to_array().map(f32::from);
        let along = (most.u - least.u) / (most.x - least.x);
        let down = (most.v - least.v) / (most.y - least.y);
        let u = |x: usize| least.u + (x as f32 + 0.5 - least.x) * along;
        if along == 0.0 && down == 0.0 {
            let layer = Layer::new(tint, texture.texel(least.u, least.v));
            (top..bottom).for_each(|y| layer.cover(band.row(y, left, right)));
            return (right - left) * (bottom - top);
        }
        // A glyph is drawn at the size it has in its texture: its texels then lie one beside another.
        let even = (along * texture.width() as f32 - 1.0).abs() < 1e-3;
        for y in top..bottom {
            let texels = texture.row(least.v + (y as f32 + 0.5 - least.y) * down);
            let row = band.row(y, left, right);
            if even {
                let texels = texels.iter().skip(texture.column(u(left)));
                row.iter_mut().zip(texels).for_each(|(pixel, texel)| lay(pixel, tint, *texel));
            } else {
                for (x, pixel) in (left..).zip(row) {
                    lay(pixel, tint, texels.get(texture.column(u(x))).copied().unwrap_or_default());
                }
            }
        }
        (right - left) * (bottom - top)
    }
}

#[inline]
fn lay(pixel: &mut u32, tint: [f32; 4], texel: Color32) {
    // Most of a glyph's rectangle is empty.
    if texel != Color32::TRANSPARENT {
        *pixel = Layer::new(tint, texel).over(*pixel);
    }
}
