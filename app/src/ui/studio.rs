//! Pictures without a screen: runs the window's drawing and fills its triangles in software, the same on every machine.
//! For snapshot tests and for looking at pages.
//!
//! Colours are blended as the window's own renderer does, in gamma space with premultiplied alpha; textures are read
//! without smoothing, which is how glyphs are drawn.

use std::collections::HashMap;

use egui::epaint::{ClippedPrimitive, ImageData, ImageDelta, Mesh, Primitive, Vertex};
use egui::{Color32, ColorImage, Context, Event, FullOutput, Pos2, RawInput, Rect, TextureId, Ui, Vec2, pos2};

use super::theme;

/// A picture, row by row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// In pixels.
    pub width: usize,
    /// In pixels.
    pub height: usize,
    /// Opaque.
    pub pixels: Vec<Color32>,
}

/// A window of a size that nobody sees.
pub struct Studio {
    /// Its context; a test may set the theme.
    pub ctx: Context,
    size: Vec2,
    time: f64,
    textures: HashMap<TextureId, ColorImage>,
    /// How many pixels the last picture filled, those filled twice counted twice: what drawing it in software costs.
    pub filled: usize,
}

impl Studio {
    /// A window of so many points at this size of everything.
    #[must_use]
    pub fn new(width: f32, height: f32, zoom: f32) -> Self {
        let ctx = Context::default();
        theme::apply(&ctx);
        ctx.set_zoom_factor(zoom);
        ctx.enable_accesskit();
        Self { ctx, size: Vec2::new(width, height), time: 0.0, textures: HashMap::new(), filled: 0 }
    }

    /// Runs a frame a second after the last, with these events.
    pub fn frame(&mut self, events: Vec<Event>, draw: impl FnMut(&mut Ui)) -> FullOutput {
        self.time += 1.0;
        let rect = Rect::from_min_size(Pos2::ZERO, self.size / self.ctx.zoom_factor());
        let input =
            RawInput { screen_rect: Some(rect), time: Some(self.time), focused: true, events, ..RawInput::default() };
        let mut output = self.ctx.run_ui(input, draw);
        for (id, deltas) in std::mem::take(&mut output.textures_delta.set) {
            for delta in deltas {
                self.take(id, delta);
            }
        }
        for id in std::mem::take(&mut output.textures_delta.free) {
            self.textures.remove(&id);
        }
        output
    }

    /// The picture of a whole window once nothing changes in it any more.
    pub fn window(&mut self, app: &mut super::shell::App) -> Picture {
        let mut draw = |ui: &mut Ui| {
            app.listen(ui.ctx());
            app.show(ui);
        };
        for _ in 0..4 {
            self.frame(Vec::new(), &mut draw);
        }
        self.picture(draw)
    }

    /// Runs a frame and takes its picture.
    pub fn picture(&mut self, draw: impl FnMut(&mut Ui)) -> Picture {
        let output = self.frame(Vec::new(), draw);
        let scale = output.pixels_per_point;
        let mut picture = Picture::blank(self.size, theme::ground(&self.ctx.global_style().visuals));
        self.filled = 0;
        for ClippedPrimitive { clip_rect, primitive } in self.ctx.tessellate(output.shapes, scale) {
            let Primitive::Mesh(mesh) = primitive else { continue };
            let Some(texture) = self.textures.get(&mesh.texture_id) else { continue };
            self.filled += picture.fill(&mesh, texture, clip_rect, scale);
        }
        picture
    }

    fn take(&mut self, id: TextureId, delta: ImageDelta) {
        let ImageData::Color(image) = delta.image;
        let Some([x, y]) = delta.pos else {
            self.textures.insert(id, (*image).clone());
            return;
        };
        let Some(whole) = self.textures.get_mut(&id) else { return };
        let wide = whole.size[0];
        for (row, line) in image.pixels.chunks(image.size[0]).enumerate() {
            let from = (y + row) * wide + x;
            if let Some(place) = whole.pixels.get_mut(from..from + line.len()) {
                place.copy_from_slice(line);
            }
        }
    }
}

/// A triangle's corners in pixels.
struct Corners<'a>([(Pos2, &'a Vertex); 3]);

impl Picture {
    fn blank(size: Vec2, ground: Color32) -> Self {
        let (width, height) = (size.x.round() as usize, size.y.round() as usize);
        Self { width, height, pixels: vec![ground; width * height] }
    }

