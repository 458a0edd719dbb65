//! Rasterised glyphs on a few textures, with eviction.
//!
//! Pages are filled row by row. When all are full, the page that was not drawn from for longest is emptied; a page
//! drawn from in this frame never is, since a mesh may already point into it. No copy is kept in main memory, and
//! nothing outlives [`Atlas::clear`], which a lock calls.

use std::collections::HashMap;

use egui::{Color32, ColorImage, Context, Pos2, Rect, TextureHandle, TextureId, TextureOptions, Vec2, pos2, vec2};
use swash::scale::image::Content;
use swash::scale::{Render, ScaleContext, Source, StrikeWith};
use swash::zeno::{Format, Vector};

/// Side of a page in texels.
const SIDE: usize = 1024;
/// 4 MiB each on the graphics side.
const MAX_PAGES: usize = 8;

/// One glyph image: face, glyph, size, quarter-pixel bin, and whether the strokes are thickened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct GlyphKey {
    pub face: u16,
    pub glyph: u16,
    size_bits: u32,
    bin: u8,
    bold: bool,
}

impl GlyphKey {
    pub fn new(face: u16, glyph: u16, size: f32, bin: u8, bold: bool) -> Self {
        Self { face, glyph, size_bits: size.to_bits(), bin, bold }
    }

    pub fn size(self) -> f32 {
        f32::from_bits(self.size_bits)
    }
}

/// Where a glyph lies.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    page: usize,
    pub texture: TextureId,
    pub uv: Rect,
    /// From the pen to the image's top left corner, in pixels.
    pub offset: Vec2,
    /// In pixels.
    pub size: Vec2,
    /// Colour glyphs are not tinted.
    pub colour: bool,
}

struct Page {
    texture: TextureHandle,
    pen: (usize, usize),
    row: usize,
    last_used: u64,
}

impl Page {
    fn new(ctx: &Context) -> Self {
        let blank = ColorImage::filled([SIDE, SIDE], Color32::TRANSPARENT);
        let texture = ctx.load_texture("glyphs", blank, TextureOptions::NEAREST);
        Self { texture, pen: (1, 1), row: 0, last_used: 0 }
    }

    /// Room for an image with a texel of air, or nothing.
    fn place(&mut self, width: usize, height: usize) -> Option<(usize, usize)> {
        if self.pen.0 + width + 1 > SIDE {
            self.pen = (1, self.pen.1 + self.row + 1);
            self.row = 0;
        }
        if self.pen.0 + width + 1 > SIDE || self.pen.1 + height + 1 > SIDE {
            return None;
        }
        let at = self.pen;
        self.pen.0 += width + 1;
        self.row = self.row.max(height);
        Some(at)
    }
}

/// All pages and what lies on them.
pub(super) struct Atlas {
    pages: Vec<Page>,
    entries: HashMap<GlyphKey, Option<Entry>>,
    scaler: ScaleContext,
    max_pages: usize,
    /// Light text on a dark ground looks thin without it.
    thicken: bool,
}

impl Atlas {
    pub fn new() -> Self {
        let scaler = ScaleContext::new();
        Self { pages: Vec::new(), entries: HashMap::new(), scaler, max_pages: MAX_PAGES, thicken: false }
    }

    /// Forgets every image.
    pub fn clear(&mut self) {
        self.pages.clear();
        self.entries.clear();
        self.scaler = ScaleContext::new();
    }

    /// Chooses the coverage curve for light-on-dark or dark-on-light text.
    pub fn set_thicken(&mut self, thicken: bool) {
        if self.thicken != thicken {
            self.thicken = thicken;
            self.clear();
        }
    }

