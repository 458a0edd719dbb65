//! What a decoder hands on: a grey plane in 0..1, and how coloured the picture was.

use super::plane::Plane;

/// A decoded picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// Grey values in 0..1.
    pub plane: Plane,
    /// Mean over all pixels of the largest minus the smallest of red, green and blue, in 0..255; 0 for grey.
    pub chroma: f32,
}

impl Picture {
    /// Without colour.
    #[must_use]
    pub const fn grey(plane: Plane) -> Self {
        Self { plane, chroma: 0.0 }
    }

    /// Of red, green and blue in 0..255.
    #[must_use]
    pub fn coloured(width: usize, height: usize, pixels: impl ExactSizeIterator<Item = [f32; 3]>) -> Option<Self> {
        let mut values = Vec::with_capacity(pixels.len());
        let mut chroma = 0.0f64;
        for [r, g, b] in pixels {
            values.push((299.0 * r + 587.0 * g + 114.0 * b) / 1000.0 / 255.0);
            chroma += f64::from(r.max(g).max(b) - r.min(g).min(b));
        }
        let chroma = (chroma / values.len().max(1) as f64) as f32;
        Some(Self { plane: Plane::new(width, height, values)?, chroma })
    }
}

/// Grey values on their way to a picture.
pub struct Grey(Vec<f32>);

impl Grey {
    /// Of bytes.
    pub fn eight(bytes: impl Iterator<Item = u8>) -> Self {
        Self(bytes.map(|byte| f32::from(byte) / 255.0).collect())
    }

    /// Of words, so that the smallest becomes 0 and the largest 1: files of 16 bits use any part of their range.
    pub fn stretched(words: impl Iterator<Item = u16> + Clone, count: usize) -> Self {
        let (low, high) = words.clone().fold((u16::MAX, u16::MIN), |(low, high), word| (low.min(word), high.max(word)));
        let range = f32::from(high.saturating_sub(low)).max(1.0);
        let mut values = Vec::with_capacity(count);
        values.extend(words.map(|word| f32::from(word - low) / range));
        Self(values)
    }

    /// As a picture without colour.
    pub fn picture(self, width: usize, height: usize) -> Option<Picture> {
        Plane::new(width, height, self.0).map(Picture::grey)
    }
}
