//! How peers of a world find each other again: each runs the real dialler over the links' truth.

#![expect(clippy::indexing_slicing, reason = "the world indexes its own peers")]

use std::collections::BTreeSet;

use rand::RngExt;

use super::{Due, World};
use crate::link::dialer::Input as DialerInput;
use crate::link::{Dial, DoorId, LinkId, Target};
use crate::room::{Input, Room, Standing};
use crate::sim::fault::SimKeys;
use crate::sim::links::PeerIndex;
use crypto::id::DeviceId;

/// How long a dial takes to fail where nothing answers.
const UNANSWERED_MS: u64 = 5_000;

/// Whether a room's doors stay open: as long as one is a member, or hasn't told anybody that one left.
fn is_reachable<K: SimKeys>(room: &Room<K>) -> bool {
    match room.standing() {
        Standing::Present => true,
        Standing::Left => !room.told(),
        Standing::Removed => false,
    }
}

fn target(device: DeviceId) -> Target {
    Target { door: DoorId(1), device: Some(device) }
}

impl<K: SimKeys> World<K> {
    /// Tells a peer's dialler whom its room lists now.
    pub(super) fn refresh_targets(&mut self, peer: PeerIndex) {
        let at = &self.peers[peer];
        let Some(room) = &at.room else { return };
        let wanted: BTreeSet<DeviceId> = if is_reachable(room) { room.peers().collect() } else { BTreeSet::new() };
        let known = std::mem::replace(&mut self.peers[peer].known, wanted.clone());
        for device in known.difference(&wanted) {
            self.tell_dialer(peer, DialerInput::Forget { target: target(*device) });
        }
        for device in wanted.difference(&known) {
            let Some(other) = self.index_of(*device) else { continue };
            let addresses = vec![self.peers[other].address.clone()];
            self.tell_dialer(peer, DialerInput::Know { target: target(*device), addresses });
            if self.open_link(peer, other).is_some() {
                self.tell_dialer(peer, DialerInput::Up { target: target(*device) });
            }
        }
    }

    fn open_link(&self, peer: PeerIndex, other: PeerIndex) -> Option<LinkId> {
        self.links.open_between(peer, other)
    }

    pub(super) fn lost(&mut self, peer: PeerIndex, remote: PeerIndex) {
        if self.open_link(peer, remote).is_none() {
            let device = self.peers[remote].device();
            self.tell_dialer(peer, DialerInput::Down { target: target(device) });
        }
    }

    pub(super) fn dialer_wakes(&mut self, peer: PeerIndex) {
        self.peers[peer].dials_at = None;
        self.tell_dialer(peer, DialerInput::Tick);
    }

    fn tell_dialer(&mut self, peer: PeerIndex, input: DialerInput) {
        let now = self.clock.now_ms();
        let at = &mut self.peers[peer];
        let run = at.run;
        let dials = at.dialer.handle(now, &mut at.rng, input);
        if let Some(due) = at.dialer.next_timeout().map(|due| due.max(now))
            && at.dials_at.is_none_or(|planned| planned > due)
        {
            at.dials_at = Some(due);
            self.clock.at(due, Due::DialerWake { peer, run });
        }
        for dial in dials {
            self.try_dial(peer, run, dial);
        }
    }

    fn try_dial(&mut self, peer: PeerIndex, run: u64, dial: Dial) {
        let other = dial.target.device.and_then(|device| self.index_of(device));
        let shape = self.nature.shape;
        let answered = other.is_some_and(|other| self.links.reachable(peer, other));
        if answered {
            // Two round trips: the connection and the handshake inside.
            let pause = 4 * shape.latency_ms + self.rng.random_range(0..=shape.jitter_ms);
            self.clock.after(pause, Due::Dialled { peer, run, dial });
        } else {
            self.clock.after(UNANSWERED_MS, Due::DialFailed { peer, run, dial });
        }
    }

    pub(super) fn dial_failed(&mut self, peer: PeerIndex, dial: Dial) {
        self.tell_dialer(peer, DialerInput::Failed { target: dial.target, address: dial.address });
    }

    pub(super) fn dialled(&mut self, peer: PeerIndex, dial: &Dial) {
        let other = dial.target.device.and_then(|device| self.index_of(device));
        let Some(other) = other.filter(|other| self.opens_door(peer, *other)) else {
            self.dial_failed(peer, dial.clone());
            return;
        };
        let ([mine, theirs], replaced) = self.links.connect(peer, other);
        for link in replaced {
            self.notice(link);
        }
        for (at, link, of) in [(peer, mine, other), (other, theirs, peer)] {
            let certificate = self.peers[of].identity.certificate.clone();
            let device = certificate.device();
            let _ = self.input(at, Input::LinkUp { link, certificate });
            self.tell_dialer(at, DialerInput::Up { target: target(device) });
            self.repeat(of, at, link);
        }
    }

    /// Whether two peers reach each other and share a link secret.
    fn opens_door(&self, peer: PeerIndex, other: PeerIndex) -> bool {
        let (Some(mine), Some(theirs)) = (&self.peers[peer].room, &self.peers[other].room) else { return false };
        let shared = |secret| theirs.link_secrets().any(|their| secret == their);
        is_reachable(mine)
            && is_reachable(theirs)
            && self.links.reachable(peer, other)
            && mine.link_secrets().any(shared)
    }

    /// The other end of a new link says again what it said on an earlier one.
    fn repeat(&mut self, from: PeerIndex, to: PeerIndex, link: LinkId) {
        if self.rng.random_range(0..100) >= self.nature.repeats_percent {
            return;
        }
        let matching = self.said.iter().filter(|(by, at, _)| (*by, *at) == (from, to));
        let again: Vec<Vec<u8>> = matching.map(|(_, _, bytes)| bytes.clone()).take(3).collect();
        for bytes in again {
            let pause = self.rng.random_range(0..=500);
            self.clock.after(pause, Due::Arrive { link, bytes });
        }
    }
}
