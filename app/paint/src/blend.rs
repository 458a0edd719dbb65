//! One pixel over another: gamma space, premultiplied alpha.

use egui::Color32;

/// What is laid over a pixel.
#[derive(Clone, Copy)]
pub(crate) struct Layer {
    /// Red, green and blue, from 0 to 255.
    colour: [f32; 3],
    /// How much of what lies below stays, from 0 to 1.
    keep: f32,
}

impl Layer {
    /// A texel in a tint of red, green, blue and alpha from 0 to 255.
    #[inline]
    pub fn new(tint: [f32; 4], texel: Color32) -> Self {
        let [r, g, b, a] = texel.to_array().map(f32::from);
        let [tr, tg, tb, ta] = tint;
        Self { colour: [tr * r / 255.0, tg * g / 255.0, tb * b / 255.0], keep: 1.0 - ta * a / 255.0 / 255.0 }
    }

    /// The pixel it is where nothing of what lies below stays.
    #[inline]
    pub fn alone(&self) -> Option<u32> {
        (self.keep <= 0.0).then(|| self.over(0))
    }

    /// Lays it over a pixel.
    #[inline]
    pub fn over(&self, below: u32) -> u32 {
        let [_, r, g, b] = below.to_be_bytes();
        // Halves go up; what is below 0 or above 255 is cut off.
        let mix = |source: f32, under: u8| (source + f32::from(under) * self.keep + 0.5) as u8;
        let [sr, sg, sb] = self.colour;
        u32::from_be_bytes([0, mix(sr, r), mix(sg, g), mix(sb, b)])
    }

    /// Lays it over many pixels.
    pub fn cover(&self, row: &mut [u32]) {
        match self.alone() {
            Some(pixel) => row.fill(pixel),
            None => row.iter_mut().for_each(|pixel| *pixel = self.over(*pixel)),
        }
    }
}
