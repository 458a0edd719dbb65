//! A picture that triangles are filled with, read without smoothing.

use egui::epaint::ImageData;
use egui::{Color32, ColorImage};

pub(crate) struct Texture {
    texels: Vec<Color32>,
    width: usize,
    height: usize,
}

impl Texture {
    pub fn new(image: ImageData) -> Self {
        let ImageData::Color(image) = image;
        let ColorImage { size: [width, height], pixels, .. } = std::sync::Arc::unwrap_or_clone(image);
        Self { texels: pixels, width, height }
    }

    /// Replaces a part; rows that lie outside are left out.
    pub fn patch(&mut self, [x, y]: [usize; 2], part: &ImageData) {
        let ImageData::Color(part) = part;
        let wide = part.size[0].max(1);
        if x + wide > self.width {
            return;
        }
        for (row, line) in part.pixels.chunks_exact(wide).enumerate() {
            let from = (y + row) * self.width + x;
            if let Some(place) = self.texels.get_mut(from..from + wide) {
                place.copy_from_slice(line);
            }
        }
    }

    /// The column that a place from 0 to 1 lies in.
    pub fn column(&self, u: f32) -> usize {
        place(u, self.width)
    }

    /// How many columns a step from 0 to 1 crosses.
    pub const fn width(&self) -> usize {
        self.width
    }

    /// The texels of the row that a place from 0 to 1 lies in.
    pub fn row(&self, v: f32) -> &[Color32] {
        let start = place(v, self.height) * self.width;
        self.texels.get(start..start + self.width).unwrap_or_default()
    }

    /// The texel at a place.
    pub fn texel(&self, u: f32, v: f32) -> Color32 {
        self.row(v).get(self.column(u)).copied().unwrap_or(Color32::TRANSPARENT)
    }
}

fn place(at: f32, length: usize) -> usize {
    ((at * length as f32).floor().max(0.0) as usize).min(length.saturating_sub(1))
}
