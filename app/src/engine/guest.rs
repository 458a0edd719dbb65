//! Coming by somebody else's invite: look at the room from its door, choose who to be there, knock, enter.
//!
//! Whether the account or a fresh persona enters depends on the room's charter, so every way in begins with a look.
//! A room is in the list from the first moment on; its invite is tried until it expires.

use crypto::group::{Group, Keys as _};
use crypto::handshake::Psk;
use crypto::id::RoomId;
use crypto::invite::{Invite, InviteKind};
use crypto::secret::{Key32, Personal};
use net::link::{Input as Dialling, LinkId};
use net::room::Room as Machine;
use net::room::admission::{Card, Guest, GuestEvent, GuestInput, Outputs, Peek, PeekEvent, Refusal, Row};
use net::room::charter::Retention;

use crate::store::Tree;

use super::context::{ContextId, Purpose, Wanted};
use super::event::{Event, Reply};
use super::fault::{Code, Fault};
use super::home::{Home, Persona};
use super::host::keep_rows;
use super::invite;
use super::membership::{refusal_number, wire_role};
use super::name;
use super::record::{Standing, Text};
use super::room::rows;
use super::snapshot::Refusal as Reason;
use super::turn::{Asker, Outgoing, Turn};

/// How long a caller waits before hearing that nobody was reached yet.
const PATIENCE_MS: u64 = 9_000;
/// Ways into the group that a knock offers.
const KEY_PACKAGES: usize = 2;
/// Looks at rooms that may go on at once.
const LOOKS: usize = 32;

/// A look at a room that somebody waits for.
pub struct Look {
    pub number: u64,
    peek: Peek,
    invite: Invite,
    agreement: Key32,
    context: ContextId,
    deadline_ms: u64,
    asker: Option<Asker>,
    /// The room that is to be joined after the look.
    join: Option<RoomId>,
}

/// Somebody who waits for a room to come about.
pub struct Wait {
    pub room: RoomId,
    pub deadline_ms: u64,
    pub asker: Asker,
    pub accepted: bool,
}

/// The invite's secret and expiry as a door.
fn door(invite: &Invite) -> Psk {
    Psk::for_invite(invite.secret.expose())
}

fn guest_rows(room: RoomId) -> Vec<u8> {
    [&room.0[..], b"guest"].concat()
}

/// The code of a refusal that a caller hears at once.
pub const fn code(why: Refusal) -> Code {
    match why {
        Refusal::InviteUsed => Code::InviteUsed,
        Refusal::InviteExpired => Code::InviteExpired,
        Refusal::InviteForged => Code::InviteForged,
        Refusal::RoomFull => Code::RoomFull,
        Refusal::NotAdmitted => Code::NotAllowed,
    }
}

/// The reason of a refusal that the list of rooms shows.
pub const fn reason(why: Refusal) -> Reason {
    match why {
        Refusal::InviteUsed => Reason::InviteUsed,
        Refusal::InviteExpired => Reason::InviteExpired,
        Refusal::InviteForged => Reason::InviteForged,
        Refusal::RoomFull | Refusal::NotAdmitted => Reason::NotAdmitted,
    }
}

impl Home {
    /// A room invite that is not one's own.
    fn room_invite(&self, turn: &Turn, link: &str) -> Result<(Invite, RoomId), Fault> {
        let invite = invite::read(link, turn.now_ms)?;
        let InviteKind::Room(room) = invite.kind else {
            return Err(Fault::because(Code::InvalidParams, "link: this one is for contact.accept"));
        };
        Ok((invite, room))
    }

    /// `room.preview`
    pub(super) fn preview(&mut self, turn: &mut Turn, link: &str, asker: Asker) {
        match self.room_invite(turn, link) {
            Err(fault) => turn.answer(asker, Err(fault)),
            Ok(_) if self.looks.len() >= LOOKS => turn.answer(asker, Err(Code::Busy.into())),
            Ok((invite, _)) => {
                let context = self.contexts.fresh();
                self.contexts.start(turn, context, &Key32::random(&mut rand::rng()), &[]);
                self.look_in(turn, invite, context, Some(asker), None);
            }
        }
    }

