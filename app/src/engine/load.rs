//! Reads the rooms that are kept, when the profile opens.

use std::collections::BTreeMap;

use crypto::group::{Group, KeyRow};
use crypto::id::{MemberId, RoomId};
use net::room::{Identity, Room as Machine, StateRow};

use crate::store::{Direction, SlotId, Tree};

use super::command::Outcome;
use super::context::{ContextId, Contexts};
use super::event::Reply;
use super::fault::{Code, Fault};
use super::happened::delivery;
use super::home::{Home, Persona};
use super::log::Log;
use super::record::{self, Standing};
use super::room::{Room, rows};
use super::snapshot::{Delivery, LastMessage};
use super::text;
use super::turn::Turn;

/// Rooms read at most.
const ROOMS: usize = 10_000;
const LAST_CHARS: usize = 200;

impl Home {
    /// Reads every room, and brings up the swarms of those with a persona.
    pub(super) fn load_rooms(&mut self, turn: &mut Turn, rewound: bool) -> Result<(), Code> {
        let kept =
            self.shelf.page(Tree::Room, &record::Room::SEQUENCE, crate::store::ALL, Direction::Forward, ROOMS)?;
        for (_, value) in kept {
            let kept: record::Room = record::read(&value)?;
            let id = kept.room;
            if let Err(code) = self.load_room(turn, kept, rewound) {
                // One damaged room must not take the others away.
                tracing::error!(code = code.as_str(), "Cannot read a room");
                self.rooms.remove(&id);
            }
        }
        for contact in self.contacts.iter().filter(|known| known.blocked).map(|known| known.contact).collect::<Vec<_>>()
        {
            self.block_in_rooms(turn, contact, true);
        }
        Ok(())
    }

    fn load_room(&mut self, turn: &mut Turn, mut kept: record::Room, rewound: bool) -> Result<(), Code> {
        let id = kept.room;
        let mut persona = kept.keys.as_ref().map(Persona::from_keys).transpose()?;
        if rewound && let Some(old) = &persona {
            let renewed = old.renewed(turn.now_ms);
            kept.keys = Some(renewed.keys());
            persona = Some(renewed);
        }
        let live =
            matches!(kept.standing, Standing::Joined | Standing::Rejoining | Standing::Waiting | Standing::Knocking);
        let context = match &persona {
            Some(persona) if live => {
                let context = self.contexts.fresh();
                self.contexts.start(turn, context, &persona.transport, &persona.bound);
                context
            }
            Some(_) => self.contexts.fresh(),
            None => ContextId::ACCOUNT,
        };
        let mut room = Room::new(kept, persona, context);
        room.changed = rewound;
        self.rooms.insert(id, room);
        self.load_machine(turn, id, rewound)?;
        self.load_last(id)?;
        self.load_draft(id)?;
        self.open_door(id)?;
        for event in
            self.rooms.get(&id).and_then(|room| room.host.as_ref()).map(|host| host.resume()).unwrap_or_default()
        {
            self.at_the_door(turn, id, event);
        }
        let standing = self.rooms.get(&id).map(|room| (room.kept.standing, room.machine.is_some()));
        if matches!(standing, Some((Standing::Waiting | Standing::Knocking, false))) {
            self.go_on_waiting(turn, id)?;
        }
        Ok(())
    }

    fn load_machine(&mut self, turn: &mut Turn, id: RoomId, rewound: bool) -> Result<(), Code> {
        let state = rows(&self.shelf, Tree::RoomState, id)?;
        if state.is_empty() {
            return Ok(());
        }
        let Some(room) = self.rooms.get(&id) else { return Ok(()) };
        let identity = self.identity(room.persona.as_ref());
        let state: Vec<StateRow> =
            state.into_iter().map(|(key, value)| StateRow { key, value: value.to_vec() }).collect();
        let live = matches!(room.kept.standing, Standing::Joined | Standing::Rejoining);
        if rewound && live {
            return self.import_machine(turn, id, identity, &state);
        }
        let keys = rows(&self.shelf, Tree::RoomKeys, id)?;
        let keys = if rewound { Vec::new() } else { keys };
        let keys = Group::load(id, &identity.device, &identity.certificate, keys).map_err(|error| failed(&error))?;
        let machine = Machine::load(id, identity, &state, keys).map_err(|error| failed(&error))?;
        let told = told_from(&machine);
        if let Some(room) = self.rooms.get_mut(&id) {
            let changed = room.changed;
            room.enter(machine);
            room.changed = changed;
            room.told = told;
        }
        Ok(())
    }

    /// Goes on with a room on a new device: the old one is replaced, and a peer is asked to let the new one in. Never
    /// an older ratchet.
    fn import_machine(
        &mut self,
        turn: &mut Turn,
        id: RoomId,
        identity: Identity,
        state: &[StateRow],
    ) -> Result<(), Code> {
        self.shelf.commit()?;
        for (key, _) in rows(&self.shelf, Tree::RoomKeys, id)? {
            self.keep_keys(id, vec![KeyRow { key, value: None }]);
        }
        let keys = Group::enter(id, &identity.device, &identity.certificate).map_err(|error| failed(&error))?;
        let Some(room) = self.rooms.get(&id) else { return Ok(()) };
        let log = Log { shelf: &self.shelf, memory: &room.memory, room: id };
        let (machine, outputs) = Machine::import(turn.now_ms, &mut rand::rng(), id, identity, state, keys, &log)
            .map_err(|error| failed(&error))?;
        if let Some(room) = self.rooms.get_mut(&id) {
            room.enter(machine);
        }
        let _ = self.carry_out(turn, id, outputs);
        self.stand(turn, id, Standing::Rejoining);
        Ok(())
    }

