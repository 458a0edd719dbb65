//! What a room's machine tells: it becomes lines of the timeline, events for the faces, and doors and diallers.

use crypto::id::{EntryId, MemberId, RoomId};
use net::link::Input as Dialling;
use net::room::{Applied, Delivery as Came, Event as Happened};
use net::wire::body::Text as TextBody;
use net::wire::{Body, Kind};

use super::event::Event;
use super::home::Home;
use super::log;
use super::record::Standing;
use super::snapshot::{Delivery, LastMessage};
use super::text;
use super::timeline::Line;
use super::turn::Turn;

/// Characters of the newest message that the list of rooms shows.
const LAST_CHARS: usize = 200;

/// The machine's word for how far a message came, as the faces know it.
pub const fn delivery(came: Came) -> Delivery {
    match came {
        Came::Queued => Delivery::Queued,
        Came::Sent => Delivery::Sent,
        Came::Delivered => Delivery::Delivered,
        Came::Read => Delivery::Read,
        Came::Failed => Delivery::Failed,
    }
}

impl Home {
    pub(super) fn happened(&mut self, turn: &mut Turn, room: RoomId, event: Happened) {
        match event {
            Happened::Applied(applied) => self.applied(turn, room, &applied),
            Happened::Admission { to, bundle } => self.admitted(turn, room, to, &bundle),
            Happened::MemberJoined(member) => self.member_joined(turn, room, member),
            Happened::MemberLeft(member) => {
                self.forget_member(turn, room, member);
                turn.tell(Event::MemberLeft { room, member });
                self.changed(turn, room);
            }
            Happened::MemberChanged(_) => {
                self.name_contact(turn, room);
                self.changed(turn, room);
            }
            Happened::CharterChanged => {
                if let Some(held) = self.rooms.get_mut(&room)
                    && let Some(machine) = &held.machine
                {
                    held.kept.title = machine.title().into();
                    held.kept.charter = Some(machine.charter().clone());
                    held.changed = true;
                }
                self.changed(turn, room);
            }
            Happened::Presence { member, online } => self.presence(turn, room, member, online),
            Happened::Typing { member, on } => {
                if let Some(held) = self.rooms.get_mut(&room) {
                    if on {
                        held.typing.insert(member)
                    } else {
                        held.typing.remove(&member)
                    };
                }
                turn.stale.open = true;
                turn.tell(Event::TypingChanged { room, member, on });
            }
            Happened::Delivery { member, up_to_seq, state } => self.delivered(turn, room, member, up_to_seq, state),
            Happened::LinkSecretChanged => self.stale_doors = true,
            Happened::Addresses { device, addresses } => self.found_at(turn, room, device, addresses),
            Happened::KeysLost => self.stand(turn, room, Standing::Rejoining),
            Happened::Rejoined => self.stand(turn, room, Standing::Joined),
            Happened::RemovedMyself => self.removed_myself(turn, room),
            Happened::Equivocation { .. } => tracing::warn!("a device signed two entries of one number; it is frozen"),
            Happened::Void { device, seq } => self.void(turn, room, device, seq),
        }
    }

    /// Something of the room is to be drawn anew, and programs are told so.
    pub(super) fn changed(&mut self, turn: &mut Turn, room: RoomId) {
        turn.stale.rooms = true;
        turn.stale.open = true;
        turn.stale.contacts = true;
        if !turn.events.iter().any(|event| matches!(event, Event::RoomChanged { room: told } if *told == room)) {
            turn.tell(Event::RoomChanged { room });
        }
    }

    pub(super) fn applied(&mut self, turn: &mut Turn, room: RoomId, applied: &Applied) {
        let Some(body) = applied.body.as_ref().filter(|_| !applied.void) else { return };
        match body {
            Body::Text(text) => self.text_applied(turn, room, applied, text),
            Body::Edit(edit) => self.act_applied(turn, room, applied, edit.target, body),
            Body::Retract(retract) => self.act_applied(turn, room, applied, retract.target, body),
            Body::React(react) => self.act_applied(turn, room, applied, react.target, body),
        }
    }

    fn text_applied(&mut self, turn: &mut Turn, id: RoomId, applied: &Applied, body: &TextBody) {
        let slot = self.body_slot(turn, id);
        let line = Line::new(applied.id, applied.member, applied.sent_at, applied.mine, slot, body);
        let author_name = self.member_name(id, applied.member);
        let Self { rooms, shelf, .. } = self;
        let Some(room) = rooms.get_mut(&id) else { return };
        room.lines.put(shelf, applied.place, &line);
        if !applied.mine && room.kept.mark.is_none_or(|mark| applied.place > mark) {
            room.kept.unread += 1;
        }
        if room.kept.active_ms <= turn.now_ms {
            room.kept.active_ms = turn.now_ms;
        }
        room.changed = true;
        room.typing.remove(&applied.member);
        if room.newest.is_none_or(|newest| applied.place > newest) {
            room.newest = Some(applied.place);
            room.last = Some(LastMessage {
                author_name: author_name.clone(),
                text: text::cut(line.text.0.expose(), LAST_CHARS).into(),
                sent_at: line.sent_at,
            });
        }
        turn.stale.rooms = true;
        turn.stale.open = true;
        if !applied.mine {
            self.corroborate(turn, applied.sent_at);
            self.notice(turn, id);
            turn.tell(Event::MessageReceived {
                room: id,
                message: applied.id,
                author: applied.member,
                author_name,
                text: line.text.0,
                sent_at: applied.sent_at,
            });
        }
    }

