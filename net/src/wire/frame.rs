//! What members say to each other on an authenticated link. `[tag, map]`, at most 256 KiB.

use crypto::group::keys::{CommitId, EpochId};
use crypto::id::{DeviceId, EntryId};
use minicbor::{Decode, Encode};

use super::entry::Place;
use super::{WireError, codec};

/// The longest frame.
pub const MAX_FRAME_BYTES: usize = 256 * 1024;
/// The longest plaintext of one sealed batch.
pub const MAX_BATCH_BYTES: usize = 128 * 1024;
/// Entries in one sealed batch.
pub const MAX_BATCH_ENTRIES: usize = 512;
/// A frontier names at most this many devices.
pub const MAX_FLOORS: usize = 2048;
/// Commits named at once.
pub const MAX_COMMITS: usize = 1024;
/// The longest part of a split Welcome.
pub const PART_BYTES: usize = 192 * 1024;
/// Parts of a split Welcome.
pub const MAX_PARTS: u8 = 8;
const LAST_TAG: u64 = 11;

/// How far one device's log is held: everything from above the floor up to the head. Entries at or below the floor
/// count as satisfied, so history that is gone never stalls anyone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Encode, Decode)]
pub struct Floor {
    /// Whose log.
    #[n(0)]
    pub device: DeviceId,
    /// Nothing at or below it is held here.
    #[n(1)]
    pub floor_seq: u64,
    /// No entry at or below the floor is deeper.
    #[n(2)]
    pub floor_depth: u64,
    /// The newest entry held; the floor's where nothing above it is.
    #[n(3)]
    pub head_seq: u64,
    /// Its id; zeros where nothing was ever held.
    #[n(4)]
    pub head: EntryId,
}

/// What a link that has just come up, or lost its thread, is told.
#[derive(Debug, Clone, PartialEq, Eq, Default, Encode, Decode)]
#[cbor(map)]
pub struct Hello {
    /// Frame version, 1.
    #[n(0)]
    pub version: u8,
    /// What is held here.
    #[n(1)]
    pub frontier: Vec<Floor>,
    /// Commits kept here.
    #[cbor(n(2), with = "commit_ids")]
    pub commits: Vec<CommitId>,
    /// The epoch that is sealed in here.
    #[cbor(n(3), with = "epoch_id")]
    pub tip: EpochId,
    /// The last of the receiver's own entries that this member has read.
    #[n(4)]
    pub mark: Option<Place>,
    /// Set where the receiver is no leaf of `tip` though the orders list it: it should ask to enter again.
    #[n(5)]
    pub missing: bool,
    /// Set where the receiver should answer with its own.
    #[n(6)]
    pub ask: bool,
}

/// A frame on a member link.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub enum Frame {
    /// State of the sender.
    #[n(0)]
    Hello(#[n(0)] Hello),
    /// What is newly held and stored here: an announcement, and the acknowledgement of delivery.
    #[n(1)]
    #[cbor(map)]
    Have {
        /// Devices whose logs moved.
        #[n(0)]
        frontier: Vec<Floor>,
        /// Set where the receiver should answer with what it holds of these.
        #[n(1)]
        ask: bool,
    },
    /// Asks for one batch.
    #[n(2)]
    #[cbor(map)]
    Want {
        /// Whose log.
        #[n(0)]
        device: DeviceId,
        /// From this entry on.
        #[n(1)]
        from_seq: u64,
    },
    /// One sealed batch of entries.
    #[n(3)]
    #[cbor(map)]
    Sealed {
        /// Sealed by the room's keys.
        #[cbor(n(0), with = "minicbor::bytes")]
        bytes: Vec<u8>,
    },
    /// One commit.
    #[n(4)]
    #[cbor(map)]
    Commit {
        /// As made.
        #[cbor(n(0), with = "minicbor::bytes")]
        bytes: Vec<u8>,
    },
    /// Asks for commits by id.
    #[n(5)]
    #[cbor(map)]
    WantCommit {
        /// Which.
        #[cbor(n(0), with = "commit_ids")]
        commits: Vec<CommitId>,
    },
    /// A listed device without a usable leaf asks to enter the group again.
    #[n(6)]
    #[cbor(map)]
    Rejoin {
        /// Its device order where it is new.
        #[cbor(n(0), with = "minicbor::bytes")]
        order: Option<Vec<u8>>,
        /// What to add.
        #[cbor(n(1), with = "minicbor::bytes")]
        key_package: Vec<u8>,
    },
    /// A part of the answer to [`Frame::Rejoin`].
    #[n(7)]
    #[cbor(map)]
    Welcome {
        /// From 0.
        #[n(0)]
        part: u8,
        /// How many there are.
        #[n(1)]
        parts: u8,
        /// This part.
        #[cbor(n(2), with = "minicbor::bytes")]
        bytes: Vec<u8>,
    },
    /// What holds just now.
    #[n(8)]
    #[cbor(map)]
    Live {
        /// Whether the sender is writing.
        #[n(0)]
        typing: bool,
    },
    /// The sender has read the receiver's own entries up to here.
    #[n(9)]
    #[cbor(map)]
    Mark {
        /// The last one seen.
        #[n(0)]
        up_to: Place,
    },
    /// A device's signed address record, perhaps passed on.
    #[n(10)]
    #[cbor(map)]
    Addresses {
        /// The record.
        #[cbor(n(0), with = "minicbor::bytes")]
        record: Vec<u8>,
    },
    /// Told to somebody who is a member no longer, before the link closes.
    #[n(11)]
    #[cbor(map)]
    Farewell {
        /// The entry that says so.
        #[cbor(n(0), with = "minicbor::bytes")]
        order: Vec<u8>,
    },
}

