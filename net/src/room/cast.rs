//! A cast of devices around one table, for the tests of this folder: model keys, a disk in memory, perfect links.
//! Loss, crashes and judgement are the simulation's.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crypto::group::keys::Keys as _;
use crypto::id::{DeviceId, EntryId, MemberId, RoomId};
use crypto::identity::{Certificate, DeviceKey, PersonaKey};
use rand::SeedableRng;
use rand_chacha::ChaCha12Rng;

use super::charter::{Charter, CharterRequest, NodeKnown, RetentionName};
use super::*;
use crate::link::LinkId;
use crate::sim::group::ModelGroup;
use crate::wire::order::{Purpose, Role};
use crate::wire::{Body, Kind, Place, SignedEntry};

/// A stored entry.
type Kept = (Place, EntryId, Kind, Vec<u8>);

/// What a device has on disk (and, in ephemeral rooms, in memory).
#[derive(Default, Clone)]
pub(super) struct Disk {
    pub(super) entries: BTreeMap<(DeviceId, u64), Kept>,
    pub(super) state: BTreeMap<Vec<u8>, Vec<u8>>,
    pub(super) keys: BTreeMap<Vec<u8>, Vec<u8>>,
}

impl History for Disk {
    fn locate(&self, device: DeviceId, seq: u64) -> Option<Located> {
        self.entries.get(&(device, seq)).map(|(place, id, ..)| Located { id: *id, depth: place.depth })
    }
    fn entries(&self, device: DeviceId, from_seq: u64, max_count: usize, max_bytes: usize) -> Vec<Stored> {
        let (mut found, mut size) = (Vec::new(), 0);
        while let Some((.., bytes)) = self.entries.get(&(device, from_seq + found.len() as u64)) {
            size += bytes.len() + 8;
            if found.len() == max_count || (size > max_bytes && !found.is_empty()) {
                break;
            }
            found.push(Stored { seq: from_seq + found.len() as u64, bytes: bytes.clone() });
        }
        found
    }
    fn by_id(&self, id: EntryId) -> Option<Place> {
        self.entries.values().find(|entry| entry.1 == id).map(|entry| entry.0)
    }
}

impl Disk {
    pub(super) fn rows(&self) -> Vec<StateRow> {
        self.state.iter().map(|(key, value)| StateRow { key: key.clone(), value: value.clone() }).collect()
    }

    fn write(&mut self, writes: Vec<Write>) {
        for write in writes {
            match write {
                Write::Entry { place, id, kind, bytes, .. } => {
                    self.entries.insert((place.device, place.seq), (place, id, kind, bytes));
                }
                Write::State { key, value: Some(value) } => drop(self.state.insert(key, value.to_vec())),
                Write::State { key, value: None } => drop(self.state.remove(&key)),
                Write::Key(row) => match row.value {
                    Some(value) => drop(self.keys.insert(row.key, value.to_vec())),
                    None => drop(self.keys.remove(&row.key)),
                },
            }
        }
    }
}

pub(super) struct Actor {
    pub(super) persona: PersonaKey,
    pub(super) identity: Identity,
    pub(super) room: Room<ModelGroup>,
    pub(super) disk: Disk,
    pub(super) events: Vec<Event>,
    pub(super) closed: Vec<LinkId>,
}

impl Actor {
    pub(super) fn member(&self) -> MemberId {
        self.identity.certificate.member()
    }

    pub(super) fn device(&self) -> DeviceId {
        self.identity.certificate.device()
    }

    /// What people wrote, in the room's order, as it is to be shown.
    pub(super) fn texts(&self) -> Vec<String> {
        let mut shown = BTreeMap::new();
        for (place, _, kind, bytes) in self.disk.entries.values() {
            let void = self.room.void_above(place.device).is_some_and(|void| place.seq > void);
            let entry = SignedEntry::decode(bytes).unwrap();
            if let Some(Ok(Some(Body::Text(text)))) = entry.body().map(|body| Body::decode(*kind, body))
                && !void
            {
                shown.insert(*place, text.text.expose().to_owned());
            }
        }
        shown.into_values().collect()
    }
}

pub(super) struct Table {
    pub(super) now: Millis,
    pub(super) rng: ChaCha12Rng,
    pub(super) actors: Vec<Actor>,
    links: BTreeMap<(usize, usize), (LinkId, LinkId)>,
    queue: VecDeque<(usize, LinkId, Vec<u8>)>,
    next_link: u64,
    /// Links to go once what is under way has arrived.
    closing: Vec<(usize, usize)>,
    pub(super) frames: usize,
    pub(super) bytes: usize,
}

