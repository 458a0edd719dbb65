//! Fills what egui tessellates, on the processor: the window where OpenGL has no graphics processor behind it or could not
//! hide it, and every picture that tests and documentation take.
//!
//! Colours are blended as egui's own renderers do, in gamma space with premultiplied alpha. Textures are read without
//! smoothing: glyphs are drawn at the size they are shown in. A picture is the same to the last bit on every machine and
//! for every number of threads, because each pixel is computed by itself.
//!
//! Absent on purpose: windows, and any shape that is not a triangle.

#![warn(missing_docs)]

mod blend;
mod quad;
mod texture;
mod triangle;

use std::collections::HashMap;
use std::num::NonZeroUsize;
use std::panic::resume_unwind;
use std::sync::{Mutex, PoisonError};

use egui::epaint::{ClippedPrimitive, ImageDelta, Mesh, Primitive, Vertex};
use egui::{Color32, Rect, TextureId, TexturesDelta};

use quad::Quad;
use texture::Texture;
use triangle::Triangle;

/// A band of the picture that is worth a thread of its own, in pixels.
const BAND: usize = 200_000;
/// More threads than this only wait for memory.
const THREADS: usize = 8;

/// A colour as it lies in a [`Frame`].
const fn pixel(colour: Color32) -> u32 {
    let [r, g, b, _] = colour.to_array();
    u32::from_be_bytes([0, r, g, b])
}

/// Where a picture comes to be.
pub struct Frame<'a> {
    /// Row by row, `0x00RRGGBB` each; whatever lies there is painted over.
    pub pixels: &'a mut [u32],
    /// Of a row, in pixels.
    pub width: usize,
    /// What everything is painted on; opaque.
    pub ground: Color32,
}

/// Fills triangles; keeps the textures they are filled with.
pub struct Painter {
    textures: HashMap<TextureId, Texture>,
    /// Let go by the last frame.
    freed: Vec<TextureId>,
    threads: usize,
}

impl Default for Painter {
    fn default() -> Self {
        let threads = std::thread::available_parallelism().map_or(1, NonZeroUsize::get);
        Self { textures: HashMap::new(), freed: Vec::new(), threads: threads.min(THREADS) }
    }
}

impl Painter {
    /// Takes in what a frame changed in textures. A part that lies outside its texture is left out. What the frame let go
    /// it may still show, so it stays until the next one comes.
    pub fn take(&mut self, mut delta: TexturesDelta) {
        for id in self.freed.drain(..) {
            self.textures.remove(&id);
        }
        for (id, deltas) in delta.set.drain() {
            deltas.into_iter().for_each(|delta| self.set(id, delta));
        }
        self.freed.extend(delta.free.drain());
    }

    fn set(&mut self, id: TextureId, delta: ImageDelta) {
        match delta.pos {
            None => {
                self.textures.insert(id, Texture::new(delta.image));
            }
            Some(at) => {
                if let Some(whole) = self.textures.get_mut(&id) {
                    whole.patch(at, &delta.image);
                }
            }
        }
    }

    /// Paints a frame, at so many pixels to a point, and returns how many pixels that filled: those filled twice
    /// count twice. A mesh whose texture is not known is left out.
    pub fn paint(&self, frame: Frame<'_>, jobs: &[ClippedPrimitive], scale: f32) -> usize {
        let Frame { pixels, width, ground } = frame;
        if width == 0 {
            return 0;
        }
        let rows = pixels.len() / width;
        let bands = (pixels.len() / BAND).clamp(1, self.threads);
        let each = rows.div_ceil(bands).max(1);
        let bands = pixels.chunks_mut(each * width).zip((0..rows).step_by(each));
        let bands: Vec<Band<'_>> = bands.map(|(pixels, top)| Band { pixels, width, top }).collect();
        let helpers = bands.len().saturating_sub(1);
        let bands = Mutex::new(bands);
        let next = || bands.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let work = || std::iter::from_fn(next).map(|mut band| self.fill(&mut band, ground, jobs, scale)).sum::<usize>();
        std::thread::scope(|scope| {
            let spawn = |_| std::thread::Builder::new().name("paint".into()).spawn_scoped(scope, work);
            // Where the system has no thread for it, the others fill what is left.
            let helpers: Vec<_> = (0..helpers).map(spawn).filter_map(Result::ok).collect();
            let filled = work();
            let theirs = helpers.into_iter().map(|thread| thread.join().unwrap_or_else(|panic| resume_unwind(panic)));
            filled + theirs.sum::<usize>()
        })
    }

