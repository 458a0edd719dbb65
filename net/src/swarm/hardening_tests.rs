//! What strangers, slow readers, restarts and taken ports do to a swarm: nothing that lasts.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use std::net::{TcpListener, UdpSocket};
use std::time::Instant;

use crypto::handshake::MESSAGE_1_BYTES;
use tokio::io::AsyncWriteExt as _;
use tokio::net::TcpStream;

use super::tests::{QUIC, Side, TCP, door, face, guest, pair, seed};
use super::*;
use crate::link::address::Address;

fn config(of: u8, listen: &[&str]) -> Config {
    Config { listen: listen.iter().map(|text| (*text).to_owned()).collect(), ..Config::new(seed(of)) }
}

fn port(address: &str) -> u16 {
    address.parse::<Address>().unwrap().port
}

fn resident_bytes() -> u64 {
    let pages: u64 = std::fs::read_to_string("/proc/self/statm").unwrap().split(' ').nth(1).unwrap().parse().unwrap();
    pages * 4096
}

/// A round trip on a link, and how long it took.
async fn round_trip(a: &mut Side, a_link: LinkId, b: &mut Side, b_link: LinkId) -> Duration {
    let began = Instant::now();
    a.swarm.send(a_link, vec![1; 600]).unwrap();
    b.frame().await;
    b.swarm.send(b_link, vec![2; 600]).unwrap();
    a.frame().await;
    began.elapsed()
}

