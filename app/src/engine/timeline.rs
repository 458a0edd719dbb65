//! Messages as people see them: each text with its edits, its withdrawal and its reactions already applied, kept in the
//! room's total order so that a page is one range read.

use std::collections::BTreeMap;
use std::ops::Bound;

use crypto::id::{DeviceId, EntryId, MemberId, RoomId};
use minicbor::{Decode, Encode};
use net::wire::{Body, Place};

use crate::store::{Direction, Key, SlotId, Tree, Value};

use super::fault::Code;
use super::record::{self, Text};
use super::shelf::Shelf;
use super::text;
use super::window::{Ends, Pages};

/// Different emoji kept on one message; later ones are ignored.
const EMOJI: usize = 32;
const PLACE_BYTES: usize = 32;

/// One message.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Line {
    #[n(0)]
    pub message: EntryId,
    #[n(1)]
    pub author: MemberId,
    /// Harmless; empty when retracted.
    #[n(2)]
    pub text: Text,
    #[n(3)]
    pub sent_at: u64,
    #[n(4)]
    pub reply_to: Option<EntryId>,
    /// The edit that is shown.
    #[n(5)]
    pub edited: Option<Place>,
    #[n(6)]
    pub retracted: bool,
    /// Who set which emoji, and by which entry; withdrawn ones stay, so that a late entry cannot bring them back.
    #[n(7)]
    pub reactions: Vec<Reaction>,
    /// Whether this person wrote it.
    #[n(8)]
    pub mine: bool,
    /// The slot that it is sealed under, so that nothing done to it later makes it live longer.
    #[n(9)]
    pub slot: u64,
}

/// One member's reaction.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Reaction {
    #[n(0)]
    pub emoji: String,
    #[n(1)]
    pub member: MemberId,
    #[n(2)]
    pub place: Place,
    #[n(3)]
    pub on: bool,
}

/// A place as the store orders it.
pub fn order(place: Place) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(PLACE_BYTES);
    bytes.extend_from_slice(&place.depth.to_be_bytes());
    bytes.extend_from_slice(&place.device.0);
    bytes.extend_from_slice(&place.seq.to_be_bytes());
    bytes
}

/// The place of an order.
pub fn place(order: &[u8]) -> Option<Place> {
    let (depth, rest) = order.split_first_chunk::<8>()?;
    let (device, rest) = rest.split_first_chunk::<16>()?;
    let seq: [u8; 8] = rest.try_into().ok()?;
    Some(Place { depth: u64::from_be_bytes(*depth), device: DeviceId(*device), seq: u64::from_be_bytes(seq) })
}

/// Where a room's messages are: on the disk, or in memory only where the charter says so.
pub enum Lines {
    /// Kept.
    Kept(RoomId),
    /// Ephemeral.
    Memory(BTreeMap<Vec<u8>, Value>),
}

impl Lines {
    /// A message by its place.
    pub fn get(&self, shelf: &Shelf, at: Place) -> Result<Option<Line>, Code> {
        let order = order(at);
        let value = match self {
            Self::Kept(room) => shelf.get(&Key::ordered(Tree::Timeline, room.0, order))?,
            Self::Memory(lines) => lines.get(&order).cloned(),
        };
        value.map(|value| record::read(&value)).transpose()
    }

    /// Writes a message, new or changed.
    pub fn put(&mut self, shelf: &mut Shelf, at: Place, line: &Line) {
        let bytes = record::bytes(line);
        match self {
            Self::Kept(room) => {
                shelf.put(Key::ordered(Tree::Timeline, room.0, order(at)), SlotId(line.slot), bytes);
            }
            Self::Memory(lines) => {
                lines.insert(order(at), bytes);
            }
        }
    }

    /// Takes a message out of sight.
    pub fn remove(&mut self, shelf: &mut Shelf, at: Place) {
        match self {
            Self::Kept(room) => shelf.delete(Key::ordered(Tree::Timeline, room.0, order(at))),
            Self::Memory(lines) => {
                lines.remove(&order(at));
            }
        }
    }

    /// Up to `limit` messages before a place, the newest first.
    pub fn before(&self, shelf: &Shelf, end: Option<Place>, limit: usize) -> Result<Vec<(Place, Line)>, Code> {
        let end = end.map(order);
        let end = end.as_deref().map_or(Bound::Unbounded, Bound::Excluded);
        let rows: Vec<(Vec<u8>, Value)> = match self {
            Self::Kept(room) => {
                shelf.page(Tree::Timeline, &room.0, (Bound::Unbounded, end), Direction::Backward, limit)?
            }
            Self::Memory(lines) => {
                let rows = lines.range::<[u8], _>((Bound::Unbounded, end)).rev().take(limit);
                rows.map(|(order, value)| (order.clone(), value.clone())).collect()
            }
        };
        decode(rows)
    }

