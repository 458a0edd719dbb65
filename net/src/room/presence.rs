//! Who is writing just now. Nothing of it is ever stored.

use std::collections::BTreeMap;

use crypto::id::MemberId;

use super::exchange::Millis;

/// Somebody who says no more is no longer writing after this.
pub const TYPING_MS: Millis = 6_000;

/// Who is writing.
#[derive(Debug, Default)]
pub(super) struct Typing(BTreeMap<MemberId, Millis>);

impl Typing {
    /// Somebody says that they write, or no longer; whether that is news.
    pub(super) fn set(&mut self, member: MemberId, on: bool, now: Millis) -> bool {
        if on { self.0.insert(member, now + TYPING_MS).is_none() } else { self.0.remove(&member).is_some() }
    }

    /// Those whose time is over, forgotten.
    pub(super) fn expire(&mut self, now: Millis) -> Vec<MemberId> {
        let over: Vec<_> = self.0.iter().filter(|(_, until)| **until <= now).map(|(member, _)| *member).collect();
        for member in &over {
            self.0.remove(member);
        }
        over
    }

    pub(super) fn next_timeout(&self) -> Option<Millis> {
        self.0.values().min().copied()
    }

    pub(super) fn who(&self) -> impl Iterator<Item = MemberId> {
        self.0.keys().copied()
    }
}

#[cfg(test)]
#[path = "presence_tests.rs"]
mod tests;
