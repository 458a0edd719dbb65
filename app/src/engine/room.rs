//! One room on this device: its machine, what is kept beside it, and the way of everything that goes in or comes out.
//!
//! [`Home::drive`] is the only caller of the machine. What the machine wants stored goes onto the shelf, what it wants
//! sent waits for the turn's end, what it tells is given to [`super::happened`].

use std::collections::{BTreeMap, BTreeSet};

use crypto::group::Group;
use crypto::id::{EntryId, MemberId, RoomId};
use crypto::secret::Personal;
use net::room::admission::{Guest, Host, Refusal};
use net::room::charter::{Charter, Retention};
use net::room::{Input, Outputs, Refused, Room as Machine, Write};
use net::wire::Place;

use crate::store::{Key, SlotClass, SlotId, Tree};

use super::context::ContextId;
use super::fault::{Code, Fault};
use super::home::{Home, Persona};
use super::log::{self, Keeping, Log, Memory};
use super::record::{self, Period, Standing};
use super::snapshot::{Delivery, LastMessage, RoomState};
use super::timeline::Lines;
use super::turn::{Outgoing, Turn};

/// A timed room's bodies share a slot with those of the same forty-eighth of its days: none is kept much too long.
const PERIODS: u64 = 48;
const DAY_MS: u64 = 24 * 60 * 60 * 1000;
/// More rows than any machine keeps.
const ROWS: usize = 1 << 20;

/// One room.
pub struct Room {
    pub kept: record::Room,
    /// `None` while the person is no member yet.
    pub machine: Option<Machine<Group>>,
    /// Who answers at its door, once anybody was invited.
    pub host: Option<Host>,
    /// While this person is at its door.
    pub guest: Option<Guest>,
    /// Why it refused this person, as said to whoever still waits for the answer.
    pub why: Option<Refusal>,
    /// `None` where the account is used.
    pub persona: Option<Persona>,
    pub context: ContextId,
    pub memory: Memory,
    pub lines: Lines,
    pub online: BTreeSet<MemberId>,
    pub typing: BTreeSet<MemberId>,
    /// The newest message of the room's order, and how the list shows it.
    pub newest: Option<Place>,
    pub last: Option<LastMessage>,
    /// What was begun and not sent.
    pub draft: Option<Personal>,
    /// How far `message.state` was told, by member and state: this device's entries up to there.
    pub told: BTreeMap<(MemberId, Delivery), u64>,
    /// Whether the record has changed in this turn.
    pub changed: bool,
}

/// What the machine made of an input.
#[derive(Debug, Default)]
pub struct Driven {
    pub authored: Option<(EntryId, Place)>,
    pub refused: Option<Refused>,
}

impl Room {
    /// A room that nothing is known of but its record.
    pub fn new(kept: record::Room, persona: Option<Persona>, context: ContextId) -> Self {
        let lines = Lines::Kept(kept.room);
        Self {
            kept,
            machine: None,
            host: None,
            guest: None,
            why: None,
            persona,
            context,
            memory: Memory::default(),
            lines,
            online: BTreeSet::new(),
            typing: BTreeSet::new(),
            newest: None,
            last: None,
            draft: None,
            told: BTreeMap::new(),
            changed: true,
        }
    }

    /// Takes the machine in; an ephemeral room's messages are in memory from here on.
    pub fn enter(&mut self, machine: Machine<Group>) {
        if machine.charter().retention == Retention::Ephemeral && matches!(self.lines, Lines::Kept(_)) {
            self.lines = Lines::Memory(BTreeMap::new());
        }
        self.kept.title = machine.title().into();
        self.kept.charter = Some(machine.charter().clone());
        self.machine = Some(machine);
        self.changed = true;
    }

    /// The slot that everything of the room is sealed under.
    pub const fn slot(&self) -> SlotId {
        SlotId(self.kept.slot)
    }

    /// The charter, where it is known.
    pub const fn charter(&self) -> Option<&Charter> {
        self.kept.charter.as_ref()
    }

    /// Whether nothing of what people write may be on the disk.
    pub fn ephemeral(&self) -> bool {
        self.charter().is_some_and(|charter| charter.retention == Retention::Ephemeral)
    }

    /// Where this device stands with it.
    pub const fn state(&self) -> RoomState {
        match self.kept.standing {
            Standing::Waiting => RoomState::Waiting,
            Standing::Knocking => RoomState::Knocking,
            Standing::Joined => RoomState::Joined,
            Standing::Rejoining => RoomState::Rejoining,
            Standing::Left => RoomState::Left,
            Standing::Removed => RoomState::Removed,
            Standing::Refused => RoomState::Refused,
        }
    }

    /// Whether this person takes part.
    pub const fn joined(&self) -> bool {
        matches!(self.kept.standing, Standing::Joined | Standing::Rejoining)
    }

    /// Whether links of members, or of the one it was made for, may come.
    pub const fn reachable(&self) -> bool {
        matches!(self.kept.standing, Standing::Joined | Standing::Rejoining | Standing::Waiting)
    }

    /// This person's member id there.
    pub fn me(&self, home_account: &Persona) -> MemberId {
        self.persona.as_ref().unwrap_or(home_account).key.public().member()
    }
}

/// How long a period of a timed room is.
pub const fn period_ms(days: u16) -> u64 {
    days as u64 * DAY_MS / PERIODS
}

impl Home {
    /// A room by its id.
    pub fn room(&self, room: RoomId) -> Result<&Room, Fault> {
        self.rooms.get(&room).ok_or_else(|| Code::UnknownRoom.into())
    }

    /// A room by its id, to change.
    pub fn room_mut(&mut self, room: RoomId) -> Result<&mut Room, Fault> {
        self.rooms.get_mut(&room).ok_or_else(|| Code::UnknownRoom.into())
    }

