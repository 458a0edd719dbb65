//! Whether others can reach this device in one context, and by which ways beside its own ports.
//!
//! Absent on purpose: sockets and routers (they are the swarm's), and whom a way may be told to, which is for `doors`.

use std::collections::BTreeMap;

use net::swarm::SwarmEvent;
use serde::Serialize;

/// How people on other networks can reach this device.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reach {
    /// Nobody has come from another network yet, and nobody is missed.
    #[default]
    Untried,
    /// Directly: somebody came, or the router lets them in.
    Open,
    /// A member whom both know passes connections on.
    Relayed,
    /// Not at all, and somebody is out of reach: unless they are just away, a node is needed, or a member who can be
    /// reached.
    NodeNeeded,
}

/// What one swarm has told.
#[derive(Debug, Default)]
pub struct Ways {
    reached: bool,
    /// Addresses that the router lets in.
    pub outside: Vec<String>,
    /// Circuits, and the transport identity of who passes them on.
    pub circuits: BTreeMap<String, String>,
}

impl Ways {
    /// Takes in what a swarm told; `false` where it is about something else.
    pub fn take(&mut self, event: &SwarmEvent) -> bool {
        match event {
            SwarmEvent::Reached => self.reached = true,
            SwarmEvent::Outside { address } if !self.outside.contains(address) => self.outside.push(address.clone()),
            SwarmEvent::OutsideGone { address } => self.outside.retain(|held| held != address),
            SwarmEvent::Relayed { address, relay } => {
                self.circuits.insert(address.clone(), relay.clone());
            }
            SwarmEvent::RelayGone { address } => {
                self.circuits.remove(address);
            }
            _ => return false,
        }
        true
    }

    /// Whether a peer passes connections on to us.
    pub fn leads_through(&self, transport: &str) -> bool {
        self.circuits.values().any(|relay| relay == transport)
    }

    /// What this amounts to, where `missing` says that somebody was looked for in vain.
    pub fn reach(&self, global: bool, missing: bool) -> Reach {
        if self.reached || !self.outside.is_empty() {
            Reach::Open
        } else if !self.circuits.is_empty() {
            Reach::Relayed
        } else if missing && !global {
            Reach::NodeNeeded
        } else {
            Reach::Untried
        }
    }
}

#[cfg(test)]
#[path = "reach_tests.rs"]
mod tests;
