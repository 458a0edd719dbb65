//! Giving orders, and following what orders change.

use crypto::group::keys::{Keys, Roster as _};
use crypto::id::{DeviceId, MemberId};
use crypto::secret::Key32;

use super::charter::Rank;
use super::exchange::{Event, JoinRequest, OrderRequest, Refused, Standing};
use super::keeping;
use super::machine::{Room, Turn};
use super::membership::Membership;
use crate::wire::bundle::{Bundle, Stand};
use crate::wire::order::{Head, MAX_HEADS, Order, Purpose};
use crate::wire::{Kind, SignedEntry};

impl<K: Keys> Room<K> {
    /// This person gives an order.
    pub(super) fn order(&mut self, turn: &mut Turn<'_>, request: OrderRequest) -> Result<(), Refused> {
        self.may_write(Kind::ORDER)?;
        let known = |member: MemberId| {
            if self.orders.now().present(member).is_some() { Ok(()) } else { Err(Refused::UnknownMember) }
        };
        let order = match request {
            OrderRequest::Leave => return self.leave(turn),
            OrderRequest::Remove(member) => {
                known(member)?;
                let mut heads: Vec<Head> = self
                    .devices_of(member)
                    .map(|device| Head { device, seq: self.log.chain(device).head_seq })
                    .collect();
                heads.truncate(MAX_HEADS);
                Order::Remove { member, heads }
            }
            OrderRequest::Transfer(member) => {
                known(member)?;
                Order::Transfer { member }
            }
            OrderRequest::Rank(member, rank) => {
                known(member)?;
                Order::Rank { member, rank }
            }
            OrderRequest::Charter(charter, title) => Order::Charter { charter, title },
            OrderRequest::Name(name) => Order::Name { name },
        };
        order.check().map_err(|_| Refused::TooLong)?;
        let entry = self.give(turn, &order)?;
        // The removed must be out of the group before anything is sealed, this order included.
        self.commit_due(turn);
        self.push(turn, &entry);
        self.refresh_secret(turn);
        Ok(())
    }

    /// Makes an order of this device and lets it take its place, if it is allowed now.
    pub(super) fn give(&mut self, turn: &mut Turn<'_>, order: &Order) -> Result<SignedEntry, Refused> {
        let entry = self.compose(turn, Kind::ORDER, &order.encode());
        if !self.orders.would_allow(&entry, order) {
            return Err(Refused::NotAllowed);
        }
        self.apply(turn, entry.clone(), 0);
        Ok(entry)
    }

    /// Goes. The order is sealed before it takes effect here, while this device may still seal.
    fn leave(&mut self, turn: &mut Turn<'_>) -> Result<(), Refused> {
        let order = Order::Leave {};
        let entry = self.compose(turn, Kind::ORDER, &order.encode());
        if !self.orders.would_allow(&entry, &order) {
            return Err(Refused::NotAllowed);
        }
        self.push(turn, &entry);
        self.apply(turn, entry, 0);
        Ok(())
    }

    /// Admits somebody: the order, the commit that adds their device, and the bundle they enter with.
    pub(super) fn admit(
        &mut self,
        turn: &mut Turn<'_>,
        join: JoinRequest,
        ticket: Option<[u8; 16]>,
    ) -> Result<(), Refused> {
        self.may_write(Kind::ORDER)?;
        let (member, device) = (join.certificate.member(), join.certificate.device());
        if self.keys.package_device(&join.key_package) != Ok(device) {
            return Err(Refused::BadKeys);
        }
        if !self.keys.leaves().contains(&self.device()) {
            return Err(Refused::Keys);
        }
        let most = if self.purpose() == Purpose::Direct { 2 } else { usize::from(self.charter().max_members) };
        if self.orders.now().count() >= most {
            return Err(Refused::Full);
        }
        let certificate = join.certificate.bytes().to_vec();
        let order = Order::Add { certificate, name: join.name, role: join.role, rank: Rank::Member, ticket };
        order.check().map_err(|_| Refused::TooLong)?;
        let entry = self.give(turn, &order)?;
        self.chores.offer_package(device, None, join.key_package);
        let welcome = self.commit_due(turn).ok_or(Refused::Keys)?;
        self.push(turn, &entry);
        let bundle = Bundle {
            orders: self.orders.nodes().map(|node| node.bytes.clone()).collect(),
            welcome,
            stands: self.stands(),
            addresses: self.records.values().cloned().collect(),
        };
        turn.tell(Event::Admission { to: member, bundle: bundle.encode() });
        Ok(())
    }