pub(super) fn charter(retention: RetentionName) -> Charter {
    let days = (retention == RetentionName::Timed).then_some(7);
    CharterRequest { days, ..CharterRequest::new(retention) }.resolve(NodeKnown::No).unwrap()
}

pub(super) fn identity(rng: &mut ChaCha12Rng, persona: &PersonaKey) -> Identity {
    let device = DeviceKey::generate(rng);
    let certificate = Certificate::issue(persona, &device, 1);
    Identity { persona: persona.public(), certificate, device }
}

impl Table {
    /// One founder, and nobody else yet.
    pub(super) fn new(charter: Charter, purpose: Purpose) -> Self {
        let mut rng = ChaCha12Rng::seed_from_u64(7);
        let persona = PersonaKey::generate(&mut rng);
        let identity = identity(&mut rng, &persona);
        let founding = Founding { title: "Room".into(), charter, name: "Actor 0".into(), role: Role::Patient, purpose };
        let device = identity.certificate.device();
        let (room, outputs) =
            Room::found(1_000_000, &mut rng, founding, identity.clone(), |id| ModelGroup::found(id, device, 1))
                .unwrap();
        let mut table = Self {
            now: 1_000_000,
            rng,
            actors: Vec::new(),
            links: BTreeMap::new(),
            queue: VecDeque::new(),
            next_link: 1,
            closing: Vec::new(),
            frames: 0,
            bytes: 0,
        };
        table.seat(persona, identity, room, outputs);
        table
    }

    /// A record room of so many, all linked to each other and settled.
    pub(super) fn of(count: usize) -> Self {
        let mut table = Self::new(charter(RetentionName::Record), Purpose::Group);
        for _ in 1..count {
            let joiner = table.admit(0);
            for other in 0..joiner {
                table.link(other, joiner);
            }
            table.settle();
        }
        table.pass(60_000);
        table
    }

    fn seat(&mut self, persona: PersonaKey, identity: Identity, room: Room<ModelGroup>, outputs: Outputs) -> usize {
        let disk = Disk::default();
        self.actors.push(Actor { persona, identity, room, disk, events: Vec::new(), closed: Vec::new() });
        let index = self.actors.len() - 1;
        self.carry_out(index, outputs);
        index
    }

    /// Somebody new is admitted by `host`; not linked yet.
    pub(super) fn admit(&mut self, host: usize) -> usize {
        let persona = PersonaKey::generate(&mut self.rng);
        let identity = identity(&mut self.rng, &persona);
        self.admit_as(host, persona, identity).unwrap()
    }

    pub(super) fn admit_as(&mut self, host: usize, persona: PersonaKey, identity: Identity) -> Result<usize, Refused> {
        let id: RoomId = self.actors[host].room.id();
        let index = self.actors.len();
        let mut keys = ModelGroup::enter(id, identity.certificate.device(), 100 + index as u64);
        let join = JoinRequest {
            certificate: identity.certificate.clone(),
            key_package: keys.key_package().unwrap(),
            name: format!("Actor {index}").as_str().into(),
            role: Role::Peer,
        };
        if let Some(refused) = self.act(host, Input::Admit { join: Box::new(join), ticket: None }) {
            return Err(refused);
        }
        let bundle = self.actors[host]
            .events
            .iter()
            .rev()
            .find_map(|event| match event {
                Event::Admission { bundle, .. } => Some(bundle.clone()),
                _ => None,
            })
            .unwrap();
        let (room, outputs) = Room::join(self.now, &mut self.rng, id, identity.clone(), &bundle, keys).unwrap();
        Ok(self.seat(persona, identity, room, outputs))
    }

    pub(super) fn act(&mut self, index: usize, input: Input) -> Option<Refused> {
        let actor = &mut self.actors[index];
        let outputs = actor.room.handle(self.now, &actor.disk, &mut self.rng, input);
        let refused = outputs.refused;
        self.carry_out(index, outputs);
        refused
    }

    pub(super) fn say(&mut self, index: usize, text: &str) {
        assert_eq!(self.act(index, Input::Author(Body::text(text))), None);
    }

    pub(super) fn order(&mut self, index: usize, request: OrderRequest) {
        assert_eq!(self.act(index, Input::Order(request)), None);
    }

    fn carry_out(&mut self, index: usize, outputs: Outputs) {
        let actor = &mut self.actors[index];
        actor.disk.write(outputs.persist);
        for (link, bytes) in outputs.send {
            let to = self
                .links
                .iter()
                .find_map(|((from, to), (near, far))| (*from == index && *near == link).then_some((*to, *far)));
            if let Some((to, far)) = to {
                self.frames += 1;
                self.bytes += bytes.len();
                self.queue.push_back((to, far, bytes));
            }
        }
        let actor = &mut self.actors[index];
        actor.events.extend(outputs.events);
        actor.closed.extend(outputs.close.iter().copied());
        for link in outputs.close {
            let peer =
                self.links.iter().find_map(|((from, to), (near, _))| (*from == index && *near == link).then_some(*to));
            self.closing.extend(peer.map(|peer| (index, peer)));
        }
    }

