//! Addresses: what is read, what is refused, and that reading and showing agree.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use proptest::prelude::*;

use super::*;

#[track_caller]
fn same(text: &str) -> Address {
    let address: Address = text.parse().unwrap();
    assert_eq!(address.to_string(), text);
    address
}

#[test]
fn reads_and_shows_every_carrier() {
    assert_eq!(same("/ip4/1.2.3.4/udp/4001/quic-v1").carrier, Carrier::Quic);
    assert_eq!(same("/ip4/127.0.0.1/tcp/0").port, 0);
    assert_eq!(same("/ip6/2001:db8::1/tcp/65535").carrier, Carrier::Tcp);
    assert_eq!(same("/dns4/node.example.org/tcp/443/tls/ws").carrier, Carrier::Wss);
    assert_eq!(same("/dns/node.example.org/tcp/80/ws").carrier, Carrier::Ws);
    assert_eq!("/dns6/A.Example/tcp/443/wss".parse::<Address>().unwrap().to_string(), "/dns6/a.example/tcp/443/tls/ws");
}

#[test]
fn drops_the_peer_id() {
    let text = "/ip4/1.2.3.4/tcp/5/p2p/12D3KooWGzxzKZYveHXtpG6AsrUJBcWxHBFS2HsEoGTxrMLvKXtf";
    assert_eq!(text.parse::<Address>().unwrap().to_string(), "/ip4/1.2.3.4/tcp/5");
}

#[test]
fn refuses_what_it_cannot_dial() {
    for text in [
        "",
        "/",
        "ip4/1.2.3.4/tcp/1",
        "/ip4/1.2.3/tcp/1",
        "/ip4/1.2.3.4/tcp/",
        "/ip4/1.2.3.4/tcp/65536",
        "/ip4/1.2.3.4/tcp/+1",
        "/ip4/1.2.3.4/tcp/01",
        "/ip4/1.2.3.4/udp/1",
        "/ip4/1.2.3.4/udp/1/quic",
        "/dnsaddr/x.org/tcp/1",
        "/dns/-x/tcp/1",
        "/dns/x..y/tcp/1",
        "/dns//tcp/1",
        "/ip4/1.2.3.4/tcp/1/p2p/",
        "/ip4/1.2.3.4/tcp/1/p2p/a b",
        "/ip4/1.2.3.4/tcp/1/p2p-circuit",
        "/ip4/1.2.3.4/tcp/1/p2p/A/p2p-circuit/p2p/B",
        "/p2p/A",
        "/p2p/A/p2p-circuit",
        "/p2p/A/p2p-circuit/p2p/",
        "/p2p/A/p2p-circuit/p2p/A",
        "/p2p/A/p2p-circuit/p2p/B/p2p-circuit/p2p/C",
        "/p2p/A/p2p-circuit/p2p/B c",
        "/unix/etc/passwd",
        "/ip6/fe80::1%eth0/tcp/1",
        "/ip4/1.2.3.4/tcp/1/",
        "/ip4/1.2.3.4/tcp/1/http",
    ] {
        assert_eq!(text.parse::<Address>(), Err(ParseAddressError), "{text}");
    }
    assert_eq!(format!("/dns/{}/tcp/1", "a".repeat(400)).parse::<Address>(), Err(ParseAddressError));
}

#[test]
fn tells_loopback_and_undialable_apart() {
    let is = |text: &str| {
        let address: Address = text.parse().unwrap();
        (address.is_loopback(), address.is_dialable())
    };
    assert_eq!(is("/ip4/127.0.0.9/tcp/1"), (true, true));
    assert_eq!(is("/ip6/::1/tcp/1"), (true, true));
    assert_eq!(is("/ip6/::ffff:127.0.0.1/tcp/1"), (true, true));
    assert_eq!(is("/dns/localhost/tcp/1"), (true, true));
    assert_eq!(is("/ip4/0.0.0.0/tcp/1"), (false, false));
    assert_eq!(is("/ip6/::/tcp/1"), (false, false));
    assert_eq!(is("/ip4/10.0.0.1/tcp/0"), (false, false));
    assert_eq!(is("/ip4/224.0.0.251/udp/5353/quic-v1"), (false, false));
    assert_eq!(is("/ip4/255.255.255.255/udp/1/quic-v1"), (false, false));
}

