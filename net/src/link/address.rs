//! Addresses a peer can be dialled at, as multiaddr text, without the network library.
//!
//! Only shapes that the swarm can dial are read: `/ip4|ip6|dns|dns4|dns6/HOST/` then `tcp/N`, `udp/N/quic-v1`,
//! `tcp/N/ws`, `tcp/N/wss` or `tcp/N/tls/ws`. A trailing `/p2p/ID` is dropped, since peers are dialled without expecting
//! an id. `dnsaddr` is refused: it would let a name send us anywhere.
//!
//! A *circuit*, `/p2p/RELAY/p2p-circuit/p2p/DEVICE`, leads through a peer that both are linked with. It names no host:
//! whoever isn't linked with the relay learns nothing from it and cannot use it.

use std::fmt;
use std::net::IpAddr;
use std::str::FromStr;

/// Longest text read as an address.
pub const MAX_TEXT_BYTES: usize = 320;

/// The text is not an address that can be dialled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("Cannot read an address: /ip4/1.2.3.4/udp/4001/quic-v1 or /ip4/1.2.3.4/tcp/4001 is the form")]
pub struct ParseAddressError;

/// Where a peer is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Host {
    /// An IP address.
    Ip(IpAddr),
    /// A name to look up, in IPv4, IPv6 or both.
    Dns(Family, String),
    /// Behind a peer that passes connections on.
    Circuit {
        /// The transport identity of the peer in between.
        relay: String,
        /// That of the device to be reached.
        device: String,
    },
}

/// Which answers of a name are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// Both.
    Any,
    /// IPv4 only.
    V4,
    /// IPv6 only.
    V6,
}

/// What carries the bytes, in the order in which they are tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Carrier {
    /// QUIC over UDP.
    Quic,
    /// TCP with Noise and Yamux.
    Tcp,
    /// The same within a WebSocket.
    Ws,
    /// The same within a WebSocket over TLS.
    Wss,
    /// Streams of a link with somebody else: tried last.
    Circuit,
}

/// A host, a port and a carrier. Sorts in the order in which addresses of one peer are tried.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address {
    /// What carries the bytes.
    pub carrier: Carrier,
    /// Where.
    pub host: Host,
    /// UDP or TCP port; 0 only in addresses to listen on.
    pub port: u16,
}

impl Address {
    /// The IP address; `None` for a name.
    #[must_use]
    pub const fn ip(&self) -> Option<IpAddr> {
        match self.host {
            Host::Ip(ip) => Some(ip),
            Host::Dns(..) | Host::Circuit { .. } => None,
        }
    }

    /// The way to a device through a peer in between; `None` where either is no transport identity.
    #[must_use]
    pub fn circuit(relay: &str, device: &str) -> Option<Self> {
        let host = Host::Circuit { relay: relay.to_owned(), device: device.to_owned() };
        (is_peer(relay) && is_peer(device) && relay != device).then_some(Self {
            carrier: Carrier::Circuit,
            host,
            port: 0,
        })
    }

    /// Whether an address leads through a peer in between.
    #[must_use]
    pub const fn is_circuit(&self) -> bool {
        matches!(self.host, Host::Circuit { .. })
    }

    /// Whether somebody on another network could reach it: neither private nor reserved.
    #[must_use]
    pub fn is_global(&self) -> bool {
        self.ip().is_some_and(is_global)
    }

    /// Whether it is this machine's own loopback.
    #[must_use]
    pub fn is_loopback(&self) -> bool {
        match &self.host {
            Host::Ip(ip) => ip.to_canonical().is_loopback(),
            Host::Dns(_, name) => name == "localhost" || name.ends_with(".localhost"),
            Host::Circuit { .. } => false,
        }
    }

    /// Whether a connection to it makes sense: a port, and one host rather than all or many.
    #[must_use]
    pub fn is_dialable(&self) -> bool {
        let host = match &self.host {
            Host::Ip(ip) => {
                let ip = ip.to_canonical();
                let broadcast = matches!(ip, IpAddr::V4(v4) if v4.is_broadcast());
                !(ip.is_unspecified() || ip.is_multicast() || broadcast)
            }
            Host::Dns(..) => true,
            Host::Circuit { .. } => return true,
        };
        host && self.port != 0
    }

