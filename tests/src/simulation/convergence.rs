//! Whether all is well after everybody reaches everybody again: the same entries, members, epoch and states on all, in
//! time and within bytes, and then silence.

use std::collections::BTreeSet;

use crypto::id::{DeviceId, EntryId};
use net::room::{Delivery, Member, Room, Standing};
use net::sim::fault::SimKeys;
use net::sim::links::PeerIndex;
use net::sim::peer::Peer;
use net::sim::world::World;

use super::oracle::Oracle;

/// What is not well yet, in words; `None` where all is.
pub type Unrest = Option<String>;

fn room_of<K: SimKeys>(world: &World<K>, peer: PeerIndex) -> Option<&Room<K>> {
    world.peers().get(peer).and_then(|peer| peer.room.as_ref())
}

/// Peers that run, are in the room, and count themselves among its members.
#[must_use]
pub fn present<K: SimKeys>(world: &World<K>) -> Vec<PeerIndex> {
    let here = |peer: &&Peer<K>| peer.room.as_ref().is_some_and(|room| room.standing() == Standing::Present);
    world.peers().iter().filter(here).map(|peer| peer.index).collect()
}

/// The first thing that keeps the room from being well.
#[must_use]
pub fn unrest<K: SimKeys>(world: &World<K>, oracle: &Oracle) -> Unrest {
    let present = present(world);
    let first = *present.first()?;
    knocking(world)
        .or_else(|| gone(world, &present))
        .or_else(|| present.iter().find_map(|peer| unlike(world, first, *peer)))
        .or_else(|| present.iter().find_map(|peer| unlinked(world, &present, *peer)))
        .or_else(|| present.iter().find_map(|peer| keyless(world, first, *peer)))
        .or_else(|| unheld(world, oracle, &present))
        .or_else(|| present.iter().find_map(|peer| unacknowledged(world, oracle, &present, *peer)))
}

/// Who still asks to be admitted.
fn knocking<K: SimKeys>(world: &World<K>) -> Unrest {
    let waiting = world.peers().iter().find(|peer| peer.stage == net::sim::peer::Stage::Knocking);
    waiting.map(|peer| format!("peer {} still knocks", peer.index))
}

/// Whoever went or was sent away: all know it, and so do they.
fn gone<K: SimKeys>(world: &World<K>, present: &[PeerIndex]) -> Unrest {
    world.peers().iter().filter(|peer| peer.room.is_some()).find_map(|peer| {
        let listed = |by: &&PeerIndex| {
            let seen = room_of(world, **by).and_then(|room| room.member(peer.member()));
            seen.is_some_and(|member| member.standing == Standing::Present)
        };
        let here = present.contains(&peer.index);
        let contrary = present.iter().find(|by| listed(by) != here)?;
        Some(format!(
            "peer {} is {} to itself, but not to peer {contrary}",
            peer.index,
            if here { "here" } else { "gone" }
        ))
    })
}

/// Members, charter, title and link secrets.
fn unlike<K: SimKeys>(world: &World<K>, first: PeerIndex, peer: PeerIndex) -> Unrest {
    let (a, b) = (room_of(world, first)?, room_of(world, peer)?);
    let members = |room: &Room<K>| room.members().cloned().map(|member| Member { joined_at: None, ..member }).collect();
    let (of_a, of_b): (Vec<Member>, Vec<Member>) = (members(a), members(b));
    let alike = of_a == of_b && a.charter() == b.charter() && a.title() == b.title();
    let secrets = a.link_secrets().eq(b.link_secrets());
    let what = if alike { "link secrets" } else { "members or charter" };
    (!alike || !secrets).then(|| format!("peers {first} and {peer} hold different {what}: {of_a:?} {of_b:?}"))
}

fn unlinked<K: SimKeys>(world: &World<K>, present: &[PeerIndex], peer: PeerIndex) -> Unrest {
    let other = present.iter().find(|other| **other != peer && !world.links().linked(peer, **other))?;
    Some(format!("peers {peer} and {other} have no link"))
}

/// One epoch, whose leaves are the devices of the present members.
fn keyless<K: SimKeys>(world: &World<K>, first: PeerIndex, peer: PeerIndex) -> Unrest {
    let (a, b) = (room_of(world, first)?, room_of(world, peer)?);
    if b.rejoining() {
        return Some(format!("peer {peer} asks for keys"));
    }
    if a.keys().tip() != b.keys().tip() {
        return Some(format!("peers {first} and {peer} seal in different epochs"));
    }
    let leaves: BTreeSet<DeviceId> = b.keys().leaves().into_iter().collect();
    let listed: BTreeSet<DeviceId> = b.peers().chain([b.device()]).collect();
    (leaves != listed).then(|| format!("peer {peer} seals to {leaves:?} where {listed:?} are listed"))
}

/// Each holds what any of them holds, but for what lies below its floors and what is void.
fn unheld<K: SimKeys>(world: &World<K>, oracle: &Oracle, present: &[PeerIndex]) -> Unrest {
    let all: BTreeSet<EntryId> =
        present.iter().flat_map(|peer| oracle.reference.of(*peer).stored.iter().copied()).collect();
    present.iter().find_map(|peer| {
        let room = room_of(world, *peer)?;
        let held = oracle.reference.of(*peer);
        let floors = room.frontier();
        let owed = |id: &&EntryId| {
            let Some(place) = oracle.reference.truths.get(id).map(|truth| truth.place) else { return false };
            let floor = floors.iter().find(|floor| floor.device == place.device).map_or(0, |floor| floor.floor_seq);
            place.seq > floor && room.void_above(place.device).is_none_or(|void| place.seq <= void)
        };
        let missing = all.difference(&held.stored).find(owed)?;
        let place = oracle.reference.truths.get(missing).map(|truth| truth.place);
        Some(format!("peer {peer} lacks {missing} at {place:?}"))
    })
}

/// Own entries are shown as delivered to all that have them, and as read by all that read them.
fn unacknowledged<K: SimKeys>(world: &World<K>, oracle: &Oracle, present: &[PeerIndex], peer: PeerIndex) -> Unrest {
    let room = room_of(world, peer)?;
    let log = oracle.reference.logs.get(&room.device())?;
    (1..).zip(log).find_map(|(seq, id)| {
        let states = room.delivery(seq);
        present.iter().filter(|by| **by != peer).find_map(|by| {
            let there = oracle.reference.of(*by);
            let member = world.peers().get(*by)?.member();
            let state = states.get(&member).copied()?;
            // A mark that was lost with a crash counts for nothing.
            let mark = room_of(world, *by)?.mark();
            let read = there.read.get(id).is_some_and(|up_to| mark >= Some(*up_to));
            let floors = room_of(world, *by)?.frontier();
            let floor = floors.iter().find(|floor| floor.device == room.device()).map_or(0, |floor| floor.floor_seq);
            let least = match there.stored.contains(id) && seq > floor {
                true if read && !oracle.ephemeral() => Delivery::Read,
                true => Delivery::Delivered,
                false => Delivery::Queued,
            };
            (state < least).then(|| format!("peer {peer} shows entry {seq} as {state:?} at peer {by}, it is {least:?}"))
        })
    })
}
