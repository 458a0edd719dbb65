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
    Door { id: DoorId(id), psk: Psk::for_invite(&[secret; 16]), face }
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
