//! One simulated device: its keys, its disk, its room machine and dialler, and what it has not yet stored.

use std::collections::{BTreeMap, BTreeSet};

use crypto::group::keys::KeyRow;
use crypto::id::{DeviceId, MemberId, RoomId};
use crypto::identity::{Certificate, DeviceKey, PersonaKey};
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

use super::disk::Disk;
use super::fault::SimKeys;
use super::links::PeerIndex;
use crate::link::Dialer;
use crate::room::{Event, Identity, Outputs, Room, Write};

/// Where a peer stands with the room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Knows nothing of it.
    Outside,
    /// Asks to be admitted.
    Knocking,
    /// Holds a machine, or rows to load one from.
    Inside,
}

/// One simulated device. What lies in `disk`, `ledger` and the identity survives a crash.
pub struct Peer<K: SimKeys> {
    /// Its place in the world.
    pub index: PeerIndex,
    /// Its keys.
    pub identity: Identity,
    /// Where it is dialled.
    pub address: String,
    /// What it stored.
    pub disk: Disk,
    /// Bundles for those it admitted, kept to answer again.
    pub ledger: BTreeMap<MemberId, Vec<u8>>,
    /// Where it stands with the room.
    pub stage: Stage,
    /// Whether it runs.
    pub up: bool,
    /// How often it was started.
    pub run: u64,
    /// The machine, while it runs and is inside.
    pub room: Option<Room<K>>,
    pub(super) key_package: Option<Vec<u8>>,
    pub(super) host: PeerIndex,
    pub(super) dialer: Dialer,
    pub(super) known: BTreeSet<DeviceId>,
    pub(super) staged: Vec<Outputs>,
    pub(super) flushing: bool,
    pub(super) wakes: BTreeSet<u64>,
    pub(super) dials_at: Option<u64>,
    pub(super) idle_ticks: u32,
    pub(super) rng: ChaCha8Rng,
    seed: u64,
}

impl<K: SimKeys> Peer<K> {
    pub(super) fn new(index: PeerIndex, seed: u64, now_ms: u64) -> Self {
        let mut rng = ChaCha8Rng::seed_from_u64(seed ^ (index as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let persona = PersonaKey::generate(&mut rng);
        let device = DeviceKey::generate(&mut rng);
        let certificate = Certificate::issue(&persona, &device, now_ms);
        Self {
            index,
            identity: Identity { persona: persona.public(), certificate, device },
            address: format!("/ip4/10.0.{}.{}/udp/4001/quic-v1", index / 250, index % 250 + 1),
            disk: Disk::default(),
            ledger: BTreeMap::new(),
            stage: Stage::Outside,
            up: true,
            run: 1,
            room: None,
            key_package: None,
            host: 0,
            dialer: Dialer::default(),
            known: BTreeSet::new(),
            staged: Vec::new(),
            flushing: false,
            wakes: BTreeSet::new(),
            dials_at: None,
            idle_ticks: 0,
            rng,
            seed,
        }
    }

    /// Its device.
    #[must_use]
    pub fn device(&self) -> DeviceId {
        self.identity.device.id()
    }

    /// Its member, once admitted.
    #[must_use]
    pub fn member(&self) -> MemberId {
        self.identity.certificate.member()
    }

    /// Seeds the group keys of this run: none draws what another drew.
    pub(super) fn key_seed(&self) -> u64 {
        self.seed.wrapping_add(self.run << 32)
    }

    /// Makes the joiner's keys and stores them, before anything is asked of anybody.
    pub(super) fn prepare(&mut self, room: RoomId) {
        if self.key_package.is_some() {
            return;
        }
        let mut keys = K::enter(room, &self.identity, self.key_seed());
        self.key_package = keys.key_package().ok();
        self.keep_rows(keys.take_rows());
    }

    fn keep_rows(&mut self, rows: Vec<KeyRow>) {
        for row in rows {
            self.disk.stage(&Write::Key(row));
        }
        self.disk.sync();
    }

    /// Whether an admission of that member waits to be stored.
    pub(super) fn admits(&self, member: MemberId) -> bool {
        let events = self.staged.iter().flat_map(|outputs| &outputs.events);
        events.into_iter().any(|event| matches!(event, Event::Admission { to, .. } if *to == member))
    }

    /// Stops at once: memory is gone.
    pub(super) fn stop(&mut self) {
        self.disk.crash();
        self.up = false;
        self.run += 1;
        self.room = None;
        self.staged.clear();
        self.flushing = false;
        self.dialer = Dialer::default();
        self.known.clear();
        self.wakes.clear();
        self.dials_at = None;
        self.idle_ticks = 0;
        if self.stage == Stage::Inside && self.disk.state_rows().is_empty() {
            // What it was handed was not stored yet: it asks again.
            self.stage = Stage::Knocking;
        }
    }
}
