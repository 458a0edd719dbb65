//! What an observer of the world is told, one atomic happening after the other, and the hash of all of it.

use std::hash::{DefaultHasher, Hasher};

use super::links::PeerIndex;
use crate::room::{Event, Refused, Write};
use crate::wire::Place;
use crypto::id::EntryId;

/// One thing that happened.
#[derive(Debug)]
pub enum Step {
    /// A request of a peer's person was refused.
    Refused {
        /// Whose.
        peer: PeerIndex,
        /// Why.
        refused: Refused,
    },
    /// An entry was made for a peer's person; it is acknowledged once it is stored.
    Authored {
        /// Whose.
        peer: PeerIndex,
        /// Which.
        id: EntryId,
        /// Where it stands.
        place: Place,
    },
    /// A batch became durable.
    Stored {
        /// Whose.
        peer: PeerIndex,
        /// All of it.
        writes: Vec<Write>,
    },
    /// A frame was handed to a link.
    Sent {
        /// By whom.
        peer: PeerIndex,
        /// To whom.
        to: PeerIndex,
        /// The frame.
        bytes: Vec<u8>,
    },
    /// A peer told its person something.
    Shown {
        /// Which peer.
        peer: PeerIndex,
        /// What.
        event: Event,
    },
    /// A peer got its machine for the first time.
    Entered {
        /// Which.
        peer: PeerIndex,
    },
    /// A peer stopped without warning.
    Crashed {
        /// Which.
        peer: PeerIndex,
    },
    /// A peer came back from its disk.
    Restarted {
        /// Which.
        peer: PeerIndex,
    },
    /// Something that must never happen, seen by the world itself.
    Broken {
        /// With whom.
        peer: PeerIndex,
        /// What.
        what: String,
    },
}

/// A running hash of everything that happened.
#[derive(Debug, Default, Clone)]
pub struct Trace(DefaultHasher);

impl Trace {
    /// Takes one step in.
    pub fn note(&mut self, now_ms: u64, step: &Step) {
        self.0.write_u64(now_ms);
        match step {
            Step::Sent { peer, to, bytes } => {
                self.0.write_usize(*peer);
                self.0.write_usize(*to);
                self.0.write(bytes);
            }
            Step::Stored { peer, writes } => {
                self.0.write_usize(*peer);
                writes.iter().for_each(|write| self.note_write(write));
            }
            other => self.0.write(format!("{other:?}").as_bytes()),
        }
    }

    fn note_write(&mut self, write: &Write) {
        match write {
            Write::Entry { bytes, .. } => self.0.write(bytes),
            Write::State { key, value } => {
                self.0.write(key);
                self.0.write(value.as_ref().map_or(&[], |value| value.as_slice()));
            }
            Write::Key(row) => {
                self.0.write(&row.key);
                self.0.write(row.value.as_ref().map_or(&[], |value| value.as_slice()));
            }
        }
    }

    /// The hash so far.
    #[must_use]
    pub fn value(&self) -> u64 {
        self.0.finish()
    }
}
