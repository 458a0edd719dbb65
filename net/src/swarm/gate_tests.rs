//! Who loses a place when there are too many half-open connections.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use std::net::Ipv4Addr;

use super::*;

fn ip(last: u8) -> Option<IpAddr> {
    Some(IpAddr::V4(Ipv4Addr::new(10, 0, 0, last)))
}

#[test]
fn the_busiest_host_loses_its_oldest() {
    let entries = [(1, ip(1)), (2, ip(2)), (3, ip(2)), (4, ip(3)), (5, ip(2))];
    assert_eq!(victim(entries.into_iter()), Some(2));
    assert_eq!(victim([(4, ip(2)), (3, ip(1))].into_iter()), Some(3), "the oldest among equals");
    assert_eq!(victim(std::iter::empty::<(u8, _)>()), None);
}

#[test]
fn a_flood_never_keeps_a_newcomer_out() {
    let half_open = HalfOpen { cap: 8, places: Arc::default() };
    let (_friend, mut friend) = half_open.admit(ip(1));
    let flood: Vec<_> = (0..100).map(|_| half_open.admit(ip(9))).collect();
    assert_eq!(half_open.places.lock().unwrap().taken.len(), 8);
    assert_eq!(friend.try_recv(), Ok(None), "still open");
    let (_late, mut late) = half_open.admit(ip(2));
    assert_eq!(late.try_recv(), Ok(None));
    drop(flood);
    assert_eq!(half_open.places.lock().unwrap().taken.len(), 2);
}

#[test]
fn neighbours_of_one_ipv6_network_count_as_one_host() {
    let host = |text: &str| host(&text.parse().unwrap());
    assert_eq!(host("/ip6/2001:db8:1:2:3::4/tcp/1"), host("/ip6/2001:db8:1:2:ffff::1/udp/2/quic-v1"));
    assert_ne!(host("/ip6/2001:db8:1:3::4/tcp/1"), host("/ip6/2001:db8:1:2::4/tcp/1"));
    assert_eq!(host("/ip6/::ffff:10.0.0.1/tcp/1"), ip(1));
    assert_eq!(host("/dns/x.org/tcp/1"), None);
}