    /// The newest message, for the list.
    fn load_last(&mut self, id: RoomId) -> Result<(), Code> {
        let Some(room) = self.rooms.get(&id) else { return Ok(()) };
        let Some((place, line)) = room.lines.before(&self.shelf, None, 1)?.pop() else { return Ok(()) };
        let last = LastMessage {
            author_name: self.member_name(id, line.author),
            text: text::cut(line.text.0.expose(), LAST_CHARS).into(),
            sent_at: line.sent_at,
        };
        if let Some(room) = self.rooms.get_mut(&id) {
            room.newest = Some(place);
            room.last = Some(last);
        }
        Ok(())
    }

    /// Keeps rows of group keys that no machine holds yet.
    pub(super) fn keep_keys(&mut self, id: RoomId, keys: Vec<KeyRow>) {
        let Some(slot) = self.rooms.get(&id).map(Room::slot) else { return };
        for KeyRow { key, value } in keys {
            super::room::keep_row(&mut self.shelf, Tree::RoomKeys, id, slot, &key, value);
        }
    }

    /// Takes a room off the list with everything kept of it.
    pub(super) fn forget_room(&mut self, turn: &mut Turn, id: RoomId) -> Result<(), Fault> {
        self.give_up(turn, id);
        let Some(held) = self.rooms.remove(&id) else { return Err(Code::UnknownRoom.into()) };
        if let Some(context) = self.contexts.get(held.context) {
            context.close_room(turn, held.context, id);
        }
        if held.context != ContextId::ACCOUNT {
            turn.ending.push(held.context);
        }
        let shelf = &mut self.shelf;
        shelf.delete(record::Room::key(held.kept.number));
        shelf.delete(super::draft::key(id));
        for period in &held.kept.periods {
            shelf.destroy_slot(SlotId(period.slot))?;
        }
        shelf.destroy_slot(held.slot())?;
        for tree in [Tree::RoomState, Tree::RoomKeys, Tree::Timeline, Tree::Invite] {
            shelf.clear(tree, &id.0)?;
        }
        self.stale_doors = true;
        turn.stale = super::turn::Stale::ALL;
        Ok(())
    }

    /// `net.dial`
    pub(super) fn dial(&self, address: &str) -> Outcome {
        let address: net::link::address::Address =
            address.parse().map_err(|_| Fault::because(Code::InvalidParams, "address"))?;
        if !address.is_dialable() {
            return Err(Fault::because(Code::InvalidParams, "address"));
        }
        if let Some(context) = self.contexts.get(ContextId::ACCOUNT) {
            context.dial_once(&address.to_string());
        }
        Ok(Reply::Done {})
    }

    /// Stores what is owed before the engine ends.
    pub(super) fn prepare_end(&mut self) {
        self.keep_rooms();
        if self.shelf.commit().is_err() {
            tracing::error!("Failed to store the last turn");
        }
    }

    /// Hands the swarms over to whoever takes them down.
    pub(super) fn take_contexts(&mut self) -> Contexts {
        self.contexts.take_all()
    }
}

fn failed(error: &dyn std::fmt::Display) -> Code {
    tracing::error!(%error, "Cannot read a room's state");
    Code::StoreFailed
}

impl Home {
    /// Of a new member nothing is told that was written before they came.
    pub(super) fn tell_from_now_on(&mut self, id: RoomId, member: MemberId) {
        let Some(room) = self.rooms.get_mut(&id) else { return };
        let Some(machine) = &room.machine else { return };
        let head = own_head(machine);
        for state in [Delivery::Sent, Delivery::Delivered, Delivery::Read] {
            room.told.insert((member, state), head);
        }
    }
}

/// The newest entry that this device wrote.
fn own_head(machine: &Machine<Group>) -> u64 {
    machine.frontier().iter().find(|floor| floor.device == machine.device()).map_or(0, |floor| floor.head_seq)
}

/// How far own messages had come with each member: nothing of that is told again. A message came at least as far as
/// those written after it, so the last that came so far is found by halving.
fn told_from(machine: &Machine<Group>) -> BTreeMap<(MemberId, Delivery), u64> {
    let head = own_head(machine);
    let mut told = BTreeMap::new();
    for member in machine.members().map(|member| member.member).filter(|member| *member != machine.me()) {
        for state in [Delivery::Sent, Delivery::Delivered, Delivery::Read] {
            let came = |seq: u64| machine.delivery(seq).get(&member).is_none_or(|came| delivery(*came) >= state);
            let (mut low, mut high) = (0, head);
            while low < high {
                let middle = low + (high - low).div_ceil(2);
                if came(middle) { low = middle } else { high = middle - 1 }
            }
            told.insert((member, state), low);
        }
    }
    told
}
