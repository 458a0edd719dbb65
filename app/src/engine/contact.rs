//! People known by their account key: invite, accept, compare, block.

use crypto::group::{Group, Keys as _};
use crypto::id::{ContactId, MemberId, RoomId};
use crypto::identity::PersonaPublic;
use crypto::invite::{Invite, InviteKind, InviteName};
use crypto::secret::Personal;
use net::room::Input;
use net::room::admission::{Founded, HostInput, Inviter, InviterEvent, InviterInput, Issue, Outputs, Refusal};
use net::room::charter::Charter;
use net::wire::order::Purpose as RoomPurpose;

use crate::store::SlotId;

use super::command::{Contact as Verb, Outcome};
use super::context::ContextId;
use super::event::{Event, Reply};
use super::fault::{Code, Fault};
use super::guest::Wait;
use super::home::Home;
use super::host::{keep_rows, rows};
use super::invite;
use super::membership::{compared, shown_role, wire_role};
use super::record::{self, Standing, Text, role_number, role_of};
use super::snapshot::ContactView;
use super::turn::{Asker, Outgoing, Turn};

const PATIENCE_MS: u64 = 9_000;
/// Contacts that one profile holds at most.
const CONTACTS: usize = 1_000;
const INVITER_ROWS: &[u8] = b"inviter";

impl Home {
    pub(super) fn contact(&mut self, turn: &mut Turn, verb: Verb, reply: Asker) {
        let outcome = match verb {
            Verb::Invite { expires_in_s } => self.invite_contact(turn, expires_in_s),
            Verb::Accept { link } => return self.accept(turn, &link, reply),
            Verb::List => Ok(Reply::Contacts { contacts: self.contact_views() }),
            Verb::SafetyNumber { contact } => self.contact_safety_number(contact),
            Verb::Verify { contact } => self.verify(turn, contact),
            Verb::Block { contact } => self.set_blocked(turn, contact, true),
            Verb::Unblock { contact } => self.set_blocked(turn, contact, false),
        };
        turn.answer(reply, outcome);
    }

    fn known(&self, contact: ContactId) -> Result<&record::Contact, Fault> {
        self.contacts.iter().find(|known| known.contact == contact).ok_or_else(|| Code::UnknownContact.into())
    }

    /// Changes a contact and keeps it with the turn.
    fn change_contact(&mut self, turn: &mut Turn, contact: ContactId, change: impl FnOnce(&mut record::Contact)) {
        if let Some(known) = self.contacts.iter_mut().find(|known| known.contact == contact) {
            change(known);
            self.shelf.save(record::Contact::key(), SlotId::PROFILE, &self.contacts);
            turn.stale.contacts = true;
        }
    }

    fn contact_safety_number(&self, contact: ContactId) -> Outcome {
        let known = self.known(contact)?;
        Ok(compared(&self.account.key.public(), &PersonaPublic(known.persona)))
    }

    fn verify(&mut self, turn: &mut Turn, contact: ContactId) -> Outcome {
        self.known(contact)?;
        self.change_contact(turn, contact, |known| known.verified = true);
        turn.stale.open = true;
        Ok(Reply::Done {})
    }

    fn set_blocked(&mut self, turn: &mut Turn, contact: ContactId, on: bool) -> Outcome {
        self.known(contact)?;
        self.change_contact(turn, contact, |known| known.blocked = on);
        self.block_in_rooms(turn, contact, on);
        Ok(Reply::Done {})
    }

    /// A contact is the same person in every record room.
    pub(super) fn block_in_rooms(&mut self, turn: &mut Turn, contact: ContactId, on: bool) {
        let member = MemberId(contact.0);
        let rooms = self.rooms.values().filter(|room| room.context == ContextId::ACCOUNT && room.joined());
        for room in rooms.map(|room| room.kept.room).collect::<Vec<_>>() {
            self.drive(turn, room, Input::Block { member, on });
        }
    }

    /// Whether a member of a record room is a contact whose safety number was compared.
    pub(super) fn contact_verified(&self, member: MemberId) -> bool {
        self.contacts.iter().any(|known| known.contact.0 == member.0 && known.verified)
    }

    /// Whose direct room this is.
    pub(super) fn contact_of(&self, room: RoomId) -> Option<ContactId> {
        self.contacts.iter().find(|known| known.room == room).map(|known| known.contact)
    }