    /// Begins a look at the room of an invite.
    fn look_in(&mut self, turn: &Turn, invite: Invite, context: ContextId, asker: Option<Asker>, join: Option<RoomId>) {
        let Some(peek) = Peek::new(invite.clone()) else { return };
        self.next_look += 1;
        let deadline_ms = if join.is_some() { u64::MAX } else { turn.now_ms + PATIENCE_MS };
        let agreement = Key32::random(&mut rand::rng());
        let number = self.next_look;
        self.looks.push(Look { number, peek, invite, agreement, context, deadline_ms, asker, join });
        self.stale_doors = true;
    }

    /// `room.join`
    pub(super) fn join(&mut self, turn: &mut Turn, link: &str, name: Option<&Personal>, asker: Asker) {
        match self.begin_join(turn, link, name) {
            Ok(room) => {
                let deadline_ms = turn.now_ms + PATIENCE_MS;
                self.waits.push(Wait { room, deadline_ms, asker, accepted: false });
                self.end_waits(turn);
            }
            Err(fault) => turn.answer(asker, Err(fault)),
        }
    }

    fn begin_join(&mut self, turn: &mut Turn, link: &str, name: Option<&Personal>) -> Result<RoomId, Fault> {
        let (invite, room) = self.room_invite(turn, link)?;
        let kept = invite::link(&invite)?;
        let name = name.map(name::checked).transpose()?;
        let same = |held: &Text| Invite::decode(held.0.expose()).as_ref() == Ok(&invite);
        if let Some(held) = self.rooms.get(&room) {
            match held.kept.standing {
                Standing::Joined | Standing::Rejoining | Standing::Knocking => return Ok(room),
                Standing::Waiting if held.kept.invite.as_ref().is_some_and(same) => {
                    return Ok(room);
                }
                _ => self.forget_room(turn, room)?,
            }
        }
        let persona = Persona::generate(turn.now_ms);
        self.new_room(turn, room, Some(persona), name.unwrap_or_default(), Standing::Waiting, false)?;
        let held = self.room_mut(room)?;
        held.kept.invite = Some(Text(kept));
        let context = held.context;
        self.look_in(turn, invite, context, None, Some(room));
        turn.stale.rooms = true;
        Ok(room)
    }

