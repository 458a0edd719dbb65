//! The group before the data set: which transfer syntax follows, and where the data set begins.

/// What the file meta group says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meta {
    /// UID of the transfer syntax.
    pub syntax: String,
    /// Where the data set begins.
    pub begin: usize,
}

/// Reads the group; `None` where it is cut off or names no transfer syntax.
pub fn read(bytes: &[u8]) -> Option<Meta> {
    let mut at = 132;
    let mut syntax = None;
    while bytes.get(at..at + 2)? == [0x02, 0x00] {
        let element = bytes.get(at + 2..at + 4)?;
        let vr = bytes.get(at + 4..at + 6)?;
        // Always explicit, little endian; a few kinds have four bytes of length after two reserved ones.
        let (length, begin) = if matches!(vr, b"OB" | b"OW" | b"UN" | b"UT" | b"SQ") {
            let length = bytes.get(at + 8..)?.first_chunk::<4>()?;
            (usize::try_from(u32::from_le_bytes(*length)).ok()?, at + 12)
        } else {
            (usize::from(u16::from_le_bytes(*bytes.get(at + 6..)?.first_chunk::<2>()?)), at + 8)
        };
        let value = bytes.get(begin..begin.checked_add(length)?)?;
        if element == [0x10, 0x00] {
            let uid = std::str::from_utf8(value).ok()?.trim_end_matches(['\0', ' ']);
            syntax = Some(uid.to_owned());
        }
        at = begin + length;
    }
    Some(Meta { syntax: syntax?, begin: at })
}
