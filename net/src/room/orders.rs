//! The room's orders: which are held, which were allowed where they were given, and what they make together.
//!
//! An order is judged once, in its own causal past, and that verdict never changes. What holds *now* is a replay of
//! all allowed orders with strong removal ([`Membership::compute`]): a pure function of the set, whatever the order of
//! arrival.

use std::collections::BTreeMap;

use crypto::group::keys::{LeafChange, Roster};
use crypto::id::{DeviceId, EntryId, MemberId, RoomId};
use crypto::identity::Certificate;

use super::charter::Rank;
use super::membership::Membership;
use crate::wire::entry::Dep;
use crate::wire::order::{Order, Purpose};
use crate::wire::{Header, Place, SignedEntry};

/// An order that is held.
#[derive(Debug, Clone)]
pub(super) struct Node {
    pub(super) id: EntryId,
    pub(super) place: Place,
    pub(super) sent_at: u64,
    pub(super) author: MemberId,
    pub(super) order: Order,
    /// Of the device it introduces.
    pub(super) certificate: Option<Certificate>,
    /// Whether its author might give it, as things stood where it was given.
    pub(super) allowed: bool,
    /// The author's rank there.
    pub(super) author_rank: Rank,
    /// Whether it lowers the rank of its target there.
    demotes: bool,
    /// For each device, up to where its author had seen it.
    clock: BTreeMap<DeviceId, u64>,
    /// The signed entry, to hand on.
    pub(super) bytes: Vec<u8>,
}

impl Node {
    /// Whom it removes or demotes.
    pub(super) fn target(&self) -> Option<MemberId> {
        match &self.order {
            Order::Remove { member, .. } => Some(*member),
            Order::Rank { member, .. } if self.demotes => Some(*member),
            _ => None,
        }
    }

    /// Whether this removal or demotion takes such an order from its target: a demotion only what needs a rank.
    pub(super) fn strikes(&self, order: &Order) -> bool {
        let needs_rank = matches!(
            order,
            Order::Add { .. }
                | Order::Remove { .. }
                | Order::Rank { .. }
                | Order::Transfer { .. }
                | Order::Charter { .. }
        );
        match self.order {
            Order::Remove { .. } => !matches!(order, Order::Leave {} | Order::Create { .. }),
            _ => needs_rank,
        }
    }

    fn saw(&self, other: &Self) -> bool {
        self.clock.get(&other.place.device).is_some_and(|seen| *seen >= other.place.seq)
    }

    pub(super) fn concurrent(&self, other: &Self) -> bool {
        !self.saw(other) && !other.saw(self)
    }
}

/// The orders of one room.
#[derive(Debug)]
pub struct Orders {
    room: RoomId,
    nodes: BTreeMap<(Place, EntryId), Node>,
    places: BTreeMap<EntryId, Place>,
    by_device: BTreeMap<(DeviceId, u64), (Place, EntryId)>,
    certificates: BTreeMap<DeviceId, Certificate>,
    now: Membership,
}

impl Orders {
    /// No orders yet.
    #[must_use]
    pub fn new(room: RoomId) -> Self {
        Self {
            room,
            nodes: BTreeMap::new(),
            places: BTreeMap::new(),
            by_device: BTreeMap::new(),
            certificates: BTreeMap::new(),
            now: Membership::default(),
        }
    }

    /// What holds now.
    #[must_use]
    pub const fn now(&self) -> &Membership {
        &self.now
    }

    pub(super) fn holds(&self, id: EntryId) -> bool {
        self.places.contains_key(&id)
    }

    pub(super) fn node(&self, id: EntryId) -> Option<&Node> {
        self.nodes.get(&(*self.places.get(&id)?, id))
    }

    /// All orders in the room's total order.
    pub(super) fn nodes(&self) -> impl Iterator<Item = &Node> + Clone {
        self.nodes.values()
    }

    /// Orders of one device from `from_seq` up to `to_seq`.
    pub(super) fn of_device(&self, device: DeviceId, from_seq: u64, to_seq: u64) -> impl Iterator<Item = &Node> {
        let range = if from_seq <= to_seq { (device, from_seq)..=(device, to_seq) } else { (device, 1)..=(device, 0) };
        let range = (!range.is_empty()).then(|| self.by_device.range(range));
        range.into_iter().flatten().filter_map(|(_, key)| self.nodes.get(key))
    }

