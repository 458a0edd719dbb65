//! An open profile: everything that exists only while the keys are in memory.

use std::collections::{BTreeMap, VecDeque};

use crypto::id::RoomId;
use crypto::identity::{Certificate, DeviceKey, PersonaKey};
use crypto::secret::{Key32, Personal};
use net::room::admission::Inviter;

use crate::store::Opened;
use crate::store::{Key, SlotId, Tree};

use super::context::{ContextId, Contexts};
use super::fault::Code;
use super::guest::{Look, Wait};
use super::handle::Face;
use super::profile::How;
use super::record::{self, Keys, Me, Settings, Text, Used, role_number};
use super::room::Room;
use super::run::Engine;
use super::search::Search;
use super::shelf::Shelf;
use super::snapshot::Notice;
use super::turn::{Asker, Turn};
use super::view::Looking;

/// One identity on this device: the account, or a room's persona.
pub struct Persona {
    pub key: PersonaKey,
    pub device: DeviceKey,
    pub certificate: Certificate,
    pub transport: Key32,
    pub bound: Vec<String>,
}

impl Persona {
    /// A fresh identity that nothing links to any other.
    pub fn generate(now_ms: u64) -> Self {
        let rng = &mut rand::rng();
        let (key, device) = (PersonaKey::generate(rng), DeviceKey::generate(rng));
        let certificate = Certificate::issue(&key, &device, now_ms);
        Self { key, device, certificate, transport: Key32::random(rng), bound: Vec::new() }
    }

    /// The same person on a new device: what is used after an import, so that no ratchet is ever rewound.
    pub fn renewed(&self, now_ms: u64) -> Self {
        let rng = &mut rand::rng();
        let (key, device) = (PersonaKey::from_bytes(&self.key.to_bytes()), DeviceKey::generate(rng));
        let certificate = Certificate::issue(&key, &device, now_ms);
        Self { key, device, certificate, transport: Key32::random(rng), bound: Vec::new() }
    }

    /// As it is kept.
    pub fn keys(&self) -> Keys {
        Keys {
            persona: self.key.to_bytes().expose().to_vec(),
            device: self.device.to_bytes().to_vec(),
            certificate: self.certificate.bytes().to_vec(),
            transport: self.transport.expose().to_vec(),
            bound: self.bound.clone(),
        }
    }

    /// As it was kept.
    pub fn from_keys(keys: &Keys) -> Result<Self, Code> {
        let damaged = |_| Code::StoreFailed;
        Ok(Self {
            key: PersonaKey::from_bytes(&Key32::try_from(keys.persona.as_slice()).map_err(|_| Code::StoreFailed)?),
            device: DeviceKey::from_bytes(&keys.device).map_err(damaged)?,
            certificate: Certificate::decode(&keys.certificate).map_err(damaged)?,
            transport: Key32::try_from(keys.transport.as_slice()).map_err(|_| Code::StoreFailed)?,
            bound: keys.bound.clone(),
        })
    }
}

/// An open profile.
pub struct Home {
    pub hidden: bool,
    pub face: Face,
    pub shelf: Shelf,
    pub notice: Option<Notice>,
    pub me: Me,
    pub settings: Settings,
    pub used: Used,
    pub account: Persona,
    pub contexts: Contexts,
    pub rooms: BTreeMap<RoomId, Room>,
    pub contacts: Vec<record::Contact>,
    /// Answers whoever accepts a contact invite.
    pub inviter: Option<Inviter>,
    /// Looks at rooms from their doors, and those who wait for rooms to come about.
    pub looks: Vec<Look>,
    pub next_look: u64,
    pub waits: Vec<Wait>,
    pub searches: VecDeque<Search>,
    pub looking: Looking,
    /// Whether rooms or invites changed so that the doors must.
    pub stale_doors: bool,
    /// Whether the clock is in doubt.
    pub doubted: bool,
    /// Whether another's clock has just said that this one is right.
    pub corroborated: bool,
    /// What time it was when last remembered.
    pub seen_ms: u64,
    /// Who waits until every listener is bound or refused.
    settling: Option<Asker>,
    settle_by_ms: u64,
}

/// How long opening waits for listeners that neither come nor fail.
const SETTLE_MS: u64 = 5_000;

fn account_key() -> Key {
    Key::new(Tree::Meta, *b"account")
}

