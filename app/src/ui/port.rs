//! What the window needs of the engine, and nothing more, so that a test can stand in for it.
//!
//! Every call returns at once. Answers and events are fetched, never awaited; the waker tells when it is worth it.

use std::sync::Arc;

use crate::engine::command::{Command, Outcome};
use crate::engine::event::Event;
use crate::engine::snapshot::Snapshot;

/// Names a command until its answer comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ticket(pub u64);

/// The engine's queue is full; the person may try again at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Busy;

/// Called from any thread when there is something new.
pub type Waker = Arc<dyn Fn() + Send + Sync>;

/// The engine as the window sees it.
pub trait Port {
    /// Queues a command; never blocks.
    ///
    /// # Errors
    /// [`Busy`] where the queue is full.
    fn send(&mut self, command: Command) -> Result<Ticket, Busy>;

    /// The newest picture of everything.
    fn snapshot(&mut self) -> Arc<Snapshot>;

    /// The next one-off event not seen yet.
    fn next_event(&mut self) -> Option<Event>;

    /// The next answer not seen yet.
    fn next_answer(&mut self) -> Option<(Ticket, Outcome)>;

    /// Sets what to call when any of the above has something new.
    fn set_waker(&mut self, waker: Waker);
}
