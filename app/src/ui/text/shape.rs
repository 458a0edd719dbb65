//! From a string to glyphs with places: shaping, direction and line breaks, through parley.
//!
//! A text is cut into paragraphs first, because each has a direction of its own; every paragraph is broken twice, at
//! the width given and at the width it then needs, or right-to-left lines would hang outside a snug bubble. All
//! places are whole physical pixels (glyphs keep a quarter-pixel bin sideways). Nothing is rasterised here.

use egui::{Vec2, vec2};
use parley::{
    Alignment, AlignmentOptions, FontContext, FontData, FontWeight, Layout, LayoutContext, LineHeight,
    PositionedLayoutItem, StyleProperty,
};

use super::atlas::GlyphKey;
use super::bind::bound;
use super::fonts;
use super::style::{LINE, Style, Weight};

/// Colour is given when painting, so layouts carry none.
pub(super) type Brush = [u8; 4];

/// A glyph and where it goes, in physical pixels from the text's top left corner.
#[derive(Debug, Clone, Copy)]
pub(super) struct Placed {
    pub key: GlyphKey,
    pub x: i32,
    pub y: i32,
}

/// A text ready to be painted.
#[derive(Debug)]
pub struct Shaped {
    /// In points.
    pub size: Vec2,
    /// Whether the first paragraph runs from right to left.
    pub rtl: bool,
    pub(super) scale: f32,
    pub(super) glyphs: Vec<Placed>,
}

impl Shaped {
    /// What it occupies, for the cache's budget.
    pub(super) fn bytes(&self) -> usize {
        size_of::<Self>() + self.glyphs.capacity() * size_of::<Placed>()
    }
}

/// The faces met so far; a glyph key names its face by its place in here.
#[derive(Default)]
pub(super) struct Faces(Vec<FontData>);

impl Faces {
    fn index(&mut self, font: &FontData) -> u16 {
        let at = self.0.iter().position(|f| f.data.id() == font.data.id() && f.index == font.index);
        let at = at.unwrap_or_else(|| {
            self.0.push(font.clone());
            self.0.len() - 1
        });
        u16::try_from(at).unwrap_or(u16::MAX)
    }

    pub fn get(&self, index: u16) -> Option<&FontData> {
        self.0.get(usize::from(index))
    }
}

/// The scratch space of shaping.
pub(super) struct Shaper {
    pub fonts: FontContext,
    pub layouts: LayoutContext<Brush>,
    pub faces: Faces,
    /// Whether Han characters look Japanese where the text does not tell.
    pub japanese: bool,
}

impl Shaper {
    pub fn new() -> Self {
        Self { fonts: fonts::context(), layouts: LayoutContext::new(), faces: Faces::default(), japanese: false }
    }

    /// Shapes `text`; `width` is in points, `scale` in physical pixels per point.
    pub fn shape(&mut self, text: &str, style: Style, width: Option<f32>, scale: f32) -> Shaped {
        self.align(text, style, (width, Alignment::Start), scale)
    }

    /// The same with each line at the start, or around the middle, of the longest.
    pub fn align(&mut self, text: &str, style: Style, fit: (Option<f32>, Alignment), scale: f32) -> Shaped {
        let (width, alignment) = fit;
        let text = bound(text);
        let mut paragraphs: Vec<Layout<Brush>> = Vec::new();
        let mut widest = 0.0_f32;
        for paragraph in text.split('\n') {
            let mut layout = self.paragraph(paragraph.trim_end_matches('\r'), style, scale);
            layout.break_all_lines(width.map(|w| w * scale));
            widest = widest.max(layout.width());
            paragraphs.push(layout);
        }
        let snug = widest.ceil() + 1.0;
        let (mut glyphs, mut top) = (Vec::new(), 0.0_f32);
        let rtl = paragraphs.first().is_some_and(Layout::is_rtl);
        for layout in &mut paragraphs {
            layout.break_all_lines(Some(snug));
            layout.align(alignment, AlignmentOptions::default());
            collect(&mut self.faces, layout, top, &mut glyphs);
            top += layout.height();
        }
        Shaped { size: vec2(widest.ceil(), top.ceil()) / scale, rtl, scale, glyphs }
    }

    /// At most so many lines of at most `width` points, ended by an ellipsis where they are cut.
    pub fn elide(&mut self, text: &str, style: Style, (width, lines): (f32, u8), scale: f32) -> Shaped {
        let most = usize::from(lines) * 240;
        let line: String = text.chars().take(most).map(|c| if c.is_control() { ' ' } else { c }).collect();
        let wrap = (lines > 1).then_some(width);
        let tall = style.line() * (f32::from(lines) + 0.5);
        let fits = |shaped: &Shaped| shaped.size.x <= width && shaped.size.y <= tall;
        let whole = self.shape(&line, style, wrap, scale);
        if fits(&whole) && line.len() == text.len() {
            return whole;
        }
        let ends: Vec<usize> = unicode_segmentation::UnicodeSegmentation::grapheme_indices(line.as_str(), true)
            .map(|(at, _)| at)
            .collect();
        let (mut low, mut high) = (0, ends.len());
        let mut best = self.shape("…", style, None, scale);
        while low < high {
            let middle = usize::midpoint(low, high);
            let end = ends.get(middle).copied().unwrap_or(line.len());
            let cut = line.get(..end).unwrap_or_default().trim_end();
            let tried = self.shape(&format!("{cut}…"), style, wrap, scale);
            if fits(&tried) {
                best = tried;
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        best
    }

    pub(super) fn paragraph(&mut self, text: &str, style: Style, scale: f32) -> Layout<Brush> {
        let mut builder = self.layouts.ranged_builder(&mut self.fonts, text, scale, true);
        for property in properties(text, style) {
            builder.push_default(property);
        }
        builder.push_default(StyleProperty::FontFamily(fonts::families(text, self.japanese)));
        builder.build(text)
    }
}

/// The parley properties of a style; editors use the same ones.
pub(super) fn properties(text: &str, style: Style) -> [StyleProperty<'static, Brush>; 4] {
    let weight = match style.weight {
        Weight::Regular => FontWeight::NORMAL,
        // A little above semi-bold: a face that has only a regular cut, such as those of Chinese, is thickened from there.
        Weight::Semi => FontWeight::new(610.0),
    };
    [
        StyleProperty::FontSize(style.size),
        StyleProperty::LineHeight(LineHeight::FontSizeRelative(LINE)),
        StyleProperty::FontWeight(weight),
        StyleProperty::FontFamily(fonts::families(text, false)),
    ]
}

/// Appends the glyphs of a laid out paragraph whose top lies at `top` pixels.
pub(super) fn collect(faces: &mut Faces, layout: &Layout<Brush>, top: f32, glyphs: &mut Vec<Placed>) {
    for line in layout.lines() {
        for item in line.items() {
            let PositionedLayoutItem::GlyphRun(run) = item else { continue };
            let face = faces.index(run.run().font());
            let size = run.run().font_size();
            let bold = run.run().synthesis().embolden();
            for glyph in run.positioned_glyphs() {
                let Ok(id) = u16::try_from(glyph.id) else { continue };
                let quarters = (glyph.x * 4.0).round();
                let key = GlyphKey::new(face, id, size, (quarters.rem_euclid(4.0)) as u8, bold);
                glyphs.push(Placed { key, x: (quarters / 4.0).floor() as i32, y: (glyph.y + top).round() as i32 });
            }
        }
    }
}

#[cfg(test)]
#[path = "shape_tests.rs"]
mod tests;
