//! Every string on screen goes through here: egui has no bidirectional text and draws an Arabic "10 mg" as "01".
//!
//! In reading order: [`style`] is the type scale, `fonts` the bundled faces, `bind` (with `units`) keeps numbers and
//! their units together, `shape` turns a string into placed
//! glyphs (parley), `atlas` holds their images (swash), `cache` keeps what was shaped, [`Text`] joins them; [`edit`]
//! and [`secret`] are what fields are made of (`drawn` holds doses together while they are typed, [`runs`] tells a text
//! to a screen reader), [`icon`] paints pictograms. Nothing here knows a screen or a colour.

mod atlas;
mod bind;
mod cache;
#[cfg(test)]
pub(in crate::ui) mod doses;
mod drawn;
pub mod edit;
mod fonts;
pub mod icon;
#[cfg(test)]
mod reference_tests;
pub mod runs;
pub mod secret;
mod shape;
pub mod style;
mod units;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use egui::{Color32, Context, Mesh, Painter, Pos2, Rect, TextureId, pos2};

pub use icon::Icon;
pub use shape::Shaped;
pub use style::{Style, Weight};

use atlas::{Atlas, GlyphKey};
use cache::{Cache, Fit, Form};
use shape::Shaper;

/// What shaped texts may occupy.
const CACHE_BYTES: usize = 8 << 20;

/// The face number of icons, which no text uses.
const ICON_FACE: u16 = u16::MAX - 1;

/// The one text engine of the window.
pub struct Text {
    parts: RefCell<Parts>,
}

struct Parts {
    shaper: Shaper,
    atlas: Atlas,
    cache: Cache,
    frame: u64,
    leftward: bool,
}

impl Default for Text {
    fn default() -> Self {
        Self::new()
    }
}

impl Text {
    /// Loads the bundled faces' names; their glyphs are read when first needed.
    #[must_use]
    pub fn new() -> Self {
        let (shaper, atlas, cache) = (Shaper::new(), Atlas::new(), Cache::new(CACHE_BYTES));
        let parts = Parts { shaper, atlas, cache, frame: 0, leftward: false };
        Self { parts: RefCell::new(parts) }
    }

    /// Begins a frame; `dark` says that light text is drawn on a dark ground, `leftward` that reading begins at the
    /// right, where pictograms that point are turned.
    pub fn begin_frame(&self, dark: bool, leftward: bool) {
        let mut parts = self.parts.borrow_mut();
        parts.frame += 1;
        let frame = parts.frame;
        parts.cache.trim(frame.saturating_sub(1));
        parts.atlas.set_thicken(dark);
        parts.leftward = leftward;
    }

    /// Forgets every text and image: called when content must leave memory.
    pub fn forget(&self) {
        let mut parts = self.parts.borrow_mut();
        parts.cache.clear();
        parts.atlas.clear();
        let japanese = parts.shaper.japanese;
        parts.shaper = Shaper { japanese, ..Shaper::new() };
    }

    /// Says whether Han characters look Japanese where a text does not tell: they do in a Japanese window.
    pub fn prefer_japanese(&self, japanese: bool) {
        let mut parts = self.parts.borrow_mut();
        if parts.shaper.japanese != japanese {
            parts.shaper.japanese = japanese;
            parts.cache.clear();
        }
    }

    /// Shapes without breaking lines.
    pub fn line(&self, ctx: &Context, text: &str, style: Style) -> Arc<Shaped> {
        self.shaped(ctx, text, style, Fit::Free)
    }

    /// Shapes with lines of at most `width` points.
    pub fn wrap(&self, ctx: &Context, text: &str, style: Style, width: f32) -> Arc<Shaped> {
        self.shaped(ctx, text, style, Fit::Wrap(width.max(1.0)))
    }

    /// Shapes with lines of at most `width` points, each around the middle of the longest.
    pub fn centre(&self, ctx: &Context, text: &str, style: Style, width: f32) -> Arc<Shaped> {
        self.shaped(ctx, text, style, Fit::Centre(width.max(1.0)))
    }

    /// Shapes one line of at most `width` points, with an ellipsis where it is cut.
    pub fn elide(&self, ctx: &Context, text: &str, style: Style, width: f32) -> Arc<Shaped> {
        self.clamp(ctx, text, style, width, 1)
    }

    /// Shapes at most `lines` lines of at most `width` points, with an ellipsis where it is cut.
    pub fn clamp(&self, ctx: &Context, text: &str, style: Style, width: f32, lines: u8) -> Arc<Shaped> {
        self.shaped(ctx, text, style, Fit::Elide(width.max(1.0), lines.max(1)))
    }

