//! A walk over a JPEG's markers: its size, and whether its end is there.

use super::Size;

/// Size by the frame header; `None` where a segment is cut off, there is no frame or no scan, or the end is missing.
pub fn walk(bytes: &[u8]) -> Option<Size> {
    let mut rest = bytes.strip_prefix(b"\xff\xd8")?;
    let mut size = None;
    let mut scans = 0;
    loop {
        let (marker, after) = next_marker(rest)?;
        match marker {
            // The end.
            0xd9 => return size.filter(|_| scans > 0),
            // Restarts and others that stand alone.
            0x01 | 0xd0..=0xd7 => rest = after,
            // Another beginning inside.
            0xd8 => return None,
            _ => {
                let (length, _) = after.split_first_chunk::<2>()?;
                let length = usize::from(u16::from_be_bytes(*length));
                let segment = after.get(2..length)?;
                rest = after.get(length..)?;
                match marker {
                    // Frame headers; C4, C8 and CC lie in between and are none.
                    0xc0..=0xcf if !matches!(marker, 0xc4 | 0xc8 | 0xcc) => {
                        if size.is_some() {
                            return None;
                        }
                        size = Some(frame(segment)?);
                    }
                    0xda => {
                        scans += 1;
                        rest = after_scan(rest)?;
                    }
                    _ => {}
                }
            }
        }
    }
}

fn frame(segment: &[u8]) -> Option<Size> {
    let (_, rest) = segment.split_first()?;
    let (height, rest) = rest.split_first_chunk::<2>()?;
    let (width, _) = rest.split_first_chunk::<2>()?;
    Some(Size { width: u16::from_be_bytes(*width).into(), height: u16::from_be_bytes(*height).into() })
}

/// The marker that comes next, and what follows it; markers may be padded by FF bytes.
fn next_marker(bytes: &[u8]) -> Option<(u8, &[u8])> {
    let rest = bytes.strip_prefix(b"\xff")?;
    let padding = rest.iter().take_while(|&&byte| byte == 0xff).count();
    let (marker, after) = rest.get(padding..)?.split_first()?;
    Some((*marker, after))
}

/// From a scan's coded data to the marker that ends it; FF 00 is data, and so are restarts.
fn after_scan(bytes: &[u8]) -> Option<&[u8]> {
    let mut from = 0;
    loop {
        let at = from + bytes.get(from..)?.iter().position(|&byte| byte == 0xff)?;
        match bytes.get(at + 1)? {
            0x00 | 0xd0..=0xd7 => from = at + 2,
            0xff => from = at + 1,
            _ => return bytes.get(at..),
        }
    }
}