impl Frame {
    /// The bytes to send.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        codec::encode(self)
    }

    /// Decodes a frame; `None` for a tag that this version doesn't know.
    ///
    /// # Errors
    /// [`WireError::TooLarge`], [`WireError::Malformed`], [`WireError::OutOfRange`].
    pub fn decode(bytes: &[u8]) -> Result<Option<Self>, WireError> {
        if bytes.len() > MAX_FRAME_BYTES {
            return Err(WireError::TooLarge);
        }
        if codec::tag(bytes).is_some_and(|tag| tag > LAST_TAG) {
            return Ok(None);
        }
        let frame: Self = codec::decode(bytes, MAX_FRAME_BYTES)?;
        frame.check()?;
        Ok(Some(frame))
    }

    fn check(&self) -> Result<(), WireError> {
        let fits = match self {
            Self::Hello(hello) => check_frontier(&hello.frontier) && hello.commits.len() <= MAX_COMMITS,
            Self::Have { frontier, .. } => check_frontier(frontier),
            Self::WantCommit { commits } => commits.len() <= MAX_COMMITS,
            Self::Want { from_seq, .. } => *from_seq > 0,
            Self::Welcome { part, parts, bytes } => part < parts && *parts <= MAX_PARTS && bytes.len() <= PART_BYTES,
            _ => true,
        };
        if fits { Ok(()) } else { Err(WireError::OutOfRange("frame")) }
    }
}

fn check_frontier(frontier: &[Floor]) -> bool {
    frontier.len() <= MAX_FLOORS && frontier.iter().all(|floor| floor.floor_seq <= floor.head_seq)
}

/// What one sealed message holds: entries as byte strings.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Batch {
    /// Signed entries.
    #[cbor(n(0), with = "codec::chunks")]
    pub entries: Vec<Vec<u8>>,
}

impl Batch {
    /// Decodes what a sealed message held.
    ///
    /// # Errors
    /// [`WireError::TooLarge`], [`WireError::Malformed`], [`WireError::OutOfRange`].
    pub fn decode(bytes: &[u8]) -> Result<Self, WireError> {
        let batch: Self = codec::decode(bytes, MAX_BATCH_BYTES)?;
        if batch.entries.len() > MAX_BATCH_ENTRIES { Err(WireError::OutOfRange("batch")) } else { Ok(batch) }
    }
}

/// Commit ids as one byte string of 16 bytes each.
mod commit_ids {
    use super::CommitId;
    use minicbor::{Decoder, Encoder};

    pub(super) fn encode<C, W: minicbor::encode::Write>(
        ids: &[CommitId],
        e: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        e.bytes(&ids.iter().flat_map(|id| id.0).collect::<Vec<u8>>())?.ok()
    }

    pub(super) fn decode<C>(d: &mut Decoder<'_>, _: &mut C) -> Result<Vec<CommitId>, minicbor::decode::Error> {
        let (ids, rest) = d.bytes()?.as_chunks::<16>();
        if !rest.is_empty() {
            return Err(minicbor::decode::Error::message("commit ids have 16 bytes each"));
        }
        Ok(ids.iter().map(|id| CommitId(*id)).collect())
    }
}

/// An epoch id as 16 bytes.
mod epoch_id {
    use super::EpochId;
    use minicbor::{Decoder, Encoder};

    pub(super) fn encode<C, W: minicbor::encode::Write>(
        id: &EpochId,
        e: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        e.bytes(&id.0)?.ok()
    }

    pub(super) fn decode<C>(d: &mut Decoder<'_>, _: &mut C) -> Result<EpochId, minicbor::decode::Error> {
        d.bytes()?.try_into().map(EpochId).map_err(|_| minicbor::decode::Error::message("an epoch id has 16 bytes"))
    }
}

#[cfg(test)]
#[path = "frame_tests.rs"]
mod tests;
