//! `room.*` for those who are in: found, list, members, ranks, charter, leave, erase.

use crypto::group::Group;
use crypto::id::{MemberId, RoomId};
use crypto::identity::{PersonaPublic, safety_number};
use crypto::secret::Personal;
use net::room::charter::{Charter, CharterError, CharterRequest, NodeKnown, Retention};
use net::room::{Founding, Identity, Input, OrderRequest, Room as Machine, Standing as MemberStanding};
use net::wire::order::{Purpose, Role as WireRole};

use crate::store::SlotClass;

use super::command::{Outcome, Role, Room as Verb};
use super::context::ContextId;
use super::event::Reply;
use super::fault::{Code, Fault};
use super::home::{Home, Persona};
use super::message::fault;
use super::name;
use super::record::{self, Standing, Text};
use super::room::Room;
use super::snapshot::{MemberView, Refusal, RoomView};
use super::turn::{Asker, Turn};

/// Rooms that one profile holds at most: each pseudonymous one has a swarm of its own.
const ROOMS: usize = 500;

/// The role as it travels.
pub const fn wire_role(role: Role) -> WireRole {
    match role {
        Role::Patient => WireRole::Patient,
        Role::Doctor => WireRole::Doctor,
        Role::Peer => WireRole::Peer,
    }
}

/// The role as it is shown.
pub const fn shown_role(role: WireRole) -> Role {
    match role {
        WireRole::Patient => Role::Patient,
        WireRole::Doctor => Role::Doctor,
        WireRole::Peer => Role::Peer,
    }
}

fn charter_fault(error: CharterError) -> Fault {
    match error {
        CharterError::NoNode => Code::NoNode.into(),
        CharterError::OutOfRange(field) => Fault::because(Code::InvalidCharter, field),
    }
}

/// What a safety number looks like over RPC.
pub fn compared(mine: &PersonaPublic, theirs: &PersonaPublic) -> Reply {
    let number = safety_number(mine, theirs);
    Reply::SafetyNumber { digits: number.digits, qr: data_encoding::BASE64.encode(&number.qr) }
}

impl Home {
    pub(super) fn rooms(&mut self, turn: &mut Turn, verb: Verb, reply: Asker) {
        let outcome = match verb {
            Verb::Create { title, charter, name } => self.create_room(turn, &title, charter, name.as_ref()),
            Verb::Invite { room, uses, expires_in_s } => self.invite(turn, room, uses, expires_in_s),
            Verb::Preview { link } => return self.preview(turn, &link, reply),
            Verb::Join { link, name } => return self.join(turn, &link, name.as_ref(), reply),
            Verb::Admit { room, member } => self.admit(turn, room, member),
            Verb::Refuse { room, member } => self.refuse(turn, room, member),
            Verb::List => Ok(Reply::Rooms { rooms: self.room_views() }),
            Verb::Members { room } => self.members(room).map(|members| Reply::Members { members }),
            Verb::SafetyNumber { room, member } => self.room_safety_number(room, member),
            Verb::Verify { room, member } => self.verify_member(turn, room, member),
            Verb::Leave { room } => self.leave(turn, room),
            Verb::Transfer { room, member } => self.order(turn, room, OrderRequest::Transfer(member)),
            Verb::Remove { room, member } => self.order(turn, room, OrderRequest::Remove(member)),
            Verb::SetRank { room, member, rank } => self.order(turn, room, OrderRequest::Rank(member, rank)),
            Verb::SetCharter { room, charter } => self.set_charter(turn, room, charter),
            Verb::SetNotifications { room, on } => self.set_notifications(turn, room, on).map(|()| Reply::Done {}),
            Verb::Erase { room } => self.erase_room(turn, room),
        };
        turn.answer(reply, outcome);
    }

    fn create_room(
        &mut self,
        turn: &mut Turn,
        title: &Personal,
        charter: CharterRequest,
        name: Option<&Personal>,
    ) -> Outcome {
        let title = name::checked_title(title)?;
        let charter = charter.resolve(NodeKnown::No).map_err(charter_fault)?;
        let record = charter.retention == Retention::Record;
        let name = self.name_for(record, name)?;
        let room = self.found(turn, title, charter, name, Purpose::Group)?;
        let charter = self.room(room)?.charter().cloned().ok_or(Code::Internal)?;
        Ok(Reply::Created { room, charter })
    }

    /// The name to use in a room: the one given, the profile's in record rooms, a fresh pseudonym in every other.
    pub(super) fn name_for(&mut self, record: bool, given: Option<&Personal>) -> Result<Personal, Fault> {
        if let Some(name) = given {
            return name::checked(name);
        }
        if record {
            return Ok(self.me.name.0.clone());
        }
        let (used, mine) = (&self.used.pseudonyms, &self.me.name);
        let taken = |name: &str| mine.0.expose() == name || used.iter().any(|used| used.0.expose() == name);
        let name = name::pseudonym(&mut rand::rng(), taken);
        self.used.pseudonyms.push(Text(name.clone()));
        self.shelf.save(record::Used::key(), crate::store::SlotId::PROFILE, &self.used);
        Ok(name)
    }

