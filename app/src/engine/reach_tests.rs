//! What a swarm tells makes the state that a person is shown.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop at the first surprise")]

use super::*;

fn told(events: Vec<SwarmEvent>) -> Ways {
    let mut ways = Ways::default();
    assert!(events.iter().all(|event| ways.take(event)));
    ways
}

fn relayed() -> SwarmEvent {
    SwarmEvent::Relayed { address: "/p2p/R/p2p-circuit/p2p/D".into(), relay: "R".into() }
}

#[test]
fn a_node_is_needed_only_while_somebody_is_missed_and_nothing_leads_here() {
    let none = told(vec![]);
    assert_eq!(none.reach(false, false), Reach::Untried);
    assert_eq!(none.reach(false, true), Reach::NodeNeeded);
    assert_eq!(none.reach(true, true), Reach::Untried, "a public address: they are away");
    assert_eq!(told(vec![SwarmEvent::Reached]).reach(false, true), Reach::Open);
    let outside = || SwarmEvent::Outside { address: "/ip4/1.1.1.1/tcp/1".into() };
    assert_eq!(told(vec![outside()]).reach(false, true), Reach::Open);
    let gone = SwarmEvent::OutsideGone { address: "/ip4/1.1.1.1/tcp/1".into() };
    assert_eq!(told(vec![outside(), gone]).reach(false, true), Reach::NodeNeeded);
}

#[test]
fn a_circuit_counts_while_it_lasts() {
    let ways = told(vec![relayed()]);
    assert_eq!(ways.reach(false, true), Reach::Relayed);
    assert!(ways.leads_through("R") && !ways.leads_through("D"));
    let gone = SwarmEvent::RelayGone { address: "/p2p/R/p2p-circuit/p2p/D".into() };
    assert_eq!(told(vec![relayed(), gone]).reach(false, true), Reach::NodeNeeded);
    assert!(!Ways::default().take(&SwarmEvent::Ready));
}
