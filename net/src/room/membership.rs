//! The room as a set of orders has it: members, devices, charter, link secrets.
//!
//! A membership is only ever built by replaying orders in the room's total order, so it is a pure function of the set.

use std::collections::{BTreeMap, BTreeSet};

use crypto::id::{DeviceId, EntryId, MemberId};
use crypto::secret::{Key32, Personal};

use super::charter::{Charter, MAX_MEMBERS, Rank};
use super::exchange::{Member, Standing};
use super::orders::Node;
use crate::wire::Place;
use crate::wire::order::{Order, Purpose};

/// A person who is or was a member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Person {
    pub(super) view: Member,
    /// The highest rank ever held here: whoever lost it *concurrently* is dealt with by voiding, not by this.
    peak: Rank,
    /// Where the order that admitted them stands.
    pub(super) joined: Place,
    /// The order that ended their membership.
    pub(super) ended_by: Option<EntryId>,
}

/// A device that is or was one of a member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Listing {
    pub(super) member: MemberId,
    pub(super) introduced_by: EntryId,
    pub(super) excluded_by: Option<EntryId>,
    /// Entries above it are void.
    pub(super) void_above: Option<u64>,
}

/// A link secret and where the order that made it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Secret {
    pub(super) generation: u64,
    pub(super) place: Place,
    pub(super) id: EntryId,
    pub(super) key: Key32,
}

/// The room as its orders have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Membership {
    pub(super) title: Personal,
    pub(super) charter: Charter,
    pub(super) purpose: Purpose,
    pub(super) people: BTreeMap<MemberId, Person>,
    pub(super) devices: BTreeMap<DeviceId, Listing>,
    /// Newest first.
    pub(super) secrets: Vec<Secret>,
    pub(super) voided: BTreeSet<EntryId>,
}

impl Default for Membership {
    fn default() -> Self {
        Self {
            title: Personal::default(),
            charter: Charter::direct(),
            purpose: Purpose::Group,
            people: BTreeMap::new(),
            devices: BTreeMap::new(),
            secrets: Vec::new(),
            voided: BTreeSet::new(),
        }
    }
}

