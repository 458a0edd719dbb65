//! Looking after the group keys: commits that orders make due, one refresh per joiner, and the way back in.

use std::collections::BTreeMap;

use crypto::group::keys::{Keys, KeysError, LeafChange, Roster};
use crypto::id::{DeviceId, EntryId, MemberId};

use super::exchange::{Event, Millis};
use super::machine::{Room, Turn};
use super::orders::Orders;
use crate::link::LinkId;
use crate::wire::SignedEntry;
use crate::wire::frame::{Frame, Hello, MAX_PARTS, PART_BYTES};

/// Between two who might do the same chore.
const STAGGER_MS: Millis = 2_000;
/// A joiner refreshes its keys no sooner than this.
const REFRESH_MS: Millis = 3_000;
/// After so many messages in one epoch a device refreshes its keys.
const REFRESH_SEALS: u32 = 1_000;
/// Doubt about one's own keys is checked after this, and acted on after it again.
const DOUBT_MS: Millis = 1_000;
const REJOIN_MS: Millis = 5_000;
const REJOIN_MOST_MS: Millis = 60_000;
/// Frames and commits that wait for an epoch.
const MAX_STASH: usize = 32;
const MAX_STASH_BYTES: usize = 4 * 1024 * 1024;

/// What is to be done about the group keys, and when.
#[derive(Debug, Default)]
pub(super) struct Chores {
    /// A commit is due at this time, unless somebody else makes it.
    due_at: Option<Millis>,
    /// The link secret is due at this time, unless somebody else makes it.
    secret_at: Option<Millis>,
    /// Key packages of listed devices that lack a leaf, and where the Welcome goes.
    packages: BTreeMap<DeviceId, (Option<LinkId>, Vec<u8>)>,
    /// Sealed frames of epochs not held.
    stash: Vec<(LinkId, Vec<u8>)>,
    /// Commits whose parents are not held.
    orphans: Vec<Vec<u8>>,
    /// Since when this device's own keys are in doubt.
    doubt_at: Option<Millis>,
    asked: bool,
    rejoin_at: Option<Millis>,
    rejoin_ms: Millis,
    package: Option<Vec<u8>>,
}

impl Chores {
    pub(super) fn offer_package(&mut self, device: DeviceId, link: Option<LinkId>, package: Vec<u8>) {
        self.packages.insert(device, (link, package));
    }
}

/// The roster as one sees it who has just left: they may still seal.
pub(super) struct Going<'a> {
    pub(super) orders: &'a Orders,
    pub(super) me: DeviceId,
}

impl Roster for Going<'_> {
    fn member(&self, device: DeviceId) -> Option<MemberId> {
        self.orders.member(device)
    }
    fn lists(&self, device: DeviceId) -> bool {
        device == self.me || self.orders.lists(device)
    }
    fn allows(&self, change: &LeafChange) -> bool {
        self.orders.allows(change)
    }
    fn rank(&self, member: MemberId) -> u8 {
        self.orders.rank(member)
    }
}

impl<K: Keys> Room<K> {
    pub(super) fn chores_timeout(&self) -> Option<Millis> {
        let chores = &self.chores;
        let linked = self.links.listed().next().is_some();
        let refresh = self.own.refresh_at.filter(|_| linked);
        [chores.due_at, chores.secret_at, chores.doubt_at, chores.rejoin_at.filter(|_| linked), refresh]
            .into_iter()
            .flatten()
            .min()
    }

    /// What the tip and the orders disagree about: leaves to remove, devices to add, and the orders that say so.
    fn owed(&self) -> (Vec<DeviceId>, Vec<DeviceId>, Vec<EntryId>) {
        let leaves = self.keys.leaves();
        let mut remove: Vec<DeviceId> = leaves.iter().copied().filter(|leaf| !self.orders.lists(*leaf)).collect();
        let listings = &self.orders.now().devices;
        let mut named: Vec<EntryId> = remove.iter().filter_map(|device| listings.get(device)?.excluded_by).collect();
        let add: Vec<DeviceId> =
            self.chores.packages.keys().copied().filter(|device| self.orders.lists(*device)).collect();
        named.extend(add.iter().filter_map(|device| Some(listings.get(device)?.introduced_by)));
        remove.extend(add.iter().filter(|device| leaves.contains(device)));
        named.sort_unstable();
        named.dedup();
        (remove, add, named)
    }

