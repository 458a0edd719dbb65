//! Any triangle, row by row: round corners, soft edges, faces, slanted lines.
//!
//! Whether a pixel belongs to a triangle is decided by its middle, and for a middle on an edge by the edge's direction,
//! so that of two triangles that share an edge exactly one has it.

use egui::Color32;

use crate::blend::Layer;
use crate::texture::Texture;
use crate::{Area, Band, Corner};

/// A triangle that covers something.
pub(crate) struct Triangle {
    corners: [Corner; 3],
    edges: [Edge; 3],
}

/// One side of a triangle; it lies opposite the corner of the same number.
struct Edge {
    from: (f32, f32),
    dx: f32,
    dy: f32,
    /// Twice the triangle's area; below 0 where its corners turn to the left.
    area: f32,
    /// Whether the pixels on it belong to this triangle.
    owns: bool,
}

impl Edge {
    fn new(from: &Corner, to: &Corner, area: f32) -> Self {
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        let (rx, ry) = if area > 0.0 { (dx, dy) } else { (-dx, -dy) };
        Self { from: (from.x, from.y), dx, dy, area, owns: ry < 0.0 || (ry == 0.0 && rx > 0.0) }
    }

    /// How much of the opposite corner is in a place: 0 on this edge, 1 at that corner.
    fn weight(&self, x: f32, y: f32) -> f32 {
        (self.dx * (y - self.from.1) - self.dy * (x - self.from.0)) / self.area
    }

    fn holds(&self, x: f32, y: f32) -> bool {
        let weight = self.weight(x, y);
        weight > 0.0 || (weight == 0.0 && self.owns)
    }
}

impl Triangle {
    /// None where it has no area.
    pub fn of(corners: [Corner; 3]) -> Option<Self> {
        let [a, b, c] = &corners;
        let area = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
        let edges = [(b, c), (c, a), (a, b)].map(|(from, to)| Edge::new(from, to, area));
        (area != 0.0 && area.is_finite()).then_some(Self { corners, edges })
    }

    pub fn fill(&self, band: &mut Band<'_>, texture: &Texture, area: Area) -> usize {
        let [a, b, c] = &self.corners;
        let least = |p: f32, q: f32, r: f32| p.min(q).min(r);
        let most = |p: f32, q: f32, r: f32| p.max(q).max(r);
        let area = area.within(least(a.x, b.x, c.x), least(a.y, b.y, c.y), most(a.x, b.x, c.x), most(a.y, b.y, c.y));
        if area.left >= area.right {
            return 0;
        }
        let colours = [a, b, c].map(|corner| corner.colour.to_array().map(f32::from));
        // Most triangles have one texel everywhere, and many of these one colour.
        let flat = [b, c].iter().all(|corner| corner.u == a.u && corner.v == a.v).then(|| texture.texel(a.u, a.v));
        let plain = a.colour == b.colour && a.colour == c.colour;
        let even = flat.filter(|_| plain).map(|texel| Layer::new(colours[0], texel));
        let mut filled = 0;
        for y in area.top..area.bottom {
            let (from, to) = self.span(y, area);
            if from >= to {
                continue;
            }
            filled += to - from;
            let row = band.row(y, from, to);
            match even {
                Some(layer) => layer.cover(row),
                None => self.shade(row, (from, y), colours, |u, v| flat.unwrap_or_else(|| texture.texel(u, v))),
            }
        }
        filled
    }

    /// The columns that belong to it in a row. Where its edges cross the row is computed, which may be a pixel off; the
    /// ends are then moved to where the rule says.
    fn span(&self, y: usize, area: Area) -> (usize, usize) {
        let middle = y as f32 + 0.5;
        let (mut least, mut most) = (area.left as f32, area.right as f32);
        for edge in &self.edges {
            let crossing = edge.from.0 + edge.dx * (middle - edge.from.1) / edge.dy;
            // Across a level edge nothing crosses: the rule decides for the whole row.
            if edge.dy / edge.area < 0.0 {
                least = least.max(crossing);
            } else if edge.dy / edge.area > 0.0 {
                most = most.min(crossing);
            }
        }
        let column = |at: f32| ((at - 0.5).ceil().max(0.0) as usize).clamp(area.left, area.right);
        let holds = |x: usize| self.edges.iter().all(|edge| edge.holds(x as f32 + 0.5, middle));
        let (mut from, mut to) = (column(least), column(most));
        while from > area.left && holds(from - 1) {
            from -= 1;
        }
        while to < area.right && holds(to) {
            to += 1;
        }
        while from < to && !holds(from) {
            from += 1;
        }
        while from < to && !holds(to - 1) {
            to -= 1;
        }
        (from, to)
    }

    /// Fills a stretch whose colour goes over from one corner to another.
    fn shade(
        &self,
        row: &mut [u32],
        (from, y): (usize, usize),
        [of_a, of_b, of_c]: [[f32; 4]; 3],
        texel: impl Fn(f32, f32) -> Color32,
    ) {
        let [a, b, c] = &self.corners;
        for (x, pixel) in (from..).zip(row) {
            let (x, y) = (x as f32 + 0.5, y as f32 + 0.5);
            let [p, q, r] = self.edges.each_ref().map(|edge| edge.weight(x, y));
            let tint = std::array::from_fn(|i| {
                let part = |colour: [f32; 4]| colour.get(i).copied().unwrap_or_default();
                part(of_a) * p + part(of_b) * q + part(of_c) * r
            });
            let texel = texel(a.u * p + b.u * q + c.u * r, a.v * p + b.v * q + c.v * r);
            *pixel = Layer::new(tint, texel).over(*pixel);
        }
    }
}