    /// Where every log stands, for one who joins now.
    fn stands(&self) -> Vec<Stand> {
        let stand = |(device, chain): (DeviceId, &super::log::Chain)| Stand {
            device,
            seq: chain.head_seq,
            depth: chain.head_depth,
            id: chain.head,
        };
        self.log.chains().map(stand).collect()
    }

    /// An order takes its place: stores it, follows what it changes, tells about it.
    pub(super) fn take_order(&mut self, turn: &mut Turn<'_>, entry: &SignedEntry, order: Order) {
        let before = self.orders.now().clone();
        if !self.orders.insert(entry, order) {
            return;
        }
        Self::put(turn, keeping::order_key(entry.id()), entry.bytes().to_vec());
        self.follow(turn, &before);
        self.offer_unknown(turn);
    }

    /// Follows the difference that orders made.
    fn follow(&mut self, turn: &mut Turn<'_>, before: &Membership) {
        if self.orders.now() == before {
            return;
        }
        self.tell_difference(turn, before);
        self.keys.settle(&self.orders);
        self.sort_links(turn);
        self.reconsider(turn);
    }

    fn tell_difference(&mut self, turn: &mut Turn<'_>, before: &Membership) {
        let now = self.orders.now();
        let me = self.identity.certificate.member();
        let head = self.log.chain(self.identity.certificate.device()).head_seq;
        for (member, person) in &now.people {
            let was = before.people.get(member);
            let stood = was.is_some_and(|was| was.view.standing == Standing::Present);
            let event = match (stood, person.view.standing) {
                (false, Standing::Present) => Event::MemberJoined(*member),
                (true, Standing::Left | Standing::Removed) if *member == me => Event::RemovedMyself,
                (true, Standing::Left | Standing::Removed) => Event::MemberLeft(*member),
                _ if was != Some(person) => Event::MemberChanged(*member),
                _ => continue,
            };
            turn.out.events.push(event);
        }
        for (device, listing) in &now.devices {
            let was = before.devices.get(device);
            if was.is_none() && listing.member != me {
                self.outbox.joined(*device, head);
            }
            if was.is_some_and(|was| was.void_above != listing.void_above) {
                turn.out.events.push(Event::Void { device: *device, seq: listing.void_above });
            }
        }
        // A person whose admission became void is no member at all.
        for member in before.people.keys().filter(|member| !now.people.contains_key(member)) {
            turn.out.events.push(if *member == me { Event::RemovedMyself } else { Event::MemberLeft(*member) });
        }
        if (&now.charter, &now.title) != (&before.charter, &before.title) {
            turn.out.events.push(Event::CharterChanged);
        }
        if now.secrets.first() != before.secrets.first() {
            turn.out.events.push(Event::LinkSecretChanged);
        }
    }

    /// Replaces the link secret where somebody went who knows it, once no leaf of theirs is left.
    pub(super) fn refresh_secret(&mut self, turn: &mut Turn<'_>) {
        let clean = self.keys.leaves().iter().all(|leaf| self.orders.lists(*leaf));
        if !self.is_present() || !clean || !self.orders.secret_is_stale() || self.orders.now().count() < 2 {
            return;
        }
        let generation = self.orders.now().secrets.first().map_or(0, |secret| secret.generation + 1);
        let order = Order::LinkSecret { secret: Key32::random(turn.rng), generation };
        if let Ok(entry) = self.give(turn, &order) {
            self.push(turn, &entry);
        }
    }
}