    /// Looks again at what is due, after orders, the tip or the links changed.
    pub(super) fn reconsider(&mut self, turn: &mut Turn<'_>) {
        if !self.is_present() {
            (self.chores.due_at, self.chores.secret_at) = (None, None);
            return;
        }
        if !self.keys.leaves().contains(&self.device()) {
            self.chores.due_at = None;
            self.chores.rejoin_at.get_or_insert(turn.now);
            return;
        }
        let (remove, add, _) = self.owed();
        if remove.is_empty() && add.is_empty() {
            self.chores.due_at = None;
        } else if self.chores.due_at.is_none() {
            self.chores.due_at = Some(turn.now + self.turn_in_line() * STAGGER_MS);
        }
        if remove.is_empty() && self.orders.secret_is_stale() && self.orders.now().count() > 1 {
            let at = turn.now + self.succession() * STAGGER_MS;
            self.chores.secret_at.get_or_insert(at);
        } else {
            self.chores.secret_at = None;
        }
    }

    /// This device's place among the linked ones, drawn anew in every epoch.
    fn turn_in_line(&self) -> Millis {
        let tip = self.keys.tip();
        let draw = |device: DeviceId| crypto::kdf::hash16(crypto::kdf::Label::EpochId, &[&tip.0, &device.0]);
        let leaves = self.keys.leaves();
        let mine = draw(self.device());
        let ahead = self.links.listed().filter(|(_, link)| link.greeted && leaves.contains(&link.device));
        ahead.filter(|(_, link)| draw(link.device) < mine).count() as Millis
    }

    /// This member's place among those online, by rank and then by who joined first.
    fn succession(&self) -> Millis {
        let now = self.orders.now();
        let seat = |member| now.present(member).map(|person| (std::cmp::Reverse(person.view.rank), person.joined));
        let Some(mine) = seat(self.me()) else { return 0 };
        let others: std::collections::BTreeSet<_> = self.links.listed().map(|(_, link)| link.member).collect();
        others.into_iter().filter_map(seat).filter(|other| *other < mine).count() as Millis
    }

    /// Commits what is due; the Welcome, where somebody was added.
    pub(super) fn commit_due(&mut self, turn: &mut Turn<'_>) -> Option<Vec<u8>> {
        let (remove, add, named) = self.owed();
        self.chores.due_at = None;
        if remove.is_empty() && add.is_empty() {
            return None;
        }
        let packages: Vec<Vec<u8>> =
            add.iter().filter_map(|device| Some(self.chores.packages.get(device)?.1.clone())).collect();
        let Ok(changed) = self.keys.change(&packages, &remove, &named, &self.orders) else {
            // A package that can't be added must not stand in the way of removals.
            self.chores.packages.clear();
            return None;
        };
        self.push_commits(turn);
        if let Some(welcome) = &changed.welcome {
            for link in add.iter().filter_map(|device| self.chores.packages.get(device)?.0) {
                send_welcome(turn, link, welcome);
            }
        }
        self.chores.packages.clear();
        self.reconsider(turn);
        changed.welcome
    }

    /// Sends every kept commit to those who are not known to hold it.
    pub(super) fn push_commits(&mut self, turn: &mut Turn<'_>) {
        let (commits, tip) = (self.keys.commits(), self.keys.tip());
        for id in self.links.greeted() {
            let Some(link) = self.links.get_mut(id) else { continue };
            if link.tip == Some(tip) {
                link.commits.extend(commits.iter().copied());
                link.tip = None;
                continue;
            }
            for commit in &commits {
                if link.commits.insert(*commit)
                    && let Some(bytes) = self.keys.commit_bytes(*commit)
                {
                    turn.send(id, &Frame::Commit { bytes });
                }
            }
        }
    }

