//! Contexts: one swarm for the account, one for each pseudonymous room, with nothing in common that a peer could see.
//!
//! This file owns the swarms, their doors, links and dialling. What a door leads to is a [`Purpose`]; what comes through
//! it is for the nouns.

use std::collections::{BTreeMap, BTreeSet};

use crypto::id::{DeviceId, RoomId};
use crypto::secret::Key32;
use net::link::address::Address;
use net::link::{Dial, Dialer, DoorId, Input, LinkId, Target};
use net::swarm::{Config, DialFailure, Door, Lan, Swarm, SwarmEvent};
use tokio::sync::mpsc;

use super::closing::Closing;
pub use super::doors::{Purpose, Wanted};
use super::handle::{Discovery, Options};
use super::reach::{Reach, Ways};
use super::turn::{Outgoing, Turn};

/// Doors tried when the newest did not open: what one connection allows beside it.
const OLDER_DOORS: usize = 15;

/// Names a context while the profile is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ContextId(pub u32);

impl ContextId {
    /// The account's: contacts, direct and record rooms.
    pub const ACCOUNT: Self = Self(0);
}

/// A link that is up.
#[derive(Debug, Clone)]
pub struct Link {
    pub purpose: Purpose,
    pub target: Option<Target>,
    /// The peer's transport identity.
    pub transport: String,
    /// Whether somebody in between passes it on.
    pub relayed: bool,
}

/// One swarm and what is known about it.
pub struct Context {
    swarm: Option<Swarm>,
    ready: bool,
    /// Whether the person said where to listen; then loopback is handed out too.
    explicit: bool,
    pub listening: Vec<String>,
    pub refused: Vec<String>,
    pub links: BTreeMap<LinkId, Link>,
    /// The ways to this device beside its own ports.
    pub ways: Ways,
    dialer: Dialer,
    doors: Vec<(DoorId, Purpose)>,
    next_door: u64,
    dials: Vec<Dial>,
}

impl Context {
    /// Multiaddrs that others can dial.
    pub fn addresses(&self) -> Vec<String> {
        let dialable = self.listening.iter().chain(&self.ways.outside).filter(|text| {
            text.parse::<Address>().is_ok_and(|address| address.is_dialable() && !address.is_link_local())
        });
        let dialable: Vec<&String> = dialable.collect();
        let loopback = |text: &&&String| text.parse::<Address>().is_ok_and(|address| address.is_loopback());
        let far = dialable.iter().filter(|text| !loopback(text)).count();
        let keep = |text: &&&String| self.explicit || far == 0 || !loopback(text);
        dialable.iter().filter(keep).map(|text| (*text).clone()).collect()
    }

    /// How people on other networks can reach this device here.
    pub fn reach(&self) -> Reach {
        let global = |text: &String| text.parse::<Address>().is_ok_and(|address| address.is_global());
        self.ways.reach(self.listening.iter().any(global), self.dialer.in_vain())
    }

    /// The door of a purpose.
    pub fn door(&self, purpose: Purpose) -> Option<DoorId> {
        self.doors.iter().find(|(_, held)| *held == purpose).map(|(door, _)| *door)
    }

    fn purpose(&self, door: DoorId) -> Option<Purpose> {
        self.doors.iter().find(|(held, _)| *held == door).map(|(_, purpose)| *purpose)
    }

    /// What a door leads to, and whom a link through it reaches.
    fn place(&self, door: DoorId, peer: Option<&crypto::identity::Certificate>) -> Option<(Purpose, Option<Target>)> {
        let purpose = self.purpose(door)?;
        let device = match purpose {
            Purpose::Room(..) => peer.map(crypto::identity::Certificate::device),
            _ => None,
        };
        Some((purpose, self.first_of(purpose).map(|door| Target { door, device })))
    }

    /// The newest door of the same room, which stands for it in targets.
    fn first_of(&self, purpose: Purpose) -> Option<DoorId> {
        match purpose {
            Purpose::Room(room, _) => self.room_doors(room).next(),
            other => self.door(other),
        }
    }

