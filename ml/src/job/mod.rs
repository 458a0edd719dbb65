//! Long work on a thread of its own: how far it is, when it must end, and how it is stopped. Knows nothing of models.
//!
//! Work asks its [`Watch`] between steps; nothing is ever stopped in the middle of one.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread::JoinHandle;
use std::time::Instant;

use crate::Error;

#[derive(Debug, Default)]
struct Shared {
    cancelled: AtomicBool,
    done: AtomicU32,
    steps: AtomicU32,
}

/// What work is watched through; clones share it.
#[derive(Debug, Clone, Default)]
pub struct Watch {
    shared: Arc<Shared>,
    deadline: Option<Instant>,
}

/// How far work is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Steps that are done.
    pub done: u32,
    /// Steps known so far; 0 where nothing is known yet.
    pub steps: u32,
}

impl Watch {
    /// A watch that never stops by itself.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A watch that stops at `deadline`.
    #[must_use]
    pub fn until(deadline: Instant) -> Self {
        Self { deadline: Some(deadline), ..Self::default() }
    }

    /// Asks the work to stop at its next step.
    pub fn cancel(&self) {
        self.shared.cancelled.store(true, Ordering::Relaxed);
    }

    /// Adds steps to what is to be done.
    pub fn expect(&self, steps: u32) {
        self.shared.steps.fetch_add(steps, Ordering::Relaxed);
    }

    /// Called by the work before each step.
    ///
    /// # Errors
    /// [`Error::Cancelled`] or [`Error::Late`]: the work has to end.
    pub fn step(&self) -> Result<(), Error> {
        if self.shared.cancelled.load(Ordering::Relaxed) {
            return Err(Error::Cancelled);
        }
        if self.deadline.is_some_and(|deadline| Instant::now() >= deadline) {
            return Err(Error::Late);
        }
        self.shared.done.fetch_add(1, Ordering::Relaxed);
        Ok(())
    }

    /// How far the work is.
    #[must_use]
    pub fn progress(&self) -> Progress {
        let load = |counter: &AtomicU32| counter.load(Ordering::Relaxed);
        Progress { done: load(&self.shared.done), steps: load(&self.shared.steps) }
    }
}

/// Work on a thread of its own. Dropping it asks the work to stop, and waits for that.
#[derive(Debug)]
pub struct Job<T> {
    watch: Watch,
    thread: Option<JoinHandle<Result<T, Error>>>,
}

impl<T: Send + 'static> Job<T> {
    /// Starts `work` under `watch` on a thread of that name.
    ///
    /// # Errors
    /// [`Error::Work`] where the operating system gives no thread.
    pub fn start(
        name: &str,
        watch: Watch,
        work: impl FnOnce(&Watch) -> Result<T, Error> + Send + 'static,
    ) -> Result<Self, Error> {
        let inner = watch.clone();
        let thread = std::thread::Builder::new()
            .name(name.to_owned())
            .spawn(move || work(&inner))
            .map_err(|_| Error::Work("the system gives no thread"))?;
        Ok(Self { watch, thread: Some(thread) })
    }

    /// What the work is watched through.
    #[must_use]
    pub const fn watch(&self) -> &Watch {
        &self.watch
    }

    /// Whether the work has ended.
    #[must_use]
    pub fn ended(&self) -> bool {
        self.thread.as_ref().is_none_or(JoinHandle::is_finished)
    }

    /// Waits for the result.
    ///
    /// # Errors
    /// The work's own, or [`Error::Work`] where it ended by a fault.
    pub fn wait(mut self) -> Result<T, Error> {
        match self.thread.take().map(JoinHandle::join) {
            Some(Ok(found)) => found,
            _ => Err(Error::Work("it ended by a fault")),
        }
    }
}

impl<T> Drop for Job<T> {
    fn drop(&mut self) {
        if let Some(thread) = self.thread.take() {
            self.watch.cancel();
            let _ = thread.join();
        }
    }
}

#[cfg(test)]
#[path = "job_tests.rs"]
mod tests;
