//! Order within a link, full queues, and links that die.

#![allow(clippy::panic, reason = "a test may stop at the first surprise")]

use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

use super::*;

fn links() -> (Links, ChaCha8Rng) {
    let shape = Shape { latency_ms: 10, jitter_ms: 30, bytes_per_ms: 100, capacity_bytes: 5_000 };
    (Links::new(shape), ChaCha8Rng::seed_from_u64(1))
}

fn arrival(sending: Sending) -> (u64, LinkId) {
    match sending {
        Sending::Arrives { at_ms, link } => (at_ms, link),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_link_keeps_the_order_and_takes_its_time() {
    let (mut links, mut rng) = links();
    let ([a, b], replaced) = links.connect(0, 1);
    assert!(replaced.is_empty());
    let mut last = 0;
    for _ in 0..20 {
        let (at, end) = arrival(links.send(1_000, &mut rng, a, 200));
        assert_eq!(end, b);
        assert!(at >= 1_012 && at > last);
        last = at;
    }
    assert_eq!(links.last_arrival_ms(a), last);
    assert_eq!(links.carried_bytes(0), 4_000);
    assert_eq!((links.peer(b), links.remote(b)), (Some(1), Some(0)));
}

#[test]
fn a_full_queue_is_felt_until_it_drains() {
    let (mut links, mut rng) = links();
    let ([a, b], _) = links.connect(0, 1);
    arrival(links.send(0, &mut rng, a, 4_000));
    assert_eq!(links.send(0, &mut rng, a, 2_000), Sending::Full);
    assert_eq!(links.longest_queue_bytes(), 4_000);
    assert!(links.arrive(b, 4_000));
    arrival(links.send(0, &mut rng, a, 2_000));
}

#[test]
fn what_is_under_way_dies_with_the_link_and_each_end_learns_apart() {
    let (mut links, mut rng) = links();
    let ([a, b], _) = links.connect(0, 1);
    arrival(links.send(0, &mut rng, a, 100));
    assert_eq!(links.part(&[0, 1]), [a, b]);
    assert!(!links.arrive(b, 100));
    assert!(!links.reachable(0, 1) && links.is_open(a) && !links.linked(0, 1));
    assert_eq!(links.send(0, &mut rng, a, 100), Sending::Lost);
    assert!(links.notice(a));
    assert!(!links.notice(a), "it knows");
    assert!(links.is_open(b));
    links.heal();
    let ([c, _], replaced) = links.connect(1, 0);
    assert_eq!(replaced, [b]);
    assert!(links.notice(b));
    assert_eq!(links.open_between(1, 0), Some(c));
}

#[test]
fn a_crash_takes_all_links_of_a_peer() {
    let (mut links, _) = links();
    let ([a, _], _) = links.connect(0, 1);
    let ([_, c], _) = links.connect(1, 2);
    let ([_, kept], _) = links.connect(0, 2);
    assert_eq!(links.crash(1), [a, c]);
    assert!(links.linked(0, 2) && links.is_open(kept));
    assert_eq!(links.close(kept), links.open_between(0, 2));
}
