//! What is said on links: greetings, announcements, batches, commits.
//!
//! New entries are pushed, sealed once, to every link that is known to have all before them. Everything else is pulled:
//! a peer says how far it holds each log, and who lacks something asks for it, a batch at a time and at most four at
//! once on a link, so no queue grows with the history.

use std::collections::{BTreeMap, BTreeSet};

use crypto::group::keys::{CommitId, EpochId};
use crypto::id::{DeviceId, MemberId};
use crypto::identity::Certificate;

use super::exchange::Millis;
use super::log::Log;
use super::machine::Turn;
use crate::link::LinkId;
use crate::wire::SignedEntry;
use crate::wire::frame::{Floor, Frame, Hello, MAX_FLOORS};

/// Batches asked for at once on one link.
const MAX_WANTS: usize = 4;
/// An unanswered request is repeated, elsewhere where possible.
const WANT_MS: Millis = 3_000;
/// Announcements to those who probably know already are gathered for so long.
const TELL_MS: Millis = 150;
/// A peer that doesn't confirm is reminded, at growing intervals.
const REMIND_MS: Millis = 2_000;
const REMIND_MOST_MS: Millis = 60_000;
/// A cause that no linked peer could give for so long counts as lost.
const WAIVE_MS: Millis = 20_000;

/// One authenticated link.
#[derive(Debug)]
pub(super) struct Link {
    pub(super) device: DeviceId,
    pub(super) member: MemberId,
    /// Whether the orders list the device; until then nothing is told to it.
    pub(super) listed: bool,
    /// Whether it said where it stands.
    pub(super) greeted: bool,
    pub(super) tip: Option<EpochId>,
    pub(super) commits: BTreeSet<CommitId>,
    /// What it holds.
    known: BTreeMap<DeviceId, Floor>,
    /// What it will hold once it has read what was sent.
    reach: BTreeMap<DeviceId, u64>,
    /// Logs that moved here since it was last told: an announcement to some, the acknowledgement to their author.
    untold: BTreeSet<DeviceId>,
    tell_at: Option<Millis>,
    /// When to look whether it confirmed everything.
    remind_at: Option<Millis>,
    remind_ms: Millis,
    /// Logs that it was asked for in vain.
    failed: BTreeSet<DeviceId>,
    /// Parts of a Welcome.
    pub(super) parts: Vec<u8>,
    pub(super) next_part: u8,
}

impl Link {
    /// A peer that makes up devices is believed so many and no more.
    fn may_know(&self, device: DeviceId) -> bool {
        self.known.len() < MAX_FLOORS || self.known.contains_key(&device)
    }

    fn head(&self, device: DeviceId) -> u64 {
        self.known.get(&device).map_or(0, |floor| floor.head_seq)
    }
}

#[derive(Debug)]
struct Want {
    link: LinkId,
    until: Millis,
}

/// All links of a room, and what was asked for on them.
#[derive(Debug, Default)]
pub(super) struct Links {
    links: BTreeMap<LinkId, Link>,
    wants: BTreeMap<DeviceId, Want>,
    /// Logs of which somebody seems to hold more.
    behind: BTreeSet<DeviceId>,
    missing_since: Option<Millis>,
}

impl Links {
    pub(super) fn open(&mut self, id: LinkId, certificate: &Certificate, listed: bool) {
        let (device, member) = (certificate.device(), certificate.member());
        let link = Link {
            device,
            member,
            listed,
            greeted: false,
            tip: None,
            commits: BTreeSet::new(),
            known: BTreeMap::new(),
            reach: BTreeMap::new(),
            untold: BTreeSet::new(),
            tell_at: None,
            remind_at: None,
            remind_ms: REMIND_MS,
            failed: BTreeSet::new(),
            parts: Vec::new(),
            next_part: 0,
        };
        self.links.insert(id, link);
    }

    pub(super) fn close(&mut self, id: LinkId) -> Option<Link> {
        self.wants.retain(|_, want| want.link != id);
        self.links.remove(&id)
    }

