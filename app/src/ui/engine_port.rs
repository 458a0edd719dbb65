//! The window's [`Port`] onto the running engine.

use std::collections::VecDeque;
use std::sync::Arc;

use tokio::sync::{broadcast, watch};

use super::port::{Busy, Port, Ticket, Waker};
use crate::engine::command::{Command, Outcome};
use crate::engine::event::Event;
use crate::engine::handle::{self, EngineHandle};
use crate::engine::snapshot::Snapshot;

/// A handle with the answers not fetched yet.
pub(super) struct EnginePort {
    handle: EngineHandle,
    events: broadcast::Receiver<Event>,
    snapshots: watch::Receiver<Arc<Snapshot>>,
    asked: VecDeque<(Ticket, handle::Ticket)>,
    next: u64,
}

impl EnginePort {
    pub fn new(handle: EngineHandle) -> Self {
        let (events, snapshots) = (handle.events(), handle.snapshot());
        Self { handle, events, snapshots, asked: VecDeque::new(), next: 0 }
    }
}

impl Port for EnginePort {
    fn send(&mut self, command: Command) -> Result<Ticket, Busy> {
        let claim = self.handle.try_send(command).map_err(|_| Busy)?;
        self.next += 1;
        self.asked.push_back((Ticket(self.next), claim));
        Ok(Ticket(self.next))
    }

    fn snapshot(&mut self) -> Arc<Snapshot> {
        Arc::clone(&self.snapshots.borrow_and_update())
    }

    fn next_event(&mut self) -> Option<Event> {
        loop {
            match self.events.try_recv() {
                Ok(event) => return Some(event),
                // The snapshot holds all that matters; only passing notices were missed.
                Err(broadcast::error::TryRecvError::Lagged(_)) => {}
                Err(_) => return None,
            }
        }
    }

    fn next_answer(&mut self) -> Option<(Ticket, Outcome)> {
        for at in 0..self.asked.len() {
            let outcome = self.asked.get_mut(at).and_then(|(_, claim)| claim.try_take());
            if let Some(outcome) = outcome {
                return self.asked.remove(at).map(|(ticket, _)| (ticket, outcome));
            }
        }
        None
    }

    fn set_waker(&mut self, waker: Waker) {
        self.handle.set_waker(move || waker());
    }
}