    pub(super) fn take_commit(&mut self, turn: &mut Turn<'_>, from: Option<LinkId>, bytes: Vec<u8>) {
        let before = self.keys.tip();
        match self.keys.accept(&bytes, &self.orders) {
            Ok(true) => {}
            Err(KeysError::UnknownEpoch) => {
                let size: usize = self.chores.orphans.iter().map(Vec::len).sum();
                if self.chores.orphans.len() < MAX_STASH && size + bytes.len() < MAX_STASH_BYTES {
                    self.chores.orphans.push(bytes);
                }
                return;
            }
            _ => return,
        }
        let _ = from;
        self.keys.settle(&self.orders);
        for orphan in std::mem::take(&mut self.chores.orphans) {
            self.take_commit(turn, None, orphan);
        }
        if self.keys.tip() != before {
            self.chores.due_at = None;
            self.chores.doubt_at = None;
            // Somebody else has added them, or they will ask again: adding twice would lock them out once more.
            let leaves = self.keys.leaves();
            self.chores.packages.retain(|device, _| !leaves.contains(device));
        }
        for (id, sealed) in std::mem::take(&mut self.chores.stash) {
            match self.keys.open(&sealed) {
                Ok(opened) => self.take_batch(turn, id, &opened.plaintext),
                Err(KeysError::UnknownEpoch) => self.chores.stash.push((id, sealed)),
                Err(_) => {}
            }
        }
        self.push_commits(turn);
        self.reconsider(turn);
    }

    /// A frame of an epoch that isn't held: its commit may be under way, or this device's keys are behind.
    pub(super) fn stash(&mut self, turn: &mut Turn<'_>, id: LinkId, sealed: Vec<u8>) {
        let size: usize = self.chores.stash.iter().map(|(_, sealed)| sealed.len()).sum();
        if self.chores.stash.len() < MAX_STASH && size + sealed.len() < MAX_STASH_BYTES {
            self.chores.stash.push((id, sealed));
        }
        self.doubt(turn);
    }

    fn doubt(&mut self, turn: &mut Turn<'_>) {
        if self.chores.doubt_at.is_none() {
            (self.chores.doubt_at, self.chores.asked) = (Some(turn.now + DOUBT_MS), false);
        }
    }

    /// Compares a greeting's tip with the own one.
    pub(super) fn weigh_tip(&mut self, turn: &mut Turn<'_>, id: LinkId, hello: &Hello) {
        if hello.tip == self.keys.tip() {
            self.chores.doubt_at = None;
            self.chores.orphans.clear();
            self.chores.stash.clear();
            return;
        }
        let Some(device) = self.links.get(id).map(|link| link.device) else { return };
        let leaves = self.keys.leaves();
        if hello.missing {
            self.doubt(turn);
        }
        if !leaves.contains(&device) && leaves.contains(&self.device()) && !hello.ask && !hello.missing {
            self.send_hello(turn, id, true, false);
        }
    }

    /// Does whatever has come due.
    pub(super) fn do_chores(&mut self, turn: &mut Turn<'_>) {
        let due = |at: Option<Millis>| at.is_some_and(|at| at <= turn.now);
        let (commit, secret, doubt) = (due(self.chores.due_at), due(self.chores.secret_at), due(self.chores.doubt_at));
        let (rejoin, refresh) = (due(self.chores.rejoin_at), due(self.own.refresh_at));
        if commit && self.is_present() {
            self.commit_due(turn);
        }
        if secret {
            self.chores.secret_at = None;
            self.refresh_secret(turn);
        }
        if doubt {
            self.settle_doubt(turn);
        }
        if rejoin {
            self.rejoin(turn);
        }
        if refresh && self.links.listed().next().is_some() {
            self.refresh_keys(turn);
        } else if self.own.refresh_at.is_none() && self.keys.sealed_in_tip() >= REFRESH_SEALS {
            self.own.refresh_at = Some(turn.now + self.turn_in_line() * STAGGER_MS);
        }
    }

    /// Replaces this device's own leaf keys.
    fn refresh_keys(&mut self, turn: &mut Turn<'_>) {
        (self.own.refresh_at, self.own.dirty) = (None, true);
        if self.is_present()
            && self.keys.leaves().contains(&self.device())
            && self.keys.change(&[], &[], &[], &self.orders).is_ok()
        {
            self.push_commits(turn);
        }
    }

    /// Draws when a joiner refreshes its keys: later where more of them might.
    pub(super) fn schedule_refresh(&mut self, turn: &mut Turn<'_>) {
        let spread = STAGGER_MS * self.orders.now().count() as Millis;
        let delay = REFRESH_MS + turn.rng.next_u64() % spread.max(1);
        (self.own.refresh_at, self.own.dirty) = (Some(turn.now + delay), true);
    }

