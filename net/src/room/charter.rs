//! A room's one signed policy, and what may be asked for when it is made.
//!
//! The charter is plain data: it says what holds, and the machines of this crate and the engine see to it.

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

/// A room holds at most this many members.
pub const MAX_MEMBERS: u16 = 200;
/// The longest time that a timed room keeps a body, in days.
pub const MAX_DAYS: u16 = 3650;
/// The longest rules text, in bytes.
pub const MAX_RULES_BYTES: usize = 8 * 1024;
/// How many languages a charter may name.
pub const MAX_LANGUAGES: usize = 16;
/// The longest language tag, in bytes.
pub const MAX_LANGUAGE_BYTES: usize = 16;

/// What a member may do; higher outranks lower.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, Encode, Decode)]
#[serde(rename_all = "snake_case")]
#[cbor(index_only)]
pub enum Rank {
    /// Reads.
    #[n(0)]
    Observer,
    /// Reads and writes.
    #[default]
    #[n(1)]
    Member,
    /// Admits and removes.
    #[n(2)]
    Moderator,
    /// Hands the room on.
    #[n(3)]
    Owner,
}

/// How long what people write is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Retention {
    /// In memory only.
    Ephemeral,
    /// Bodies are erased this many days after they were received.
    Timed {
        /// 1 to 3650.
        days: u16,
    },
    /// Kept, as a clinical record.
    Record,
}

/// What may be attached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Encode, Decode)]
#[serde(rename_all = "snake_case")]
#[cbor(index_only)]
pub enum Attachments {
    /// Nothing.
    #[n(0)]
    Text,
    /// Pictures and sound, re-encoded and stripped of what they tell about their maker.
    #[n(1)]
    SafeMedia,
    /// Any clinical file.
    #[n(2)]
    Clinical,
}

/// What an invited person does to enter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Encode, Decode)]
#[serde(rename_all = "snake_case")]
#[cbor(index_only)]
pub enum Admission {
    /// The link admits at once.
    #[n(0)]
    Direct,
    /// A moderator admits.
    #[n(1)]
    Knock,
}

/// The charter in force; every field is filled in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Encode, Decode)]
#[serde(into = "CharterView")]
#[cbor(map)]
pub struct Charter {
    /// How long bodies are kept.
    #[n(0)]
    pub retention: Retention,
    /// What may be attached.
    #[n(1)]
    pub attachments: Attachments,
    /// Whether members meet through nodes only, so that none sees another's address.
    #[n(2)]
    pub relay_only: bool,
    /// What an invited person does to enter.
    #[n(3)]
    pub admission: Admission,
    /// Whether members see who is online.
    #[n(4)]
    pub presence: bool,
    /// Languages spoken, as tags.
    #[n(5)]
    pub languages: Vec<String>,
    /// What members agree to.
    #[n(6)]
    pub rules: String,
    /// At most this many members; two in a direct room.
    #[n(7)]
    pub max_members: u16,
}

/// The charter as JSON shows it.
#[derive(Serialize)]
struct CharterView {
    retention: RetentionName,
    #[serde(skip_serializing_if = "Option::is_none")]
    days: Option<u16>,
    attachments: Attachments,
    relay_only: bool,
    admission: Admission,
    presence: bool,
    languages: Vec<String>,
    rules: String,
    max_members: u16,
}

impl From<Charter> for CharterView {
    fn from(charter: Charter) -> Self {
        let (retention, days) = match charter.retention {
            Retention::Ephemeral => (RetentionName::Ephemeral, None),
            Retention::Timed { days } => (RetentionName::Timed, Some(days)),
            Retention::Record => (RetentionName::Record, None),
        };
        Self {
            retention,
            days,
            attachments: charter.attachments,
            relay_only: charter.relay_only,
            admission: charter.admission,
            presence: charter.presence,
            languages: charter.languages,
            rules: charter.rules,
            max_members: charter.max_members,
        }
    }
}

/// Retention as JSON names it; the days of `timed` stand beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RetentionName {
    /// In memory only.
    Ephemeral,
    /// For `days`.
    Timed,
    /// Kept.
    Record,
}

/// The charter asked for; absent fields take the retention's defaults, unknown ones are refused.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CharterRequest {
    /// How long bodies are kept.
    pub retention: RetentionName,
    /// With `timed` only, and needed there.
    pub days: Option<u16>,
    /// What may be attached.
    pub attachments: Option<Attachments>,
    /// Whether members meet through nodes only.
    pub relay_only: Option<bool>,
    /// What an invited person does to enter.
    pub admission: Option<Admission>,
    /// Whether members see who is online.
    pub presence: Option<bool>,
    /// Languages spoken, as tags.
    pub languages: Option<Vec<String>>,
    /// What members agree to.
    pub rules: Option<String>,
    /// 2 to 200.
    pub max_members: Option<u16>,
}

/// Whether any node is known that could relay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NodeKnown {
    /// At least one.
    Yes,
    /// None.
    No,
}

