//! A walk over a PNG's chunks: its size, and whether its end is there.

use super::Size;

/// Size by the header; `None` where a chunk is cut off, the header is not first, or the end is missing.
pub fn walk(bytes: &[u8]) -> Option<Size> {
    let mut rest = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n")?;
    let mut size = None;
    loop {
        let (length, after) = rest.split_first_chunk::<4>()?;
        let (kind, after) = after.split_first_chunk::<4>()?;
        let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
        let data = after.get(..length)?;
        // The four bytes of the checksum.
        rest = after.get(length.checked_add(4)?..)?;
        match (kind, size) {
            (b"IHDR", None) => {
                let (width, data) = data.split_first_chunk::<4>()?;
                let (height, _) = data.split_first_chunk::<4>()?;
                size = Some(Size { width: u32::from_be_bytes(*width), height: u32::from_be_bytes(*height) });
            }
            (b"IHDR", Some(_)) | (_, None) => return None,
            (b"IEND", size) => return size,
            _ => {}
        }
    }
}