    pub(super) fn link(&mut self, a: usize, b: usize) {
        let (near, far) = (LinkId(self.next_link), LinkId(self.next_link + 1));
        self.next_link += 2;
        self.links.insert((a, b), (near, far));
        self.links.insert((b, a), (far, near));
        let (at_a, at_b) = (self.actors[b].identity.certificate.clone(), self.actors[a].identity.certificate.clone());
        self.act(a, Input::LinkUp { link: near, certificate: at_a });
        self.act(b, Input::LinkUp { link: far, certificate: at_b });
    }

    pub(super) fn unlink(&mut self, a: usize, b: usize) {
        for (from, to) in [(a, b), (b, a)] {
            if let Some((near, _)) = self.links.remove(&(from, to)) {
                self.queue.retain(|(at, link, _)| !(*at == from && *link == near));
                self.act(from, Input::LinkDown { link: near });
            }
        }
    }

    pub(super) fn isolate(&mut self, index: usize) {
        for other in 0..self.actors.len() {
            self.unlink(index, other);
        }
    }

    pub(super) fn link_all(&mut self) {
        for a in 0..self.actors.len() {
            for b in 0..a {
                if !self.links.contains_key(&(a, b)) {
                    self.link(a, b);
                }
            }
        }
    }

    /// Delivers what is under way.
    pub(super) fn settle(&mut self) {
        let mut budget = 2_000_000;
        while let Some((to, link, bytes)) = self.queue.pop_front() {
            self.act(to, Input::Frame { link, bytes });
            budget -= 1;
            assert!(budget > 0, "frames never cease");
        }
        for (a, b) in std::mem::take(&mut self.closing) {
            self.unlink(a, b);
        }
    }

    /// Lets time pass, ticking whoever asks for it.
    pub(super) fn pass(&mut self, ms: Millis) {
        let (until, mut idle) = (self.now + ms, 0);
        loop {
            self.settle();
            let due =
                (0..self.actors.len()).filter_map(|index| Some((self.actors[index].room.next_timeout()?, index))).min();
            match due {
                Some((at, index)) if at <= until => {
                    self.now = self.now.max(at);
                    self.act(index, Input::Tick);
                    idle = if self.queue.is_empty() { idle + 1 } else { 0 };
                    assert!(idle < 1_000, "timeouts that no tick settles");
                }
                _ => break,
            }
        }
        self.now = until;
    }

    /// Kills a device and starts it again from its disk; in ephemeral rooms memory is gone.
    pub(super) fn restart(&mut self, index: usize) {
        self.isolate(index);
        let ephemeral = self.actors[index].room.charter().retention == super::charter::Retention::Ephemeral;
        let actor = &mut self.actors[index];
        if ephemeral {
            actor.disk.entries.retain(|_, entry| entry.2 == Kind::ORDER);
        }
        let keys = ModelGroup::load(actor.room.id(), actor.device(), self.now, &actor.disk.keys).unwrap();
        actor.room = Room::load(actor.room.id(), actor.identity.clone(), &actor.disk.rows(), keys).unwrap();
    }

    /// Everybody at the table shows the same texts in the same order, and agrees on who is a member.
    pub(super) fn agree(&self, who: &[usize]) -> Vec<String> {
        let first = &self.actors[who[0]];
        let members = |actor: &Actor| actor.room.members().cloned().collect::<Vec<_>>();
        for index in who {
            let actor = &self.actors[*index];
            assert_eq!(actor.texts(), first.texts(), "actor {index} shows something else");
            assert_eq!(members(actor), members(first), "actor {index} knows other members");
            assert_eq!(actor.room.keys().tip(), first.room.keys().tip(), "actor {index} seals elsewhere");
        }
        first.texts()
    }

    pub(super) fn present(&self, index: usize) -> BTreeSet<MemberId> {
        let members = self.actors[index].room.members();
        members.filter(|member| member.standing == Standing::Present).map(|member| member.member).collect()
    }
}

impl Table {
    /// Carries out what a constructor returned.
    pub(super) fn replay(&mut self, index: usize, outputs: Outputs) {
        self.carry_out(index, outputs);
    }
}

impl Actor {
    /// Why this one may not write.
    pub(super) fn act_refusal(&self) -> Refused {
        self.room.may_write(Kind::TEXT).unwrap_err()
    }
}
