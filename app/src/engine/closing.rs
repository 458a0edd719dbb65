//! Counts the swarms that are still saying goodbye, so that whoever opens the profile again finds the ports free.

use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

/// Longer than a swarm takes to end.
const PATIENCE: Duration = Duration::from_secs(4);

/// A count of endings, shared between the engine and its threads.
#[derive(Debug, Clone, Default)]
pub struct Closing(Arc<(Mutex<usize>, Condvar)>);

/// One ending; over when dropped.
#[derive(Debug)]
pub struct Ending(Closing);

impl Closing {
    /// One more swarm is ending.
    pub fn begin(&self) -> Ending {
        *self.0.0.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        Ending(self.clone())
    }

    /// Waits in a thread of one's own until none is ending.
    pub fn wait(&self) {
        let (count, over) = &*self.0;
        let count = count.lock().unwrap_or_else(PoisonError::into_inner);
        drop(over.wait_timeout_while(count, PATIENCE, |count| *count > 0));
    }
}

impl Drop for Ending {
    fn drop(&mut self) {
        let (count, over) = &*self.0.0;
        let mut count = count.lock().unwrap_or_else(PoisonError::into_inner);
        *count = count.saturating_sub(1);
        over.notify_all();
    }
}