    /// Red, green and blue of each pixel.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        self.pixels.iter().flat_map(|pixel| [pixel.r(), pixel.g(), pixel.b()]).collect()
    }

    /// Puts another to its right.
    #[must_use]
    pub fn beside(&self, other: &Self) -> Self {
        let height = self.height.max(other.height);
        let mut pixels = Vec::with_capacity((self.width + other.width) * height);
        for y in 0..height {
            for part in [self, other] {
                let row = part.pixels.chunks(part.width.max(1)).nth(y);
                pixels.extend(row.map_or_else(|| vec![Color32::BLACK; part.width], <[Color32]>::to_vec));
            }
        }
        Self { width: self.width + other.width, height, pixels }
    }

    /// Fills a mesh's triangles and returns how many pixels that took.
    fn fill(&mut self, mesh: &Mesh, texture: &ColorImage, clip: Rect, scale: f32) -> usize {
        let clip = Rect::from_min_max(
            (clip.min.to_vec2() * scale).round().to_pos2(),
            (clip.max.to_vec2() * scale).round().to_pos2(),
        );
        let clip = clip.intersect(Rect::from_min_size(Pos2::ZERO, Vec2::new(self.width as f32, self.height as f32)));
        let corner = |index: &u32| mesh.vertices.get(*index as usize).map(|v| ((v.pos.to_vec2() * scale).to_pos2(), v));
        let mut filled = 0;
        for triangle in mesh.indices.as_chunks::<3>().0 {
            let [a, b, c] = triangle.each_ref().map(corner);
            if let (Some(a), Some(b), Some(c)) = (a, b, c) {
                filled += self.triangle(&Corners([a, b, c]), texture, clip);
            }
        }
        filled
    }

    fn triangle(&mut self, Corners([a, b, c]): &Corners<'_>, texture: &ColorImage, clip: Rect) -> usize {
        let area = edge(a.0, b.0, c.0);
        if area == 0.0 || !area.is_finite() {
            return 0;
        }
        let mut filled = 0;
        let bounds = Rect::from_points(&[a.0, b.0, c.0]).intersect(clip);
        for y in bounds.min.y.floor().max(0.0) as usize..bounds.max.y.ceil().max(0.0) as usize {
            for x in bounds.min.x.floor().max(0.0) as usize..bounds.max.x.ceil().max(0.0) as usize {
                let point = pos2(x as f32 + 0.5, y as f32 + 0.5);
                let weights =
                    [edge(b.0, c.0, point) / area, edge(c.0, a.0, point) / area, edge(a.0, b.0, point) / area];
                let inside = [(b.0, c.0), (c.0, a.0), (a.0, b.0)]
                    .iter()
                    .zip(weights)
                    .all(|((from, to), weight)| weight > 0.0 || (weight == 0.0 && owns(*from, *to, area)));
                if inside && clip.contains(point) {
                    let tint = blend3([a.1.color, b.1.color, c.1.color], weights);
                    let uv =
                        (a.1.uv.to_vec2() * weights[0] + b.1.uv.to_vec2() * weights[1] + c.1.uv.to_vec2() * weights[2])
                            .to_pos2();
                    self.put(x, y, tint, texel(texture, uv));
                    filled += 1;
                }
            }
        }
        filled
    }

    fn put(&mut self, x: usize, y: usize, tint: [f32; 4], texel: Color32) {
        let Some(below) = self.pixels.get_mut(y * self.width + x) else { return };
        let texel = texel.to_array().map(f32::from);
        let [r, g, b, a] = [0, 1, 2, 3].map(|i: usize| {
            tint.get(i).copied().unwrap_or_default() * texel.get(i).copied().unwrap_or_default() / 255.0
        });
        let keep = 1.0 - a / 255.0;
        let [dr, dg, db, _] = below.to_array().map(f32::from);
        let mix = |source: f32, under: f32| (source + under * keep).round().clamp(0.0, 255.0) as u8;
        *below = Color32::from_rgb(mix(r, dr), mix(g, dg), mix(b, db));
    }
}

fn edge(a: Pos2, b: Pos2, p: Pos2) -> f32 {
    (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)
}

/// Which of two triangles that share an edge has the pixels on it.
fn owns(from: Pos2, to: Pos2, area: f32) -> bool {
    let (dx, dy) = if area > 0.0 { (to.x - from.x, to.y - from.y) } else { (from.x - to.x, from.y - to.y) };
    dy < 0.0 || (dy == 0.0 && dx > 0.0)
}

fn blend3(colours: [Color32; 3], weights: [f32; 3]) -> [f32; 4] {
    let mut sum = [0.0; 4];
    for (colour, weight) in colours.iter().zip(weights) {
        for (sum, part) in sum.iter_mut().zip(colour.to_array()) {
            *sum += f32::from(part) * weight;
        }
    }
    sum
}

fn texel(texture: &ColorImage, uv: Pos2) -> Color32 {
    let [width, height] = texture.size;
    let x = ((uv.x * width as f32).floor().max(0.0) as usize).min(width.saturating_sub(1));
    let y = ((uv.y * height as f32).floor().max(0.0) as usize).min(height.saturating_sub(1));
    texture.pixels.get(y * width + x).copied().unwrap_or(Color32::TRANSPARENT)
}