    /// Founds a room: in record rooms as the account, in every other as a persona of its own.
    pub(super) fn found(
        &mut self,
        turn: &mut Turn,
        title: Personal,
        charter: Charter,
        name: Personal,
        purpose: Purpose,
    ) -> Result<RoomId, Fault> {
        let persona = (charter.retention != Retention::Record).then(|| Persona::generate(turn.now_ms));
        let identity = self.identity(persona.as_ref());
        let founding = Founding { title, charter, name: name.clone(), role: wire_role(self.me.role()), purpose };
        let (device, certificate) = (identity.device.clone(), identity.certificate.clone());
        let make_keys = |room: RoomId| {
            Group::found(room, &device, &certificate, &mut rand::rng())
                .expect("a device founds with its own certificate")
        };
        let (machine, outputs) =
            Machine::found(turn.now_ms, &mut rand::rng(), founding, identity, make_keys).map_err(|error| {
                tracing::error!(%error, "Cannot found a room");
                Code::Internal
            })?;
        let id = machine.id();
        self.new_room(turn, id, persona, name, Standing::Joined, purpose == Purpose::Direct)?;
        self.room_mut(id)?.enter(machine);
        let _ = self.carry_out(turn, id, outputs);
        self.stale_doors = true;
        self.hand_out_addresses(turn, id);
        turn.stale.rooms = true;
        Ok(id)
    }

    /// Who this person is in a room.
    pub(super) fn identity(&self, persona: Option<&Persona>) -> Identity {
        let persona = persona.unwrap_or(&self.account);
        Identity {
            persona: persona.key.public(),
            certificate: persona.certificate.clone(),
            device: persona.device.clone(),
        }
    }

    /// Makes the record of a room, its slot and, where it has a persona, its swarm.
    pub(super) fn new_room(
        &mut self,
        turn: &mut Turn,
        room: RoomId,
        persona: Option<Persona>,
        name: Personal,
        standing: Standing,
        direct: bool,
    ) -> Result<(), Fault> {
        if self.rooms.len() >= ROOMS {
            return Err(Fault::because(Code::Busy, "as many rooms as one profile may hold"));
        }
        let slot = self.shelf.new_slot(SlotClass::Room)?;
        self.used.rooms += 1;
        self.shelf.save(record::Used::key(), crate::store::SlotId::PROFILE, &self.used);
        let kept = record::Room {
            room,
            number: self.used.rooms,
            slot: slot.0,
            standing,
            reason: None,
            keys: persona.as_ref().map(Persona::keys),
            name: Text(name),
            direct,
            mark: None,
            unread: 0,
            active_ms: turn.now_ms,
            invite: None,
            periods: Vec::new(),
            verified: Vec::new(),
            title: Text::default(),
            charter: None,
            quiet: None,
        };
        let context = match &persona {
            None => ContextId::ACCOUNT,
            Some(persona) => {
                let context = self.contexts.fresh();
                self.contexts.start(turn, context, &persona.transport, &persona.bound);
                self.bind_anew(turn.now_ms);
                context
            }
        };
        self.rooms.insert(room, Room::new(kept, persona, context));
        Ok(())
    }

    fn order(&mut self, turn: &mut Turn, room: RoomId, order: OrderRequest) -> Outcome {
        self.joined_room(room)?;
        match self.drive(turn, room, Input::Order(order)).refused {
            Some(refused) => Err(fault(refused)),
            None => {
                self.changed(turn, room);
                Ok(Reply::Done {})
            }
        }
    }

    fn leave(&mut self, turn: &mut Turn, room: RoomId) -> Outcome {
        let held = self.room(room)?;
        match held.kept.standing {
            Standing::Waiting | Standing::Knocking => {
                self.give_up(turn, room);
                self.stand(turn, room, Standing::Left);
                Ok(Reply::Done {})
            }
            Standing::Joined | Standing::Rejoining => {
                self.joined_room(room)?;
                if let Some(refused) = self.drive(turn, room, Input::Order(OrderRequest::Leave)).refused {
                    return Err(fault(refused));
                }
                self.stand(turn, room, Standing::Left);
                Ok(Reply::Done {})
            }
            Standing::Left | Standing::Removed | Standing::Refused => Err(Code::NotAMember.into()),
        }
    }

    fn set_charter(&mut self, turn: &mut Turn, room: RoomId, charter: CharterRequest) -> Outcome {
        let held = self.joined_room(room)?;
        let title = held.kept.title.0.clone();
        let charter = charter.resolve(NodeKnown::No).map_err(charter_fault)?;
        self.order(turn, room, OrderRequest::Charter(charter, title))
    }