    /// Applies an edit, a withdrawal or a reaction to its message.
    fn act_applied(&mut self, turn: &mut Turn, id: RoomId, applied: &Applied, target: EntryId, body: &Body) {
        let Some(place) = self.place_of(id, target) else { return };
        let Self { rooms, shelf, .. } = self;
        let Some(room) = rooms.get_mut(&id) else { return };
        let Ok(Some(mut line)) = room.lines.get(shelf, place) else { return };
        if !line.apply(applied.member, applied.place, body) {
            return;
        }
        room.lines.put(shelf, place, &line);
        if line.retracted {
            let slot = room.slot();
            log::erase_body(shelf, &mut room.memory, id, slot, place);
        }
        if room.newest == Some(place)
            && let Some(last) = &mut room.last
        {
            last.text = text::cut(line.text.0.expose(), LAST_CHARS).into();
        }
        turn.stale.rooms = true;
        turn.stale.open = true;
        turn.tell(Event::MessageChanged { room: id, message: target });
    }

    fn member_joined(&mut self, turn: &mut Turn, room: RoomId, member: MemberId) {
        self.tell_from_now_on(room, member);
        let name = self.member_name(room, member);
        self.name_contact(turn, room);
        turn.tell(Event::MemberJoined { room, member, name });
        self.changed(turn, room);
    }

    fn presence(&mut self, turn: &mut Turn, room: RoomId, member: MemberId, online: bool) {
        let Some(held) = self.rooms.get_mut(&room) else { return };
        let moved = if online { held.online.insert(member) } else { held.online.remove(&member) };
        if !online {
            held.typing.remove(&member);
        }
        if moved {
            turn.stale.rooms = true;
            turn.stale.open = true;
            turn.stale.contacts = true;
            turn.tell(Event::PresenceChanged { room, member, online });
        }
    }

    /// Tells of each own message that came further with a member.
    fn delivered(&mut self, turn: &mut Turn, id: RoomId, member: MemberId, up_to_seq: u64, came: Came) {
        let state = delivery(came);
        let Self { rooms, shelf, account, .. } = self;
        let Some(room) = rooms.get_mut(&id) else { return };
        let device = room.persona.as_ref().unwrap_or(account).device.id();
        let told = room.told.entry((member, state)).or_insert(0);
        let from = told.saturating_add(1);
        *told = up_to_seq.max(*told);
        let log = log::Log { shelf, memory: &room.memory, room: id };
        let mut events = Vec::new();
        for seq in from..=up_to_seq {
            if let Some((message, Kind::TEXT)) = log.kind(device, seq) {
                events.push(Event::MessageState { room: id, message, member, state });
            }
        }
        turn.stale.open |= !events.is_empty();
        turn.events.extend(events);
    }

    fn found_at(&mut self, turn: &mut Turn, id: RoomId, device: crypto::id::DeviceId, addresses: Vec<String>) {
        let Some(context) = self.rooms.get(&id).map(|room| room.context) else { return };
        if let Some(context) = self.contexts.get_mut(context)
            && let Some(target) = context.member_target(id, device)
        {
            context.dialler(turn.now_ms, Dialling::Know { target, addresses });
        }
    }

    /// Changes where this device stands with a room.
    pub(super) fn stand(&mut self, turn: &mut Turn, room: RoomId, standing: Standing) {
        let Some(held) = self.rooms.get_mut(&room) else { return };
        if held.kept.standing == standing {
            return;
        }
        held.kept.standing = standing;
        held.changed = true;
        self.changed(turn, room);
    }

    fn removed_myself(&mut self, turn: &mut Turn, room: RoomId) {
        let left = self.rooms.get(&room).is_some_and(|held| held.kept.standing == Standing::Left);
        if !left {
            self.stand(turn, room, Standing::Removed);
        }
        self.stale_doors = true;
    }

    /// A member is gone: nothing of them shows any more as present.
    fn forget_member(&mut self, _turn: &mut Turn, room: RoomId, member: MemberId) {
        if let Some(held) = self.rooms.get_mut(&room) {
            held.online.remove(&member);
            held.typing.remove(&member);
        }
        self.stale_doors = true;
    }
}
