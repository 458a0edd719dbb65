//! Keeps each swarm's doors and dialler in step with rooms and invites, and gives what comes through a door to whom it
//! is for.

use std::collections::BTreeSet;

use crypto::handshake::Psk;
use crypto::id::{MemberId, RoomId};
use crypto::identity::Certificate;
use crypto::invite::InviteName;
use crypto::kdf::{self, Label};
use crypto::secret::Key32;
use net::link::{Input as Dialling, LinkId};
use net::room::Input;
use net::room::admission::{GuestInput, HostInput, InviterInput};
use net::swarm::Face;

use super::context::{Arrival, Context, ContextId, Inbound};
use super::home::{Home, Persona};
use super::invite;
use super::room::Room;
use super::turn::{Outgoing, Turn};

/// What a door leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Purpose {
    /// A room, by the generation of its link secret.
    Room(RoomId, u64),
    /// The host of a room, by an invite given out or, in a direct room, by the contact invite it was made for.
    Host(RoomId, InviteName),
    /// A contact invite given out.
    Inviter(InviteName),
    /// A room that this person wants to join.
    Guest(RoomId),
    /// A look at a room from its door.
    Peek(u64),
}

impl Purpose {
    /// Who may reach each other through this device: the members of one room. Guests and strangers may not.
    pub(super) fn circle(self) -> Option<u64> {
        match self {
            Self::Room(room, _) => room.0.first_chunk::<8>().map(|bytes| u64::from_be_bytes(*bytes)),
            _ => None,
        }
    }
}

/// A door that ought to be there.
pub struct Wanted {
    pub purpose: Purpose,
    pub psk: Psk,
    pub face: Face,
}

/// Addresses of one's own in a record; the rest of it is for circuits.
const OWN_ADDRESSES: usize = 12;

impl Home {
    /// Who this person is behind the doors of a room.
    fn face(&self, persona: Option<&Persona>) -> Face {
        let persona = persona.unwrap_or(&self.account);
        Face::Device { device: persona.device.clone(), certificate: persona.certificate.clone() }
    }

    /// Brings the doors of every context up to date.
    pub(super) fn refresh_doors(&mut self, turn: &mut Turn) {
        if !std::mem::take(&mut self.stale_doors) {
            return;
        }
        let contexts: Vec<ContextId> = self.contexts.iter().map(|(id, _)| id).collect();
        for id in contexts {
            let mut wanted = self.guest_doors(id);
            for room in self.rooms.values().filter(|room| room.context == id) {
                wanted.extend(self.room_doors(turn, room));
            }
            if id == ContextId::ACCOUNT
                && let Some(inviter) = &self.inviter
            {
                wanted.extend(inviter.doors(turn.now_ms).into_iter().map(|secret| Wanted {
                    purpose: Purpose::Inviter(secret.name()),
                    psk: Psk::for_invite(secret.expose()),
                    face: self.face(None),
                }));
            }
            if let Some(context) = self.contexts.get_mut(id) {
                context.set_doors(wanted);
                context.forget_shut(turn.now_ms);
            }
            self.know_invites(turn.now_ms, id);
        }
        let rooms: Vec<RoomId> = self.rooms.keys().copied().collect();
        for room in rooms {
            self.know_members(turn, room);
            self.know_introduction(turn, room);
        }
    }

    fn room_doors(&self, turn: &Turn, room: &Room) -> Vec<Wanted> {
        let mut wanted = Vec::new();
        let id = room.kept.room;
        if let Some(machine) = room.machine.as_ref().filter(|_| room.reachable()) {
            wanted.extend(machine.link_secrets().map(|secret| Wanted {
                purpose: Purpose::Room(id, fingerprint(secret, id)),
                psk: Psk::for_room(secret, id),
                face: self.face(room.persona.as_ref()),
            }));
        }
        if let Some(host) = room.host.as_ref().filter(|_| room.reachable()) {
            wanted.extend(host.doors(turn.now_ms).into_iter().map(|(secret, _)| Wanted {
                purpose: Purpose::Host(id, secret.name()),
                psk: Psk::for_invite(secret.expose()),
                face: self.face(room.persona.as_ref()),
            }));
        }
        wanted
    }

