//! From a file's bytes to a frame: its layout checked first, then its samples, then its values by slope and intercept.

use dicom_dictionary_std::{tags, uids};

use crate::Unreadable;

use super::super::MAX_PIXELS;
use super::super::picture::Picture;
use super::super::plane::Plane;
use super::elements::{Elements, Pixels};
use super::jpeg::Samples;
use super::meta::Meta;
use super::window::{Curve, Window};
use super::{DAMAGED, jpeg, rle};

/// Explicit, big endian: retired, and still found in archives.
const BIG_ENDIAN: &str = "1.2.840.10008.1.2.2";

/// One frame.
#[derive(Debug, Clone, PartialEq)]
pub struct Frame {
    /// Pixels across.
    pub width: usize,
    /// Pixels down.
    pub height: usize,
    /// What it shows.
    pub content: Content,
}

/// What a frame shows.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// Values with a meaning: Hounsfield units in computed tomography.
    Grey {
        /// Row by row.
        values: Vec<f32>,
        /// Whether the file gave slope or intercept, so that the values have a unit.
        rescaled: bool,
        /// Whether small values are bright.
        inverted: bool,
        /// How the file wants to be shown.
        window: Option<Window>,
        /// Bits of each stored value.
        bits: u32,
    },
    /// A coloured picture.
    Colour(Picture),
}

impl Frame {
    /// The picture inside a window given from outside: for values with a unit.
    #[must_use]
    pub fn inside(self, window: Window) -> Option<Picture> {
        let shown = move |values: Vec<f32>| values.into_iter().map(|value| window.brightness(value)).collect();
        match self.content {
            Content::Colour(picture) => Some(picture),
            Content::Grey { values, .. } => Plane::new(self.width, self.height, shown(values)).map(Picture::grey),
        }
    }

    /// The picture as the file wants to be shown; all values where it does not say.
    #[must_use]
    pub fn shown(self) -> Option<Picture> {
        let (values, inverted, window) = match self.content {
            Content::Colour(picture) => return Some(picture),
            Content::Grey { values, inverted, window, .. } => (values, inverted, window),
        };
        let (low, high) = values.iter().fold((f32::MAX, f32::MIN), |(low, high), &v| (low.min(v), high.max(v)));
        let range = if high > low { high - low } else { 1.0 };
        let shown = values.into_iter().map(|value| {
            let bright = window.map_or((value - low) / range, |window| window.brightness(value));
            if inverted { 1.0 - bright } else { bright }
        });
        Plane::new(self.width, self.height, shown.collect()).map(Picture::grey)
    }
}

/// How samples lie in memory.
struct Layout {
    width: u32,
    height: u32,
    pixels: usize,
    channels: usize,
    bytes_each: usize,
    stored: u32,
    shift: u32,
    signed: bool,
    by_plane: bool,
    photometric: String,
}

impl Layout {
    fn of(elements: &Elements) -> Result<Self, Unreadable> {
        let need = |tag| elements.number(tag)?.ok_or(DAMAGED);
        let (width, height) = (need(tags::COLUMNS)?, need(tags::ROWS)?);
        let pixels = u64::from(width) * u64::from(height);
        if pixels == 0 || width > 0xffff || height > 0xffff {
            return Err(DAMAGED);
        }
        if pixels > MAX_PIXELS {
            return Err(Unreadable::TooManyPixels);
        }
        if elements.number(tags::NUMBER_OF_FRAMES)?.unwrap_or(1) > 1 {
            return Err(Unreadable::Unsupported(
                "it holds several frames; save the one slice to look at as a file of its own",
            ));
        }
        let (allocated, stored) = (need(tags::BITS_ALLOCATED)?, need(tags::BITS_STORED)?);
        let high = elements.number(tags::HIGH_BIT)?.unwrap_or(stored.saturating_sub(1));
        let channels = elements.number(tags::SAMPLES_PER_PIXEL)?.unwrap_or(1);
        let photometric = elements.text(tags::PHOTOMETRIC_INTERPRETATION);
        if stored == 0 || stored > allocated || high >= allocated || high + 1 < stored {
            return Err(DAMAGED);
        }
        let known = match photometric.as_str() {
            "MONOCHROME1" | "MONOCHROME2" => channels == 1 && matches!(allocated, 8 | 16),
            "RGB" | "YBR_FULL" | "YBR_FULL_422" => channels == 3 && allocated == 8 && stored == 8,
            _ => false,
        };
        if !known {
            return Err(Unreadable::Unsupported("its kind of pixels is not read"));
        }
        Ok(Self {
            width,
            height,
            pixels: usize::try_from(pixels).map_err(|_| Unreadable::TooManyPixels)?,
            channels: channels as usize,
            bytes_each: allocated as usize / 8,
            stored,
            shift: high + 1 - stored,
            signed: elements.number(tags::PIXEL_REPRESENTATION)?.unwrap_or(0) == 1,
            by_plane: elements.number(tags::PLANAR_CONFIGURATION)?.unwrap_or(0) == 1,
            photometric,
        })
    }

    /// The number that a stored word means.
    fn number(&self, word: u16) -> f32 {
        let unused = 16 - self.stored;
        let word = (word >> self.shift) << unused;
        if self.signed { f32::from(word.cast_signed() >> unused) } else { f32::from(word >> unused) }
    }
}

/// Reads the frame.
pub fn read(bytes: &[u8], meta: &Meta, elements: &Elements) -> Result<Frame, Unreadable> {
    let pixels = match &elements.pixels {
        None => return Err(Unreadable::Unsupported("it holds no picture")),
        Some(Pixels::Float) => return Err(Unreadable::Unsupported("its pixels are floating point, which is not read")),
        Some(pixels) => pixels,
    };
    let layout = Layout::of(elements)?;
    let samples = samples(bytes, meta, pixels, &layout)?;
    let (width, height) = (layout.width as usize, layout.height as usize);
    let content = if layout.channels == 1 {
        grey(&samples, &layout, elements)?
    } else {
        Content::Colour(colour(&samples, &layout)?)
    };
    Ok(Frame { width, height, content })
}

