//! DICOM's run-length coding (PS3.5 annex G): byte planes packed by PackBits, most significant first.

/// Unpacks one frame into samples of `bytes_each` little-endian bytes, all of the first channel first.
///
/// `None` where a segment is missing, lies outside, or does not give exactly `pixels` bytes.
pub fn unpack(coded: &[u8], pixels: usize, channels: usize, bytes_each: usize) -> Option<Vec<u8>> {
    let header = coded.first_chunk::<64>()?;
    let mut words = header.as_chunks::<4>().0.iter().map(|word| u32::from_le_bytes(*word) as usize);
    let count = words.next()?;
    if count != channels.checked_mul(bytes_each)? || count > 15 {
        return None;
    }
    let starts: Vec<usize> = words.take(count).collect();
    let mut samples = vec![0; pixels.checked_mul(count)?];
    for (segment, &start) in starts.iter().enumerate() {
        let end = starts.get(segment + 1).copied().unwrap_or(coded.len());
        if start < 64 {
            return None;
        }
        let plane = samples.get_mut(segment / bytes_each * pixels * bytes_each..)?;
        let place = bytes_each - 1 - segment % bytes_each;
        unpack_bits(coded.get(start..end)?, pixels, plane.iter_mut().skip(place).step_by(bytes_each))?;
    }
    Some(samples)
}

/// PackBits; what is left over at the end is padding.
fn unpack_bits<'s>(mut coded: &[u8], pixels: usize, mut into: impl Iterator<Item = &'s mut u8>) -> Option<()> {
    let mut due = pixels;
    while due > 0 {
        let (&control, rest) = coded.split_first()?;
        let count = match control {
            0..=127 => {
                let count = usize::from(control) + 1;
                let (literal, rest) = rest.split_at_checked(count)?;
                literal.iter().take(due).try_for_each(|byte| into.next().map(|to| *to = *byte))?;
                coded = rest;
                count
            }
            128 => {
                coded = rest;
                0
            }
            129..=255 => {
                let count = 257 - usize::from(control);
                let (&byte, rest) = rest.split_first()?;
                (0..count.min(due)).try_for_each(|_| into.next().map(|to| *to = byte))?;
                coded = rest;
                count
            }
        };
        due = due.saturating_sub(count);
    }
    Some(())
}
