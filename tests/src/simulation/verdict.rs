//! The rules that a room keeps, and the violation of one.

use std::fmt;

/// What a room promises.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// What was acknowledged is on its author's disk.
    Lost,
    /// Nothing is stored or shown twice.
    Twice,
    /// Entries have one place everywhere, after all that their author had seen.
    Order,
    /// Only listed members can open what is sealed, and no message key is used twice.
    Leak,
    /// No state claims more than is true.
    Claim,
    /// Persist, then send, then tell.
    Sequence,
    /// Queues stay within their bounds.
    Memory,
    /// Healed within the time.
    Time,
    /// Healed within the bytes.
    Bytes,
    /// All hold the same in the end.
    Diverged,
    /// A machine refused what it must do, or spun.
    Broken,
}

/// A rule that was not kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// Which.
    pub rule: Rule,
    /// How it showed.
    pub detail: String,
}

impl Violation {
    /// A violation of `rule`.
    #[must_use]
    pub fn of(rule: Rule, detail: impl Into<String>) -> Self {
        Self { rule, detail: detail.into() }
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}: {}", self.rule, self.detail)
    }
}

/// `Ok`, or the violation.
pub type Verdict = Result<(), Violation>;

/// Whether a rule holds; the detail is only built where it doesn't.
///
/// # Errors
/// The violation, where `holds` is false.
pub fn require(holds: bool, rule: Rule, detail: impl FnOnce() -> String) -> Verdict {
    if holds { Ok(()) } else { Err(Violation::of(rule, detail())) }
}