    /// A room that this person is a member of.
    pub fn joined_room(&mut self, room: RoomId) -> Result<&mut Room, Fault> {
        let room = self.room_mut(room)?;
        if room.joined() && room.machine.is_some() { Ok(room) } else { Err(Code::NotAMember.into()) }
    }

    /// Gives the machine an input, and does what it says.
    pub fn drive(&mut self, turn: &mut Turn, id: RoomId, input: Input) -> Driven {
        let Self { rooms, shelf, .. } = self;
        let Some(room) = rooms.get_mut(&id) else { return Driven::default() };
        let Some(machine) = &mut room.machine else { return Driven::default() };
        let history = Log { shelf, memory: &room.memory, room: id };
        let outputs = machine.handle(turn.now_ms, &history, &mut rand::rng(), input);
        self.carry_out(turn, id, outputs)
    }

    /// Stores, sends and tells what a machine wants.
    pub fn carry_out(&mut self, turn: &mut Turn, id: RoomId, outputs: Outputs) -> Driven {
        let Outputs { persist, send, events, close, refused, authored } = outputs;
        for write in persist {
            self.keep(turn, id, write);
        }
        if let Some(room) = self.rooms.get(&id) {
            let context = room.context;
            turn.outgoing.extend(send.into_iter().map(|(link, bytes)| (context, link, Outgoing::Send(bytes))));
            turn.outgoing.extend(close.into_iter().map(|link| (context, link, Outgoing::Close)));
        }
        for event in events {
            self.happened(turn, id, event);
        }
        Driven { authored, refused }
    }

    fn keep(&mut self, turn: &mut Turn, id: RoomId, write: Write) {
        let keeping = self.keeping(turn, id);
        let Self { rooms, shelf, .. } = self;
        let Some(room) = rooms.get_mut(&id) else { return };
        let slot = room.slot();
        match write {
            Write::Entry { place, id: entry, kind, bytes, .. } => {
                let entry = log::Entry { room: id, slot, place, id: entry, kind, bytes: &bytes };
                log::keep(shelf, &mut room.memory, keeping, &entry);
            }
            Write::State { key, value } => keep_row(shelf, Tree::RoomState, id, slot, &key, value),
            Write::Key(row) => keep_row(shelf, Tree::RoomKeys, id, slot, &row.key, row.value),
        }
    }

    /// Where the room's bodies go that arrive now.
    pub fn keeping(&mut self, turn: &Turn, id: RoomId) -> Keeping {
        let Self { rooms, shelf, .. } = self;
        let Some(room) = rooms.get_mut(&id) else { return Keeping::Record };
        let retention = room.charter().map(|charter| charter.retention);
        match retention {
            Some(Retention::Ephemeral) => Keeping::Ephemeral,
            Some(Retention::Timed { days }) => {
                let begins_ms = turn.now_ms - turn.now_ms % period_ms(days);
                if let Some(period) = room.kept.periods.iter().find(|period| period.begins_ms == begins_ms) {
                    return Keeping::Timed(SlotId(period.slot));
                }
                match shelf.new_slot(SlotClass::Period) {
                    Ok(slot) => {
                        room.kept.periods.push(Period { begins_ms, slot: slot.0 });
                        room.changed = true;
                        Keeping::Timed(slot)
                    }
                    // Better kept too long than lost.
                    Err(_) => Keeping::Record,
                }
            }
            Some(Retention::Record) | None => Keeping::Record,
        }
    }

    /// The slot that a message arriving now is sealed under.
    pub fn body_slot(&mut self, turn: &Turn, id: RoomId) -> SlotId {
        match self.keeping(turn, id) {
            Keeping::Timed(slot) => slot,
            Keeping::Record | Keeping::Ephemeral => self.rooms.get(&id).map_or(SlotId::PROFILE, Room::slot),
        }
    }

    /// Writes the records of rooms that changed in this turn.
    pub fn keep_rooms(&mut self) {
        let Self { rooms, shelf, .. } = self;
        for room in rooms.values_mut().filter(|room| room.changed) {
            room.changed = false;
            let slot = room.slot();
            if room.ephemeral() {
                // Neither what was read nor when anything happened is kept of an ephemeral room.
                let kept = record::Room { mark: None, unread: 0, active_ms: 0, ..room.kept.clone() };
                shelf.save(record::Room::key(kept.number), slot, &kept);
            } else {
                shelf.save(record::Room::key(room.kept.number), slot, &room.kept);
            }
        }
    }
}

/// Keeps a machine's row with the turn.
pub fn keep_row(
    shelf: &mut super::shelf::Shelf,
    tree: Tree,
    room: RoomId,
    slot: SlotId,
    key: &[u8],
    value: Option<zeroize::Zeroizing<Vec<u8>>>,
) {
    let at = Key::ordered(tree, room.0, row_order(key));
    match value {
        None => shelf.delete(at),
        Some(value) => shelf.put(at, slot, value),
    }
}

/// The first eight bytes of an order are visible on the disk: these say nothing.
fn row_order(key: &[u8]) -> Vec<u8> {
    [&[0; 8], key].concat()
}

/// All rows of a machine, with the keys it gave them.
pub fn rows(
    shelf: &super::shelf::Shelf,
    tree: Tree,
    room: RoomId,
) -> Result<Vec<(Vec<u8>, crate::store::Value)>, Code> {
    let rows = shelf.page(tree, &room.0, crate::store::ALL, crate::store::Direction::Forward, ROWS)?;
    Ok(rows.into_iter().map(|(order, value)| (order.get(8..).unwrap_or_default().to_vec(), value)).collect())
}