impl Membership {
    /// The membership that a set of orders makes, given in the room's total order.
    pub(super) fn compute<'a>(nodes: impl Iterator<Item = &'a Node> + Clone) -> Self {
        let mut membership = Self { voided: voided(nodes.clone()), ..Self::default() };
        for node in nodes {
            if node.allowed && !membership.voided.contains(&node.id) {
                membership.apply(node);
            }
        }
        membership
    }

    /// A member who is one now.
    pub(super) fn present(&self, member: MemberId) -> Option<&Person> {
        self.people.get(&member).filter(|person| person.view.standing == Standing::Present)
    }

    pub(super) fn count(&self) -> usize {
        self.people.values().filter(|person| person.view.standing == Standing::Present).count()
    }

    /// Whether the device counts as one of a present member.
    pub(super) fn lists(&self, device: DeviceId) -> bool {
        self.devices
            .get(&device)
            .is_some_and(|listing| listing.excluded_by.is_none() && self.present(listing.member).is_some())
    }

    /// At most this many members, whatever the charter was when two were admitted at once.
    fn room_for_one(&self) -> bool {
        let most = if self.purpose == Purpose::Direct { 2 } else { usize::from(MAX_MEMBERS) };
        self.count() < most
    }

    /// Replays one order that was allowed in its own past and is not void.
    pub(super) fn apply(&mut self, node: &Node) {
        let needed = needed_rank(&node.order);
        let founding = matches!(node.order, Order::Create { .. });
        if !founding && self.people.get(&node.author).is_none_or(|person| person.peak < needed) {
            return;
        }
        match &node.order {
            Order::Create { title, charter, purpose, .. } => {
                (self.title, self.charter, self.purpose) = (title.clone(), charter.clone(), *purpose);
                self.admit(node);
            }
            Order::Add { .. } if self.room_for_one() => self.admit(node),
            Order::Add { .. } => {}
            Order::Leave {} => self.end(node.author, Standing::Left, node),
            Order::Remove { member, .. } => self.end(*member, Standing::Removed, node),
            Order::Transfer { member } => self.transfer(*member),
            Order::Rank { member, rank } => self.rank(*member, *rank),
            Order::Charter { charter, title } => {
                (self.title, self.charter) = (title.clone(), charter.clone());
            }
            Order::Device { replaces, .. } => self.device(node, *replaces),
            Order::LinkSecret { secret, generation } => {
                let (generation, place, id) = (*generation, node.place, node.id);
                self.secrets.push(Secret { generation, place, id, key: secret.clone() });
                self.secrets.sort_by_key(|secret| std::cmp::Reverse((secret.generation, secret.place)));
            }
            Order::Name { name } => {
                if let Some(person) = self.people.get_mut(&node.author) {
                    person.view.name = name.clone();
                }
            }
        }
    }

    fn admit(&mut self, node: &Node) {
        let (name, role, rank) = match &node.order {
            Order::Create { name, role, .. } => (name, *role, Rank::Owner),
            Order::Add { name, role, rank, .. } => (name, *role, *rank),
            _ => return,
        };
        let Some(certificate) = &node.certificate else { return };
        let (member, device) = (certificate.member(), certificate.device());
        if self.present(member).is_some() {
            return;
        }
        let view = Member {
            member,
            persona: certificate.persona(),
            name: name.clone(),
            role,
            rank,
            joined_at: (node.sent_at > 0).then_some(node.sent_at),
            standing: Standing::Present,
            ended: None,
            devices: vec![device],
        };
        self.people.insert(member, Person { view, peak: rank, joined: node.place, ended_by: None });
        self.devices.insert(device, Listing { member, introduced_by: node.id, excluded_by: None, void_above: None });
    }

    fn end(&mut self, member: MemberId, standing: Standing, node: &Node) {
        let Some(person) = self.people.get_mut(&member) else { return };
        if person.view.standing != Standing::Present {
            return;
        }
        (person.view.standing, person.view.ended) = (standing, Some(node.place));
        person.ended_by = Some(node.id);
        for (device, listing) in self.devices.iter_mut().filter(|(_, listing)| listing.member == member) {
            if listing.excluded_by.is_none() {
                listing.excluded_by = Some(node.id);
            }
            listing.void_above = match &node.order {
                Order::Remove { heads, .. } => {
                    Some(heads.iter().find(|head| head.device == *device).map_or(0, |head| head.seq))
                }
                _ => None,
            };
        }
        self.ensure_owner();
    }

    /// Somebody always owns the room: where the owner went without handing it on, the highest and then oldest member
    /// does.
    fn ensure_owner(&mut self) {
        let present = || self.people.values().filter(|person| person.view.standing == Standing::Present);
        if present().any(|person| person.view.rank == Rank::Owner) {
            return;
        }
        let heir = present()
            .max_by_key(|person| (person.view.rank, std::cmp::Reverse(person.joined)))
            .map(|person| person.view.member);
        if let Some(person) = heir.and_then(|heir| self.people.get_mut(&heir)) {
            person.view.rank = Rank::Owner;
            person.peak = Rank::Owner;
        }
    }

    fn transfer(&mut self, to: MemberId) {
        if self.present(to).is_none() {
            return;
        }
        for person in self.people.values_mut().filter(|person| person.view.rank == Rank::Owner) {
            person.view.rank = Rank::Moderator;
        }
        self.rank(to, Rank::Owner);
    }

    fn rank(&mut self, member: MemberId, rank: Rank) {
        if let Some(person) = self.people.get_mut(&member)
            && (person.view.rank != Rank::Owner || rank == Rank::Owner)
        {
            person.view.rank = rank;
            person.peak = person.peak.max(rank);
        }
    }

    fn device(&mut self, node: &Node, replaces: Option<DeviceId>) {
        let Some(certificate) = &node.certificate else { return };
        let (member, device) = (certificate.member(), certificate.device());
        if self.present(member).is_none() || self.devices.contains_key(&device) {
            return;
        }
        self.devices.insert(device, Listing { member, introduced_by: node.id, excluded_by: None, void_above: None });
        let replaced = replaces.filter(|old| self.devices.get(old).is_some_and(|listing| listing.member == member));
        if let Some(listing) = replaced.and_then(|old| self.devices.get_mut(&old)) {
            listing.excluded_by = Some(node.id);
        }
        if let Some(person) = self.people.get_mut(&member) {
            person.view.devices.retain(|old| Some(*old) != replaced);
            person.view.devices.push(device);
        }
    }
}

/// What one must be, or have been until a concurrent order ended it, to give an order.
fn needed_rank(order: &Order) -> Rank {
    match order {
        Order::Add { .. } | Order::Remove { .. } | Order::Rank { .. } => Rank::Moderator,
        Order::Transfer { .. } | Order::Charter { .. } => Rank::Owner,
        _ => Rank::Observer,
    }
}

/// Strong removal: a removal or demotion by an equal or higher rank voids what its target ordered concurrently, except
/// that two equals who remove each other are both gone. Removals are weighed from the highest rank down and then by
/// place, and one that was found to hold is not voided afterwards: so the outcome depends on the set alone.
fn voided<'a>(nodes: impl Iterator<Item = &'a Node> + Clone) -> BTreeSet<EntryId> {
    let mut removals: Vec<&Node> = nodes.clone().filter(|node| node.allowed && node.target().is_some()).collect();
    removals.sort_by_key(|node| (std::cmp::Reverse(node.author_rank), node.place, node.id));
    let (mut held, mut voided) = (BTreeSet::new(), BTreeSet::new());
    for removal in removals {
        if voided.contains(&removal.id) {
            continue;
        }
        held.insert(removal.id);
        let Some(target) = removal.target() else { continue };
        for node in nodes.clone().filter(|node| node.author == target && node.id != removal.id) {
            let mutual = node.target() == Some(removal.author) && node.author_rank == removal.author_rank;
            let spared = mutual || held.contains(&node.id) || !removal.strikes(&node.order);
            if !spared && removal.author_rank >= node.author_rank && removal.concurrent(node) {
                voided.insert(node.id);
            }
        }
    }
    voided
}