    /// `contact.list`
    pub(super) fn contact_views(&self) -> Vec<ContactView> {
        let mut contacts: Vec<ContactView> = self
            .contacts
            .iter()
            .map(|known| ContactView {
                contact: known.contact,
                name: super::text::harmless(known.name.0.expose()).into(),
                role: role_of(known.role),
                verified: known.verified,
                certified: false,
                online: self
                    .rooms
                    .get(&known.room)
                    .is_some_and(|room| room.online.contains(&MemberId(known.contact.0))),
                blocked: known.blocked,
                room: known.room,
            })
            .collect();
        contacts.sort_by(|a, b| a.name.cmp(&b.name).then(a.contact.cmp(&b.contact)));
        contacts
    }

    /// Takes the name over that a contact goes by in the direct room.
    pub(super) fn name_contact(&mut self, turn: &mut Turn, room: RoomId) {
        let Some(contact) = self.contact_of(room) else { return };
        let machine = self.rooms.get(&room).and_then(|held| held.machine.as_ref());
        let Some(member) = machine.and_then(|machine| machine.member(MemberId(contact.0))) else { return };
        let role = role_number(shown_role(member.role));
        let name = Text(member.name.clone());
        if self.known(contact).is_ok_and(|known| known.name != name || known.role != role) {
            self.change_contact(turn, contact, |known| {
                known.name = name;
                known.role = role;
            });
        }
    }

    fn add_contact(&mut self, turn: &mut Turn, persona: PersonaPublic, name: Personal, role: u8, room: RoomId) {
        let contact = persona.contact();
        let known = record::Contact {
            contact,
            persona: persona.0,
            name: Text(name),
            role,
            verified: false,
            blocked: false,
            room,
        };
        self.contacts.retain(|held| held.contact != contact);
        self.contacts.push(known);
        self.shelf.save(record::Contact::key(), SlotId::PROFILE, &self.contacts);
        turn.stale.contacts = true;
    }

    /// `contact.accept`
    fn accept(&mut self, turn: &mut Turn, link: &str, asker: Asker) {
        match self.begin_accept(turn, link) {
            Ok(room) => {
                let deadline_ms = turn.now_ms + PATIENCE_MS;
                self.waits.push(Wait { room, deadline_ms, asker, accepted: true });
                self.end_waits(turn);
            }
            Err(fault) => turn.answer(asker, Err(fault)),
        }
    }

    fn begin_accept(&mut self, turn: &mut Turn, link: &str) -> Result<RoomId, Fault> {
        let invite = invite::read(link, turn.now_ms)?;
        if invite.kind != InviteKind::Contact {
            return Err(Fault::because(Code::InvalidParams, "link: this one is for room.join"));
        }
        if invite.key == self.account.key.public() {
            return Err(Fault::because(Code::NotAllowed, "the invite is one's own"));
        }
        let contact = invite.key.contact();
        if let Some(known) = self.contacts.iter().find(|known| known.contact == contact) {
            let room = known.room;
            let same = |link: &Text| Invite::decode(link.0.expose()).is_ok_and(|held| held.secret == invite.secret);
            let held = self.rooms.get(&room);
            match held.map(|held| (held.kept.standing, held.kept.invite.as_ref().is_some_and(same))) {
                Some((Standing::Joined | Standing::Rejoining, _) | (Standing::Waiting, true)) => return Ok(room),
                Some(_) => self.forget_room(turn, room)?,
                None => {}
            }
        }
        if self.contacts.len() >= CONTACTS {
            return Err(Fault::because(Code::Busy, "as many contacts as one profile may hold"));
        }
        let kept = invite::link(&invite)?;
        let name = self.me.name.0.clone();
        let room = self.found(turn, Personal::default(), Charter::direct(), name, RoomPurpose::Direct)?;
        let held = self.room_mut(room)?;
        held.kept.standing = Standing::Waiting;
        held.kept.invite = Some(Text(kept));
        let expires_at = u64::from(invite.expiry_hours) * 3_600_000;
        let issue = Issue { secret: invite.secret.clone(), uses: 1, expires_at, only: Some(invite.key) };
        self.host(turn, room, HostInput::Issue(issue));
        self.add_contact(turn, invite.key, Personal::default(), role_number(super::command::Role::Peer), room);
        self.stale_doors = true;
        Ok(room)
    }

    /// The other person has entered the direct room.
    pub(super) fn met(&mut self, turn: &mut Turn, room: RoomId) {
        let waiting =
            self.rooms.get(&room).is_some_and(|held| held.kept.direct && held.kept.standing == Standing::Waiting);
        if !waiting {
            return;
        }
        if let Some(held) = self.rooms.get_mut(&room) {
            held.kept.invite = None;
        }
        self.name_contact(turn, room);
        turn.tell(Event::RoomJoined { room });
        self.stand(turn, room, Standing::Joined);
        self.tell_contact(turn, room);
    }

