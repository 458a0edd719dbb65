//! Frames within the byte stream that a link's Noise session carries: u32 big-endian length, then content.
//!
//! A frame may be split over Noise messages and one message may hold many frames: [`Joiner`] neither knows nor cares.

/// The longest frame.
pub const MAX_FRAME_BYTES: usize = 256 * 1024;
/// Bytes before each frame.
pub(super) const PREFIX_BYTES: usize = 4;

/// The peer announced a frame longer than [`MAX_FRAME_BYTES`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("Cannot take a frame this long")]
pub(super) struct Oversize;

/// Appends a frame to a stream of bytes. The caller has checked its length.
pub(super) fn append(stream: &mut Vec<u8>, frame: &[u8]) {
    let length = u32::try_from(frame.len()).unwrap_or(u32::MAX);
    stream.extend_from_slice(&length.to_be_bytes());
    stream.extend_from_slice(frame);
}

/// Puts frames together again. Holds at most one unfinished frame, and grows only with what really came.
#[derive(Debug, Default)]
pub(super) struct Joiner {
    prefix: Vec<u8>,
    /// Bytes of the frame that are still to come, once its length is known.
    missing: Option<usize>,
    frame: Vec<u8>,
}

impl Joiner {
    /// Takes bytes from the front of `input`; a frame once one is complete, `None` once the input is used up.
    pub(super) fn take(&mut self, input: &mut &[u8]) -> Result<Option<Vec<u8>>, Oversize> {
        let missing = match self.missing {
            Some(missing) => missing,
            None => match self.take_length(input)? {
                Some(length) => length,
                None => return Ok(None),
            },
        };
        let (taken, rest) = input.split_at(missing.min(input.len()));
        self.frame.extend_from_slice(taken);
        *input = rest;
        let missing = missing.saturating_sub(taken.len());
        if missing > 0 {
            self.missing = Some(missing);
            return Ok(None);
        }
        self.missing = None;
        Ok(Some(std::mem::take(&mut self.frame)))
    }

    fn take_length(&mut self, input: &mut &[u8]) -> Result<Option<usize>, Oversize> {
        let wanted = PREFIX_BYTES.saturating_sub(self.prefix.len());
        let (taken, rest) = input.split_at(wanted.min(input.len()));
        self.prefix.extend_from_slice(taken);
        *input = rest;
        let Ok(prefix) = <[u8; PREFIX_BYTES]>::try_from(self.prefix.as_slice()) else { return Ok(None) };
        self.prefix.clear();
        let length = usize::try_from(u32::from_be_bytes(prefix)).map_err(|_| Oversize)?;
        if length > MAX_FRAME_BYTES {
            return Err(Oversize);
        }
        self.missing = Some(length);
        Ok(Some(length))
    }
}

#[cfg(test)]
#[path = "frame_tests.rs"]
mod tests;
