//! How peers come into the room: by founding it, or by knocking until a member admits them. What passes here stands for
//! the pre-membership stream, which is a machine of its own.

#![expect(clippy::indexing_slicing, reason = "the world indexes its own peers")]

use super::{Due, World};
use crate::room::charter::Retention;
use crate::room::{Founding, Input, JoinRequest, OrderRequest, Room};
use crate::sim::fault::SimKeys;
use crate::sim::links::PeerIndex;
use crate::sim::peer::Stage;
use crate::sim::step::Step;
use crate::wire::Role;
use crypto::secret::Personal;

const KNOCK_AGAIN_MS: u64 = 1_500;

impl<K: SimKeys> World<K> {
    /// Lets a peer make the room.
    pub fn found(&mut self, peer: PeerIndex, founding: Founding) {
        let now = self.clock.now_ms();
        let at = &mut self.peers[peer];
        let (identity, seed) = (at.identity.clone(), at.key_seed());
        let keys = |room| K::found(room, &identity, seed);
        let (room, outputs) = match Room::found(now, &mut at.rng, founding, identity.clone(), keys) {
            Ok(founded) => founded,
            Err(fault) => return self.note(Step::Broken { peer, what: format!("cannot found: {fault}") }),
        };
        self.room = Some(room.id());
        at.stage = Stage::Inside;
        at.room = Some(room);
        self.take(peer, outputs);
        self.start_machine(peer);
        self.note(Step::Entered { peer });
    }

    /// Lets a peer ask a member to be admitted, until it is.
    pub fn knock(&mut self, peer: PeerIndex, host: PeerIndex) {
        let Some(room) = self.room else { return };
        let at = &mut self.peers[peer];
        if at.stage != Stage::Outside || !at.up {
            return;
        }
        at.prepare(room);
        at.stage = Stage::Knocking;
        at.host = host;
        self.knock_again(peer, self.nature.shape.latency_ms);
    }

    pub(super) fn knock_again(&mut self, peer: PeerIndex, pause_ms: u64) {
        let run = self.peers[peer].run;
        self.clock.after(pause_ms, Due::Knock { peer, run });
    }

    pub(super) fn knocks(&mut self, peer: PeerIndex) {
        if self.peers[peer].stage != Stage::Knocking {
            return;
        }
        self.knock_again(peer, KNOCK_AGAIN_MS);
        let host = self.peers[peer].host;
        if !self.links.reachable(peer, host) || self.peers[host].room.is_none() {
            return;
        }
        let (member, run) = (self.peers[peer].member(), self.peers[peer].run);
        if let Some(bundle) = self.peers[host].ledger.get(&member).cloned() {
            let pause = 2 * self.nature.shape.latency_ms;
            self.clock.after(pause, Due::Handed { peer, run, bundle });
        } else if !self.peers[host].admits(member) {
            self.admit(peer, host);
        }
    }

    fn admit(&mut self, peer: PeerIndex, host: PeerIndex) {
        let at = &self.peers[peer];
        let Some(key_package) = at.key_package.clone() else { return };
        let certificate = at.identity.certificate.clone();
        let join =
            JoinRequest { certificate, key_package, name: Personal::from(format!("peer {peer}")), role: Role::Peer };
        if self.input(host, Input::Admit { join: Box::new(join), ticket: None }).is_err() {
            // Removed, or gone: whoever was a member may be asked next.
            let others = self.peers.iter().filter(|other| other.room.is_some() && other.index != host);
            if let Some(next) =
                others.map(|other| other.index).min_by_key(|next| (*next + self.peers.len() - host) % self.peers.len())
            {
                self.peers[peer].host = next;
            }
        }
    }

    pub(super) fn handed(&mut self, peer: PeerIndex, bundle: &[u8]) {
        let (Some(room), Stage::Knocking) = (self.room, self.peers[peer].stage) else { return };
        let now = self.clock.now_ms();
        let at = &mut self.peers[peer];
        let (identity, seed) = (at.identity.clone(), at.key_seed());
        let Ok(keys) = K::load(room, &identity, seed, at.disk.key_rows()) else { return };
        match Room::join(now, &mut at.rng, room, identity, bundle, keys) {
            Ok((machine, outputs)) => {
                at.room = Some(machine);
                at.stage = Stage::Inside;
                self.take(peer, outputs);
                self.start_machine(peer);
                self.note(Step::Entered { peer });
            }
            Err(fault) => self.note(Step::Broken { peer, what: format!("cannot join: {fault}") }),
        }
    }

    /// What the engine does with a machine it just got.
    pub(super) fn start_machine(&mut self, peer: PeerIndex) {
        let at = &self.peers[peer];
        let ephemeral = at.room.as_ref().is_some_and(|room| room.charter().retention == Retention::Ephemeral);
        let addresses = vec![at.address.clone()];
        if ephemeral {
            self.peers[peer].disk.be_ephemeral();
        }
        let _ = self.input(peer, Input::Addresses(addresses));
        self.refresh_targets(peer);
        self.schedule_wake(peer);
    }

    /// Lets a peer's person order something.
    ///
    /// # Errors
    /// What the machine answers.
    pub fn order(&mut self, peer: PeerIndex, order: OrderRequest) -> Result<(), crate::room::Refused> {
        self.input(peer, Input::Order(order)).map(drop)
    }
}