#[tokio::test(flavor = "multi_thread")]
async fn garbage_and_silence_on_the_port_hurt_nobody() {
    let (mut a, up_a, mut b, up_b) = pair(TCP).await;
    let port = port(&a.addresses[0]);
    let before = resident_bytes();
    let flood = tokio::spawn(async move {
        let mut held = Vec::new();
        for n in 0..1_500_u32 {
            let Ok(mut stream) = TcpStream::connect(("127.0.0.1", port)).await else { continue };
            match n % 3 {
                0 => {}
                1 => drop(stream.write_all(&vec![n.to_le_bytes()[0]; 40_000]).await),
                _ => drop(stream.write_all(b"\x13/multistream/1.0.0\n\x07/noise\n\xff\xffgarbage").await),
            }
            held.push(stream);
            if held.len() > 300 {
                held.remove(0);
            }
        }
        held
    });
    while !flood.is_finished() {
        round_trip(&mut a, up_a.link, &mut b, up_b.link).await;
    }
    let held = flood.await.unwrap();
    let mut c = Side::start(3, &[], vec![door(1, 7, face(3))]).await;
    c.swarm.dial(a.addresses[0].clone(), vec![DoorId(1)]).unwrap();
    assert_eq!(c.up().await.door, DoorId(1), "a newcomer gets in beside 300 open connections of strangers");
    round_trip(&mut a, up_a.link, &mut b, up_b.link).await;
    let grown = resident_bytes().saturating_sub(before);
    assert!(grown < 64 * 1024 * 1024, "{grown} bytes more");
    drop(held);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stranger_who_sends_too_many_frames_loses_the_connection() {
    // Streams alone are within the limit, streams and their frames are not.
    const STREAMS: u32 = 6;
    let limits = Limits { frames_per_minute: 10, handshake: Duration::from_secs(600), ..Limits::default() };
    let mut a = Side::start_with(Config { limits, ..config(1, &[TCP]) }, vec![door(1, 7, face(1))]).await;
    let mut stranger = stranger(9);
    stranger.dial(a.addresses[0].parse::<libp2p::Multiaddr>().unwrap()).unwrap();
    let mut held = tokio::task::JoinSet::new();
    loop {
        let next = tokio::time::timeout(Duration::from_secs(20), futures::StreamExt::next(&mut stranger));
        match next.await.expect("the connection goes, not only the streams").unwrap() {
            libp2p::swarm::SwarmEvent::ConnectionEstablished { peer_id, connection_id, .. } => {
                for _ in 0..STREAMS {
                    stranger.behaviour_mut().open(peer_id, connection_id, DoorId(1));
                }
            }
            libp2p::swarm::SwarmEvent::Behaviour(streams::Event {
                what: streams::What::Outbound(_, stream), ..
            }) => {
                held.spawn(send_nonsense(stream));
            }
            libp2p::swarm::SwarmEvent::ConnectionClosed { .. } => break,
            _ => {}
        }
    }
    let mut friend = Side::start(3, &[], vec![door(1, 7, face(3))]).await;
    friend.swarm.dial(a.addresses[0].clone(), vec![DoorId(1)]).unwrap();
    assert_eq!((friend.up().await.door, a.up().await.door), (DoorId(1), DoorId(1)));
}

/// A frame of the first message's length; the stream stays open until the other end lets it go.
async fn send_nonsense(mut stream: libp2p::Stream) {
    let length = u16::try_from(MESSAGE_1_BYTES).unwrap();
    let frame = [&length.to_be_bytes()[..], &[0x5a; MESSAGE_1_BYTES]].concat();
    if futures::AsyncWriteExt::write_all(&mut stream, &frame).await.is_ok()
        && futures::AsyncWriteExt::flush(&mut stream).await.is_ok()
    {
        let _ = futures::AsyncReadExt::read_to_end(&mut stream, &mut Vec::new()).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_budget_of_all_strangers_is_no_concern_of_links() {
    let limits = Limits { total_frames_per_minute: 20, ..Limits::default() };
    let mut a = Side::start_with(Config { limits, ..config(1, &[QUIC]) }, vec![door(1, 7, face(1))]).await;
    let mut b = Side::start(2, &[], vec![door(1, 7, face(2))]).await;
    b.swarm.dial(a.addresses[0].clone(), vec![DoorId(1)]).unwrap();
    let (up_b, up_a) = (b.up().await, a.up().await);
    let doors: Vec<Door> = (0..16).map(|n| door(u64::from(n), 100 + n, guest(n))).collect();
    let mut stranger = Side::start(3, &[], doors).await;
    stranger.swarm.dial(a.addresses[0].clone(), (0..16).map(DoorId).collect()).unwrap();
    stranger.wait(|event| matches!(event, SwarmEvent::DialFailed { .. }).then_some(())).await;
    for _ in 0..50 {
        round_trip(&mut a, up_a.link, &mut b, up_b.link).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_connection_without_a_link_is_closed_in_time() {
    let limits = Limits { handshake: Duration::from_millis(300), unauthenticated: 4, ..Limits::default() };
    let a = Side::start_with(Config { limits, ..config(1, &[TCP]) }, vec![]).await;
    let mut strangers = Vec::new();
    for _ in 0..6 {
        let stream = TcpStream::connect(("127.0.0.1", port(&a.addresses[0]))).await.unwrap();
        strangers.push(stream);
    }
    for stranger in &mut strangers {
        let mut rest = Vec::new();
        // Whatever it said first, in the end it hangs up.
        let ended = tokio::io::AsyncReadExt::read_to_end(stranger, &mut rest);
        let _ = tokio::time::timeout(Duration::from_secs(20), ended).await.expect("hung up");
    }
}

/// A program that speaks libp2p but holds no secret.
fn stranger(of: u8) -> libp2p::Swarm<streams::Behaviour> {
    let keypair = libp2p::identity::Keypair::ed25519_from_bytes([of; 32]).unwrap();
    let (circuits, _relay) = libp2p::relay::client::new(keypair.public().to_peer_id());
    let transport = transport::build(&keypair, &Limits::default(), circuits).unwrap();
    let settings = libp2p::swarm::Config::with_tokio_executor().with_idle_connection_timeout(Duration::from_secs(600));
    libp2p::Swarm::new(transport, streams::Behaviour::default(), keypair.public().to_peer_id(), settings)
}

/// Connects `strangers` times without a word, beside a link, and waits until `expected` of them were hung up on.
async fn strangers_are_hung_up_on(listen: &str, limits: Limits, strangers: usize, expected: usize) {
    let mut a = Side::start_with(Config { limits, ..config(1, &[listen]) }, vec![door(1, 7, face(1))]).await;
    let mut b = Side::start(2, &[], vec![door(1, 7, face(2))]).await;
    b.swarm.dial(a.addresses[0].clone(), vec![DoorId(1)]).unwrap();
    let (up_b, up_a) = (b.up().await, a.up().await);
    let mut stranger = stranger(9);
    for _ in 0..strangers {
        stranger.dial(a.addresses[0].parse::<libp2p::Multiaddr>().unwrap()).unwrap();
    }
    let mut hung_up = 0;
    while hung_up < expected {
        let next = tokio::time::timeout(Duration::from_secs(20), futures::StreamExt::next(&mut stranger));
        let happened = next.await.expect("strangers are hung up on").unwrap();
        hung_up += usize::from(matches!(happened, libp2p::swarm::SwarmEvent::ConnectionClosed { .. }));
    }
    round_trip(&mut a, up_a.link, &mut b, up_b.link).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn strangers_that_stay_connected_are_few() {
    for listen in [TCP, QUIC] {
        let limits = Limits { handshake: Duration::from_secs(600), unauthenticated: 4, ..Limits::default() };
        strangers_are_hung_up_on(listen, limits, 12, 8).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn strangers_don_t_stay_for_long() {
    for listen in [TCP, QUIC] {
        let limits = Limits { handshake: Duration::from_secs(1), ..Limits::default() };
        strangers_are_hung_up_on(listen, limits, 3, 3).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn opening_streams_without_end_is_flooding_too() {
    let mut a = Side::start(1, &[QUIC], vec![door(1, 7, face(1))]).await;
    let mut stranger = stranger(9);
    stranger.dial(a.addresses[0].parse::<libp2p::Multiaddr>().unwrap()).unwrap();
    let (mut line, mut streams) = (None, 0_u32);
    loop {
        let next = tokio::time::timeout(Duration::from_secs(20), futures::StreamExt::next(&mut stranger));
        match next.await.expect("the connection goes").unwrap() {
            libp2p::swarm::SwarmEvent::ConnectionEstablished { peer_id, connection_id, .. } => {
                line = Some((peer_id, connection_id));
            }
            libp2p::swarm::SwarmEvent::Behaviour(streams::Event { what, .. }) => {
                streams += 1;
                drop(what);
            }
            libp2p::swarm::SwarmEvent::ConnectionClosed { .. } => break,
            _ => {}
        }
        if let Some((peer, connection)) = line {
            stranger.behaviour_mut().open(peer, connection, DoorId(1));
        }
    }
    assert!((50..=400).contains(&streams), "{streams} streams");
    let mut friend = Side::start(3, &[], vec![door(1, 7, face(3))]).await;
    friend.swarm.dial(a.addresses[0].clone(), vec![DoorId(1)]).unwrap();
    assert_eq!((friend.up().await.door, a.up().await.door), (DoorId(1), DoorId(1)));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_frame_that_is_too_long_closes_the_link() {
    let (mut a, up_a, mut b, up_b) = pair(TCP).await;
    b.swarm.registry.send_unchecked(up_b.link, vec![0; MAX_FRAME_BYTES + 1]);
    assert_eq!((a.down().await, b.down().await), (up_a.link, up_b.link));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slow_reader_is_felt_and_then_lost() {
    for listen in [TCP, QUIC] {
        let mut slow = Side::start(1, &[listen], vec![door(1, 7, face(1))]).await;
        let limits = Limits { stall: Duration::from_secs(1), ..Limits::default() };
        let mut fast = Side::start_with(Config { limits, ..config(2, &[]) }, vec![door(1, 7, face(2))]).await;
        fast.swarm.dial(slow.addresses[0].clone(), vec![DoorId(1)]).unwrap();
        let (link, _) = (fast.up().await.link, slow.up().await);
        let (mut taken, began) = (0_usize, Instant::now());
        loop {
            match fast.swarm.send(link, vec![7; 60_000]) {
                Ok(()) => taken += 1,
                Err(SendError::Full) => tokio::task::yield_now().await,
                Err(_) => break,
            }
            assert!(began.elapsed() < Duration::from_secs(60), "{taken} frames taken");
        }
        assert_eq!(fast.down().await, link);
        assert!(taken < 1_000, "{taken} frames were taken for a reader who reads nothing");
        let mut read = 0;
        loop {
            match slow.next().await {
                SwarmEvent::Frame { bytes, .. } if bytes == vec![7; 60_000] => read += 1,
                SwarmEvent::LinkDown { .. } => break,
                other => panic!("{other:?}"),
            }
        }
        assert!((100..=taken).contains(&read), "what came before is still told: {read}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_peer_that_was_killed_is_linked_again_when_it_returns() {
    for listen in [TCP, QUIC] {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        let start = |remembered: Vec<String>| {
            let config = Config { remembered, ..config(1, &[listen]) };
            let side = runtime.spawn(Side::start_with(config, vec![door(1, 7, face(1))]));
            async move { side.await.unwrap() }
        };
        let first = start(Vec::new()).await;
        let address = first.addresses[0].clone();
        let mut b = Side::start(2, &[], vec![door(1, 7, face(2))]).await;
        b.swarm.dial(address.clone(), vec![DoorId(1)]).unwrap();
        let old = b.up().await.link;
        // No goodbye: the tasks of the other side vanish where they stand.
        std::mem::forget(first.events);
        std::mem::forget(first.swarm);
        runtime.shutdown_background();
        let mut again = loop {
            let side = Side::start_with(
                Config { remembered: vec![address.clone()], ..config(1, &[listen]) },
                vec![door(1, 7, face(1))],
            )
            .await;
            if side.addresses == [address.clone()] {
                break side;
            }
            side.swarm.shutdown().await;
        };
        let began = Instant::now();
        b.swarm.dial(address, vec![DoorId(1)]).unwrap();
        assert_eq!(b.down().await, old, "the dead link is told before the new one");
        assert_eq!(b.up().await.door, again.up().await.door);
        assert!(began.elapsed() < Duration::from_secs(5), "{:?}", began.elapsed());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_orderly_end_is_noticed_at_once_and_frees_the_ports() {
    for listen in [TCP, QUIC] {
        let (a, up_a, mut b, up_b) = pair(listen).await;
        let address = a.addresses[0].clone();
        a.swarm.send(up_a.link, b"goodbye".to_vec()).unwrap();
        a.swarm.shutdown().await;
        let began = Instant::now();
        assert_eq!((b.frame().await, b.down().await), (b"goodbye".to_vec(), up_b.link));
        assert!(began.elapsed() < Duration::from_secs(3));
        let free = || match listen {
            TCP => TcpListener::bind(("127.0.0.1", port(&address))).is_ok(),
            _ => UdpSocket::bind(("127.0.0.1", port(&address))).is_ok(),
        };
        while !free() {
            assert!(began.elapsed() < Duration::from_secs(20));
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }
}

/// What a swarm tells before it is ready.
async fn told_at_start(config: Config) -> (Vec<String>, Vec<String>, Swarm) {
    let (swarm, mut events) = spawn(config, &tokio::runtime::Handle::current()).unwrap();
    let (mut bound, mut refused) = (Vec::new(), Vec::new());
    loop {
        let event = tokio::time::timeout(Duration::from_secs(20), events.recv()).await.unwrap().unwrap();
        match event {
            SwarmEvent::Listening { address } => bound.push(address),
            SwarmEvent::ListenFailed { address } => refused.push(address),
            SwarmEvent::Ready => return (bound, refused, swarm),
            other => panic!("{other:?}"),
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn refused_addresses_are_told_and_then_it_is_ready() {
    let (tcp, udp) = (TcpListener::bind("127.0.0.1:0").unwrap(), UdpSocket::bind("127.0.0.1:0").unwrap());
    let taken_tcp = format!("/ip4/127.0.0.1/tcp/{}", tcp.local_addr().unwrap().port());
    let taken_udp = format!("/ip4/127.0.0.1/udp/{}/quic-v1", udp.local_addr().unwrap().port());
    let elsewhere = "/ip4/192.0.2.1/tcp/0";
    let listen = [&taken_tcp, TCP, elsewhere, "rubbish", QUIC, &taken_udp, "/dns4/localhost/tcp/0"];
    let (bound, mut refused, _swarm) = told_at_start(config(1, &listen)).await;
    assert_eq!(bound.len(), 2);
    refused.sort();
    let mut expected =
        vec![taken_tcp, taken_udp, elsewhere.to_owned(), "rubbish".to_owned(), "/dns4/localhost/tcp/0".to_owned()];
    expected.sort();
    assert_eq!(refused, expected);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_port_in_use_by_another_swarm_is_refused() {
    for listen in [TCP, QUIC] {
        let (bound, _, _first) = told_at_start(config(1, &[listen])).await;
        let (second, refused, _second) = told_at_start(config(2, &[&bound[0]])).await;
        assert_eq!((second, refused), (Vec::new(), bound));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_remembered_port_is_tried_first_and_any_other_if_it_is_taken() {
    for listen in [TCP, QUIC] {
        let (first, _, swarm) = told_at_start(config(1, &[listen])).await;
        let remembered = || Config { remembered: vec!["rubbish".to_owned(), first[0].clone()], ..config(2, &[listen]) };
        let (other, refused, beside) = told_at_start(remembered()).await;
        assert_eq!((other.len(), refused.len()), (1, 0));
        assert_ne!(other, first);
        swarm.shutdown().await;
        beside.shutdown().await;
        let began = Instant::now();
        while told_at_start(remembered()).await.0 != first {
            assert!(began.elapsed() < Duration::from_secs(20), "the port is not freed");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_word_on_it_everything_is_listened_on() {
    let (bound, _, swarm) = told_at_start(config(1, &[])).await;
    let carriers: std::collections::BTreeSet<_> =
        bound.iter().map(|address| address.parse::<Address>().unwrap().carrier).collect();
    assert_eq!(carriers.len(), 2, "{bound:?}");
    swarm.shutdown().await;
    let (bound, refused, _) = told_at_start(Config { relay_only: true, ..config(1, &[TCP]) }).await;
    assert_eq!((bound.len(), refused.len()), (0, 0));
}
