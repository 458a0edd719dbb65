//! How many connections may be half open, and whose is dropped when there are too many.
//!
//! libp2p's own limit refuses the newcomer, so that whoever fills it keeps everybody else out. Here the newcomer gets
//! in, and the host with most half-open connections loses its oldest: a peer that completes its handshake in
//! milliseconds is hurt only by a flood from as many hosts as there are places.

use std::collections::BTreeMap;
use std::io;
use std::net::IpAddr;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};

use futures::channel::oneshot;
use futures::future::{self, BoxFuture, Either, FutureExt as _};
use libp2p::core::transport::{DialOpts, ListenerId, Transport, TransportError, TransportEvent};
use libp2p::multiaddr::{Multiaddr, Protocol};

/// Picks whose oldest entry goes: the host with most of them, the oldest host first among equals.
pub(super) fn victim<K: Copy + Ord>(entries: impl Iterator<Item = (K, Option<IpAddr>)>) -> Option<K> {
    let mut hosts: BTreeMap<Option<IpAddr>, (usize, K)> = BTreeMap::new();
    for (key, host) in entries {
        let (count, oldest) = hosts.entry(host).or_insert((0, key));
        *count = count.saturating_add(1);
        *oldest = key.min(*oldest);
    }
    hosts.into_values().max_by(|(a, first), (b, second)| a.cmp(b).then(second.cmp(first))).map(|(_, key)| key)
}

/// The IP address within an address. IPv6 hosts count by their /64, which one customer has whole.
pub(super) fn host(address: &Multiaddr) -> Option<IpAddr> {
    address.iter().find_map(|part| match part {
        Protocol::Ip4(ip) => Some(IpAddr::V4(ip)),
        Protocol::Ip6(ip) => {
            let [a, b, c, d, ..] = ip.segments();
            let own = ip.to_ipv4_mapped().map(IpAddr::V4);
            Some(own.unwrap_or_else(|| IpAddr::from([a, b, c, d, 0, 0, 0, 0])))
        }
        _ => None,
    })
}

#[derive(Debug, Default)]
struct Places {
    next: u64,
    taken: BTreeMap<u64, (Option<IpAddr>, oneshot::Sender<()>)>,
}

#[derive(Debug, Clone)]
struct HalfOpen {
    cap: usize,
    places: Arc<Mutex<Places>>,
}

impl HalfOpen {
    fn admit(&self, host: Option<IpAddr>) -> (Place, oneshot::Receiver<()>) {
        let (sender, dropped) = oneshot::channel();
        let mut places = self.places.lock().unwrap_or_else(PoisonError::into_inner);
        if places.taken.len() >= self.cap
            && let Some(oldest) = victim(places.taken.iter().map(|(key, (host, _))| (*key, *host)))
        {
            places.taken.remove(&oldest);
        }
        let key = places.next;
        places.next = places.next.wrapping_add(1);
        places.taken.insert(key, (host, sender));
        drop(places);
        (Place { key, half_open: self.clone() }, dropped)
    }
}

struct Place {
    key: u64,
    half_open: HalfOpen,
}

impl Drop for Place {
    fn drop(&mut self) {
        self.half_open.places.lock().unwrap_or_else(PoisonError::into_inner).taken.remove(&self.key);
    }
}

/// A transport whose incoming connections pass the bound above.
pub(super) struct Gate<T> {
    inner: T,
    half_open: HalfOpen,
}

impl<T> Gate<T> {
    pub(super) fn new(inner: T, cap: usize) -> Self {
        Self { inner, half_open: HalfOpen { cap: cap.max(1), places: Arc::default() } }
    }
}

impl<T> Transport for Gate<T>
where
    T: Transport<Error = io::Error> + Unpin,
    T::Output: Send + 'static,
    T::ListenerUpgrade: Send + 'static,
{
    type Output = T::Output;
    type Error = io::Error;
    type ListenerUpgrade = BoxFuture<'static, io::Result<T::Output>>;
    type Dial = T::Dial;

    fn listen_on(&mut self, id: ListenerId, address: Multiaddr) -> Result<(), TransportError<io::Error>> {
        self.inner.listen_on(id, address)
    }

    fn remove_listener(&mut self, id: ListenerId) -> bool {
        self.inner.remove_listener(id)
    }

    fn dial(&mut self, address: Multiaddr, options: DialOpts) -> Result<T::Dial, TransportError<io::Error>> {
        self.inner.dial(address, options)
    }

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<TransportEvent<Self::ListenerUpgrade, io::Error>> {
        let Poll::Ready(event) = Pin::new(&mut self.inner).poll(cx) else { return Poll::Pending };
        Poll::Ready(match event {
            TransportEvent::Incoming { listener_id, upgrade, local_addr, send_back_addr } => {
                let (place, dropped) = self.half_open.admit(host(&send_back_addr));
                let upgrade = async move {
                    let _place = place;
                    match future::select(Box::pin(upgrade), dropped).await {
                        Either::Left((outcome, _)) => outcome,
                        Either::Right(_) => Err(io::Error::from(io::ErrorKind::ConnectionAborted)),
                    }
                };
                TransportEvent::Incoming { listener_id, upgrade: upgrade.boxed(), local_addr, send_back_addr }
            }
            other => other.map_upgrade(|_| future::pending().boxed()),
        })
    }
}

#[cfg(test)]
#[path = "gate_tests.rs"]
mod tests;
