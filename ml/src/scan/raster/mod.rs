//! JPEG and PNG, through the `image` package. A walk over the file's own structure comes first: it gives the size before
//! anything is decoded, and finds what a decoder would quietly fill in: a file that was cut off.

pub(super) mod jpeg;
mod png;

use std::io::Cursor;

use image::codecs::jpeg::JpegDecoder;
use image::codecs::png::PngDecoder;
use image::{ColorType, ImageDecoder, Limits};

use crate::Unreadable;

use super::picture::{Grey, Picture};
use super::{MAX_DECODED_BYTES, MAX_PIXELS};

/// Size as the file's header says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Size {
    pub width: u32,
    pub height: u32,
}

impl Size {
    /// Refuses what would take too much memory.
    pub fn checked(self, name: &'static str) -> Result<Self, Unreadable> {
        let pixels = u64::from(self.width) * u64::from(self.height);
        match pixels {
            0 => Err(Unreadable::Damaged(name)),
            pixels if pixels > MAX_PIXELS => Err(Unreadable::TooManyPixels),
            _ => Ok(self),
        }
    }
}

/// Decodes a JPEG.
///
/// # Errors
/// Where it is cut off, damaged or too large.
pub fn jpeg(bytes: &[u8]) -> Result<Picture, Unreadable> {
    let name = "JPEG picture";
    let size = jpeg::walk(bytes).ok_or(Unreadable::Damaged(name))?.checked(name)?;
    let decoder = JpegDecoder::new(Cursor::new(bytes)).map_err(|_| Unreadable::Damaged(name))?;
    decode(decoder, size, name)
}

/// Decodes a PNG.
///
/// # Errors
/// Where it is cut off, damaged or too large.
pub fn png(bytes: &[u8]) -> Result<Picture, Unreadable> {
    let name = "PNG picture";
    let size = png::walk(bytes).ok_or(Unreadable::Damaged(name))?.checked(name)?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(MAX_DECODED_BYTES);
    let decoder = PngDecoder::with_limits(Cursor::new(bytes), limits).map_err(|_| Unreadable::Damaged(name))?;
    decode(decoder, size, name)
}

fn decode(decoder: impl ImageDecoder, size: Size, name: &'static str) -> Result<Picture, Unreadable> {
    let damaged = Unreadable::Damaged(name);
    if decoder.dimensions() != (size.width, size.height) {
        return Err(damaged);
    }
    if decoder.total_bytes() > MAX_DECODED_BYTES {
        return Err(Unreadable::TooManyPixels);
    }
    let colour = decoder.color_type();
    let mut bytes = vec![0; usize::try_from(decoder.total_bytes()).map_err(|_| Unreadable::TooManyPixels)?];
    decoder.read_image(&mut bytes).map_err(|_| damaged)?;
    let (width, height) = (size.width as usize, size.height as usize);
    let pixels = width * height;
    let bytes = bytes.as_slice();
    let picture = match colour {
        ColorType::L8 => Grey::eight(bytes.iter().copied()).picture(width, height),
        ColorType::La8 => Grey::eight(bytes.chunks_exact(2).filter_map(|p| p.first().copied())).picture(width, height),
        ColorType::L16 => Grey::stretched(words(bytes), pixels).picture(width, height),
        ColorType::La16 => Grey::stretched(words(bytes).step_by(2), pixels).picture(width, height),
        ColorType::Rgb8 => Picture::coloured(width, height, bytes.chunks_exact(3).map(eight_bits)),
        ColorType::Rgba8 => Picture::coloured(width, height, bytes.chunks_exact(4).map(eight_bits)),
        ColorType::Rgb16 => Picture::coloured(width, height, bytes.chunks_exact(6).map(sixteen_bits)),
        ColorType::Rgba16 => Picture::coloured(width, height, bytes.chunks_exact(8).map(sixteen_bits)),
        _ => None,
    };
    picture.ok_or(damaged)
}

fn words(bytes: &[u8]) -> impl Iterator<Item = u16> + Clone + '_ {
    bytes.as_chunks::<2>().0.iter().map(|word| u16::from_ne_bytes(*word))
}

/// Red, green, blue in 0..255.
fn eight_bits(pixel: &[u8]) -> [f32; 3] {
    match pixel {
        [r, g, b, ..] => [f32::from(*r), f32::from(*g), f32::from(*b)],
        _ => [0.0; 3],
    }
}

/// Red, green, blue in 0..255, of words in the machine's order.
fn sixteen_bits(pixel: &[u8]) -> [f32; 3] {
    let mut channels = words(pixel).map(|word| f32::from(word) / 257.0);
    std::array::from_fn(|_| channels.next().unwrap_or_default())
}

#[cfg(test)]
#[path = "raster_tests.rs"]
mod tests;