    /// Goes on with a room that was waiting when the profile was last open.
    pub(super) fn go_on_waiting(&mut self, turn: &mut Turn, room: RoomId) -> Result<(), Code> {
        let rows = super::host::rows(&self.shelf, &guest_rows(room))?;
        let Some(held) = self.rooms.get_mut(&room) else { return Ok(()) };
        if let Some((_, row)) = rows.first() {
            let guest = Guest::load(row).map_err(|_| Code::StoreFailed)?;
            held.guest = Some(guest);
            self.stale_doors = true;
            return Ok(());
        }
        let invite = held.kept.invite.as_ref().and_then(|link| Invite::decode(link.0.expose()).ok());
        let context = held.context;
        match invite {
            Some(invite) if matches!(invite.kind, InviteKind::Room(_)) => {
                if invite.expired(turn.now_ms) {
                    self.turned_away(turn, room, Refusal::InviteExpired);
                } else {
                    self.look_in(turn, invite, context, None, Some(room));
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Doors that looks and guests want in a context.
    pub(super) fn guest_doors(&self, context: ContextId) -> Vec<Wanted> {
        let looks = self.looks.iter().filter(|look| look.context == context).map(|look| Wanted {
            purpose: Purpose::Peek(look.number),
            psk: door(&look.invite),
            face: net::swarm::Face::Guest { agreement: look.agreement.clone() },
        });
        let guests = self.rooms.values().filter(|room| room.context == context).filter_map(|room| {
            let guest = room.guest.as_ref().filter(|guest| guest.wants_door())?;
            Some(Wanted {
                purpose: Purpose::Guest(room.kept.room),
                psk: door(guest.invite()),
                face: net::swarm::Face::Guest { agreement: Key32::random(&mut rand::rng()) },
            })
        });
        looks.chain(guests).collect()
    }

    /// Where the doors of looks and guests lead.
    pub(super) fn guest_targets(&self, context: ContextId) -> Vec<(Purpose, Vec<String>)> {
        let looks = self.looks.iter().filter(|look| look.context == context);
        let looks = looks.map(|look| (Purpose::Peek(look.number), invite::hinted(&look.invite)));
        let guests = self.rooms.values().filter(|room| room.context == context).filter_map(|room| {
            let guest = room.guest.as_ref().filter(|guest| guest.wants_door())?;
            Some((Purpose::Guest(room.kept.room), invite::hinted(guest.invite())))
        });
        looks.chain(guests).collect()
    }

    pub(super) fn look_linked(
        &mut self,
        turn: &mut Turn,
        number: u64,
        link: LinkId,
        peer: Option<&crypto::identity::Certificate>,
    ) {
        let Some(look) = self.looks.iter_mut().find(|look| look.number == number) else { return };
        let outputs = look.peek.link_up(link, peer);
        self.look_outputs(turn, number, outputs);
    }

    pub(super) fn look_heard(&mut self, turn: &mut Turn, number: u64, link: LinkId, bytes: &[u8]) {
        let Some(look) = self.looks.iter_mut().find(|look| look.number == number) else { return };
        let outputs = look.peek.frame(link, bytes);
        self.look_outputs(turn, number, outputs);
    }

    fn look_outputs(&mut self, turn: &mut Turn, number: u64, outputs: Outputs<PeekEvent>) {
        let Some(look) = self.looks.iter().find(|look| look.number == number) else { return };
        let context = look.context;
        let Outputs { send, close, events, .. } = outputs;
        turn.outgoing.extend(send.into_iter().map(|(link, bytes)| (context, link, Outgoing::Send(bytes))));
        turn.outgoing.extend(close.into_iter().map(|link| (context, link, Outgoing::Close)));
        for event in events {
            self.looked(turn, number, event);
        }
    }

    fn looked(&mut self, turn: &mut Turn, number: u64, event: PeekEvent) {
        let Some(at) = self.looks.iter().position(|look| look.number == number) else { return };
        let look = self.looks.remove(at);
        self.stale_doors = true;
        match (look.join, event) {
            (Some(room), PeekEvent::Seen(card)) => {
                if let Err(code) = self.knock(turn, room, &look.invite, &card) {
                    tracing::error!(code = code.as_str(), "Cannot knock");
                    self.turned_away(turn, room, Refusal::NotAdmitted);
                }
            }
            (Some(room), PeekEvent::Refused(why)) => self.turned_away(turn, room, why),
            (None, event) => {
                let outcome = match event {
                    PeekEvent::Seen(card) => match look.invite.kind {
                        InviteKind::Room(room) => Ok(shown(room, &card)),
                        InviteKind::Contact => Err(Code::InviteDamaged.into()),
                    },
                    PeekEvent::Refused(why) => Err(code(why).into()),
                };
                turn.ending.push(look.context);
                if let Some(asker) = look.asker {
                    turn.answer(asker, outcome);
                }
            }
        }
    }

    /// The room is known: chooses who enters it, makes their keys, and knocks.
    fn knock(&mut self, turn: &mut Turn, id: RoomId, invite: &Invite, card: &Card) -> Result<(), Code> {
        let record = card.charter.retention == Retention::Record;
        let given = self.room(id).map_err(|fault| fault.code)?.kept.name.0.clone();
        let given = (!given.expose().is_empty()).then_some(given);
        let name = self.name_for(record, given.as_ref()).map_err(|fault| fault.code)?;
        let old = {
            let room = self.room_mut(id).map_err(|fault| fault.code)?;
            room.kept.name = Text(name.clone());
            room.kept.title = Text(card.title.clone());
            room.kept.charter = Some(card.charter.clone());
            // Two contacts' room is never entered by a room link.
            room.kept.direct = false;
            room.changed = true;
            let old = room.context;
            if record {
                room.persona = None;
                room.kept.keys = None;
                room.context = ContextId::ACCOUNT;
            }
            old
        };
        if record && old != ContextId::ACCOUNT {
            turn.ending.push(old);
        }
        let persona = self.rooms.get(&id).and_then(|room| room.persona.as_ref());
        let identity = self.identity(persona);
        let failed = |_| Code::Internal;
        let mut keys = Group::enter(id, &identity.device, &identity.certificate).map_err(failed)?;
        let packages: Result<Vec<_>, _> = (0..KEY_PACKAGES).map(|_| keys.key_package()).collect();
        let role = wire_role(self.me.role());
        let (guest, outputs) =
            Guest::new(invite, &identity, name, role, packages.map_err(failed)?).map_err(|_| Code::Internal)?;
        let rows = keys.take_rows();
        self.keep_keys(id, rows);
        if let Some(room) = self.rooms.get_mut(&id) {
            room.guest = Some(guest);
        }
        self.guest_outputs(turn, id, outputs);
        self.stale_doors = true;
        Ok(())
    }

    /// Gives the guest an input, and does what it says.
    pub(super) fn guest(&mut self, turn: &mut Turn, id: RoomId, input: GuestInput) {
        let Some(guest) = self.rooms.get_mut(&id).and_then(|room| room.guest.as_mut()) else { return };
        let outputs = guest.handle(turn.now_ms, input);
        self.guest_outputs(turn, id, outputs);
    }

    fn guest_outputs(&mut self, turn: &mut Turn, id: RoomId, outputs: Outputs<GuestEvent>) {
        let Some(room) = self.rooms.get(&id) else { return };
        let (slot, context) = (room.slot(), room.context);
        let Outputs { persist, send, close, events } = outputs;
        let persist: Vec<Row> = persist;
        keep_rows(&mut self.shelf, &guest_rows(id), slot, persist);
        turn.outgoing.extend(send.into_iter().map(|(link, bytes)| (context, link, Outgoing::Send(bytes))));
        turn.outgoing.extend(close.into_iter().map(|link| (context, link, Outgoing::Close)));
        for event in events {
            match event {
                GuestEvent::Knocking(_) => self.stand(turn, id, Standing::Knocking),
                GuestEvent::Refused(why) => self.turned_away(turn, id, why),
                GuestEvent::Admitted(bundle) => {
                    let entered = self.enter(turn, id, &bundle);
                    let input = if entered { GuestInput::Joined } else { GuestInput::Unusable };
                    self.guest(turn, id, input);
                    self.stale_doors = true;
                }
            }
        }
    }

    /// Makes the room of an admission's bundle; `false` where it is of no use.
    pub(super) fn enter(&mut self, turn: &mut Turn, id: RoomId, bundle: &[u8]) -> bool {
        let Some(room) = self.rooms.get(&id) else { return false };
        let identity = self.identity(room.persona.as_ref());
        let Ok(rows) = rows(&self.shelf, Tree::RoomKeys, id) else { return false };
        let keys = Group::load(id, &identity.device, &identity.certificate, rows);
        let joined = keys.map_err(|error| error.to_string()).and_then(|keys| {
            Machine::join(turn.now_ms, &mut rand::rng(), id, identity, bundle, keys).map_err(|error| error.to_string())
        });
        let (machine, outputs) = match joined {
            Ok(joined) => joined,
            Err(error) => {
                tracing::warn!(error, "Cannot use an admission");
                return false;
            }
        };
        if let Some(room) = self.rooms.get_mut(&id) {
            room.enter(machine);
            room.kept.standing = Standing::Joined;
            room.kept.invite = None;
            room.kept.active_ms = turn.now_ms;
        }
        let _ = self.carry_out(turn, id, outputs);
        self.hand_out_addresses(turn, id);
        self.know_members(turn, id);
        self.stale_doors = true;
        turn.tell(Event::RoomJoined { room: id });
        self.changed(turn, id);
        true
    }

    /// Not let in, for good.
    pub(super) fn turned_away(&mut self, turn: &mut Turn, room: RoomId, why: Refusal) {
        if let Some(held) = self.rooms.get_mut(&room) {
            held.kept.reason = Some(refusal_number(reason(why)));
            held.why = Some(why);
        }
        self.give_up(turn, room);
        self.stand(turn, room, Standing::Refused);
    }

    /// Stops trying to get into a room.
    pub(super) fn give_up(&mut self, _turn: &mut Turn, room: RoomId) {
        self.looks.retain(|look| look.join != Some(room));
        if let Some(held) = self.rooms.get_mut(&room) {
            if held.guest.take().is_some() {
                self.shelf.delete(guest_key(room));
            }
            held.kept.invite = None;
            held.changed = true;
        }
        self.stale_doors = true;
    }

    /// Answers those who waited long enough, or whose room came about.
    pub(super) fn end_waits(&mut self, turn: &mut Turn) {
        let mut at = 0;
        while let Some(wait) = self.waits.get(at) {
            let room = self.rooms.get(&wait.room);
            let pending = room.is_some_and(|room| room.kept.standing == Standing::Waiting);
            if pending && wait.deadline_ms > turn.now_ms {
                at += 1;
                continue;
            }
            let wait = self.waits.remove(at);
            let outcome = self.waited(turn, &wait);
            turn.answer(wait.asker, outcome);
        }
        let now_ms = turn.now_ms;
        let over = |look: &Look| look.join.is_none() && look.deadline_ms <= now_ms;
        while let Some(at) = self.looks.iter().position(over) {
            let look = self.looks.remove(at);
            self.stale_doors = true;
            turn.ending.push(look.context);
            if let Some(asker) = look.asker {
                turn.answer(asker, Err(Code::Unreachable.into()));
            }
        }
        self.expire_looks(turn);
    }

    fn waited(&mut self, turn: &mut Turn, wait: &Wait) -> super::command::Outcome {
        let held = self.room(wait.room)?;
        let (state, why) = (held.state(), held.why);
        if held.kept.standing == Standing::Refused {
            // The caller hears why; nothing of the attempt stays.
            self.forget_room(turn, wait.room)?;
            return Err(why.map_or(Code::NotAllowed, code).into());
        }
        if wait.accepted {
            let contact = self.contact_of(wait.room).ok_or(Code::Internal)?;
            return Ok(Reply::Accepted { contact, room: wait.room, state });
        }
        Ok(Reply::Joined { room: wait.room, state })
    }

    /// Looks whose invites ran out lead nowhere any more.
    fn expire_looks(&mut self, turn: &mut Turn) {
        let over = self.looks.iter().filter(|look| look.invite.expired(turn.now_ms)).filter_map(|look| look.join);
        for room in over.collect::<Vec<_>>() {
            self.turned_away(turn, room, Refusal::InviteExpired);
        }
    }

    /// When a wait or a look is over.
    pub(super) fn next_wait_ms(&self) -> Option<u64> {
        let waits = self.waits.iter().map(|wait| wait.deadline_ms);
        let looks = self.looks.iter().map(|look| match look.join {
            Some(_) => u64::from(look.invite.expiry_hours) * 3_600_000,
            None => look.deadline_ms,
        });
        waits.chain(looks).min()
    }

    /// Tells the diallers where the doors of looks and guests lead.
    pub(super) fn know_invites(&mut self, now_ms: u64, id: ContextId) {
        for (purpose, addresses) in self.guest_targets(id) {
            if let Some(context) = self.contexts.get_mut(id)
                && let Some(target) = context.target(purpose)
                && context.fresh_target(target)
            {
                context.dialler(now_ms, Dialling::Know { target, addresses });
            }
        }
    }
}

fn guest_key(room: RoomId) -> crate::store::Key {
    let order = [&[0; 8], net::room::admission::guest::ROW_KEY].concat();
    crate::store::Key::ordered(Tree::Invite, guest_rows(room), order)
}

/// A room as its door shows it.
fn shown(room: RoomId, card: &Card) -> Reply {
    Reply::Preview {
        room,
        title: super::text::harmless(card.title.expose()).into(),
        charter: card.charter.clone(),
        inviter_name: super::text::harmless(card.inviter_name.expose()).into(),
        direct: !card.charter.relay_only,
    }
}
