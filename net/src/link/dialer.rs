//! When to dial whom: back-off after a loss, one address after the other, hints from the local network. Sans-IO.
//!
//! A [`Target`] is somebody to be linked with behind one door. While it is down, *rounds* go through its addresses, QUIC
//! first, the next one as soon as one failed or [`STAGGER_MS`] went by; between rounds lies a pause that grows from a
//! quarter of a second to four, and to thirty once ten minutes went by without success. A hint (mDNS) is tried once for
//! each target that is down; that a hint vanishes says nothing.
//!
//! The jitter comes from the random numbers passed in. Output is ordered by target, so a run can be replayed.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crypto::id::DeviceId;
use rand::Rng;

use super::DoorId;
use super::address::Address;

/// At most so many addresses of one target are kept.
pub const MAX_ADDRESSES: usize = 16;
/// At most so many hints from the local network are kept.
pub const MAX_HINTS: usize = 32;
/// At most so many targets are dialled on one hint: one connection can try no more doors.
pub const MAX_TARGETS_PER_HINT: usize = 16;
/// The next address of a round is tried after this pause, even if the one before is still being tried (RFC 8305).
pub const STAGGER_MS: u64 = 250;

const PAUSES_MS: [u64; 6] = [250, 500, 1_000, 2_000, 3_000, 4_000];
const LATE_PAUSE_MS: u64 = 30_000;
const LATE_AFTER_MS: u64 = 10 * 60_000;
/// A round ends at the latest now, should a dial never be answered.
const ROUND_MS: u64 = 20_000;
/// After so many rounds somebody counts as out of reach.
const ROUNDS_IN_VAIN: usize = 3;
const HINT_LIVES_MS: u64 = 6 * 60_000;
const HINT_REST_MS: u64 = 30_000;

/// Somebody to be linked with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Target {
    /// The door to be opened.
    pub door: DoorId,
    /// The device behind it; `None` for whoever answers, as with an invite.
    pub device: Option<DeviceId>,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// The target is wanted, at these addresses (what cannot be dialled is dropped, and all above [`MAX_ADDRESSES`]).
    /// Addresses of a target known before are replaced; a new one is tried at once.
    Know {
        /// Whom.
        target: Target,
        /// Where, as multiaddr text.
        addresses: Vec<String>,
    },
    /// The target is no longer wanted.
    Forget {
        /// Whom.
        target: Target,
    },
    /// A link to the target is up, whoever dialled.
    Up {
        /// Whom.
        target: Target,
    },
    /// The last link to the target went down.
    Down {
        /// Whom.
        target: Target,
    },
    /// Dialling failed, or the door did not open there.
    Failed {
        /// Whom.
        target: Target,
        /// Where, as given in [`Dial`].
        address: String,
    },
    /// Somebody of our kind is on the local network.
    Discovered {
        /// Where.
        address: String,
    },
    /// The machine woke up, or its network changed: everything is tried anew.
    Wake,
    /// Time went by.
    Tick,
}

/// What to dial now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dial {
    /// Whom.
    pub target: Target,
    /// Where, as multiaddr text.
    pub address: String,
}

#[derive(Debug)]
enum Phase {
    Up,
    /// Nothing to dial at.
    Idle,
    Pausing {
        until: u64,
    },
    Trying {
        left: VecDeque<Address>,
        running: BTreeSet<Address>,
        next_at: u64,
        ends_at: u64,
    },
}

#[derive(Debug)]
struct Peer {
    addresses: Vec<Address>,
    phase: Phase,
    failures: usize,
    down_since: u64,
}

#[derive(Debug)]
struct Hint {
    seen_at: u64,
    tried: BTreeSet<Target>,
}

/// The machine; see the module.
#[derive(Debug, Default)]
pub struct Dialer {
    peers: BTreeMap<Target, Peer>,
    hints: BTreeMap<Address, Hint>,
}

