//! How the engine fares: uptime, peers, store size, queues, last error codes. Figures only.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::store::Store as _;

use super::phase::Phase;
use super::run::Engine;
use super::snapshot::ProfileState;

/// `health.get`
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct HealthView {
    /// Since the engine started.
    pub uptime_ms: u64,
    /// Where the profile stands.
    pub state: ProfileState,
    /// Authenticated links.
    pub peers: usize,
    /// Bound listeners.
    pub listeners: usize,
    /// Bytes of the store on disk; 0 while locked.
    pub store_bytes: u64,
    /// Rooms held.
    pub rooms: usize,
    /// What waits, by queue.
    pub queues: BTreeMap<&'static str, usize>,
    /// Model packs, by state.
    pub packs: BTreeMap<&'static str, usize>,
    /// The newest codes that calls were refused with, oldest first.
    pub last_errors: Vec<&'static str>,
    /// The version of this program.
    pub version: &'static str,
}

impl Engine {
    pub(super) fn health(&self) -> HealthView {
        let mut view = HealthView {
            uptime_ms: u64::try_from(self.started.elapsed().as_millis()).unwrap_or(u64::MAX),
            state: self.phase.state(),
            queues: BTreeMap::from([("deferred_calls", self.deferred.len())]),
            last_errors: self.last_errors.iter().map(|code| code.as_str()).collect(),
            version: env!("CARGO_PKG_VERSION"),
            ..HealthView::default()
        };
        if let Phase::Open(_, home) = &self.phase {
            let network = home.network_view();
            view.peers = network.links;
            view.listeners = network.listeners;
            view.store_bytes = home.shelf.store().size_bytes();
            view.rooms = home.rooms.len();
            view.queues.insert("searches", home.searches.len());
            view.queues.insert("joins", home.waits.len());
        }
        view
    }
}
