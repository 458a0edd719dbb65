//! Links over real sockets on loopback: opening, refusing, losing and keeping them.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use crypto::identity::PersonaKey;
use rand::SeedableRng as _;
use rand_chacha::ChaCha20Rng;
use tokio::time::timeout;

use super::*;

pub(super) const TCP: &str = "/ip4/127.0.0.1/tcp/0";
pub(super) const QUIC: &str = "/ip4/127.0.0.1/udp/0/quic-v1";
/// Far more than anything here takes, on the slowest machine.
const DEADLINE: Duration = Duration::from_secs(30);

pub(super) fn seed(of: u8) -> Key32 {
    Key32::new([of; 32])
}

pub(super) fn face(of: u8) -> Face {
    let mut rng = ChaCha20Rng::seed_from_u64(u64::from(of));
    let (persona, device) = (PersonaKey::generate(&mut rng), DeviceKey::generate(&mut rng));
    Face::Device { certificate: Certificate::issue(&persona, &device, 1), device }
}

pub(super) fn door(id: u64, secret: u8, face: Face) -> Door {
    Door { id: DoorId(id), psk: Psk::for_invite(&[secret; 16]), face, circle: Some(u64::from(secret)) }
}

pub(super) fn guest(of: u8) -> Face {
    Face::Guest { agreement: Key32::new([of; 32]) }
}

/// One side of a test.
pub(super) struct Side {
    pub(super) swarm: Swarm,
    pub(super) events: mpsc::Receiver<SwarmEvent>,
    pub(super) addresses: Vec<String>,
}

impl Side {
    pub(super) async fn start(of: u8, listen: &[&str], doors: Vec<Door>) -> Self {
        Self::start_with(
            Config { listen: listen.iter().map(|text| (*text).to_owned()).collect(), ..Config::new(seed(of)) },
            doors,
        )
        .await
    }

    pub(super) async fn start_with(config: Config, doors: Vec<Door>) -> Self {
        let (swarm, events) = spawn(config, &tokio::runtime::Handle::current()).unwrap();
        swarm.set_doors(doors);
        let mut side = Self { swarm, events, addresses: Vec::new() };
        loop {
            match side.next().await {
                SwarmEvent::Listening { address } => side.addresses.push(address),
                SwarmEvent::Ready => return side,
                other => panic!("{other:?}"),
            }
        }
    }

    pub(super) async fn next(&mut self) -> SwarmEvent {
        timeout(DEADLINE, self.events.recv()).await.expect("an event in time").expect("a running swarm")
    }

    /// The next event that the test cares for.
    pub(super) async fn wait<T>(&mut self, mut pick: impl FnMut(SwarmEvent) -> Option<T>) -> T {
        loop {
            if let Some(found) = pick(self.next().await) {
                return found;
            }
        }
    }

    pub(super) async fn up(&mut self) -> Up {
        self.wait(|event| match event {
            SwarmEvent::LinkUp { link, door, peer, handshake_hash, dialled, .. } => {
                Some(Up { link, door, peer, hash: handshake_hash, dialled })
            }
            _ => None,
        })
        .await
    }

    pub(super) async fn down(&mut self) -> LinkId {
        self.wait(|event| if let SwarmEvent::LinkDown { link } = event { Some(link) } else { None }).await
    }

    pub(super) async fn frame(&mut self) -> Vec<u8> {
        self.wait(|event| if let SwarmEvent::Frame { bytes, .. } = event { Some(bytes) } else { None }).await
    }

    async fn dial_failed(&mut self) -> (Vec<DoorId>, DialFailure) {
        self.wait(|event| match event {
            SwarmEvent::DialFailed { doors, reason, .. } => Some((doors, reason)),
            _ => None,
        })
        .await
    }
}

#[derive(Debug)]
pub(super) struct Up {
    pub(super) link: LinkId,
    pub(super) door: DoorId,
    pub(super) peer: Option<Certificate>,
    pub(super) hash: [u8; 32],
    pub(super) dialled: bool,
}