    /// Tells the dialler where the devices of a room's members are.
    pub(super) fn know_members(&mut self, turn: &Turn, id: RoomId) {
        let Self { rooms, contexts, .. } = self;
        let Some(room) = rooms.get(&id).filter(|room| room.reachable()) else { return };
        let Some(machine) = &room.machine else { return };
        let Some(context) = contexts.get_mut(room.context) else { return };
        for device in machine.peers().collect::<Vec<_>>() {
            let addresses = machine.addresses(device);
            let Some(target) = context.member_target(id, device) else { continue };
            if context.fresh_target(target) {
                context.dialler(turn.now_ms, Dialling::Know { target, addresses });
            }
        }
    }

    /// Tells the dialler where the one is whose contact invite a direct room was made for.
    fn know_introduction(&mut self, turn: &Turn, id: RoomId) {
        let Some(room) = self.rooms.get(&id) else { return };
        let invite = room.kept.invite.as_ref().and_then(|link| crypto::invite::Invite::decode(link.0.expose()).ok());
        let Some(invite) = invite.filter(|_| room.host.is_some()) else { return };
        let purpose = Purpose::Host(id, invite.secret.name());
        if let Some(context) = self.contexts.get_mut(room.context)
            && let Some(target) = context.target(purpose)
            && context.fresh_target(target)
        {
            context.dialler(turn.now_ms, Dialling::Know { target, addresses: invite::hinted(&invite) });
        }
    }

    /// What a swarm told.
    pub(super) fn inbound(&mut self, turn: &mut Turn, id: ContextId, event: Inbound) {
        match self.contexts.take(turn.now_ms, id, event) {
            None => {}
            Some(Arrival::Moved) => self.moved(turn, id),
            Some(Arrival::Up { link, purpose, peer, handshake }) => {
                turn.stale.profile = true;
                self.linked(turn, id, link, purpose, peer.map(|peer| *peer), handshake);
                self.met_again(turn, id, link);
            }
            Some(Arrival::Frame { link, purpose, bytes }) => self.heard(turn, link, purpose, bytes),
            Some(Arrival::Down { link, purpose }) => {
                turn.stale.profile = true;
                self.unlinked(turn, link, purpose);
            }
        }
    }

    fn linked(
        &mut self,
        turn: &mut Turn,
        id: ContextId,
        link: LinkId,
        purpose: Purpose,
        peer: Option<Certificate>,
        hash: [u8; 32],
    ) {
        match (purpose, peer) {
            (Purpose::Room(room, _), Some(certificate)) => {
                self.drive(turn, room, Input::LinkUp { link, certificate });
            }
            // A guest has no business behind a room's own door.
            (Purpose::Room(..), None) => turn.outgoing.push((id, link, Outgoing::Close)),
            (Purpose::Host(room, invite), peer) => {
                self.host(turn, room, HostInput::LinkUp { link, invite, hash, peer });
            }
            (Purpose::Inviter(invite), _) => self.inviter(turn, InviterInput::LinkUp { link, invite, hash }),
            (Purpose::Guest(room), peer) => self.guest(turn, room, GuestInput::LinkUp { link, hash, peer }),
            (Purpose::Peek(number), peer) => self.look_linked(turn, number, link, peer.as_ref()),
        }
    }

    fn heard(&mut self, turn: &mut Turn, link: LinkId, purpose: Purpose, bytes: Vec<u8>) {
        match purpose {
            Purpose::Room(room, _) => {
                self.drive(turn, room, Input::Frame { link, bytes });
            }
            Purpose::Host(room, _) => self.host(turn, room, HostInput::Frame(link, bytes)),
            Purpose::Inviter(_) => self.inviter(turn, InviterInput::Frame(link, bytes)),
            Purpose::Guest(room) => self.guest(turn, room, GuestInput::Frame(link, bytes)),
            Purpose::Peek(number) => self.look_heard(turn, number, link, &bytes),
        }
    }