    /// Frames stay sealed: first everyone is asked where they stand, then this device asks to enter again.
    fn settle_doubt(&mut self, turn: &mut Turn<'_>) {
        if self.chores.asked {
            self.chores.doubt_at = None;
            self.chores.stash.clear();
            self.chores.orphans.clear();
            self.chores.rejoin_at.get_or_insert(turn.now);
            return;
        }
        (self.chores.asked, self.chores.doubt_at) = (true, Some(turn.now + DOUBT_MS));
        let links: Vec<_> = self.links.listed().map(|(id, _)| id).collect();
        for id in links {
            self.send_hello(turn, id, false, true);
        }
    }

    /// Asks every linked member to add this device anew.
    fn rejoin(&mut self, turn: &mut Turn<'_>) {
        self.chores.rejoin_at = None;
        let links: Vec<_> = self.links.listed().map(|(id, _)| id).collect();
        if !self.is_present() {
            return;
        }
        if !self.own.rejoining {
            (self.own.rejoining, self.own.dirty) = (true, true);
            turn.tell(Event::KeysLost);
        }
        for id in links {
            self.ask_to_rejoin(turn, id);
        }
        self.chores.rejoin_ms = (self.chores.rejoin_ms * 2).clamp(REJOIN_MS, REJOIN_MOST_MS);
        self.chores.rejoin_at = Some(turn.now + self.chores.rejoin_ms);
    }

    pub(super) fn ask_to_rejoin(&mut self, turn: &mut Turn<'_>, id: LinkId) {
        if !self.own.rejoining || !self.is_present() {
            return;
        }
        if self.chores.package.is_none() {
            self.chores.package = self.keys.key_package().ok();
        }
        let Some(key_package) = self.chores.package.clone() else { return };
        let order = self.own.device_order.and_then(|id| self.orders.node(id)).map(|node| node.bytes.clone());
        turn.send(id, &Frame::Rejoin { order, key_package });
    }

    /// A listed device asks to enter again; a new one brings the order that its persona vouches for.
    pub(super) fn take_rejoin(&mut self, turn: &mut Turn<'_>, id: LinkId, order: Option<Vec<u8>>, package: Vec<u8>) {
        let Some(device) = self.links.get(id).map(|link| link.device) else { return };
        if let Some(Ok(entry)) = order.map(|bytes| SignedEntry::decode(&bytes))
            && entry.header().device == device
        {
            self.offer(turn, entry);
        }
        if self.orders.lists(device) && self.keys.package_device(&package) == Ok(device) {
            self.chores.offer_package(device, Some(id), package);
            self.reconsider(turn);
        }
    }

    pub(super) fn take_welcome(&mut self, turn: &mut Turn<'_>, id: LinkId, (part, parts): (u8, u8), bytes: &[u8]) {
        let Some(link) = self.links.get_mut(id) else { return };
        if part == 0 {
            (link.parts, link.next_part) = (Vec::new(), 0);
        }
        if part != link.next_part || !self.own.rejoining {
            return;
        }
        link.parts.extend_from_slice(bytes);
        link.next_part += 1;
        if part + 1 < parts {
            return;
        }
        let welcome = std::mem::take(&mut link.parts);
        if self.keys.welcome(&welcome, &self.orders).is_err() {
            return;
        }
        self.keys.settle(&self.orders);
        if !self.keys.leaves().contains(&self.device()) {
            return;
        }
        (self.own.rejoining, self.own.dirty) = (false, true);
        let Chores { packages, due_at, secret_at, .. } = std::mem::take(&mut self.chores);
        self.chores = Chores { packages, due_at, secret_at, ..Chores::default() };
        turn.tell(Event::Rejoined);
        let links: Vec<_> = self.links.listed().map(|(id, _)| id).collect();
        for id in links {
            self.send_hello(turn, id, false, true);
        }
        self.schedule_refresh(turn);
        self.reconsider(turn);
    }
}

fn send_welcome(turn: &mut Turn<'_>, link: LinkId, welcome: &[u8]) {
    let parts = welcome.chunks(PART_BYTES).take(usize::from(MAX_PARTS));
    let count = u8::try_from(parts.len()).unwrap_or(MAX_PARTS);
    for (part, bytes) in (0..).zip(parts) {
        turn.send(link, &Frame::Welcome { part, parts: count, bytes: bytes.to_vec() });
    }
}