    fn tell_contact(&mut self, turn: &mut Turn, room: RoomId) {
        if let Some(known) = self.contact_of(room).and_then(|contact| self.known(contact).ok()) {
            let name = super::text::harmless(known.name.0.expose()).into();
            turn.tell(Event::ContactAdded { contact: known.contact, name, room });
        }
    }

    /// The accepted invite came to nothing.
    pub(super) fn accept_failed(&mut self, turn: &mut Turn, room: RoomId, why: Refusal) {
        self.contacts.retain(|known| known.room != room);
        self.shelf.save(record::Contact::key(), SlotId::PROFILE, &self.contacts);
        turn.stale.contacts = true;
        self.turned_away(turn, room, why);
    }

    /// Reads the machine that answers contact invites.
    pub(super) fn load_inviter(&mut self) -> Result<(), Code> {
        let rows = rows(&self.shelf, INVITER_ROWS)?;
        let inviter = Inviter::load(self.identity(None), &rows).map_err(|_| Code::StoreFailed)?;
        self.inviter = Some(inviter);
        Ok(())
    }

    /// Gives the machine that answers contact invites an input, and does what it says.
    pub(super) fn inviter(&mut self, turn: &mut Turn, input: InviterInput) {
        let Some(inviter) = &mut self.inviter else { return };
        let Outputs { persist, send, close, events } = inviter.handle(turn.now_ms, input);
        keep_rows(&mut self.shelf, INVITER_ROWS, SlotId::PROFILE, persist);
        let context = ContextId::ACCOUNT;
        turn.outgoing.extend(send.into_iter().map(|(link, bytes)| (context, link, Outgoing::Send(bytes))));
        turn.outgoing.extend(close.into_iter().map(|link| (context, link, Outgoing::Close)));
        for event in events {
            match event {
                InviterEvent::Introduced { invite, founded } => {
                    if let Err(code) = self.introduced(turn, invite, &founded) {
                        tracing::error!(code = code.as_str(), "Cannot enter the room of an accepted invite");
                    }
                }
                InviterEvent::Admitted { invite, room, bundle } => self.met_back(turn, invite, room, &bundle),
            }
        }
    }

    /// Somebody accepted: makes keys for their room, which this person will enter.
    fn introduced(&mut self, turn: &mut Turn, invite: InviteName, founded: &Founded) -> Result<(), Code> {
        let by = founded.certificate.persona();
        let room = founded.room;
        if self.contacts.iter().any(|known| known.contact == by.contact() && known.blocked) {
            return Ok(());
        }
        if !self.rooms.contains_key(&room) {
            let name = self.me.name.0.clone();
            self.new_room(turn, room, None, name, Standing::Waiting, true).map_err(|fault| fault.code)?;
        }
        let identity = self.identity(None);
        let failed = |_| Code::Internal;
        let mut keys = Group::enter(room, &identity.device, &identity.certificate).map_err(failed)?;
        let key_packages = vec![keys.key_package().map_err(failed)?, keys.key_package().map_err(failed)?];
        let rows = keys.take_rows();
        self.keep_keys(room, rows);
        let (name, role) = (self.me.name.0.clone(), wire_role(self.me.role()));
        self.inviter(turn, InviterInput::Keys { invite, by, room, name, role, key_packages });
        Ok(())
    }

    fn met_back(&mut self, turn: &mut Turn, invite: InviteName, room: RoomId, bundle: &[u8]) {
        if !self.enter(turn, room, bundle) {
            return;
        }
        self.inviter(turn, InviterInput::Joined(invite));
        let machine = self.rooms.get(&room).and_then(|held| held.machine.as_ref());
        let me = self.account.key.public().member();
        let other = machine.and_then(|machine| machine.members().find(|member| member.member != me).cloned());
        if let Some(other) = other {
            // Whoever was a contact already keeps what was compared: the key is the same.
            let known = self.contacts.iter().find(|known| known.persona == other.persona.0).cloned();
            self.add_contact(turn, other.persona, other.name, role_number(shown_role(other.role)), room);
            if let Some(known) = known {
                self.change_contact(turn, known.contact, |contact| contact.verified = known.verified);
            }
            self.tell_contact(turn, room);
        }
    }
}