    /// Up to `limit` messages after a place, the oldest first.
    pub fn after(&self, shelf: &Shelf, begin: Option<Place>, limit: usize) -> Result<Vec<(Place, Line)>, Code> {
        self.between(shelf, (begin, None), limit)
    }

    /// Up to `limit` messages between two places, both exclusive, the oldest first.
    pub fn between(&self, shelf: &Shelf, (begin, end): Ends, limit: usize) -> Result<Vec<(Place, Line)>, Code> {
        if begin.zip(end).is_some_and(|(begin, end)| begin >= end) {
            return Ok(Vec::new());
        }
        let (begin, end) = (begin.map(order), end.map(order));
        let begin = begin.as_deref().map_or(Bound::Unbounded, Bound::Excluded);
        let end = end.as_deref().map_or(Bound::Unbounded, Bound::Excluded);
        let rows: Vec<(Vec<u8>, Value)> = match self {
            Self::Kept(room) => shelf.page(Tree::Timeline, &room.0, (begin, end), Direction::Forward, limit)?,
            Self::Memory(lines) => {
                let rows = lines.range::<[u8], _>((begin, end)).take(limit);
                rows.map(|(order, value)| (order.clone(), value.clone())).collect()
            }
        };
        decode(rows)
    }
}

/// Messages with the store they may lie in.
pub struct Held<'a> {
    pub lines: &'a Lines,
    pub shelf: &'a Shelf,
}

impl Pages for Held<'_> {
    type Line = Line;

    fn before(&self, end: Option<Place>, limit: usize) -> Result<Vec<(Place, Line)>, Code> {
        self.lines.before(self.shelf, end, limit)
    }

    fn between(&self, ends: Ends, limit: usize) -> Result<Vec<(Place, Line)>, Code> {
        self.lines.between(self.shelf, ends, limit)
    }
}

fn decode(rows: Vec<(Vec<u8>, Value)>) -> Result<Vec<(Place, Line)>, Code> {
    rows.iter().map(|(order, value)| Ok((place(order).ok_or(Code::StoreFailed)?, record::read(value)?))).collect()
}

impl Line {
    /// A message as it arrives.
    pub fn new(
        message: EntryId,
        author: MemberId,
        sent_at: u64,
        mine: bool,
        slot: SlotId,
        body: &net::wire::body::Text,
    ) -> Self {
        Self {
            message,
            author,
            text: Text(text::harmless(body.text.expose()).into()),
            sent_at,
            reply_to: body.reply_to,
            edited: None,
            retracted: false,
            reactions: Vec::new(),
            mine,
            slot: slot.0,
        }
    }

    /// Applies what a member did to this message at `place`; `false` where it changes nothing. Whatever the order of
    /// arrival, the result is the same: the last edit and the last reaction in the room's order count, and what was
    /// taken back stays so.
    pub fn apply(&mut self, by: MemberId, place: Place, body: &Body) -> bool {
        match body {
            Body::Edit(edit) => {
                if by != self.author || self.retracted || self.edited.is_some_and(|shown| shown >= place) {
                    return false;
                }
                self.text = Text(text::harmless(edit.text.expose()).into());
                self.edited = Some(place);
                true
            }
            Body::Retract(_) => {
                if by != self.author || self.retracted {
                    return false;
                }
                self.text = Text::default();
                self.retracted = true;
                self.reactions.clear();
                true
            }
            Body::React(react) => !self.retracted && self.react(by, place, &react.emoji, react.on),
            Body::Text(_) => false,
        }
    }

    fn react(&mut self, by: MemberId, place: Place, emoji: &str, on: bool) -> bool {
        let found = self.reactions.iter_mut().find(|reaction| reaction.member == by && reaction.emoji == emoji);
        if let Some(reaction) = found {
            if reaction.place >= place {
                return false;
            }
            reaction.place = place;
            return std::mem::replace(&mut reaction.on, on) != on;
        }
        let known = self.reactions.iter().any(|reaction| reaction.emoji == emoji);
        let kinds: std::collections::BTreeSet<&str> = self.reactions.iter().map(|r| r.emoji.as_str()).collect();
        if !known && kinds.len() >= EMOJI {
            return false;
        }
        self.reactions.push(Reaction { emoji: emoji.to_owned(), member: by, place, on });
        on
    }

    /// Emoji to those who have set it.
    pub fn shown_reactions(&self) -> BTreeMap<String, Vec<MemberId>> {
        let mut shown: BTreeMap<String, Vec<MemberId>> = BTreeMap::new();
        for reaction in self.reactions.iter().filter(|reaction| reaction.on) {
            shown.entry(reaction.emoji.clone()).or_default().push(reaction.member);
        }
        shown.values_mut().for_each(|members| members.sort_unstable());
        shown
    }
}

#[cfg(test)]
#[path = "timeline_tests.rs"]
mod tests;