/// The samples as little-endian bytes, whatever they were coded in; coloured ones as red, green, blue or as stored.
fn samples(bytes: &[u8], meta: &Meta, pixels: &Pixels, layout: &Layout) -> Result<Coded, Unreadable> {
    let expected = layout.pixels * layout.channels * layout.bytes_each;
    let pieces = match pixels {
        Pixels::Native { bytes: range, words } => {
            let native = bytes.get(range.clone()).and_then(|native| native.get(..expected)).ok_or(DAMAGED)?;
            let mut native = native.to_vec();
            if meta.syntax == BIG_ENDIAN && *words {
                native.as_chunks_mut::<2>().0.iter_mut().for_each(|word| word.reverse());
            }
            return Ok(Coded { samples: native, by_plane: layout.by_plane, rgb: layout.photometric == "RGB" });
        }
        Pixels::Encoded(pieces) if pieces.is_empty() => return Err(DAMAGED),
        Pixels::Encoded(pieces) => pieces,
        Pixels::Float => return Err(DAMAGED),
    };
    let mut coded = Vec::new();
    for piece in pieces {
        coded.extend_from_slice(bytes.get(piece.clone()).ok_or(DAMAGED)?);
    }
    if meta.syntax == uids::RLE_LOSSLESS {
        let samples = rle::unpack(&coded, layout.pixels, layout.channels, layout.bytes_each).ok_or(DAMAGED)?;
        return Ok(Coded { samples, by_plane: true, rgb: layout.photometric == "RGB" });
    }
    let jpegs = [uids::JPEG_BASELINE8_BIT, uids::JPEG_EXTENDED12_BIT, uids::JPEG_LOSSLESS, uids::JPEG_LOSSLESS_SV1];
    if !jpegs.contains(&meta.syntax.as_str()) {
        return Err(Unreadable::Unsupported("its kind of compression is not read"));
    }
    let samples = match (jpeg::decode(&coded, layout.width, layout.height)?, layout.channels, layout.bytes_each) {
        (Samples::Bytes(bytes), 1, 1) | (Samples::Colours(bytes), 3, 1) => bytes,
        (Samples::Bytes(bytes), 1, 2) => bytes.into_iter().flat_map(|byte| [byte, 0]).collect(),
        (Samples::Words(words), 1, 2) => {
            words.as_chunks::<2>().0.iter().flat_map(|word| u16::from_ne_bytes(*word).to_le_bytes()).collect()
        }
        _ => return Err(DAMAGED),
    };
    if samples.len() != expected {
        return Err(DAMAGED);
    }
    Ok(Coded { samples, by_plane: false, rgb: true })
}

/// Decoded samples, and how they lie.
struct Coded {
    samples: Vec<u8>,
    by_plane: bool,
    rgb: bool,
}

fn grey(coded: &Coded, layout: &Layout, elements: &Elements) -> Result<Content, Unreadable> {
    let slope = elements.decimal(tags::RESCALE_SLOPE)?;
    let intercept = elements.decimal(tags::RESCALE_INTERCEPT)?;
    let rescaled = slope.is_some() || intercept.is_some();
    let (slope, intercept) = (slope.unwrap_or(1.0), intercept.unwrap_or(0.0));
    if slope == 0.0 {
        return Err(DAMAGED);
    }
    let value = |word: u16| (f64::from(layout.number(word)) * slope + intercept) as f32;
    let mut values = Vec::with_capacity(layout.pixels);
    if layout.bytes_each == 1 {
        values.extend(coded.samples.iter().map(|&byte| value(u16::from(byte))));
    } else {
        values.extend(coded.samples.as_chunks::<2>().0.iter().map(|word| value(u16::from_le_bytes(*word))));
    }
    let curve = match elements.text(tags::VOILUT_FUNCTION).as_str() {
        "LINEAR_EXACT" => Curve::Exact,
        "SIGMOID" => Curve::Sigmoid,
        _ => Curve::Linear,
    };
    let edges = elements.decimal(tags::WINDOW_CENTER)?.zip(elements.decimal(tags::WINDOW_WIDTH)?);
    let window = edges.and_then(|(centre, width)| Window::new(centre, width, curve));
    let inverted = layout.photometric == "MONOCHROME1";
    Ok(Content::Grey { values, rescaled, inverted, window, bits: layout.stored })
}

fn colour(coded: &Coded, layout: &Layout) -> Result<Picture, Unreadable> {
    if layout.photometric == "YBR_FULL_422" && !coded.rgb {
        return Err(Unreadable::Unsupported("its kind of pixels is not read"));
    }
    let (step, apart) = if coded.by_plane { (1, layout.pixels) } else { (3, 1) };
    let pixels = (0..layout.pixels).map(|at| {
        let sample =
            |channel: usize| f32::from(coded.samples.get(at * step + channel * apart).copied().unwrap_or_default());
        let [y, cb, cr] = [sample(0), sample(1), sample(2)];
        if coded.rgb {
            [y, cb, cr]
        } else {
            let (cb, cr) = (cb - 128.0, cr - 128.0);
            [y + 1.402 * cr, y - 0.344_136 * cb - 0.714_136 * cr, y + 1.772 * cb].map(|v| v.round().clamp(0.0, 255.0))
        }
    });
    Picture::coloured(layout.width as usize, layout.height as usize, pixels).ok_or(DAMAGED)
}