    fn room_doors(&self, room: RoomId) -> impl Iterator<Item = DoorId> + '_ {
        self.doors.iter().filter(move |(_, p)| matches!(p, Purpose::Room(r, _) if *r == room)).map(|(door, _)| *door)
    }

    /// The target of whoever answers behind an invite.
    pub fn target(&self, purpose: Purpose) -> Option<Target> {
        Some(Target { door: self.door(purpose)?, device: None })
    }

    /// Closes every link of a room.
    pub fn close_room(&self, turn: &mut Turn, id: ContextId, room: RoomId) {
        let of_room = |purpose: Purpose| match purpose {
            Purpose::Room(held, _) | Purpose::Host(held, _) | Purpose::Guest(held) => held == room,
            Purpose::Inviter(_) | Purpose::Peek(_) => false,
        };
        let links = self.links.iter().filter(|(_, link)| of_room(link.purpose));
        turn.outgoing.extend(links.map(|(link, _)| (id, *link, Outgoing::Close)));
    }

    /// The target of a device in a room.
    pub fn member_target(&self, room: RoomId, device: DeviceId) -> Option<Target> {
        Some(Target { door: self.room_doors(room).next()?, device: Some(device) })
    }

    /// Tells the dialler; what it wants dialled is done when the turn ends.
    pub fn dialler(&mut self, now_ms: u64, input: Input) {
        let known = match &input {
            Input::Know { target, .. } => Some(*target),
            _ => None,
        };
        let dials = self.dialer.handle(now_ms, &mut rand::rng(), input);
        self.dials.extend(dials);
        // A target that is linked already, by a door that was replaced meanwhile, need not be dialled.
        if let Some(target) = known.filter(|target| self.linked(*target)) {
            self.dials.retain(|dial| dial.target != target);
            let dials = self.dialer.handle(now_ms, &mut rand::rng(), Input::Up { target });
            self.dials.extend(dials);
        }
    }

    /// Replaces the doors; those of the same purpose keep their number.
    pub fn set_doors(&mut self, wanted: Vec<Wanted>) {
        let mut kept = Vec::with_capacity(wanted.len());
        let mut doors = Vec::with_capacity(wanted.len());
        for Wanted { purpose, psk, face } in wanted {
            let id = self.door(purpose).unwrap_or_else(|| {
                self.next_door += 1;
                DoorId(self.next_door)
            });
            kept.push((id, purpose));
            doors.push(Door { id, psk, face, circle: purpose.circle() });
        }
        self.doors = kept;
        if let Some(swarm) = &self.swarm {
            swarm.set_doors(doors);
        }
    }

    /// Whether the dialler has not heard of a target yet.
    pub fn fresh_target(&self, target: Target) -> bool {
        !self.dialer.targets().any(|known| known == target)
    }

    /// Forgets targets whose doors are gone, and takes links over to the newest door of their room.
    pub fn forget_shut(&mut self, now_ms: u64) {
        let firsts: BTreeSet<DoorId> = self.doors.iter().filter_map(|(_, purpose)| self.first_of(*purpose)).collect();
        let shut: Vec<Target> = self.dialer.targets().filter(|target| !firsts.contains(&target.door)).collect();
        for target in shut {
            self.dialler(now_ms, Input::Forget { target });
        }
        let retargeted: Vec<(LinkId, Option<Target>)> = self
            .links
            .iter()
            .filter_map(|(id, link)| {
                let door = self.first_of(link.purpose)?;
                let target = link.target.map(|target| Target { door, ..target });
                (target != link.target).then_some((*id, target))
            })
            .collect();
        for (id, target) in retargeted {
            if let Some(link) = self.links.get_mut(&id) {
                link.target = target;
            }
        }
    }

    /// Whether any link leads to the target.
    pub fn linked(&self, target: Target) -> bool {
        self.links.values().any(|link| link.target == Some(target))
    }

    /// Dials an address once, with every door of a room or invite behind it.
    pub fn dial_once(&self, address: &str) {
        let doors = self.doors.iter().map(|(door, _)| *door).take(OLDER_DOORS + 1).collect();
        if let Some(swarm) = &self.swarm {
            let _ = swarm.dial(address.to_owned(), doors);
        }
    }

    fn dial(&mut self, now_ms: u64) {
        for dial in std::mem::take(&mut self.dials) {
            let sent = self.swarm.as_ref().map(|swarm| swarm.dial(dial.address.clone(), vec![dial.target.door]));
            if !matches!(sent, Some(Ok(()))) {
                self.dialler(now_ms, Input::Failed { target: dial.target, address: dial.address });
            }
        }
    }

    /// A dial came to nothing: the older doors of the room are tried once, then the dialler is told.
    fn dial_failed(&mut self, now_ms: u64, address: &str, doors: &[DoorId], reason: DialFailure) {
        let rooms: BTreeSet<RoomId> = doors
            .iter()
            .filter_map(|door| match self.purpose(*door) {
                Some(Purpose::Room(room, _)) => Some(room),
                _ => None,
            })
            .collect();
        let mut failed: Vec<DoorId> = doors.to_vec();
        for room in rooms {
            let Some(first) = self.room_doors(room).next() else { continue };
            let older: Vec<DoorId> = self.room_doors(room).skip(1).take(OLDER_DOORS).collect();
            let fresh = doors.contains(&first);
            if fresh && reason == DialFailure::NoDoorOpened && !older.is_empty() {
                let sent = self.swarm.as_ref().map(|swarm| swarm.dial(address.to_owned(), older));
                if matches!(sent, Some(Ok(()))) {
                    failed.retain(|door| *door != first);
                    continue;
                }
            }
            failed.push(first);
        }
        failed.sort_unstable();
        failed.dedup();
        for target in self.dialer.targets().filter(|target| failed.contains(&target.door)).collect::<Vec<_>>() {
            self.dialler(now_ms, Input::Failed { target, address: address.to_owned() });
        }
    }
}

