//! The dialler: back-off, staggering, hints, and bounds under any input.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use proptest::prelude::*;
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

use super::*;

const QUIC: &str = "/ip4/10.0.0.1/udp/4001/quic-v1";
const TCP: &str = "/ip4/10.0.0.1/tcp/4001";
const HINT: &str = "/ip4/10.0.0.7/udp/9/quic-v1";

struct World {
    dialer: Dialer,
    rng: ChaCha8Rng,
    now: u64,
}

impl World {
    fn new() -> Self {
        Self { dialer: Dialer::default(), rng: ChaCha8Rng::seed_from_u64(1), now: 1_000_000 }
    }

    fn handle(&mut self, input: Input) -> Vec<String> {
        self.dialer.handle(self.now, &mut self.rng, input).into_iter().map(|dial| dial.address).collect()
    }

    fn know(&mut self, target: Target, addresses: &[&str]) -> Vec<String> {
        self.handle(Input::Know { target, addresses: addresses.iter().map(|text| (*text).to_owned()).collect() })
    }

    fn fail(&mut self, target: Target, address: &str) -> Vec<String> {
        self.handle(Input::Failed { target, address: address.to_owned() })
    }

    /// Goes on to the next timeout and returns how long that took.
    fn next(&mut self) -> (u64, Vec<String>) {
        let due = self.dialer.next_timeout().unwrap();
        let waited = due - self.now;
        self.now = due;
        (waited, self.handle(Input::Tick))
    }
}

fn target(door: u64) -> Target {
    Target { door: DoorId(door), device: Some(DeviceId([7; 16])) }
}

#[test]
fn dials_at_once_quic_first_and_staggered() {
    let mut world = World::new();
    assert_eq!(world.know(target(1), &[TCP, QUIC, QUIC, "/ip4/0.0.0.0/tcp/1", "rubbish"]), [QUIC]);
    assert_eq!(world.next(), (STAGGER_MS, vec![TCP.to_owned()]));
}

#[test]
fn goes_on_as_soon_as_one_address_failed() {
    let mut world = World::new();
    world.know(target(1), &[QUIC, TCP]);
    assert_eq!(world.fail(target(1), QUIC), [TCP]);
}

#[test]
fn pauses_grow_to_four_seconds_and_to_thirty_after_ten_minutes() {
    let mut world = World::new();
    world.know(target(1), &[QUIC]);
    let began = world.now;
    for nominal in [250, 500, 1_000, 2_000, 3_000, 4_000, 4_000, 4_000] {
        assert!(world.fail(target(1), QUIC).is_empty());
        let (waited, dials) = world.next();
        assert!((nominal / 2..=nominal).contains(&waited), "{waited} of {nominal}");
        assert_eq!(dials, [QUIC]);
    }
    while world.now - began < LATE_AFTER_MS {
        world.fail(target(1), QUIC);
        assert!(world.next().0 <= 4_000);
    }
    world.fail(target(1), QUIC);
    assert!((15_000..=30_000).contains(&world.next().0));
    world.fail(target(1), QUIC);
    assert_eq!(world.handle(Input::Wake), [QUIC], "a wake starts over");
    world.fail(target(1), QUIC);
    assert!(world.next().0 <= 250);
}

#[test]
fn rests_while_up_and_returns_within_a_quarter_second() {
    let mut world = World::new();
    world.know(target(1), &[QUIC, TCP]);
    assert!(world.handle(Input::Up { target: target(1) }).is_empty());
    assert_eq!(world.dialer.next_timeout(), None);
    assert!(world.know(target(1), &["/ip4/10.0.0.2/tcp/1"]).is_empty());
    assert!(world.handle(Input::Wake).is_empty());
    assert!(world.handle(Input::Down { target: target(1) }).is_empty());
    let (waited, dials) = world.next();
    assert!(waited <= 250);
    assert_eq!(dials, ["/ip4/10.0.0.2/tcp/1"]);
}

#[test]
fn a_new_address_is_tried_at_once() {
    let mut world = World::new();
    world.know(target(1), &[QUIC]);
    world.fail(target(1), QUIC);
    assert!(world.know(target(1), &[QUIC]).is_empty(), "nothing new");
    assert_eq!(world.know(target(1), &[TCP]), [TCP]);
}

