//! A frame coded as JPEG inside a DICOM file: 8 bits of the usual kind, or lossless up to 16.

use std::io::Cursor;

use jpeg_decoder::{Decoder, PixelFormat};

use crate::Unreadable;

use super::super::MAX_DECODED_BYTES;
use super::super::raster::jpeg::walk;
use super::DAMAGED;

/// The decoded frame.
pub enum Samples {
    /// Grey, a byte each.
    Bytes(Vec<u8>),
    /// Grey, a word of the machine's order each.
    Words(Vec<u8>),
    /// Red, green, blue, a byte each.
    Colours(Vec<u8>),
}

/// Decodes one frame, which must have that size.
pub fn decode(coded: &[u8], width: u32, height: u32) -> Result<Samples, Unreadable> {
    let size = walk(coded).ok_or(DAMAGED)?;
    if (size.width, size.height) != (width, height) {
        return Err(DAMAGED);
    }
    let mut decoder = Decoder::new(Cursor::new(coded));
    decoder.set_max_decoding_buffer_size(usize::try_from(MAX_DECODED_BYTES).unwrap_or(usize::MAX));
    let bytes = decoder.decode().map_err(|error| match error {
        jpeg_decoder::Error::Unsupported(_) => Unreadable::Unsupported("its kind of JPEG is not read"),
        _ => DAMAGED,
    })?;
    match decoder.info().map(|info| info.pixel_format) {
        Some(PixelFormat::L8) => Ok(Samples::Bytes(bytes)),
        Some(PixelFormat::L16) => Ok(Samples::Words(bytes)),
        Some(PixelFormat::RGB24) => Ok(Samples::Colours(bytes)),
        _ => Err(Unreadable::Unsupported("its kind of JPEG is not read")),
    }
}