impl Dialer {
    /// Takes what happened and tells what to dial now.
    #[must_use]
    pub fn handle(&mut self, now_ms: u64, rng: &mut (impl Rng + ?Sized), input: Input) -> Vec<Dial> {
        let mut dials = Vec::new();
        match input {
            Input::Know { target, addresses } => self.know(now_ms, target, &addresses),
            Input::Forget { target } => {
                self.peers.remove(&target);
                for hint in self.hints.values_mut() {
                    hint.tried.remove(&target);
                }
            }
            Input::Up { target } => {
                if let Some(peer) = self.peers.get_mut(&target) {
                    peer.phase = Phase::Up;
                    peer.failures = 0;
                }
            }
            Input::Down { target } => self.down(now_ms, rng, target),
            Input::Failed { target, address } => self.failed(now_ms, target, &address),
            Input::Discovered { address } => self.discovered(now_ms, &address, &mut dials),
            Input::Wake => self.wake(now_ms),
            Input::Tick => {}
        }
        self.advance(now_ms, rng, &mut dials);
        dials
    }

    /// When [`Input::Tick`] is due; `None` while nothing is.
    #[must_use]
    pub fn next_timeout(&self) -> Option<u64> {
        self.peers.values().filter_map(Peer::next_timeout).min()
    }

    /// Whether the target is known and down.
    #[must_use]
    pub fn wants(&self, target: Target) -> bool {
        self.peers.get(&target).is_some_and(|peer| !matches!(peer.phase, Phase::Up))
    }

    /// Whether somebody was looked for in vain, in round after round or for want of an address.
    #[must_use]
    pub fn in_vain(&self) -> bool {
        self.peers.values().any(|peer| match peer.phase {
            Phase::Up => false,
            Phase::Idle => true,
            Phase::Pausing { .. } | Phase::Trying { .. } => peer.failures >= ROUNDS_IN_VAIN,
        })
    }

    /// Everybody who is wanted, in order.
    pub fn targets(&self) -> impl Iterator<Item = Target> + '_ {
        self.peers.keys().copied()
    }

    fn know(&mut self, now_ms: u64, target: Target, addresses: &[String]) {
        let addresses = readable(addresses);
        let new = Peer { addresses: Vec::new(), phase: Phase::Idle, failures: 0, down_since: now_ms };
        let peer = self.peers.entry(target).or_insert(new);
        let fresh = addresses.iter().any(|address| !peer.addresses.contains(address));
        peer.addresses = addresses;
        if !matches!(peer.phase, Phase::Up) && (fresh || matches!(peer.phase, Phase::Idle)) {
            peer.failures = 0;
            peer.down_since = now_ms;
            let hints = untried(&mut self.hints, target, now_ms);
            peer.begin(now_ms, hints);
        }
    }

    fn down(&mut self, now_ms: u64, rng: &mut (impl Rng + ?Sized), target: Target) {
        let Some(peer) = self.peers.get_mut(&target) else { return };
        if matches!(peer.phase, Phase::Up) {
            peer.failures = 0;
            peer.down_since = now_ms;
            peer.pause(now_ms, rng);
        }
    }

    fn failed(&mut self, now_ms: u64, target: Target, address: &str) {
        let (Some(peer), Ok(address)) = (self.peers.get_mut(&target), address.parse()) else { return };
        if let Phase::Trying { running, next_at, .. } = &mut peer.phase
            && running.remove(&address)
        {
            *next_at = now_ms;
        }
    }

    fn discovered(&mut self, now_ms: u64, address: &str, dials: &mut Vec<Dial>) {
        let Some(address) = address.parse::<Address>().ok().filter(Address::is_dialable) else { return };
        self.hints.retain(|_, hint| now_ms.saturating_sub(hint.seen_at) < HINT_LIVES_MS);
        if self.hints.get(&address).is_some_and(|hint| now_ms.saturating_sub(hint.seen_at) < HINT_REST_MS) {
            return;
        }
        if self.hints.len() >= MAX_HINTS
            && let Some(oldest) = self.hints.iter().min_by_key(|(_, hint)| hint.seen_at).map(|(at, _)| at.clone())
        {
            self.hints.remove(&oldest);
        }
        let mut tried = BTreeSet::new();
        for (target, peer) in self.peers.iter_mut().rev().filter(|(_, peer)| peer.takes_hint(&address)) {
            if tried.len() == MAX_TARGETS_PER_HINT {
                break;
            }
            tried.insert(*target);
            if let Phase::Trying { running, .. } = &mut peer.phase {
                running.insert(address.clone());
            }
        }
        dials.extend(tried.iter().map(|target| Dial { target: *target, address: address.to_string() }));
        self.hints.insert(address, Hint { seen_at: now_ms, tried });
    }

    fn wake(&mut self, now_ms: u64) {
        for (target, peer) in &mut self.peers {
            if !matches!(peer.phase, Phase::Up) {
                peer.failures = 0;
                peer.down_since = now_ms;
                let hints = untried(&mut self.hints, *target, now_ms);
                peer.begin(now_ms, hints);
            }
        }
    }

    fn advance(&mut self, now_ms: u64, rng: &mut (impl Rng + ?Sized), dials: &mut Vec<Dial>) {
        for (target, peer) in &mut self.peers {
            if matches!(peer.phase, Phase::Pausing { until } if until <= now_ms) {
                let hints = untried(&mut self.hints, *target, now_ms);
                peer.begin(now_ms, hints);
            }
            while let Some(address) = peer.take_due(now_ms) {
                dials.push(Dial { target: *target, address: address.to_string() });
            }
            if peer.round_is_over(now_ms) {
                peer.failures = peer.failures.saturating_add(1);
                peer.pause(now_ms, rng);
            }
        }
    }
}

