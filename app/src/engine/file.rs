//! Files of the person's own: so far a picture that holds an invite as a QR code. Whatever the file says is hostile
//! until it is read within limits of size, width and memory.

use std::path::{Path, PathBuf};

use image::imageops::FilterType;
use image::{GrayImage, ImageReader, Limits};

use super::event::Reply;
use super::fault::{Code, Fault};
use super::phase::Phase;
use super::profile::JobDone;
use super::run::Engine;
use super::turn::{Asker, Turn};

/// Largest picture file that is opened.
const FILE_BYTES: u64 = 64 << 20;
/// Most memory that unpacking may take.
const UNPACKED_BYTES: u64 = 256 << 20;
/// Longest side of a picture.
const SIDE: u32 = 12_000;
/// Sides that the code is looked for at: a photograph's blur goes away when it is made smaller, a small code is lost.
const LOOKED_AT: [u32; 3] = [1_200, 2_400, 600];

/// The text of the first QR code in a picture that leads anywhere in Hearth.
///
/// # Errors
/// `unreadable_file` where it is no picture, `no_code` where it shows no such code.
pub(super) fn code_in(path: &Path) -> Result<String, Fault> {
    let picture = picture(path)?;
    let mut other = false;
    for side in LOOKED_AT {
        for text in codes(&shrunk(&picture, side)) {
            if crypto::invite::Invite::decode(&text).is_ok() {
                return Ok(text);
            }
            other = true;
        }
    }
    Err(if other { Fault::because(Code::NoCode, "the code leads elsewhere") } else { Code::NoCode.into() })
}

fn picture(path: &Path) -> Result<GrayImage, Fault> {
    let unreadable = |_| Fault::from(Code::UnreadableFile);
    let meta = std::fs::metadata(path).map_err(unreadable)?;
    if !meta.is_file() || meta.len() > FILE_BYTES {
        return Err(Code::UnreadableFile.into());
    }
    let mut limits = Limits::default();
    limits.max_image_width = Some(SIDE);
    limits.max_image_height = Some(SIDE);
    limits.max_alloc = Some(UNPACKED_BYTES);
    let mut reader = ImageReader::open(path).and_then(ImageReader::with_guessed_format).map_err(unreadable)?;
    reader.limits(limits);
    let decoded = reader.decode().map_err(|_| Fault::from(Code::UnreadableFile))?;
    Ok(decoded.to_luma8())
}

/// No longer than `side`; a picture that is smaller stays as it is.
fn shrunk(picture: &GrayImage, side: u32) -> GrayImage {
    let longest = picture.width().max(picture.height());
    if longest <= side {
        return picture.clone();
    }
    let to = |length: u32| u32::try_from(u64::from(length) * u64::from(side) / u64::from(longest)).unwrap_or(1).max(1);
    image::imageops::resize(picture, to(picture.width()), to(picture.height()), FilterType::Triangle)
}

fn codes(picture: &GrayImage) -> Vec<String> {
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    let shade = |x: usize, y: usize| {
        let at = u32::try_from(x).ok().zip(u32::try_from(y).ok());
        at.and_then(|(x, y)| picture.get_pixel_checked(x, y))
            .map_or(255, |pixel| pixel.0.first().copied().unwrap_or(255))
    };
    let mut prepared = rqrr::PreparedImage::prepare_from_greyscale(width, height, shade);
    prepared.detect_grids().into_iter().filter_map(|grid| grid.decode().ok()).map(|(_, text)| text).collect()
}

impl Engine {
    /// `invite.read`
    pub(super) fn read_invite(&mut self, turn: &mut Turn, path: PathBuf, asker: Asker) {
        if !matches!(self.phase, Phase::Open(..)) {
            return turn.answer(asker, Err(Code::Locked.into()));
        }
        self.job(move || {
            let outcome = code_in(&path).map(|link| Reply::Link { link: link.into(), words: Vec::new() });
            JobDone::Answered { asker, outcome }
        });
    }
}

#[cfg(test)]
#[path = "file_tests.rs"]
mod tests;