/// Why a charter was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CharterError {
    /// Relay-only was asked for and no node is known.
    #[error("Cannot be relay-only: no node is known")]
    NoNode,
    /// A field is out of its range; the word names the field.
    #[error("Cannot accept the charter: {0} is out of range")]
    OutOfRange(&'static str),
}

impl CharterRequest {
    /// Asks for nothing but a retention.
    #[must_use]
    pub const fn new(retention: RetentionName) -> Self {
        Self {
            retention,
            days: None,
            attachments: None,
            relay_only: None,
            admission: None,
            presence: None,
            languages: None,
            rules: None,
            max_members: None,
        }
    }

    /// Fills in the retention's defaults.
    ///
    /// # Errors
    /// [`CharterError::NoNode`] for an explicit `relay_only` without a node, [`CharterError::OutOfRange`].
    pub fn resolve(self, node: NodeKnown) -> Result<Charter, CharterError> {
        let retention = match (self.retention, self.days) {
            (RetentionName::Ephemeral, None) => Retention::Ephemeral,
            (RetentionName::Record, None) => Retention::Record,
            (RetentionName::Timed, Some(days)) => Retention::Timed { days },
            _ => return Err(CharterError::OutOfRange("days")),
        };
        let record = retention == Retention::Record;
        let relay_only = match (self.relay_only, node) {
            (Some(true), NodeKnown::No) => return Err(CharterError::NoNode),
            (Some(asked), _) => asked,
            (None, NodeKnown::Yes) => !record,
            (None, NodeKnown::No) => false,
        };
        let charter = Charter {
            retention,
            attachments: self.attachments.unwrap_or(if record { Attachments::Clinical } else { Attachments::Text }),
            relay_only,
            admission: self.admission.unwrap_or(if record { Admission::Direct } else { Admission::Knock }),
            presence: self.presence.unwrap_or(true),
            languages: self.languages.unwrap_or_default(),
            rules: self.rules.unwrap_or_default(),
            max_members: self.max_members.unwrap_or(MAX_MEMBERS),
        };
        charter.check()?;
        Ok(charter)
    }
}

impl Charter {
    /// The charter of a direct room between two contacts.
    #[must_use]
    pub fn direct() -> Self {
        Self {
            retention: Retention::Record,
            attachments: Attachments::Clinical,
            relay_only: false,
            admission: Admission::Direct,
            presence: true,
            languages: Vec::new(),
            rules: String::new(),
            max_members: 2,
        }
    }

    /// Whether every field lies in its range; decoded charters pass here too.
    ///
    /// # Errors
    /// [`CharterError::OutOfRange`].
    pub fn check(&self) -> Result<(), CharterError> {
        if let Retention::Timed { days } = self.retention
            && !(1..=MAX_DAYS).contains(&days)
        {
            return Err(CharterError::OutOfRange("days"));
        }
        if !(2..=MAX_MEMBERS).contains(&self.max_members) {
            return Err(CharterError::OutOfRange("max_members"));
        }
        if self.rules.len() > MAX_RULES_BYTES {
            return Err(CharterError::OutOfRange("rules"));
        }
        let tag = |tag: &String| {
            (2..=MAX_LANGUAGE_BYTES).contains(&tag.len())
                && tag.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        };
        if self.languages.len() > MAX_LANGUAGES || !self.languages.iter().all(tag) {
            return Err(CharterError::OutOfRange("languages"));
        }
        Ok(())
    }

    /// Whether this charter may follow `earlier`: what was promised to be forgotten never becomes kept.
    #[must_use]
    pub fn may_follow(&self, earlier: &Self) -> bool {
        match (earlier.retention, self.retention) {
            (Retention::Ephemeral, Retention::Ephemeral) | (Retention::Record, _) => true,
            (Retention::Timed { days: before }, Retention::Timed { days }) => days <= before,
            (Retention::Timed { .. }, Retention::Ephemeral) => true,
            (Retention::Ephemeral | Retention::Timed { .. }, _) => false,
        }
    }
}

impl<C> Encode<C> for Retention {
    fn encode<W: minicbor::encode::Write>(
        &self,
        e: &mut minicbor::Encoder<W>,
        _: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        let (kind, days) = match self {
            Self::Ephemeral => (0u8, 0),
            Self::Timed { days } => (1, *days),
            Self::Record => (2, 0),
        };
        e.array(2)?.u8(kind)?.u16(days)?.ok()
    }
}

impl<'b, C> Decode<'b, C> for Retention {
    fn decode(d: &mut minicbor::Decoder<'b>, _: &mut C) -> Result<Self, minicbor::decode::Error> {
        if d.array()? != Some(2) {
            return Err(minicbor::decode::Error::message("retention is a pair"));
        }
        match (d.u8()?, d.u16()?) {
            (0, 0) => Ok(Self::Ephemeral),
            (1, days) => Ok(Self::Timed { days }),
            (2, 0) => Ok(Self::Record),
            _ => Err(minicbor::decode::Error::message("unknown retention")),
        }
    }
}

#[cfg(test)]
#[path = "charter_tests.rs"]
mod tests;