impl Home {
    /// Reads what is kept, or makes what a new profile needs, and brings the swarms up.
    pub fn open(engine: &mut Engine, turn: &mut Turn, opened: Opened, how: How) -> Result<Self, Code> {
        let Opened { store, notice, rewound } = opened;
        let mut shelf = Shelf::new(store);
        let (me, mut account) = match how {
            How::Made { name, role } => {
                let me = Me { name: Text(name), about: None, role: role_number(role), created_ms: turn.now_ms };
                (me, Persona::generate(turn.now_ms))
            }
            How::Unlocked | How::Imported | How::Recovered | How::ByKeyring => {
                let keys: Keys = shelf.load(&account_key())?.ok_or(Code::StoreFailed)?;
                (shelf.load(&Me::key())?.ok_or(Code::StoreFailed)?, Persona::from_keys(&keys)?)
            }
        };
        if rewound {
            account = account.renewed(turn.now_ms);
        }
        shelf.save(Me::key(), SlotId::PROFILE, &me);
        let mut home = Self {
            hidden: false,
            face: engine.options.face,
            notice,
            me,
            settings: shelf.load(&Settings::key())?.unwrap_or_default(),
            used: shelf.load(&Used::key())?.unwrap_or_default(),
            contacts: shelf.load(&record::Contact::key())?.unwrap_or_default(),
            shelf,
            account,
            contexts: Contexts::new(engine.options.clone(), engine.network.clone(), engine.closing.clone()),
            rooms: BTreeMap::new(),
            inviter: None,
            looks: Vec::new(),
            next_look: 0,
            waits: Vec::new(),
            searches: VecDeque::new(),
            looking: Looking::default(),
            stale_doors: true,
            doubted: false,
            corroborated: false,
            seen_ms: 0,
            settling: None,
            settle_by_ms: turn.now_ms + SETTLE_MS,
        };
        home.keep_account();
        home.contexts.start(turn, ContextId::ACCOUNT, &home.account.transport, &home.account.bound);
        home.load_inviter()?;
        home.load_rooms(turn, rewound)?;
        home.compare_time(turn)?;
        home.keep_rooms();
        // A profile that was just made, or a renewed device, is on the disk before anything else happens.
        home.shelf.commit()?;
        if rewound {
            home.shelf.caught_up()?;
        }
        Ok(home)
    }

    /// Keeps the account's keys and addresses.
    pub fn keep_account(&mut self) {
        let keys = self.account.keys();
        self.shelf.save(account_key(), SlotId::PROFILE, &keys);
    }

    /// Who is told once every listener is bound or refused.
    pub fn settle(&mut self, asker: Asker) {
        self.settling = Some(asker);
    }

    /// Whether somebody still waits for the listeners.
    pub const fn settling(&self) -> bool {
        self.settling.is_some()
    }

    /// When waiting for the listeners is over.
    pub fn settle_by_ms(&self) -> Option<u64> {
        self.settling.as_ref().map(|_| self.settle_by_ms)
    }

    /// Whether some listener is neither bound nor refused, and may still be.
    pub fn binding(&self, now_ms: u64) -> bool {
        !self.contexts.ready() && now_ms < self.settle_by_ms
    }

    /// When waiting for listeners is over in any case.
    pub const fn bound_by_ms(&self) -> u64 {
        self.settle_by_ms
    }

    /// Waits anew: a swarm was started.
    pub const fn bind_anew(&mut self, now_ms: u64) {
        self.settle_by_ms = now_ms + SETTLE_MS;
    }

    /// Takes the one who waits, where the listeners are bound or refused.
    pub fn settled(&mut self, now_ms: u64) -> Option<Asker> {
        if self.contexts.ready() || now_ms >= self.settle_by_ms { self.settling.take() } else { None }
    }

    /// A changed name is shown to contacts and in record rooms from now on.
    pub fn rename(&mut self, turn: &mut Turn, name: &Personal) {
        if self.me.name.0 == *name {
            return;
        }
        self.me.name = Text(name.clone());
        let rooms = self.rooms.values().filter(|room| room.persona.is_none() && room.joined());
        for room in rooms.map(|room| room.kept.room).collect::<Vec<_>>() {
            let order = net::room::OrderRequest::Name(name.clone());
            self.drive(turn, room, net::room::Input::Order(order));
            if let Some(held) = self.rooms.get_mut(&room) {
                held.kept.name = Text(name.clone());
                held.changed = true;
            }
        }
    }

    /// Stores what the turn still owes, and takes the swarms down.
    pub fn close(mut self: Box<Self>, turn: &mut Turn) {
        self.keep_rooms();
        if self.shelf.commit().is_err() {
            tracing::error!("Failed to store the last turn before locking");
        }
        for wait in std::mem::take(&mut self.waits) {
            turn.answer(wait.asker, Err(Code::Locked.into()));
        }
        self.contexts.end_all();
    }
}