    fn fill(&self, band: &mut Band<'_>, ground: Color32, jobs: &[ClippedPrimitive], scale: f32) -> usize {
        band.pixels.fill(pixel(ground));
        let mut filled = 0;
        for ClippedPrimitive { clip_rect, primitive } in jobs {
            let Primitive::Mesh(mesh) = primitive else { continue };
            let Some(texture) = self.textures.get(&mesh.texture_id) else { continue };
            if let Some(area) = band.clip(*clip_rect, scale) {
                filled += fill_mesh(band, mesh, texture, area, scale);
            }
        }
        filled
    }
}

fn fill_mesh(band: &mut Band<'_>, mesh: &Mesh, texture: &Texture, area: Area, scale: f32) -> usize {
    let corner = |index: &u32| mesh.vertices.get(*index as usize).map(|vertex| Corner::new(vertex, scale));
    let mut filled = 0;
    let mut triangles = mesh.indices.as_chunks::<3>().0.iter().peekable();
    while let Some(indices) = triangles.next() {
        let [Some(a), Some(b), Some(c)] = indices.each_ref().map(corner) else { continue };
        let quad = triangles.peek().filter(|next| next[0] == indices[2] && next[1] == indices[1]);
        let quad = quad.and_then(|next| corner(&next[2])).and_then(|d| Quad::of([a, b, c, d]));
        if let Some(quad) = quad {
            filled += quad.fill(band, texture, area);
            triangles.next();
        } else if let Some(triangle) = Triangle::of([a, b, c]) {
            filled += triangle.fill(band, texture, area);
        }
    }
    filled
}

/// Some rows of the picture, which one thread fills.
struct Band<'a> {
    pixels: &'a mut [u32],
    width: usize,
    /// Which row of the picture is its first.
    top: usize,
}

impl Band<'_> {
    /// What is left of a clip rectangle here, in pixels; none where nothing is.
    fn clip(&self, clip: Rect, scale: f32) -> Option<Area> {
        let pixels = |points: f32| (points * scale).round().max(0.0) as usize;
        let bottom = self.top + self.pixels.len() / self.width;
        let area = Area {
            left: pixels(clip.min.x),
            top: pixels(clip.min.y).max(self.top),
            right: pixels(clip.max.x).min(self.width),
            bottom: pixels(clip.max.y).min(bottom),
        };
        (area.left < area.right && area.top < area.bottom).then_some(area)
    }

    /// The pixels of a row of the picture from one column to before another.
    fn row(&mut self, y: usize, from: usize, to: usize) -> &mut [u32] {
        let start = y.saturating_sub(self.top) * self.width;
        self.pixels.get_mut(start + from..start + to).unwrap_or_default()
    }
}

/// A rectangle of whole pixels, without its right and bottom ends.
#[derive(Clone, Copy)]
struct Area {
    left: usize,
    top: usize,
    right: usize,
    bottom: usize,
}

impl Area {
    /// The columns and rows whose middles may lie within these bounds.
    fn within(self, left: f32, top: f32, right: f32, bottom: f32) -> Self {
        let (first, last) = (|at: f32| at.floor().max(0.0) as usize, |at: f32| at.ceil().max(0.0) as usize);
        Self {
            left: self.left.max(first(left)),
            top: self.top.max(first(top)),
            right: self.right.min(last(right)),
            bottom: self.bottom.min(last(bottom)),
        }
    }
}

/// A vertex, in pixels.
#[derive(Clone, Copy)]
struct Corner {
    x: f32,
    y: f32,
    u: f32,
    v: f32,
    colour: Color32,
}

impl Corner {
    fn new(vertex: &Vertex, scale: f32) -> Self {
        let (at, uv) = (vertex.pos, vertex.uv);
        Self { x: at.x * scale, y: at.y * scale, u: uv.x, v: uv.y, colour: vertex.color }
    }
}

#[cfg(test)]
mod reference_tests;