/// What came from a swarm and is for the nouns.
#[derive(Debug)]
pub enum Arrival {
    /// A link was authenticated.
    Up { link: LinkId, purpose: Purpose, peer: Option<Box<crypto::identity::Certificate>>, handshake: [u8; 32] },
    /// A frame came.
    Frame { link: LinkId, purpose: Purpose, bytes: Vec<u8> },
    /// A link ended.
    Down { link: LinkId, purpose: Purpose },
    /// What others can dial has changed.
    Moved,
}

/// All swarms.
pub struct Contexts {
    options: Options,
    runtime: tokio::runtime::Handle,
    closing: Closing,
    map: BTreeMap<ContextId, Context>,
    next: u32,
}

impl Contexts {
    /// None yet.
    pub const fn new(options: Options, runtime: tokio::runtime::Handle, closing: Closing) -> Self {
        Self { options, runtime, closing, map: BTreeMap::new(), next: 1 }
    }

    /// A name for one more context.
    pub const fn fresh(&mut self) -> ContextId {
        let id = ContextId(self.next);
        self.next += 1;
        id
    }

    /// Brings a context's swarm up. Persona swarms bind the account's interfaces and transports, on ports of their own,
    /// and are never announced on the local network.
    pub fn start(&mut self, turn: &mut Turn, id: ContextId, transport: &Key32, bound: &[String]) {
        let account = id == ContextId::ACCOUNT;
        let listen = if account { self.options.listen.clone() } else { any_port(&self.options.listen) };
        let lan = if account && self.options.mdns == Discovery::Lan { Lan::Open } else { Lan::Silent };
        let mut config = Config::new(transport.clone());
        config.listen.clone_from(&listen);
        config.remembered = bound.to_vec();
        config.lan = lan;
        let mut context = Context {
            swarm: None,
            ready: false,
            explicit: !listen.is_empty(),
            listening: Vec::new(),
            refused: Vec::new(),
            links: BTreeMap::new(),
            ways: Ways::default(),
            dialer: Dialer::default(),
            doors: Vec::new(),
            next_door: 0,
            dials: Vec::new(),
        };
        match net::swarm::spawn(config, &self.runtime) {
            Ok((swarm, events)) => {
                context.swarm = Some(swarm);
                turn.started.push((id, events));
            }
            Err(error) => {
                tracing::error!(%error, "Cannot start a swarm");
                context.ready = true;
                context.refused = listen;
            }
        }
        self.map.insert(id, context);
    }

    /// A context that is up.
    pub fn get(&self, id: ContextId) -> Option<&Context> {
        self.map.get(&id)
    }

    /// A context that is up, to change.
    pub fn get_mut(&mut self, id: ContextId) -> Option<&mut Context> {
        self.map.get_mut(&id)
    }

    /// All contexts that are up.
    pub fn iter(&self) -> impl Iterator<Item = (ContextId, &Context)> {
        self.map.iter().map(|(id, context)| (*id, context))
    }

    /// Whether every listener is bound or refused.
    pub fn ready(&self) -> bool {
        self.map.values().all(|context| context.ready)
    }

    /// What others can dial to reach the account.
    pub fn addresses(&self) -> Vec<String> {
        self.get(ContextId::ACCOUNT).map_or_else(Vec::new, |context| context.listening.clone())
    }