    /// Whether the host would need a zone to be reached, which differs on every machine and is not read here. IPv4's
    /// link-local addresses need none: two laptops on one cable find each other by them.
    #[must_use]
    pub const fn is_link_local(&self) -> bool {
        matches!(&self.host, Host::Ip(IpAddr::V6(ip)) if ip.is_unicast_link_local())
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.host {
            Host::Ip(IpAddr::V4(ip)) => write!(f, "/ip4/{ip}")?,
            Host::Ip(IpAddr::V6(ip)) => write!(f, "/ip6/{ip}")?,
            Host::Dns(Family::Any, name) => write!(f, "/dns/{name}")?,
            Host::Dns(Family::V4, name) => write!(f, "/dns4/{name}")?,
            Host::Dns(Family::V6, name) => write!(f, "/dns6/{name}")?,
            Host::Circuit { relay, device } => return write!(f, "/p2p/{relay}/p2p-circuit/p2p/{device}"),
        }
        match self.carrier {
            Carrier::Quic => write!(f, "/udp/{}/quic-v1", self.port),
            Carrier::Tcp => write!(f, "/tcp/{}", self.port),
            Carrier::Ws => write!(f, "/tcp/{}/ws", self.port),
            Carrier::Wss => write!(f, "/tcp/{}/tls/ws", self.port),
            Carrier::Circuit => Ok(()),
        }
    }
}

impl FromStr for Address {
    type Err = ParseAddressError;

    fn from_str(text: &str) -> Result<Self, ParseAddressError> {
        if text.len() > MAX_TEXT_BYTES {
            return Err(ParseAddressError);
        }
        let mut parts = text.strip_prefix('/').ok_or(ParseAddressError)?.split('/');
        let (kind, value) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        if kind == "p2p" {
            return match parts.collect::<Vec<_>>().as_slice() {
                ["p2p-circuit", "p2p", device] => Self::circuit(value, device).ok_or(ParseAddressError),
                _ => Err(ParseAddressError),
            };
        }
        let host = read_host(kind, value)?;
        let (layer, port) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        let port = read_port(port)?;
        let mut rest: Vec<&str> = parts.collect();
        if let [.., "p2p", id] = rest.as_slice() {
            if !is_peer(id) {
                return Err(ParseAddressError);
            }
            rest.truncate(rest.len().saturating_sub(2));
        }
        let carrier = match (layer, rest.as_slice()) {
            ("udp", ["quic-v1"]) => Carrier::Quic,
            ("tcp", []) => Carrier::Tcp,
            ("tcp", ["ws"]) => Carrier::Ws,
            ("tcp", ["wss"] | ["tls", "ws"]) => Carrier::Wss,
            _ => return Err(ParseAddressError),
        };
        Ok(Self { carrier, host, port })
    }
}

fn read_host(kind: &str, value: &str) -> Result<Host, ParseAddressError> {
    let name = |family| is_name(value).then(|| Host::Dns(family, value.to_ascii_lowercase())).ok_or(ParseAddressError);
    match kind {
        "ip4" => value.parse().map(|ip| Host::Ip(IpAddr::V4(ip))).map_err(|_| ParseAddressError),
        "ip6" => value.parse().map(|ip| Host::Ip(IpAddr::V6(ip))).map_err(|_| ParseAddressError),
        "dns" => name(Family::Any),
        "dns4" => name(Family::V4),
        "dns6" => name(Family::V6),
        _ => Err(ParseAddressError),
    }
}

/// A transport identity in its usual text.
fn is_peer(text: &str) -> bool {
    (1..=64).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// Neither of a home, an office or a provider's inner network, nor reserved for something else.
fn is_global(ip: IpAddr) -> bool {
    match ip.to_canonical() {
        IpAddr::V4(v4) => {
            let [first, second, ..] = v4.octets();
            let shared = first == 100 && (64..128).contains(&second);
            let reserved = first == 0 || first >= 240;
            !(v4.is_private()
                || v4.is_loopback()
                || v4.is_link_local()
                || v4.is_multicast()
                || v4.is_documentation()
                || shared
                || reserved)
        }
        IpAddr::V6(v6) => {
            let [first, second, ..] = v6.segments();
            // Global unicast is 2000::/3, of which 2001:db8::/32 is for books.
            first & 0xe000 == 0x2000 && !(first == 0x2001 && second == 0x0db8)
        }
    }
}

/// Digits only: `u16::from_str` would take a plus sign too, and then one address had two texts.
fn read_port(text: &str) -> Result<u16, ParseAddressError> {
    let plain = text.bytes().all(|byte| byte.is_ascii_digit()) && (text == "0" || !text.starts_with('0'));
    if plain { text.parse().map_err(|_| ParseAddressError) } else { Err(ParseAddressError) }
}

/// RFC 1123: labels of letters, digits and inner hyphens, at most 63 bytes each and 253 in all.
fn is_name(text: &str) -> bool {
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    text.len() <= 253 && text.split('.').all(label)
}

#[cfg(test)]
#[path = "address_tests.rs"]
mod tests;