    /// Destroys everything kept of a room here. Its members see that somebody is silent, no more.
    fn erase_room(&mut self, turn: &mut Turn, room: RoomId) -> Outcome {
        self.forget_room(turn, room)?;
        turn.tell(super::event::Event::RoomChanged { room });
        Ok(Reply::Done {})
    }

    fn room_safety_number(&self, room: RoomId, member: MemberId) -> Outcome {
        let held = self.room(room)?;
        let machine = held.machine.as_ref().ok_or(Code::NotAMember)?;
        let theirs = machine.member(member);
        let theirs = theirs.ok_or(Fault::because(Code::NotAMember, "member"))?.persona;
        let mine = held.persona.as_ref().unwrap_or(&self.account).key.public();
        Ok(compared(&mine, &theirs))
    }

    fn verify_member(&mut self, turn: &mut Turn, room: RoomId, member: MemberId) -> Outcome {
        let held = self.room_mut(room)?;
        let machine = held.machine.as_ref().ok_or(Code::NotAMember)?;
        machine.member(member).ok_or(Fault::because(Code::NotAMember, "member"))?;
        if !held.kept.verified.contains(&member) {
            held.kept.verified.push(member);
            held.changed = true;
        }
        turn.stale.open = true;
        Ok(Reply::Done {})
    }

    /// A member's name in a room, also of one who has left.
    pub(super) fn member_name(&self, room: RoomId, member: MemberId) -> Personal {
        let machine = self.rooms.get(&room).and_then(|held| held.machine.as_ref());
        let found = machine.and_then(|machine| machine.member(member)).map(|member| member.name.clone());
        super::text::harmless(found.unwrap_or_default().expose()).into()
    }

    /// `room.members`
    pub(super) fn members(&self, room: RoomId) -> Result<Vec<MemberView>, Fault> {
        let held = self.room(room)?;
        let machine = held.machine.as_ref().ok_or(Code::NotAMember)?;
        let me = held.me(&self.account);
        let ephemeral = held.ephemeral();
        let present = machine.members().filter(|member| member.standing == MemberStanding::Present);
        let mut members: Vec<MemberView> = present
            .map(|member| MemberView {
                member: member.member,
                name: super::text::harmless(member.name.expose()).into(),
                role: shown_role(member.role),
                rank: member.rank,
                joined_at: member.joined_at.filter(|_| !ephemeral),
                online: member.member == me || held.online.contains(&member.member),
                verified: held.kept.verified.contains(&member.member) || self.contact_verified(member.member),
                certified: false,
                me: member.member == me,
            })
            .collect();
        members.sort_by(|a, b| a.name.cmp(&b.name).then(a.member.cmp(&b.member)));
        Ok(members)
    }

    /// `room.list`
    pub(super) fn room_views(&self) -> Vec<RoomView> {
        let mut rooms: Vec<&Room> = self.rooms.values().collect();
        rooms.sort_by_key(|room| std::cmp::Reverse((room.kept.active_ms, room.kept.number)));
        rooms.into_iter().map(|room| self.room_view(room)).collect()
    }

    fn room_view(&self, room: &Room) -> RoomView {
        let known = !matches!(room.kept.standing, Standing::Waiting);
        let me = room.me(&self.account);
        let members = room.machine.as_ref().map(|machine| machine.members().collect::<Vec<_>>()).unwrap_or_default();
        let present: Vec<_> = members.into_iter().filter(|member| member.standing == MemberStanding::Present).collect();
        let other = present.iter().find(|member| member.member != me).map(|member| member.name.clone());
        let title = if room.kept.direct { other.unwrap_or_default() } else { room.kept.title.0.clone() };
        RoomView {
            room: room.kept.room,
            title: if known { super::text::harmless(title.expose()).into() } else { Personal::default() },
            charter: room.charter().filter(|_| known).cloned(),
            unread: room.kept.unread,
            state: room.state(),
            reason: room.kept.reason.and_then(refusal),
            direct: room.kept.direct,
            notifications: !room.kept.quiet.unwrap_or(false),
            members: present.len(),
            online: present.iter().filter(|m| room.online.contains(&m.member)).count() + usize::from(room.joined()),
            last: room.last.clone(),
            draft: room.draft.is_some(),
        }
    }
}

/// The number under which a reason is kept.
pub const fn refusal_number(refusal: Refusal) -> u8 {
    match refusal {
        Refusal::NotAdmitted => 0,
        Refusal::InviteUsed => 1,
        Refusal::InviteExpired => 2,
        Refusal::InviteForged => 3,
    }
}

const fn refusal(number: u8) -> Option<Refusal> {
    match number {
        0 => Some(Refusal::NotAdmitted),
        1 => Some(Refusal::InviteUsed),
        2 => Some(Refusal::InviteExpired),
        3 => Some(Refusal::InviteForged),
        _ => None,
    }
}
