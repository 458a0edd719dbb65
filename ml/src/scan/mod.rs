//! Scans: from a file to a picture, and from a picture to what can be said about it, or why nothing can.
//!
//! In reading order: [`read`] and [`decode()`] turn a file into a [`Picture`], whatever its name says ([`raster`],
//! [`dicom`]); [`plane`] holds the sums that crops and sizes are made by; [`study`] asks the models of a pack in turn, from
//! `gate` (is this what the pack was made for?) over `finder` (where are spots?) to `rating` (how suspicious?) and
//! `explain` (what made it so?); [`report`] is the answer as programs and people read it, [`heatmap`] as a picture.
//!
//! Absent on purpose: who the patient is. No tag of a person is ever read, nothing is kept, and no answer is a diagnosis.

pub mod dicom;
pub mod explain;
pub mod finder;
pub mod fuzz;
pub mod gate;
pub mod heatmap;
mod networks;
pub mod picture;
pub mod plane;
pub mod raster;
pub mod rating;
pub mod read;
pub mod report;
pub mod study;

use crate::Unreadable;

pub use dicom::Dicom;
pub use picture::Picture;
pub use plane::Plane;
pub use report::{Finding, Outcome, Reason};
pub use study::{Explained, Question, Study};

/// Largest file that is read.
pub const MAX_FILE_BYTES: u64 = 64 * 1024 * 1024;
/// Largest picture that is decoded: that of a large camera.
pub const MAX_PIXELS: u64 = 24_000_000;
/// Most memory that decoding may take for pixels.
pub const MAX_DECODED_BYTES: u64 = 96 * 1024 * 1024;

/// What a file holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Decoded {
    /// JPEG or PNG: brightness without a unit, and no word about where it comes from.
    Raster(Picture),
    /// DICOM.
    Dicom(Dicom),
}

/// Decodes a file by its content.
///
/// # Errors
/// Where it is no picture that is read here, is cut off, damaged, or too large.
pub fn decode(bytes: &[u8]) -> Result<Decoded, Unreadable> {
    if bytes.starts_with(b"\xff\xd8") {
        raster::jpeg(bytes).map(Decoded::Raster)
    } else if bytes.starts_with(b"\x89PNG") {
        raster::png(bytes).map(Decoded::Raster)
    } else if dicom::sniffs(bytes) {
        dicom::decode(bytes).map(Decoded::Dicom)
    } else if bytes.is_empty() {
        Err(Unreadable::Empty)
    } else {
        Err(Unreadable::UnknownKind)
    }
}

#[cfg(test)]
#[path = "hostile_tests.rs"]
mod hostile_tests;
#[cfg(test)]
#[path = "samples_tests.rs"]
mod samples;
