//! At the door of one's own rooms: who comes by an invite is shown the room, admitted or made to wait.

use crypto::id::{MemberId, RoomId};
use net::room::Input;
use net::room::admission::{Card, Host, HostEvent, HostInput, Knock, Outputs, Refusal, Row};

use crate::store::{Key, SlotId, Tree};

use super::command::Outcome;
use super::event::{Event, Reply};
use super::fault::{Code, Fault};
use super::home::Home;
use super::membership::shown_role;
use super::record::Standing;
use super::room::Room;
use super::shelf::Shelf;
use super::snapshot::KnockView;
use super::turn::{Outgoing, Turn};

/// Keeps the rows of an admission machine: whose they are is the sequence's id.
pub fn keep_rows(shelf: &mut Shelf, id: &[u8], slot: SlotId, rows: Vec<Row>) {
    for Row { key, value } in rows {
        let at = Key::ordered(Tree::Invite, id, [&[0; 8], key.as_slice()].concat());
        match value {
            Some(value) => shelf.put(at, slot, value),
            None => shelf.delete(at),
        }
    }
}

/// A row of an admission machine: its key, its value.
type KeptRow = (Vec<u8>, Vec<u8>);

/// The rows of an admission machine as it left them.
pub fn rows(shelf: &Shelf, id: &[u8]) -> Result<Vec<KeptRow>, Code> {
    let rows = shelf.page(Tree::Invite, id, crate::store::ALL, crate::store::Direction::Forward, 1 << 20)?;
    Ok(rows.into_iter().map(|(order, value)| (order.get(8..).unwrap_or_default().to_vec(), value.to_vec())).collect())
}

impl Home {
    /// The room as its door shows it.
    fn card(&self, id: RoomId) -> Option<Card> {
        let room = self.rooms.get(&id)?;
        let machine = room.machine.as_ref()?;
        let create = machine.create_order()?.to_vec();
        let me = machine.member(machine.me())?;
        let charter = machine.charter().clone();
        Some(Card { create, title: machine.title().clone(), charter, inviter_name: me.name.clone() })
    }

    /// Makes the door's machine where there is none yet.
    pub(super) fn open_door(&mut self, id: RoomId) -> Result<(), Code> {
        let Some(room) = self.rooms.get(&id).filter(|room| room.host.is_none()) else { return Ok(()) };
        let identity = self.identity(room.persona.as_ref());
        let rows = rows(&self.shelf, &id.0)?;
        let host = Host::load(id, identity, &rows).map_err(|_| Code::StoreFailed)?;
        if let Some(room) = self.rooms.get_mut(&id) {
            room.host = Some(host);
        }
        Ok(())
    }

    /// Gives the door's machine an input, and does what it says.
    pub(super) fn host(&mut self, turn: &mut Turn, id: RoomId, input: HostInput) {
        if self.open_door(id).is_err() {
            return;
        }
        let Some(card) = self.card(id) else { return };
        let Some(room) = self.rooms.get_mut(&id) else { return };
        let Some(host) = &mut room.host else { return };
        let outputs = host.handle(turn.now_ms, &card, input);
        let (slot, context) = (room.slot(), room.context);
        let Outputs { persist, send, close, events } = outputs;
        keep_rows(&mut self.shelf, &id.0, slot, persist);
        turn.outgoing.extend(send.into_iter().map(|(link, bytes)| (context, link, Outgoing::Send(bytes))));
        turn.outgoing.extend(close.into_iter().map(|link| (context, link, Outgoing::Close)));
        for event in events {
            self.at_the_door(turn, id, event);
        }
    }

    pub(super) fn at_the_door(&mut self, turn: &mut Turn, room: RoomId, event: HostEvent) {
        match event {
            HostEvent::Admit { join, ticket } => {
                let member = join.certificate.member();
                let refused = self.drive(turn, room, Input::Admit { join, ticket: Some(ticket.0) }).refused;
                if let Some(refused) = refused {
                    tracing::debug!(%refused, "the room admits nobody");
                    let why = match refused {
                        net::room::Refused::Full => Refusal::RoomFull,
                        _ => Refusal::NotAdmitted,
                    };
                    self.host(turn, room, HostInput::Refuse(member, why));
                }
            }
            HostEvent::Knock(Knock { member, name, .. }) => {
                turn.stale.rooms = true;
                turn.tell(Event::RoomKnock { room, member, name: super::text::harmless(name.expose()).into() });
            }
            HostEvent::Joined { .. } => {
                self.met(turn, room);
                self.stale_doors = true;
            }
            HostEvent::Refused { why, .. } => self.accept_failed(turn, room, why),
        }
    }

    /// The machine has admitted somebody: their bundle goes out by the door they came by.
    pub(super) fn admitted(&mut self, turn: &mut Turn, room: RoomId, to: MemberId, bundle: &[u8]) {
        self.host(turn, room, HostInput::Admitted(to, bundle.to_vec()));
    }

    fn knocks(&self, room: &Room) -> Vec<Knock> {
        room.host.as_ref().map(Host::knocks).unwrap_or_default()
    }

    fn decided(&mut self, turn: &mut Turn, room: RoomId, member: MemberId, input: HostInput) -> Outcome {
        let me = self.my_member(room);
        let held = self.joined_room(room)?;
        let rank = held.machine.as_ref().zip(me).and_then(|(machine, me)| machine.member(me)).map(|me| me.rank);
        if rank.is_none_or(|rank| rank < super::command::Rank::Moderator) {
            return Err(Code::NotAllowed.into());
        }
        let held = self.room(room)?;
        if !self.knocks(held).iter().any(|knock| knock.member == member) {
            return Err(Fault::because(Code::NotAMember, "nobody of that id knocks"));
        }
        self.host(turn, room, input);
        turn.stale.rooms = true;
        Ok(Reply::Done {})
    }

    /// `room.admit`
    pub(super) fn admit(&mut self, turn: &mut Turn, room: RoomId, member: MemberId) -> Outcome {
        self.decided(turn, room, member, HostInput::Admit(member))
    }

    /// `room.refuse`
    pub(super) fn refuse(&mut self, turn: &mut Turn, room: RoomId, member: MemberId) -> Outcome {
        self.decided(turn, room, member, HostInput::Refuse(member, Refusal::NotAdmitted))
    }

    /// Everybody at the doors.
    pub(super) fn knock_views(&self) -> Vec<KnockView> {
        let rooms = self.rooms.values().filter(|room| room.kept.standing == Standing::Joined);
        rooms
            .flat_map(|room| {
                self.knocks(room).into_iter().map(|knock| KnockView {
                    room: room.kept.room,
                    member: knock.member,
                    name: super::text::harmless(knock.name.expose()).into(),
                    role: shown_role(knock.role),
                })
            })
            .collect()
    }
}
