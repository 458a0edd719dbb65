//! The one deterministic codec: CBOR with definite lengths and integer keys in ascending order.
//!
//! What is decoded is first walked without allocating, so that a hostile length or nesting costs nothing.

use minicbor::data::Type;
use minicbor::{Decode, Decoder, Encode};

use super::WireError;

/// Nesting that no format of ours reaches.
const MAX_NESTING: u8 = 8;

/// Encodes a value; encoding into memory cannot fail.
#[must_use]
pub fn encode<T: Encode<()>>(value: &T) -> Vec<u8> {
    minicbor::to_vec(value).expect("a Vec takes any bytes")
}

/// Decodes exactly one value of at most `cap` bytes.
///
/// # Errors
/// [`WireError::TooLarge`], [`WireError::Malformed`].
pub fn decode<'b, T: Decode<'b, ()>>(bytes: &'b [u8], cap: usize) -> Result<T, WireError> {
    if bytes.len() > cap {
        return Err(WireError::TooLarge);
    }
    let mut shape = Decoder::new(bytes);
    walk(&mut shape, 0)?;
    if shape.position() != bytes.len() {
        return Err(WireError::Malformed);
    }
    minicbor::decode(bytes).map_err(|_| WireError::Malformed)
}

/// Walks one value: definite lengths, map keys unsigned and strictly ascending, no tags, no floats.
fn walk(d: &mut Decoder<'_>, nesting: u8) -> Result<(), WireError> {
    let broken = |_| WireError::Malformed;
    if nesting > MAX_NESTING {
        return Err(WireError::Malformed);
    }
    match d.datatype().map_err(broken)? {
        Type::Bool => d.bool().map(drop).map_err(broken),
        Type::Null => d.null().map_err(broken),
        Type::U8 | Type::U16 | Type::U32 | Type::U64 => d.u64().map(drop).map_err(broken),
        Type::I8 | Type::I16 | Type::I32 | Type::I64 => d.i64().map(drop).map_err(broken),
        Type::Bytes => d.bytes().map(drop).map_err(broken),
        Type::String => d.str().map(drop).map_err(broken),
        Type::Array => {
            for _ in 0..d.array().map_err(broken)?.ok_or(WireError::Malformed)? {
                walk(d, nesting + 1)?;
            }
            Ok(())
        }
        Type::Map => {
            let mut last = None;
            for _ in 0..d.map().map_err(broken)?.ok_or(WireError::Malformed)? {
                let key = d.u64().map_err(broken)?;
                if last.is_some_and(|last| last >= key) {
                    return Err(WireError::Malformed);
                }
                last = Some(key);
                walk(d, nesting + 1)?;
            }
            Ok(())
        }
        _ => Err(WireError::Malformed),
    }
}

/// The tag of a `[tag, …]` value, so that one from a later version can be told from damage.
pub(super) fn tag(bytes: &[u8]) -> Option<u64> {
    let mut d = Decoder::new(bytes);
    d.array().ok()??;
    d.u64().ok()
}

/// Personal text in a derived codec.
pub mod personal {
    use crypto::secret::Personal;
    use minicbor::{Decoder, Encoder};

    /// Writes it as text.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn encode<C, W: minicbor::encode::Write>(
        text: &Personal,
        e: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        e.str(text.expose())?.ok()
    }

    /// Reads it from text.
    ///
    /// # Errors
    /// What isn't UTF-8 text.
    pub fn decode<C>(d: &mut Decoder<'_>, _: &mut C) -> Result<Personal, minicbor::decode::Error> {
        d.str().map(Personal::from)
    }
}

/// A 32-byte key in a derived codec.
pub mod key32 {
    use crypto::secret::Key32;
    use minicbor::{Decoder, Encoder};

    /// Writes it as bytes.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn encode<C, W: minicbor::encode::Write>(
        key: &Key32,
        e: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        e.bytes(key.expose())?.ok()
    }

    /// Reads it from bytes.
    ///
    /// # Errors
    /// Any other length than 32.
    pub fn decode<C>(d: &mut Decoder<'_>, _: &mut C) -> Result<Key32, minicbor::decode::Error> {
        Key32::try_from(d.bytes()?).map_err(|_| minicbor::decode::Error::message("a key has 32 bytes"))
    }
}

/// A list of byte strings in a derived codec.
pub mod chunks {
    use minicbor::{Decoder, Encoder};

    /// Writes an array of byte strings.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn encode<C, W: minicbor::encode::Write>(
        chunks: &[Vec<u8>],
        e: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        e.array(chunks.len() as u64)?;
        for chunk in chunks {
            e.bytes(chunk)?;
        }
        Ok(())
    }

    /// Reads an array of byte strings; the cap on the whole bounds it.
    ///
    /// # Errors
    /// Any other shape.
    pub fn decode<C>(d: &mut Decoder<'_>, _: &mut C) -> Result<Vec<Vec<u8>>, minicbor::decode::Error> {
        let broken = || minicbor::decode::Error::message("an array of byte strings");
        let mut chunks = Vec::new();
        for _ in 0..d.array()?.ok_or_else(broken)? {
            chunks.push(d.bytes()?.to_vec());
        }
        Ok(chunks)
    }
}

#[cfg(test)]
#[path = "codec_tests.rs"]
mod tests;