    /// The certificate of a device that an allowed order introduced, be it listed still or not.
    #[must_use]
    pub fn certificate(&self, device: DeviceId) -> Option<&Certificate> {
        self.certificates.get(&device)
    }

    /// The certificate that an entry is to be verified with: that of its device, or the one that an order introducing
    /// its own author carries. `None` where its device is not known (yet).
    pub(super) fn certificate_for(&self, entry: &SignedEntry) -> Option<Certificate> {
        let device = entry.header().device;
        if let Some(certificate) = self.certificates.get(&device) {
            return Some(certificate.clone());
        }
        let order = Order::decode(entry.body()?).ok()??;
        let certificate = order.introduces().filter(|certificate| certificate.device() == device)?;
        match order {
            Order::Create { .. } => Some(certificate),
            Order::Device { .. } => self.now.people.contains_key(&certificate.member()).then_some(certificate),
            _ => None,
        }
    }

    /// Takes an order whose signature was checked and whose causes are held; `false` where it was held already.
    pub(super) fn insert(&mut self, entry: &SignedEntry, order: Order) -> bool {
        let (id, header) = (entry.id(), entry.header());
        if self.holds(id) {
            return false;
        }
        let clock = self.clock(header);
        let saw = |node: &Node| clock.get(&node.place.device).is_some_and(|seen| *seen >= node.place.seq);
        let latest = self.nodes.values().all(saw);
        let past = if latest { None } else { Some(Membership::compute(self.nodes.values().filter(|node| saw(node)))) };
        let verdict = judge(self.room, entry, &order, past.as_ref().unwrap_or(&self.now), self.nodes.is_empty());
        let node = Node {
            id,
            place: entry.place(),
            sent_at: header.sent_at,
            author: verdict.author,
            certificate: order.introduces(),
            allowed: verdict.allowed,
            author_rank: verdict.author_rank,
            demotes: verdict.demotes,
            order,
            clock,
            bytes: entry.bytes().to_vec(),
        };
        if let Some(certificate) = node.certificate.as_ref().filter(|_| node.allowed) {
            self.certificates.entry(certificate.device()).or_insert_with(|| certificate.clone());
        }
        let key = (node.place, id);
        self.places.insert(id, node.place);
        self.by_device.entry((header.device, header.seq)).or_insert(key);
        if latest && node.allowed {
            self.now.apply(&node);
        }
        self.nodes.insert(key, node);
        if !latest {
            self.now = Membership::compute(self.nodes.values());
        }
        true
    }

    /// Whether an order of this device, made just now, would be allowed.
    pub(super) fn would_allow(&self, entry: &SignedEntry, order: &Order) -> bool {
        judge(self.room, entry, order, &self.now, self.nodes.is_empty()).allowed
    }

    /// Up to where the author of a header had seen each device's log, as far as orders tell.
    fn clock(&self, header: &Header) -> BTreeMap<DeviceId, u64> {
        let mut clock = BTreeMap::new();
        let seen = header.deps.iter().map(|dep| (dep.device, dep.seq));
        for (device, seq) in seen.chain((header.seq > 1).then_some((header.device, header.seq - 1))) {
            let last = self.by_device.range((device, 0)..=(device, seq)).next_back();
            let before = last.and_then(|(_, key)| self.nodes.get(key)).map(|node| &node.clock);
            for (device, seq) in
                before.into_iter().flatten().map(|(device, seq)| (*device, *seq)).chain([(device, seq)])
            {
                let known = clock.entry(device).or_insert(0);
                *known = seq.max(*known);
            }
        }
        clock
    }

    /// The newest orders that no other order has seen, deepest first: what a new order must name, so that orders are
    /// causally linked whatever lies between them.
    pub(super) fn heads(&self) -> Vec<Dep> {
        let heads = self.nodes.values().rev().filter(|node| !self.nodes.values().any(|other| other.saw(node)));
        heads.map(|node| Dep { device: node.place.device, seq: node.place.seq, id: node.id }).collect()
    }

    /// Whether somebody went whom the newest link secret doesn't exclude yet.
    pub(super) fn secret_is_stale(&self) -> bool {
        let Some(newest) = self.now.secrets.first().and_then(|secret| self.node(secret.id)) else { return true };
        let people = self.now.people.values().filter_map(|person| person.ended_by);
        let devices = self.now.devices.values().filter_map(|listing| listing.excluded_by);
        people.chain(devices).filter_map(|id| self.node(id)).any(|end| !newest.saw(end))
    }

