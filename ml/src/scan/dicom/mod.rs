//! DICOM: one frame of a CT slice or an X-ray, with its values as the scanner meant them. Read with dicom-rs' token
//! reader, which allocates nothing by itself: every length is compared with the bytes that are there before it is used.
//!
//! Read: uncompressed (implicit, explicit, big endian), RLE, JPEG of 8 bits, lossless JPEG up to 16. Not read: JPEG-LS,
//! JPEG 2000, deflated data sets, several frames, palettes, floating point. Absent: names, dates, any other tag of a person.

mod elements;
mod frame;
mod jpeg;
mod meta;
mod rle;
mod window;

use crate::Unreadable;

pub use frame::{Content, Frame};
pub use window::{Curve, Window};

/// What every sentence about a damaged file calls it.
const NAME: &str = "DICOM file";
/// The refusal of a damaged file.
const DAMAGED: Unreadable = Unreadable::Damaged(NAME);

/// A DICOM file.
#[derive(Debug, Clone, PartialEq)]
pub struct Dicom {
    /// DICOM's own code, such as `CT` or `DX`; `OT` where the file names none.
    pub modality: String,
    /// Its picture; why there is none for a kind of file that holds none, or in a coding that is not read.
    pub frame: Result<Frame, Unreadable>,
}

impl Dicom {
    /// Whether it is computed tomography, the one kind whose values have a unit.
    #[must_use]
    pub fn is_ct(&self) -> bool {
        self.modality == "CT"
    }
}

/// Whether a file begins as DICOM files do.
#[must_use]
pub fn sniffs(bytes: &[u8]) -> bool {
    bytes.get(128..132) == Some(b"DICM")
}

/// Decodes a DICOM file.
///
/// # Errors
/// Where it is cut off, damaged or too large. What is intact but not read here is an error of the frame alone.
pub fn decode(bytes: &[u8]) -> Result<Dicom, Unreadable> {
    let meta = meta::read(bytes).ok_or(DAMAGED)?;
    let Some(elements) = elements::read(bytes, &meta)? else {
        let frame = Err(Unreadable::Unsupported("its transfer syntax is not read"));
        return Ok(Dicom { modality: "OT".into(), frame });
    };
    let modality = elements.modality();
    match frame::read(bytes, &meta, &elements) {
        Err(error @ (Unreadable::Damaged(_) | Unreadable::TooManyPixels)) => Err(error),
        frame => Ok(Dicom { modality, frame }),
    }
}

#[cfg(test)]
#[path = "oracle_tests.rs"]
mod oracle_tests;
#[cfg(test)]
#[path = "dicom_tests.rs"]
mod tests;
