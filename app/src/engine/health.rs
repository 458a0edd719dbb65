//! How the engine fares: uptime, peers, store size, queues, last error codes.

use serde::Serialize;

/// `health.get`
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct HealthView {
    /// Since the engine started.
    pub uptime_ms: u64,
}