    fn excludes(&self, node: &Node, device: DeviceId) -> bool {
        let member = self.certificates.get(&device).map(Certificate::member);
        match &node.order {
            Order::Leave {} => member == Some(node.author),
            Order::Remove { member: removed, .. } => member == Some(*removed),
            Order::Device { replaces, .. } => *replaces == Some(device) && member == Some(node.author),
            _ => false,
        }
    }
}

impl Roster for Orders {
    fn member(&self, device: DeviceId) -> Option<MemberId> {
        self.certificates.get(&device).map(Certificate::member)
    }

    fn lists(&self, device: DeviceId) -> bool {
        self.now.lists(device)
    }

    fn allows(&self, change: &LeafChange) -> bool {
        let Some(named) = change.orders.iter().map(|id| self.node(*id)).collect::<Option<Vec<_>>>() else {
            return false;
        };
        let introduces = |node: &&&Node, device| node.certificate.as_ref().is_some_and(|c| c.device() == device);
        let added = |device: &DeviceId| named.iter().any(|node| introduces(&node, *device));
        let removed =
            |device: &DeviceId| change.added.contains(device) || named.iter().any(|node| self.excludes(node, *device));
        self.certificates.contains_key(&change.committer)
            && named.iter().all(|node| node.allowed)
            && change.added.iter().all(added)
            && change.removed.iter().all(removed)
    }

    fn rank(&self, member: MemberId) -> u8 {
        self.now.present(member).map_or(0, |person| person.view.rank as u8)
    }
}

struct Verdict {
    author: MemberId,
    allowed: bool,
    author_rank: Rank,
    demotes: bool,
}

/// Judges an order as things stood where it was given.
fn judge(room: RoomId, entry: &SignedEntry, order: &Order, past: &Membership, first: bool) -> Verdict {
    let introduced = order.introduces();
    let own = introduced.as_ref().filter(|certificate| certificate.device() == entry.header().device);
    let listed = past.devices.get(&entry.header().device).filter(|listing| listing.excluded_by.is_none());
    let author = match (listed, own, order) {
        (Some(listing), ..) => Some(listing.member),
        (None, Some(certificate), Order::Create { .. } | Order::Device { .. }) => Some(certificate.member()),
        _ => None,
    };
    let Some(author) = author else {
        return Verdict { author: MemberId::default(), allowed: false, author_rank: Rank::Observer, demotes: false };
    };
    let rank = past.present(author).map(|person| person.view.rank);
    let target_rank = match order {
        Order::Remove { member, .. } | Order::Rank { member, .. } | Order::Transfer { member } => {
            past.present(*member).filter(|person| person.view.member != author).map(|person| person.view.rank)
        }
        _ => None,
    };
    let moderates = rank.is_some_and(|rank| rank >= Rank::Moderator);
    let allowed = match order {
        Order::Create { .. } => first && own.is_some() && entry.id().0 == room.0,
        Order::Add { rank: given, .. } => {
            let newcomer = introduced.as_ref().is_some_and(|certificate| past.present(certificate.member()).is_none());
            let most = if past.purpose == Purpose::Direct { 2 } else { usize::from(past.charter.max_members) };
            moderates && newcomer && past.count() < most && *given < Rank::Owner && Some(*given) <= rank
        }
        Order::Leave {} | Order::LinkSecret { .. } | Order::Name { .. } => rank.is_some(),
        Order::Remove { .. } => {
            moderates && target_rank.is_some_and(|target| target < Rank::Owner && Some(target) <= rank)
        }
        Order::Transfer { .. } => rank == Some(Rank::Owner) && target_rank.is_some(),
        Order::Rank { rank: given, .. } => {
            moderates
                && target_rank.is_some_and(|target| target < Rank::Owner && Some(target) <= rank)
                && *given < Rank::Owner
                && Some(*given) <= rank
        }
        Order::Charter { charter, .. } => rank == Some(Rank::Owner) && charter.may_follow(&past.charter),
        Order::Device { .. } => {
            rank.is_some() && introduced.as_ref().is_some_and(|certificate| certificate.member() == author)
        }
    };
    let demotes = matches!((order, target_rank), (Order::Rank { rank, .. }, Some(before)) if *rank < before);
    Verdict { author, allowed, author_rank: rank.unwrap_or(Rank::Observer), demotes }
}

#[cfg(test)]
#[path = "orders_tests.rs"]
mod tests;