#[test]
fn only_ipv6_needs_a_zone_on_one_link() {
    let is = |text: &str| text.parse::<Address>().unwrap().is_link_local();
    assert!(is("/ip6/fe80::1/tcp/1"));
    assert!(!is("/ip4/169.254.3.4/tcp/1") && !is("/ip6/2001:db8::1/tcp/1") && !is("/dns/a.b/tcp/1"));
}

#[test]
fn a_circuit_names_no_host() {
    let circuit: Address = "/p2p/12D3KooWA/p2p-circuit/p2p/12D3KooWB".parse().unwrap();
    assert_eq!(circuit.to_string(), "/p2p/12D3KooWA/p2p-circuit/p2p/12D3KooWB");
    assert!(circuit.is_circuit() && circuit.is_dialable() && circuit.ip().is_none());
    assert!(!circuit.is_loopback() && !circuit.is_global() && !circuit.is_link_local());
    assert!(circuit > "/ip4/1.1.1.1/tcp/1/ws".parse().unwrap(), "tried last");
    assert_eq!(Address::circuit("A", "A"), None);
}

#[test]
fn tells_public_addresses_from_those_of_a_network() {
    let is = |text: &str| text.parse::<Address>().unwrap().is_global();
    for text in ["/ip4/9.9.9.9/tcp/1", "/ip6/2a01:4f8::1/udp/1/quic-v1", "/ip6/::ffff:9.9.9.9/tcp/1"] {
        assert!(is(text), "{text}");
    }
    for text in [
        "/ip4/10.0.0.1/tcp/1",
        "/ip4/192.168.1.2/tcp/1",
        "/ip4/172.16.0.1/tcp/1",
        "/ip4/100.64.0.1/tcp/1",
        "/ip4/127.0.0.1/tcp/1",
        "/ip4/169.254.0.1/tcp/1",
        "/ip4/0.1.2.3/tcp/1",
        "/ip4/240.0.0.1/tcp/1",
        "/ip4/203.0.113.1/tcp/1",
        "/ip6/::1/tcp/1",
        "/ip6/fe80::1/tcp/1",
        "/ip6/fd00::1/tcp/1",
        "/ip6/2001:db8::1/tcp/1",
        "/ip6/::ffff:10.0.0.1/tcp/1",
        "/dns/a.example/tcp/1",
    ] {
        assert!(!is(text), "{text}");
    }
}

#[test]
fn quic_comes_first() {
    let mut addresses: Vec<Address> = ["/ip4/1.1.1.1/tcp/1/ws", "/ip4/1.1.1.1/tcp/1", "/ip4/9.9.9.9/udp/1/quic-v1"]
        .map(|text| text.parse().unwrap())
        .into();
    addresses.sort();
    assert_eq!(
        addresses.iter().map(|address| address.carrier).collect::<Vec<_>>(),
        [Carrier::Quic, Carrier::Tcp, Carrier::Ws]
    );
}

fn any_address() -> impl Strategy<Value = Address> {
    let carrier = prop_oneof![Just(Carrier::Quic), Just(Carrier::Tcp), Just(Carrier::Ws), Just(Carrier::Wss)];
    let family = prop_oneof![Just(Family::Any), Just(Family::V4), Just(Family::V6)];
    let host = prop_oneof![
        any::<IpAddr>().prop_map(Host::Ip),
        (family, "[a-z0-9]{1,20}(\\.[a-z0-9]{1,20}){0,3}").prop_map(|(family, name)| Host::Dns(family, name)),
    ];
    (carrier, host, any::<u16>()).prop_map(|(carrier, host, port)| Address { carrier, host, port })
}

proptest! {
    #[test]
    fn what_is_shown_is_read_back(address in any_address()) {
        prop_assert_eq!(address.to_string().parse::<Address>().unwrap(), address);
    }

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,80}") {
        if let Ok(address) = text.parse::<Address>() {
            prop_assert_eq!(address.to_string().parse::<Address>().unwrap(), address);
        }
    }

    #[test]
    fn damaged_text_never_panics(address in any_address(), at in 0usize..60, with in any::<char>()) {
        let mut text: Vec<char> = address.to_string().chars().collect();
        let at = at % text.len();
        text[at] = with;
        let _ = text.into_iter().collect::<String>().parse::<Address>();
    }
}