    fn unlinked(&mut self, turn: &mut Turn, link: LinkId, purpose: Purpose) {
        match purpose {
            Purpose::Room(room, _) => {
                self.drive(turn, room, Input::LinkDown { link });
            }
            Purpose::Host(room, _) => self.host(turn, room, HostInput::LinkDown(link)),
            Purpose::Inviter(_) => self.inviter(turn, InviterInput::LinkDown(link)),
            Purpose::Guest(room) => self.guest(turn, room, GuestInput::LinkDown(link)),
            Purpose::Peek(_) => {}
        }
    }

    /// The addresses of a context have changed: they are remembered, and its rooms' members are told.
    fn moved(&mut self, turn: &mut Turn, id: ContextId) {
        let Some(context) = self.contexts.get(id) else { return };
        let bound = context.listening.clone();
        turn.stale.profile = true;
        if id == ContextId::ACCOUNT && self.account.bound != bound {
            self.account.bound.clone_from(&bound);
            self.keep_account();
        }
        let rooms: Vec<RoomId> =
            self.rooms.values().filter(|room| room.context == id).map(|room| room.kept.room).collect();
        for room in rooms {
            if let Some(held) = self.rooms.get_mut(&room)
                && let Some(persona) = held.persona.as_mut().filter(|persona| persona.bound != bound)
            {
                persona.bound.clone_from(&bound);
                held.kept.keys = Some(persona.keys());
                held.changed = true;
            }
            self.hand_out_addresses(turn, room);
        }
    }

    /// Tells a room's members where this device is, where the charter lets them know.
    pub(super) fn hand_out_addresses(&mut self, turn: &mut Turn, room: RoomId) {
        let Some(held) = self.rooms.get(&room).filter(|held| held.joined() && held.machine.is_some()) else { return };
        if held.charter().is_some_and(|charter| charter.relay_only) {
            return;
        }
        let Some(context) = self.contexts.get(held.context) else { return };
        let mut addresses = context.addresses();
        // What leads here for certain comes before the eighth address of a local network.
        addresses.truncate(OWN_ADDRESSES);
        addresses.extend(self.circuits(context, held));
        if !addresses.is_empty() {
            self.drive(turn, room, Input::Addresses(addresses));
        }
    }
}

impl Home {
    /// Circuits that the members of a room may be told: they know whoever is in between, as we do, from a room in which
    /// all of them are.
    fn circuits<'a>(&'a self, context: &'a Context, room: &'a Room) -> impl Iterator<Item = String> + 'a {
        let members = |room: &Room| -> BTreeSet<MemberId> {
            room.machine.iter().flat_map(|machine| machine.members().map(|member| member.member)).collect()
        };
        let told = members(room);
        let known_to_all = move |relay: &String| {
            let met = context.links.values().filter(|link| link.transport == *relay);
            let rooms = met.filter_map(|link| match link.purpose {
                Purpose::Room(met, _) => self.rooms.get(&met),
                _ => None,
            });
            rooms.into_iter().any(|met| met.kept.room == room.kept.room || told.is_subset(&members(met)))
        };
        let circuits = context.ways.circuits.iter().filter(move |(_, relay)| known_to_all(relay));
        circuits.map(|(address, _)| address.clone())
    }

    /// Tells all rooms of a context anew where this device is, once a link shows in which rooms they may know a circuit.
    fn met_again(&mut self, turn: &mut Turn, id: ContextId, link: LinkId) {
        let Some(context) = self.contexts.get(id) else { return };
        if !context.links.get(&link).is_some_and(|link| context.ways.leads_through(&link.transport)) {
            return;
        }
        let rooms = self.rooms.values().filter(|room| room.context == id);
        for room in rooms.map(|room| room.kept.room).collect::<Vec<_>>() {
            self.hand_out_addresses(turn, room);
        }
    }
}

/// Tells the link secrets of a room apart without keeping them.
fn fingerprint(secret: &Key32, room: RoomId) -> u64 {
    let derived = kdf::derive(Label::DoorName, secret.expose(), &[&room.0]);
    derived.expose().first_chunk::<8>().map_or(0, |bytes| u64::from_be_bytes(*bytes))
}