    /// Takes in what a swarm tells; the rest is for the nouns.
    pub fn take(&mut self, now_ms: u64, id: ContextId, event: SwarmEvent) -> Option<Arrival> {
        let context = self.map.get_mut(&id)?;
        if context.ways.take(&event) {
            return context.ready.then_some(Arrival::Moved);
        }
        match event {
            SwarmEvent::Listening { address } => {
                if !context.listening.contains(&address) {
                    context.listening.push(address);
                }
                context.ready.then_some(Arrival::Moved)
            }
            SwarmEvent::ListenGone { address } => {
                context.listening.retain(|held| *held != address);
                context.ready.then_some(Arrival::Moved)
            }
            SwarmEvent::ListenFailed { address } => {
                context.refused.push(address);
                None
            }
            SwarmEvent::Ready => {
                context.ready = true;
                Some(Arrival::Moved)
            }
            SwarmEvent::LinkUp { link, door, peer, handshake_hash, transport, relayed, .. } => {
                let (purpose, target) = context.place(door, peer.as_ref())?;
                context.links.insert(link, Link { purpose, target, transport, relayed });
                if let Some(target) = target {
                    context.dialler(now_ms, Input::Up { target });
                }
                Some(Arrival::Up { link, purpose, peer: peer.map(Box::new), handshake: handshake_hash })
            }
            SwarmEvent::Frame { link, bytes } => {
                let purpose = context.links.get(&link)?.purpose;
                Some(Arrival::Frame { link, purpose, bytes })
            }
            SwarmEvent::LinkDown { link } => {
                let Link { purpose, target, .. } = context.links.remove(&link)?;
                // Another link of the same device may have taken its place.
                let others = context.links.values().any(|other| other.target == target);
                if let Some(target) = target.filter(|_| !others) {
                    context.dialler(now_ms, Input::Down { target });
                }
                Some(Arrival::Down { link, purpose })
            }
            SwarmEvent::DialFailed { address, doors, reason } => {
                context.dial_failed(now_ms, &address, &doors, reason);
                None
            }
            SwarmEvent::Discovered { address } => {
                context.dialler(now_ms, Input::Discovered { address });
                None
            }
            // Ways to this device: taken in above.
            _ => None,
        }
    }

    /// When a dialler wants to be woken.
    pub fn next_due_ms(&self) -> Option<u64> {
        self.map.values().filter_map(|context| context.dialer.next_timeout()).min()
    }

    /// Wakes the diallers that are due.
    pub fn due(&mut self, now_ms: u64) {
        for context in self.map.values_mut() {
            if context.dialer.next_timeout().is_some_and(|at| at <= now_ms) {
                context.dialler(now_ms, Input::Tick);
            }
        }
    }

    /// Sends what the turn has gathered, in its order, then dials. A link that takes no more is closed: its peer comes
    /// back and is told what it lacks.
    pub fn send(&mut self, turn: &mut Turn) {
        for (id, link, outgoing) in turn.outgoing.drain(..) {
            let Some(swarm) = self.map.get(&id).and_then(|context| context.swarm.as_ref()) else { continue };
            match outgoing {
                Outgoing::Send(bytes) => {
                    if let Err(error) = swarm.send(link, bytes) {
                        tracing::debug!(%error, "Cannot send on a link");
                        swarm.close(link);
                    }
                }
                Outgoing::Close => swarm.close(link),
            }
        }
        for context in self.map.values_mut() {
            context.dial(turn.now_ms);
        }
    }

    /// Takes one swarm down.
    pub fn end(&mut self, id: ContextId) {
        if let Some(swarm) = self.map.remove(&id).and_then(|context| context.swarm) {
            let ending = self.closing.begin();
            self.runtime.spawn(async move {
                swarm.shutdown().await;
                drop(ending);
            });
        }
    }

    /// Everything, leaving nothing behind.
    pub fn take_all(&mut self) -> Self {
        let map = std::mem::take(&mut self.map);
        let (options, runtime) = (self.options.clone(), self.runtime.clone());
        Self { options, runtime, closing: self.closing.clone(), map, next: self.next }
    }

    /// Takes all swarms down and waits until they said goodbye.
    pub async fn stop(&mut self) {
        for (_, context) in std::mem::take(&mut self.map) {
            if let Some(swarm) = context.swarm {
                swarm.shutdown().await;
            }
        }
    }

    /// Takes all swarms down in the background.
    pub fn end_all(&mut self) {
        let all: Vec<ContextId> = self.map.keys().copied().collect();
        all.into_iter().for_each(|id| self.end(id));
    }
}

/// The same interfaces and transports with any port.
fn any_port(listen: &[String]) -> Vec<String> {
    let any = listen.iter().map(|text| match text.parse::<Address>() {
        Ok(address) => Address { port: 0, ..address }.to_string(),
        Err(_) => text.clone(),
    });
    let mut seen = BTreeSet::new();
    any.filter(|text| seen.insert(text.clone())).collect()
}

/// The queue of a swarm's events.
pub type Inbound = SwarmEvent;
/// A swarm's events as they are handed to the engine's loop.
pub type Events = mpsc::Receiver<SwarmEvent>;