impl Peer {
    fn next_timeout(&self) -> Option<u64> {
        match &self.phase {
            Phase::Up | Phase::Idle => None,
            Phase::Pausing { until } => Some(*until),
            Phase::Trying { left, next_at, ends_at, .. } => Some(if left.is_empty() { *ends_at } else { *next_at }),
        }
    }

    /// A hint is worth a dial while the target is down and isn't being tried there anyway.
    fn takes_hint(&self, address: &Address) -> bool {
        match &self.phase {
            Phase::Up => false,
            Phase::Trying { left, running, .. } => !left.contains(address) && !running.contains(address),
            Phase::Idle | Phase::Pausing { .. } => true,
        }
    }

    fn begin(&mut self, now_ms: u64, hints: Vec<Address>) {
        let mut left: VecDeque<Address> = self.addresses.iter().cloned().collect();
        left.extend(hints.into_iter().filter(|hint| !self.addresses.contains(hint)));
        self.phase = if left.is_empty() {
            Phase::Idle
        } else {
            let ends_at = now_ms.saturating_add(ROUND_MS);
            Phase::Trying { left, running: BTreeSet::new(), next_at: now_ms, ends_at }
        };
    }

    fn take_due(&mut self, now_ms: u64) -> Option<Address> {
        let Phase::Trying { left, running, next_at, .. } = &mut self.phase else { return None };
        if *next_at > now_ms {
            return None;
        }
        let address = left.pop_front()?;
        *next_at = now_ms.saturating_add(STAGGER_MS);
        running.insert(address.clone());
        Some(address)
    }

    fn round_is_over(&self, now_ms: u64) -> bool {
        match &self.phase {
            Phase::Trying { left, running, ends_at, .. } => {
                (left.is_empty() && running.is_empty()) || *ends_at <= now_ms
            }
            _ => false,
        }
    }

    /// Between half of the pause and all of it, so that two sides that lost each other don't dial at one moment.
    fn pause(&mut self, now_ms: u64, rng: &mut (impl Rng + ?Sized)) {
        let late = now_ms.saturating_sub(self.down_since) >= LATE_AFTER_MS;
        let at = self.failures.saturating_sub(1);
        let pause = if late { LATE_PAUSE_MS } else { PAUSES_MS.get(at).copied().unwrap_or(4_000) };
        let half = pause / 2;
        let jitter = u64::from(rng.next_u32()) % half.saturating_add(1);
        self.phase = Phase::Pausing { until: now_ms.saturating_add(half).saturating_add(jitter) };
    }
}

/// Hints not tried for this target yet; they count as tried from now on.
fn untried(hints: &mut BTreeMap<Address, Hint>, target: Target, now_ms: u64) -> Vec<Address> {
    let live = hints.iter_mut().filter(|(_, hint)| now_ms.saturating_sub(hint.seen_at) < HINT_LIVES_MS);
    live.filter_map(|(address, hint)| hint.tried.insert(target).then(|| address.clone())).collect()
}

fn readable(addresses: &[String]) -> Vec<Address> {
    let mut addresses: Vec<Address> = addresses.iter().filter_map(|text| text.parse().ok()).collect();
    addresses.retain(Address::is_dialable);
    addresses.sort_by_key(|address| address.carrier);
    let mut seen = BTreeSet::new();
    addresses.retain(|address| seen.insert(address.clone()));
    addresses.truncate(MAX_ADDRESSES);
    addresses
}

#[cfg(test)]
#[path = "dialer_tests.rs"]
mod tests;