    fn shaped(&self, ctx: &Context, text: &str, style: Style, fit: Fit) -> Arc<Shaped> {
        let form = Form { style, fit, scale: ctx.pixels_per_point() };
        let Parts { shaper, cache, frame, .. } = &mut *self.parts.borrow_mut();
        if let Some(shaped) = cache.get(text, form, *frame) {
            return shaped;
        }
        let shaped = Arc::new(match fit {
            Fit::Free => shaper.shape(text, style, None, form.scale),
            Fit::Wrap(width) => shaper.shape(text, style, Some(width), form.scale),
            Fit::Centre(width) => shaper.align(text, style, (Some(width), parley::Alignment::Center), form.scale),
            Fit::Elide(width, lines) => shaper.elide(text, style, (width, lines), form.scale),
        });
        cache.put(text, form, Arc::clone(&shaped), *frame);
        shaped
    }

    /// Paints a shaped text with its top left corner at `at`.
    pub fn paint(&self, painter: &Painter, shaped: &Shaped, at: Pos2, colour: Color32) {
        let scale = shaped.scale;
        let origin = pos2((at.x * scale).round(), (at.y * scale).round());
        let clip = painter.clip_rect();
        let Parts { shaper, atlas, frame, .. } = &mut *self.parts.borrow_mut();
        let mut meshes = Meshes::default();
        for placed in &shaped.glyphs {
            let pen = origin + egui::vec2(placed.x as f32, placed.y as f32);
            let reach = placed.key.size() * 2.0;
            if pen.y + reach < clip.min.y * scale || pen.y - reach > clip.max.y * scale {
                continue;
            }
            let Some(face) = shaper.faces.get(placed.key.face) else { continue };
            let Some(entry) = atlas.get(painter.ctx(), placed.key, face.data.as_ref(), face.index, *frame) else {
                continue;
            };
            meshes.add(entry, pen, scale, colour);
        }
        meshes.paint(painter);
    }

    /// Paints an icon of `size` points centred in `centre`.
    pub fn icon(&self, painter: &Painter, icon: Icon, size: f32, centre: Pos2, colour: Color32) {
        let scale = painter.ctx().pixels_per_point();
        let Some(glyph) = icon.glyph() else { return };
        let key = GlyphKey::new(ICON_FACE, glyph, (size * scale).round(), 0, false);
        let Parts { atlas, frame, leftward, .. } = &mut *self.parts.borrow_mut();
        let Some(mut entry) = atlas.get(painter.ctx(), key, fonts::LUCIDE, 0, *frame) else { return };
        // Lucide draws in a square of one em whose bottom left corner is the pen.
        let em = key.size();
        let corner = pos2((centre.x * scale - em / 2.0).round(), (centre.y * scale + em / 2.0).round());
        if *leftward && icon.points() {
            entry.uv = Rect::from_min_max(pos2(entry.uv.max.x, entry.uv.min.y), pos2(entry.uv.min.x, entry.uv.max.y));
            entry.offset.x = em - entry.offset.x - entry.size.x;
        }
        let mut meshes = Meshes::default();
        meshes.add(entry, corner, scale, colour);
        meshes.paint(painter);
    }

    /// Atlas pages, glyph images, shaped texts, bytes of shaped texts.
    #[must_use]
    pub fn usage(&self) -> (usize, usize, usize, usize) {
        let parts = self.parts.borrow();
        let ((pages, glyphs), (texts, bytes)) = (parts.atlas.usage(), parts.cache.usage());
        (pages, glyphs, texts, bytes)
    }
}

/// One mesh per atlas page.
#[derive(Default)]
struct Meshes(BTreeMap<TextureId, Mesh>);

impl Meshes {
    fn add(&mut self, entry: atlas::Entry, pen: Pos2, scale: f32, colour: Color32) {
        let mesh = self.0.entry(entry.texture).or_insert_with(|| Mesh::with_texture(entry.texture));
        let corner = pen + entry.offset;
        let rect = Rect::from_min_size(corner / scale, entry.size / scale);
        mesh.add_rect_with_uv(rect, entry.uv, if entry.colour { Color32::WHITE } else { colour });
    }

    fn paint(self, painter: &Painter) {
        for mesh in self.0.into_values() {
            painter.add(mesh);
        }
    }
}

#[cfg(test)]
#[path = "text_tests.rs"]
mod tests;