#[test]
fn a_dial_that_is_never_answered_ends_with_its_round() {
    let mut world = World::new();
    world.know(target(1), &[QUIC]);
    assert_eq!(world.next(), (ROUND_MS, vec![]));
    assert_eq!(world.next().1, [QUIC]);
}

#[test]
fn forgets() {
    let mut world = World::new();
    world.know(target(1), &[QUIC]);
    world.handle(Input::Forget { target: target(1) });
    assert_eq!(world.dialer.next_timeout(), None);
    assert!(!world.dialer.wants(target(1)));
}

#[test]
fn a_hint_is_tried_once_for_each_target_that_is_down() {
    let mut world = World::new();
    let hint = Input::Discovered { address: HINT.to_owned() };
    world.know(target(1), &[]);
    world.know(target(2), &[QUIC]);
    world.know(target(3), &[QUIC]);
    world.handle(Input::Up { target: target(3) });
    assert_eq!(world.handle(hint.clone()), [HINT, HINT]);
    assert!(world.handle(hint.clone()).is_empty(), "no sooner than half a minute later");
    world.fail(target(2), HINT);
    world.fail(target(2), QUIC);
    assert_eq!(world.next().1, [QUIC], "not tried again in later rounds");
    assert_eq!(world.know(target(4), &[]), [HINT], "a target known later has it too");
    world.now += HINT_REST_MS;
    assert_eq!(world.handle(hint).len(), 2, "it is still running for the fourth");
}

#[test]
fn hints_are_few() {
    let mut world = World::new();
    for door in 0..40 {
        world.know(target(door), &[]);
    }
    for port in 1..200 {
        let dials = world.handle(Input::Discovered { address: format!("/ip4/10.0.0.7/tcp/{port}") });
        assert_eq!(dials.len(), MAX_TARGETS_PER_HINT);
    }
    assert_eq!(world.dialer.hints.len(), MAX_HINTS);
}

fn any_input() -> impl Strategy<Value = Input> {
    let whom = (0u64..4).prop_map(target);
    let place = prop_oneof![
        (1u16..6).prop_map(|port| format!("/ip4/10.0.0.1/tcp/{port}")),
        (0u16..6).prop_map(|port| format!("/ip4/10.0.0.1/udp/{port}/quic-v1")),
        Just("rubbish".to_owned()),
    ];
    prop_oneof![
        (whom.clone(), prop::collection::vec(place.clone(), 0..24))
            .prop_map(|(target, addresses)| Input::Know { target, addresses }),
        whom.clone().prop_map(|target| Input::Forget { target }),
        whom.clone().prop_map(|target| Input::Up { target }),
        whom.clone().prop_map(|target| Input::Down { target }),
        (whom, place.clone()).prop_map(|(target, address)| Input::Failed { target, address }),
        place.prop_map(|address| Input::Discovered { address }),
        Just(Input::Wake),
        Just(Input::Tick),
    ]
}

proptest! {
    /// Whatever happens: nobody who is up or forgotten is dialled, every dial can be made, a tick at the next timeout
    /// always makes progress, and whoever is down and has an address is dialled again within 51 seconds.
    #[test]
    fn keeps_its_promises(steps in prop::collection::vec((0u64..5_000, any_input()), 0..60), seed in any::<u64>()) {
        let mut dialer = Dialer::default();
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        let mut now = 5;
        for (pause, input) in steps {
            now += pause;
            for dial in dialer.handle(now, &mut rng, input) {
                prop_assert!(dialer.wants(dial.target));
                prop_assert!(dial.address.parse::<Address>().unwrap().is_dialable());
            }
            prop_assert!(dialer.next_timeout().is_none_or(|due| due > now));
        }
        let down: Vec<Target> = dialer.peers.iter()
            .filter(|(_, peer)| !peer.addresses.is_empty() && !matches!(peer.phase, Phase::Up))
            .map(|(target, _)| *target).collect();
        let deadline = now + ROUND_MS + LATE_PAUSE_MS + 1_000;
        let mut dialled = BTreeSet::new();
        while let Some(due) = dialer.next_timeout().filter(|due| *due <= deadline) {
            dialled.extend(dialer.handle(due, &mut rng, Input::Tick).into_iter().map(|dial| dial.target));
        }
        prop_assert!(down.iter().all(|target| dialled.contains(target)));
    }
}
