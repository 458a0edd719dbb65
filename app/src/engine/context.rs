//! Contexts: one swarm for the account, one for each pseudonymous room, with nothing in common.

use crypto::secret::Key32;

use super::handle::Options;
use super::turn::Turn;

/// Names a context while the profile is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ContextId(pub u32);

impl ContextId {
    /// The account's: contacts, direct and record rooms.
    pub const ACCOUNT: Self = Self(0);
}

/// What a swarm tells.
pub type Inbound = ();

/// All swarms.
pub struct Contexts {
    _options: Options,
    _network: tokio::runtime::Handle,
}

impl Contexts {
    /// None yet.
    pub const fn new(options: Options, network: tokio::runtime::Handle) -> Self {
        Self { _options: options, _network: network }
    }

    /// Brings a context's swarm up.
    pub fn start(&mut self, _turn: &mut Turn, _id: ContextId, _transport: &Key32, _bound: &[String]) {}

    /// Whether every listener is bound or refused.
    pub const fn ready(&self) -> bool {
        true
    }

    /// What others can dial, over all contexts of the person's own.
    pub fn addresses(&self) -> Vec<String> {
        Vec::new()
    }

    /// Takes all swarms down.
    pub fn stop(&mut self) {}
}
