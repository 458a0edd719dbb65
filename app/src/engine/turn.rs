//! One turn of the engine: what its inputs changed, gathered so that all of it is stored at once, and only then sent,
//! told and answered.

use tokio::sync::oneshot;

use super::command::Outcome;
use super::context::{ContextId, Events};
use super::event::Event;

/// Where an answer goes.
pub type Asker = oneshot::Sender<Outcome>;

/// What leaves through a link once the turn is stored.
#[derive(Debug)]
pub enum Outgoing {
    /// A frame.
    Send(Vec<u8>),
    /// Nothing more: the link ends.
    Close,
}

/// Gathers the effects of a turn. Nothing in here has happened yet.
#[derive(Default)]
pub struct Turn {
    /// Unix milliseconds.
    pub now_ms: u64,
    /// In the order in which they must leave.
    pub outgoing: Vec<(ContextId, net::link::LinkId, Outgoing)>,
    /// For every face.
    pub events: Vec<Event>,
    /// Answers that wait for the writes.
    pub answers: Vec<(Asker, Outcome)>,
    /// Swarms that were started.
    pub started: Vec<(ContextId, Events)>,
    /// Contexts to take down once everything has left.
    pub ending: Vec<ContextId>,
    /// Whether anything that the window draws has changed.
    pub stale: Stale,
}

/// Parts of the snapshot to draw anew.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Stale {
    /// Profile, settings, network.
    pub profile: bool,
    /// The list of rooms, and knocks.
    pub rooms: bool,
    /// The list of contacts.
    pub contacts: bool,
    /// The open room's messages or members.
    pub open: bool,
}

impl Stale {
    /// Everything.
    pub const ALL: Self = Self { profile: true, rooms: true, contacts: true, open: true };

    /// Whether there is anything to draw anew.
    pub fn any(self) -> bool {
        self != Self::default()
    }
}

impl Turn {
    /// Tells every face.
    pub fn tell(&mut self, event: Event) {
        self.events.push(event);
    }

    /// Answers once the turn is stored.
    pub fn answer(&mut self, asker: Asker, outcome: Outcome) {
        self.answers.push((asker, outcome));
    }
}
