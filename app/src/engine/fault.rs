//! The engine's one error towards its faces: a stable code, and what a program or a translated sentence needs with it.
//!
//! A fault never carries what a person wrote, a name or a path: ids and codes only.

use std::fmt;

/// Stable codes, as `data.code` over RPC and as keys of the window's sentences.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Code {
    /// The line was not JSON-RPC.
    ParseError,
    /// No such method.
    MethodNotFound,
    /// A parameter is missing, unknown or of the wrong kind; `detail` names it.
    InvalidParams,
    /// The profile is locked or hidden.
    Locked,
    /// There is no profile here.
    NoProfile,
    /// There is a profile here already.
    ProfileExists,
    /// Another process has this profile open.
    InUse,
    /// The passphrase opens nothing here.
    WrongPassphrase,
    /// The recovery code opens nothing here.
    WrongCode,
    /// Refused for a while; `retry_after_ms` says how long.
    TooManyAttempts,
    /// The passphrase is too easy to guess.
    WeakPassphrase,
    /// The name holds characters that could mislead, or is too long or empty.
    InvalidName,
    /// No such contact.
    UnknownContact,
    /// No such room.
    UnknownRoom,
    /// No such message in that room.
    UnknownMessage,
    /// This person is not, or no longer, a member there.
    NotAMember,
    /// The rank, the role or the charter forbids it.
    NotAllowed,
    /// Longer than 16 KiB.
    TextTooLong,
    /// The link was altered or cut off.
    InviteDamaged,
    /// The link's time is over.
    InviteExpired,
    /// The link has admitted all it could.
    InviteUsed,
    /// Whoever answered is not who made the link.
    InviteForged,
    /// Nobody answered.
    Unreachable,
    /// Relay-only was asked for and no node is known.
    NoNode,
    /// The charter asked for is not a valid one.
    InvalidCharter,
    /// The room holds as many members as it may.
    RoomFull,
    /// A file could not be read as what it should be.
    UnreadableFile,
    /// A picture shows no QR code of an invite.
    NoCode,
    /// The desktop's keyring cannot open it; `detail` says why: `absent`, `locked` or `missing`.
    NoKeyring,
    /// A file could not be written.
    UnwritableFile,
    /// No model for it, or its pack is refused.
    NoModel,
    /// The store cannot be opened or written.
    StoreFailed,
    /// More is asked for than can be done at once.
    Busy,
    /// A fault of Hearth's own.
    Internal,
}

impl Code {
    /// The stable name, as in `docs/rpc.md`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ParseError => "parse_error",
            Self::MethodNotFound => "method_not_found",
            Self::InvalidParams => "invalid_params",
            Self::Locked => "locked",
            Self::NoProfile => "no_profile",
            Self::ProfileExists => "profile_exists",
            Self::InUse => "in_use",
            Self::WrongPassphrase => "wrong_passphrase",
            Self::WrongCode => "wrong_recovery_code",
            Self::TooManyAttempts => "too_many_attempts",
            Self::WeakPassphrase => "weak_passphrase",
            Self::InvalidName => "invalid_name",
            Self::UnknownContact => "unknown_contact",
            Self::UnknownRoom => "unknown_room",
            Self::UnknownMessage => "unknown_message",
            Self::NotAMember => "not_a_member",
            Self::NotAllowed => "not_allowed",
            Self::TextTooLong => "text_too_long",
            Self::InviteDamaged => "invite_damaged",
            Self::InviteExpired => "invite_expired",
            Self::InviteUsed => "invite_used",
            Self::InviteForged => "invite_forged",
            Self::Unreachable => "unreachable",
            Self::NoNode => "no_node",
            Self::InvalidCharter => "invalid_charter",
            Self::RoomFull => "room_full",
            Self::UnreadableFile => "unreadable_file",
            Self::NoCode => "no_code",
            Self::NoKeyring => "no_keyring",
            Self::UnwritableFile => "unwritable_file",
            Self::NoModel => "no_model",
            Self::StoreFailed => "store_failed",
            Self::Busy => "busy",
            Self::Internal => "internal",
        }
    }
}

/// Why a command was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The stable code.
    pub code: Code,
    /// Which parameter or rule, in fixed English words; never content.
    pub detail: Option<&'static str>,
    /// With [`Code::TooManyAttempts`]: when to try again, in milliseconds from now.
    pub retry_after_ms: Option<u64>,
    /// With [`Code::InviteDamaged`], where the invite came as words: which line does not hold.
    pub line: Option<Line>,
}

/// A line of words that were read out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// Its number, counted from one.
    pub number: usize,
    /// The number of the line that it would be right as, where it was put in the wrong place.
    pub fits: Option<usize>,
}

impl Fault {
    /// A fault that says which rule was broken.
    #[must_use]
    pub const fn because(code: Code, detail: &'static str) -> Self {
        Self { code, detail: Some(detail), retry_after_ms: None, line: None }
    }
}

impl From<Code> for Fault {
    fn from(code: Code) -> Self {
        Self { code, detail: None, retry_after_ms: None, line: None }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.detail {
            Some(detail) => write!(f, "{}: {detail}", self.code.as_str()),
            None => f.write_str(self.code.as_str()),
        }
    }
}

impl std::error::Error for Fault {}
