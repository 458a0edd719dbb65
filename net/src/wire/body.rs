//! What people put into an entry: messages and what happens to them.

use crypto::id::EntryId;
use crypto::secret::Personal;
use minicbor::{Decode, Encode};

use super::entry::{Kind, MAX_BODY_BYTES};
use super::{WireError, codec};

/// The longest text, in bytes of UTF-8.
pub const MAX_TEXT_BYTES: usize = 16 * 1024;
/// The longest reaction: one emoji, however it is composed.
pub const MAX_EMOJI_BYTES: usize = 64;

/// A body that people wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Body {
    /// A message.
    Text(Text),
    /// New text for one's own message.
    Edit(Edit),
    /// One's own message taken back.
    Retract(Retract),
    /// A reaction set or withdrawn.
    React(React),
}

/// A message.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Text {
    /// Plain text; no markup.
    #[cbor(n(0), with = "codec::personal")]
    pub text: Personal,
    /// The message it answers.
    #[n(1)]
    pub reply_to: Option<EntryId>,
}

/// New text for one's own message.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Edit {
    /// Which message.
    #[n(0)]
    pub target: EntryId,
    /// What it says now.
    #[cbor(n(1), with = "codec::personal")]
    pub text: Personal,
}

/// One's own message taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Retract {
    /// Which message.
    #[n(0)]
    pub target: EntryId,
}

/// A reaction set or withdrawn.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct React {
    /// Which message.
    #[n(0)]
    pub target: EntryId,
    /// Which reaction.
    #[n(1)]
    pub emoji: String,
    /// Set or withdrawn.
    #[n(2)]
    pub on: bool,
}

impl Body {
    /// A plain message.
    #[must_use]
    pub fn text(text: impl Into<Personal>) -> Self {
        Self::Text(Text { text: text.into(), reply_to: None })
    }

    /// The entry kind that carries it.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Text(_) => Kind::TEXT,
            Self::Edit(_) => Kind::EDIT,
            Self::Retract(_) => Kind::RETRACT,
            Self::React(_) => Kind::REACT,
        }
    }

    /// The bytes that an entry carries.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        match self {
            Self::Text(body) => codec::encode(body),
            Self::Edit(body) => codec::encode(body),
            Self::Retract(body) => codec::encode(body),
            Self::React(body) => codec::encode(body),
        }
    }

    /// Decodes the body of an entry; `None` for a kind that this version doesn't know.
    ///
    /// # Errors
    /// Any [`WireError`] but those of entries.
    pub fn decode(kind: Kind, bytes: &[u8]) -> Result<Option<Self>, WireError> {
        let body = match kind {
            Kind::TEXT => Self::Text(codec::decode(bytes, MAX_BODY_BYTES)?),
            Kind::EDIT => Self::Edit(codec::decode(bytes, MAX_BODY_BYTES)?),
            Kind::RETRACT => Self::Retract(codec::decode(bytes, MAX_BODY_BYTES)?),
            Kind::REACT => Self::React(codec::decode(bytes, MAX_BODY_BYTES)?),
            _ => return Ok(None),
        };
        body.check()?;
        Ok(Some(body))
    }

    /// Whether every field lies in its range.
    ///
    /// # Errors
    /// [`WireError::OutOfRange`].
    pub fn check(&self) -> Result<(), WireError> {
        match self {
            Self::Text(Text { text, .. }) | Self::Edit(Edit { text, .. }) if text.expose().len() > MAX_TEXT_BYTES => {
                Err(WireError::OutOfRange("text"))
            }
            Self::React(React { emoji, .. }) if emoji.is_empty() || emoji.len() > MAX_EMOJI_BYTES => {
                Err(WireError::OutOfRange("emoji"))
            }
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
#[path = "body_tests.rs"]
mod tests;