    pub(super) fn get(&self, id: LinkId) -> Option<&Link> {
        self.links.get(&id)
    }

    pub(super) fn get_mut(&mut self, id: LinkId) -> Option<&mut Link> {
        self.links.get_mut(&id)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (LinkId, &Link)> {
        self.links.iter().map(|(id, link)| (*id, link))
    }

    /// Links of listed devices, by id.
    pub(super) fn listed(&self) -> impl Iterator<Item = (LinkId, &Link)> {
        self.iter().filter(|(_, link)| link.listed)
    }

    /// Links whose device is listed and has said where it stands.
    pub(super) fn greeted(&self) -> Vec<LinkId> {
        self.listed().filter(|(_, link)| link.greeted).map(|(id, _)| id).collect()
    }

    pub(super) fn of_member(&self, member: MemberId) -> impl Iterator<Item = LinkId> + use<> {
        let links: Vec<_> = self.listed().filter(|(_, link)| link.member == member).map(|(id, _)| id).collect();
        links.into_iter()
    }

    pub(super) fn of_device(&self, device: DeviceId) -> impl Iterator<Item = LinkId> + use<> {
        let links: Vec<_> = self.listed().filter(|(_, link)| link.device == device).map(|(id, _)| id).collect();
        links.into_iter()
    }

    pub(super) fn tell_all(&self, turn: &mut Turn<'_>, frame: &Frame) {
        let bytes = frame.encode();
        turn.out.send.extend(self.listed().map(|(id, _)| (id, bytes.clone())));
    }

    /// A log moved here up to `head`: its author and those who lack it are to know, if not at once.
    pub(super) fn news(&mut self, device: DeviceId, head: u64, now: Millis) {
        for link in self.links.values_mut().filter(|link| link.listed) {
            if !link.greeted {
                link.untold.insert(device);
                continue;
            }
            if link.device == device || link.head(device) < head {
                link.untold.insert(device);
                link.tell_at.get_or_insert(now + TELL_MS);
            }
            link.remind_ms = REMIND_MS;
            link.remind_at.get_or_insert(now + REMIND_MS);
        }
    }

    /// Tells a link at the end of this turn what moved.
    pub(super) fn hurry(&mut self, link: LinkId, now: Millis) {
        if let Some(link) = self.links.get_mut(&link).filter(|link| !link.untold.is_empty()) {
            link.tell_at = Some(now);
        }
    }

    /// Tells the links of an entry's author at the end of this turn that it is stored.
    pub(super) fn hurry_device(&mut self, device: DeviceId, now: Millis) {
        for link in self.links.values_mut().filter(|link| link.device == device && !link.untold.is_empty()) {
            link.tell_at = Some(now);
        }
    }

    /// Answers a peer that doesn't know what is held here.
    pub(super) fn owe(&mut self, id: LinkId, devices: impl Iterator<Item = DeviceId>, now: Millis) {
        if let Some(link) = self.links.get_mut(&id) {
            link.untold.extend(devices);
            link.tell_at = Some(now);
        }
    }

    /// Whoever transmits an entry holds it and what it depends on.
    pub(super) fn saw(&mut self, id: LinkId, entry: &SignedEntry, log: &Log) {
        let Some(link) = self.links.get_mut(&id) else { return };
        let header = entry.header();
        let deps = header.deps.iter().map(|dep| (dep.device, dep.seq));
        for (device, seq) in deps.chain([(header.device, header.seq)]) {
            if seq > log.chain(device).head_seq && link.may_know(device) {
                let floor = link.known.entry(device).or_insert(Floor { device, ..Floor::default() });
                floor.head_seq = floor.head_seq.max(seq);
                link.failed.remove(&device);
                self.behind.insert(device);
            }
        }
    }

    /// A cause is missing; somebody may have it.
    pub(super) fn miss(&mut self, device: DeviceId, now: Millis) {
        self.behind.insert(device);
        self.missing_since.get_or_insert(now);
    }

    /// Takes what a peer says it holds.
    pub(super) fn learn(&mut self, id: LinkId, frontier: &[Floor], log: &Log) {
        let Some(link) = self.links.get_mut(&id) else { return };
        for floor in frontier {
            if !link.may_know(floor.device) {
                continue;
            }
            let known = link.known.entry(floor.device).or_insert(*floor);
            if floor.head_seq >= known.head_seq {
                *known = *floor;
            }
            let head = log.chain(floor.device).head_seq;
            let reach = link.reach.entry(floor.device).or_default();
            *reach = (*reach).max(floor.head_seq);
            link.failed.remove(&floor.device);
            if floor.head_seq > head {
                self.behind.insert(floor.device);
            }
            if floor.head_seq >= head && link.device != floor.device {
                link.untold.remove(&floor.device);
            }
        }
    }

    /// Forgets what was believed to be under way: the peer has said anew where it stands.
    ///
    /// What moved since this device's own greeting left is announced: it was written while greetings crossed.
    pub(super) fn greet(&mut self, id: LinkId, hello: &Hello, log: &Log, now: Millis) {
        let Some(link) = self.links.get_mut(&id) else { return };
        link.greeted = true;
        link.tip = Some(hello.tip);
        link.commits.extend(hello.commits.iter().copied());
        link.reach.clear();
        link.known.clear();
        self.learn(id, &hello.frontier, log);
        self.hurry(id, now);
    }

    /// Links that have everything of a log before `seq`, and links that lack some of it.
    pub(super) fn contiguous(&self, device: DeviceId, seq: u64) -> (Vec<LinkId>, Vec<LinkId>) {
        let whole = |link: &Link| link.reach.get(&device).copied().unwrap_or(0).max(link.head(device)) + 1 == seq;
        let listed = self.listed().filter(|(_, link)| link.greeted && link.head(device) < seq);
        let (near, far): (Vec<_>, Vec<_>) = listed.partition(|(_, link)| whole(link));
        (near.into_iter().map(|(id, _)| id).collect(), far.into_iter().map(|(id, _)| id).collect())
    }

    pub(super) fn reached(&mut self, id: LinkId, device: DeviceId, seq: u64) {
        if let Some(link) = self.links.get_mut(&id) {
            link.reach.insert(device, seq);
            link.untold.remove(&device);
        }
    }

    /// A request was answered, with entries or with a frontier.
    pub(super) fn answered(&mut self, id: LinkId, device: DeviceId) -> bool {
        let answered = self.wants.get(&device).is_some_and(|want| want.link == id);
        if answered {
            self.wants.remove(&device);
        }
        answered
    }

    /// The floor above our head that a peer holds a log from.
    pub(super) fn floor_of(&self, id: LinkId, device: DeviceId) -> Option<Floor> {
        self.links.get(&id)?.known.get(&device).copied()
    }

    /// Asks for what is missing, of whoever holds it and is least busy.
    pub(super) fn ask(&mut self, turn: &mut Turn<'_>, log: &Log, ephemeral: bool) {
        for device in self.behind.clone() {
            if self.wants.contains_key(&device) {
                continue;
            }
            let next = log.first_missing(device);
            if log.chain(device).cut.is_some() {
                self.behind.remove(&device);
                continue;
            }
            if log.is_half_full() && next > log.chain(device).head_seq + 1 {
                continue;
            }
            match self.choose(device, next, ephemeral) {
                Some(id) => {
                    self.wants.insert(device, Want { link: id, until: turn.now + WANT_MS });
                    turn.send(id, &Frame::Want { device, from_seq: next });
                }
                None if !self.greeted_head(device, next) => {
                    self.behind.remove(&device);
                }
                None => {}
            }
        }
    }

    fn greeted_head(&self, device: DeviceId, next: u64) -> bool {
        self.listed().any(|(_, link)| link.greeted && link.head(device) >= next)
    }

    fn choose(&self, device: DeviceId, next: u64, ephemeral: bool) -> Option<LinkId> {
        let busy = |id: LinkId| self.wants.values().filter(|want| want.link == id).count();
        let able = |link: &Link| {
            let floor = link.known.get(&device).map_or(0, |floor| floor.floor_seq);
            floor < next || ephemeral || link.device == device
        };
        self.listed()
            .filter(|(_, link)| link.greeted && link.head(device) >= next && !link.failed.contains(&device))
            .filter(|(id, link)| able(link) && busy(*id) < MAX_WANTS)
            .min_by_key(|(id, link)| {
                let floored = link.known.get(&device).is_some_and(|floor| floor.floor_seq >= next);
                (floored, busy(*id), link.device != device)
            })
            .map(|(id, _)| id)
    }

    /// Gives up requests that nobody answered; then others are asked, and in the end the same again.
    pub(super) fn expire(&mut self, now: Millis) {
        let over: Vec<_> = self
            .wants
            .iter()
            .filter(|(_, want)| want.until <= now)
            .map(|(device, want)| (*device, want.link))
            .collect();
        for (device, id) in over {
            self.wants.remove(&device);
            if let Some(link) = self.links.get_mut(&id) {
                link.failed.insert(device);
            }
            let others = self.links.values().any(|link| link.head(device) > 0 && !link.failed.contains(&device));
            if !others {
                for link in self.links.values_mut() {
                    link.failed.remove(&device);
                }
            }
            self.behind.insert(device);
        }
    }

    /// Tells what moved to those whose time has come, and reminds those who don't confirm.
    pub(super) fn announce(&mut self, turn: &mut Turn<'_>, log: &Log) {
        let now = turn.now;
        for (id, link) in &mut self.links {
            if link.tell_at.is_some_and(|at| at <= now) {
                link.tell_at = None;
                let frontier: Vec<_> = std::mem::take(&mut link.untold)
                    .into_iter()
                    .map(|device| log.chain(device).floor(device))
                    .collect();
                if !frontier.is_empty() {
                    turn.out.send.push((*id, Frame::Have { frontier, ask: false }.encode()));
                }
            }
            if link.remind_at.is_some_and(|at| at <= now) {
                let lags = |(device, chain): &(DeviceId, &super::log::Chain)| link.head(*device) < chain.head_seq;
                let frontier: Vec<_> = log.chains().filter(lags).map(|(device, chain)| chain.floor(device)).collect();
                link.remind_at = (!frontier.is_empty()).then_some(now + link.remind_ms);
                link.remind_ms = (link.remind_ms * 2).min(REMIND_MOST_MS);
                if !frontier.is_empty() {
                    turn.out.send.push((*id, Frame::Have { frontier, ask: true }.encode()));
                }
            }
        }
    }

    /// Causes that no linked peer holds although there was time to find out.
    pub(super) fn hopeless(&mut self, now: Millis, log: &Log) -> BTreeSet<(DeviceId, u64)> {
        if log.missing().next().is_none() {
            self.missing_since = None;
        }
        if self.missing_since.is_none_or(|since| now < since + WAIVE_MS) {
            return BTreeSet::new();
        }
        self.missing_since = Some(now);
        if self.greeted().is_empty() {
            return BTreeSet::new();
        }
        let holds = |floor: &Floor, seq: u64| {
            floor.head_seq >= seq && floor.floor_seq < seq && floor.head != crypto::id::EntryId::default()
        };
        let held = |device: DeviceId, seq: u64| {
            self.listed().any(|(_, link)| link.known.get(&device).is_some_and(|floor| holds(floor, seq)))
        };
        log.missing().filter(|(device, seq)| !held(*device, *seq)).collect()
    }

    pub(super) fn next_timeout(&self) -> Option<Millis> {
        let wants = self.wants.values().map(|want| want.until);
        let tells = self.links.values().flat_map(|link| [link.tell_at, link.remind_at]).flatten();
        wants.chain(tells).chain(self.missing_since.map(|since| since + WAIVE_MS)).min()
    }
}