    /// The glyph's place, rasterising it first where needed; `None` for blanks and when no page can be emptied.
    pub fn get(&mut self, ctx: &Context, key: GlyphKey, face: &[u8], index: u32, frame: u64) -> Option<Entry> {
        let entry = match self.entries.get(&key) {
            Some(entry) => *entry,
            None => {
                let entry = match self.raster(key, face, index) {
                    Some(image) => Some(self.store(ctx, &image, frame)?),
                    None => None,
                };
                self.entries.insert(key, entry);
                entry
            }
        };
        if let Some(page) = entry.and_then(|e| self.pages.get_mut(e.page)) {
            page.last_used = frame;
        }
        entry
    }

    fn raster(&mut self, key: GlyphKey, face: &[u8], index: u32) -> Option<swash::scale::image::Image> {
        let font = swash::FontRef::from_index(face, index as usize)?;
        let mut scaler = self.scaler.builder(font).size(key.size()).hint(false).build();
        let sources = [Source::ColorOutline(0), Source::ColorBitmap(StrikeWith::BestFit), Source::Outline];
        let mut render = Render::new(&sources);
        render.format(Format::Alpha).offset(Vector::new(f32::from(key.bin) / 4.0, 0.0));
        if key.bold {
            render.embolden(key.size() / 48.0);
        }
        let image = render.render(&mut scaler, key.glyph)?;
        (image.placement.width > 0 && image.placement.height > 0).then_some(image)
    }

    fn store(&mut self, ctx: &Context, image: &swash::scale::image::Image, frame: u64) -> Option<Entry> {
        let (width, height) = (image.placement.width as usize, image.placement.height as usize);
        let (number, (x, y)) = self.room(ctx, width, height, frame)?;
        let colour = image.content == Content::Color;
        let pixels: Vec<Color32> = if colour {
            image
                .data
                .as_chunks::<4>()
                .0
                .iter()
                .map(|&[r, g, b, a]| Color32::from_rgba_unmultiplied(r, g, b, a))
                .collect()
        } else {
            image.data.iter().map(|&coverage| Color32::from_white_alpha(self.curve(coverage))).collect()
        };
        let page = self.pages.get_mut(number)?;
        page.texture.set_partial([x, y], ColorImage::new([width, height], pixels), TextureOptions::NEAREST);
        let corner = |x: usize, y: usize| -> Pos2 { pos2(x as f32, y as f32) / SIDE as f32 };
        Some(Entry {
            page: number,
            texture: page.texture.id(),
            uv: Rect::from_min_max(corner(x, y), corner(x + width, y + height)),
            offset: vec2(image.placement.left as f32, -(image.placement.top as f32)),
            size: vec2(width as f32, height as f32),
            colour,
        })
    }

    fn curve(&self, coverage: u8) -> u8 {
        if !self.thicken {
            return coverage;
        }
        let c = f32::from(coverage) / 255.0;
        ((2.0 * c - c * c) * 255.0).round() as u8
    }

    /// A page with room: an open one, a new one, or the stalest one emptied.
    fn room(&mut self, ctx: &Context, width: usize, height: usize, frame: u64) -> Option<(usize, (usize, usize))> {
        for (number, page) in self.pages.iter_mut().enumerate() {
            if let Some(at) = page.place(width, height) {
                return Some((number, at));
            }
        }
        if self.pages.len() < self.max_pages {
            self.pages.push(Page::new(ctx));
        } else {
            let (stalest, _) =
                self.pages.iter().enumerate().filter(|(_, p)| p.last_used < frame).min_by_key(|(_, p)| p.last_used)?;
            self.entries.retain(|_, entry| entry.is_none_or(|e| e.page != stalest));
            let page = self.pages.get_mut(stalest)?;
            page.pen = (1, 1);
            page.row = 0;
            return page.place(width, height).map(|at| (stalest, at));
        }
        let number = self.pages.len().checked_sub(1)?;
        self.pages.get_mut(number)?.place(width, height).map(|at| (number, at))
    }

    #[cfg(test)]
    pub fn limit_pages(&mut self, pages: usize) {
        self.max_pages = pages;
    }

    /// Pages and glyphs in use.
    pub fn usage(&self) -> (usize, usize) {
        (self.pages.len(), self.entries.len())
    }
}
