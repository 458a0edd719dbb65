//! The signatures of a batch, checked on all cores at once. An entry's signature depends on its device's key alone,
//! and that is bound to the device's id: what was found holds whatever else the batch changes.
//!
//! Absent on purpose: batch verification, which takes signatures with a small-order part by chance; with such a one
//! somebody could show two histories.

use std::num::NonZero;
use std::thread;

use crypto::identity::Certificate;

use crate::wire::SignedEntry;

/// Fewer than these aren't worth a thread.
const LEAST_A_THREAD: usize = 24;
const MOST_THREADS: usize = 8;

/// Whether each entry was signed by the device of its certificate; `None` where there is no certificate.
pub(super) fn signed(entries: &[(SignedEntry, Option<Certificate>)]) -> Vec<Option<bool>> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get).min(MOST_THREADS);
    let share = entries.len().div_ceil(threads).max(LEAST_A_THREAD);
    let mut shares = entries.chunks(share);
    let first = shares.next().unwrap_or_default();
    thread::scope(|scope| {
        let others: Vec<_> = shares
            .map(|share| {
                let spawned = thread::Builder::new().name("signatures".into()).spawn_scoped(scope, || check(share));
                // A system that has no thread to give checks on this one.
                spawned.map_or_else(|_| Share::Here(share), Share::Elsewhere)
            })
            .collect();
        let mut found = check(first);
        others.into_iter().for_each(|share| found.extend(share.found()));
        found
    })
}

enum Share<'scope, 'a> {
    Here(&'a [(SignedEntry, Option<Certificate>)]),
    Elsewhere(thread::ScopedJoinHandle<'scope, Vec<Option<bool>>>),
}

impl Share<'_, '_> {
    fn found(self) -> Vec<Option<bool>> {
        match self {
            Self::Here(entries) => check(entries),
            Self::Elsewhere(handle) => handle.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)),
        }
    }
}

fn check(entries: &[(SignedEntry, Option<Certificate>)]) -> Vec<Option<bool>> {
    entries.iter().map(|(entry, certificate)| Some(entry.verify(certificate.as_ref()?))).collect()
}

#[cfg(test)]
#[path = "checking_tests.rs"]
mod tests;