/// Two linked sides, `b` having dialled.
pub(super) async fn pair(listen: &str) -> (Side, Up, Side, Up) {
    let mut a = Side::start(1, &[listen], vec![door(10, 7, face(1))]).await;
    let mut b = Side::start(2, &[listen], vec![door(20, 7, face(2))]).await;
    b.swarm.dial(a.addresses[0].clone(), vec![DoorId(20)]).unwrap();
    let (up_b, up_a) = (b.up().await, a.up().await);
    (a, up_a, b, up_b)
}

async fn two_devices_link(listen: &str) {
    let (mut a, up_a, mut b, up_b) = pair(listen).await;
    let (Face::Device { certificate: first, .. }, Face::Device { certificate: second, .. }) = (face(1), face(2)) else {
        panic!()
    };
    assert_eq!((up_a.door, up_b.door), (DoorId(10), DoorId(20)));
    assert_eq!((up_a.peer, up_b.peer), (Some(second), Some(first)));
    assert_eq!(up_a.hash, up_b.hash);
    assert_eq!((up_a.dialled, up_b.dialled), (false, true));
    for size in [0, 1, 600, 65_519, 65_520, MAX_FRAME_BYTES] {
        a.swarm.send(up_a.link, vec![3; size]).unwrap();
        b.swarm.send(up_b.link, vec![4; size]).unwrap();
        assert_eq!((b.frame().await, a.frame().await), (vec![3; size], vec![4; size]));
    }
    a.swarm.send(up_a.link, b"last".to_vec()).unwrap();
    a.swarm.close(up_a.link);
    assert_eq!(b.frame().await, b"last", "what was queued is sent first");
    assert_eq!((a.down().await, b.down().await), (up_a.link, up_b.link));
    assert_eq!(a.swarm.send(up_a.link, vec![]), Err(SendError::Gone));
    a.swarm.shutdown().await;
    b.swarm.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_devices_link_over_tcp() {
    two_devices_link(TCP).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_devices_link_over_quic() {
    two_devices_link(QUIC).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_secret_that_is_not_shared_opens_nothing() {
    for listen in [TCP, QUIC] {
        let a = Side::start(1, &[listen], vec![door(10, 7, face(1))]).await;
        let mut b = Side::start(2, &[], vec![door(20, 8, face(2))]).await;
        b.swarm.dial(a.addresses[0].clone(), vec![DoorId(20), DoorId(99)]).unwrap();
        let (mut doors, reason) = b.dial_failed().await;
        doors.sort();
        assert_eq!((doors, reason), (vec![DoorId(20), DoorId(99)], DialFailure::NoDoorOpened));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn many_doors_are_tried_on_one_connection() {
    let shared = |side: u8| (0..3).map(move |n| door(100 + u64::from(n), 50 + n, face(side)));
    let own = |side: u8| (0..20).map(move |n| door(u64::from(n), side * 100 + n, face(side)));
    for listen in [TCP, QUIC] {
        let mut a = Side::start(1, &[listen], own(1).chain(shared(1)).collect()).await;
        let mut b = Side::start(2, &[], own(2).chain(shared(2)).collect()).await;
        let tried: Vec<DoorId> = (0..10).map(DoorId).chain((100..103).map(DoorId)).collect();
        b.swarm.dial(a.addresses[0].clone(), tried).unwrap();
        let (mut opened, mut failed) = (Vec::new(), Vec::new());
        while opened.len() < 3 || failed.is_empty() {
            match b.next().await {
                SwarmEvent::LinkUp { door, .. } => opened.push(door),
                SwarmEvent::DialFailed { doors, reason: DialFailure::NoDoorOpened, .. } => failed = doors,
                _ => {}
            }
        }
        opened.sort();
        failed.sort();
        assert_eq!(opened, (100..103).map(DoorId).collect::<Vec<_>>());
        assert_eq!(failed, (0..10).map(DoorId).collect::<Vec<_>>());
        for _ in 0..3 {
            a.up().await;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn more_doors_than_a_connection_may_try_are_refused_at_once() {
    let a = Side::start(1, &[TCP], vec![]).await;
    let mut b = Side::start(2, &[], vec![]).await;
    b.swarm.dial(a.addresses[0].clone(), (0..20).map(DoorId).collect()).unwrap();
    assert_eq!(b.dial_failed().await, ((16..20).map(DoorId).collect(), DialFailure::NoDoorOpened));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_guest_is_told_who_the_host_is_and_stays_unknown() {
    let mut host = Side::start(1, &[QUIC], vec![door(1, 7, face(1))]).await;
    let mut first = Side::start(2, &[], vec![door(1, 7, guest(2))]).await;
    let mut second = Side::start(3, &[], vec![door(1, 7, guest(3))]).await;
    for side in [&mut first, &mut second] {
        side.swarm.dial(host.addresses[0].clone(), vec![DoorId(1)]).unwrap();
        let (theirs, ours) = (side.up().await, host.up().await);
        assert!(theirs.peer.is_some());
        assert_eq!((ours.peer, ours.hash), (None, theirs.hash), "guests don't displace each other");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_answers() {
    let mut b = Side::start(2, &[], vec![]).await;
    for address in ["/ip4/127.0.0.1/tcp/1", "/ip4/0.0.0.0/tcp/5", "rubbish", "/ip4/127.0.0.1/udp/1/quic-v1"] {
        b.swarm.dial(address.to_owned(), vec![DoorId(1)]).unwrap();
        assert_eq!(b.dial_failed().await, (vec![DoorId(1)], DialFailure::Unreachable), "{address}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_newest_link_of_a_device_wins() {
    for listen in [TCP, QUIC] {
        let (mut a, mut up_a, mut b, mut up_b) = pair(listen).await;
        for _ in 0..5 {
            b.swarm.dial(a.addresses[0].clone(), vec![DoorId(20)]).unwrap();
            assert_eq!((a.down().await, b.down().await), (up_a.link, up_b.link), "the older one goes first");
            (up_a, up_b) = (a.up().await, b.up().await);
            assert_eq!(up_a.hash, up_b.hash);
        }
        a.swarm.send(up_a.link, b"still here".to_vec()).unwrap();
        assert_eq!(b.frame().await, b"still here");
    }
}

/// Reads what two sides tell until both dials were answered and both sides hold the same single link.
async fn settle(a: &mut Side, b: &mut Side) -> [LinkId; 2] {
    let mut links: [Vec<(LinkId, [u8; 32])>; 2] = [Vec::new(), Vec::new()];
    let mut answered = [false, false];
    loop {
        let (at, event) = tokio::select! {
            event = a.next() => (0, event),
            event = b.next() => (1, event),
        };
        match event {
            SwarmEvent::LinkUp { link, handshake_hash, dialled, .. } => {
                links[at].push((link, handshake_hash));
                answered[at] |= dialled;
            }
            SwarmEvent::LinkDown { link } => links[at].retain(|(up, _)| *up != link),
            SwarmEvent::DialFailed { .. } => answered[at] = true,
            _ => {}
        }
        assert!(links.iter().all(|links| links.len() <= 1), "the older one is down before the newer one is up");
        if let ([(a, hash)], [(b, same)]) = (links[0].as_slice(), links[1].as_slice())
            && hash == same
            && answered == [true, true]
        {
            return [*a, *b];
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_that_dial_each_other_at_once_keep_one_link() {
    for listen in [TCP, QUIC] {
        for _ in 0..10 {
            let mut a = Side::start(1, &[listen], vec![door(1, 7, face(1))]).await;
            let mut b = Side::start(2, &[listen], vec![door(1, 7, face(2))]).await;
            a.swarm.dial(b.addresses[0].clone(), vec![DoorId(1)]).unwrap();
            b.swarm.dial(a.addresses[0].clone(), vec![DoorId(1)]).unwrap();
            let [link_a, link_b] = settle(&mut a, &mut b).await;
            a.swarm.send(link_a, b"ping".to_vec()).unwrap();
            b.swarm.send(link_b, b"pong".to_vec()).unwrap();
            assert_eq!((b.frame().await, a.frame().await), (b"ping".to_vec(), b"pong".to_vec()));
        }
    }
}
