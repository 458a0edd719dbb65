//! The room machine: one input in, everything to be done about it out.
//!
//! The parts do the work: `intake` takes and makes entries, `ordering` gives orders and follows them, `sync` talks to
//! links, `chores` looks after the group keys, `keeping` stores and loads. This file holds them together.

use std::collections::{BTreeMap, BTreeSet};

use crypto::group::keys::Keys;
use crypto::id::{DeviceId, EntryId, MemberId, RoomId};
use crypto::identity::Certificate;
use crypto::secret::{Key32, Personal};
use rand::CryptoRng;

use super::charter::{Charter, Rank, Retention};
use super::chores::Chores;
use super::exchange::{
    Deliveries, Delivery, Event, History, Identity, Input, Member, Millis, Outputs, Refused, Standing, Write,
};
use super::log::Log;
use super::orders::Orders;
use super::outbox::Outbox;
use super::presence::Typing;
use super::sync::Links;
use crate::wire::frame::{Floor, Frame};
use crate::wire::order::Purpose;
use crate::wire::{Kind, Place, SignedEntry};

/// One room on one device. Generic over the group keys, so that the simulation replays exactly.
#[derive(Debug)]
pub struct Room<K> {
    pub(super) id: RoomId,
    pub(super) identity: Identity,
    pub(super) keys: K,
    pub(super) orders: Orders,
    pub(super) log: Log,
    pub(super) links: Links,
    pub(super) outbox: Outbox,
    pub(super) chores: Chores,
    pub(super) typing: Typing,
    /// Devices whose logs moved since this device last wrote.
    pub(super) fresh: BTreeSet<DeviceId>,
    /// Entries of devices that no order introduced yet.
    pub(super) unknown: BTreeMap<(DeviceId, u64), SignedEntry>,
    /// Signed address records, newest of each device.
    pub(super) records: BTreeMap<DeviceId, Vec<u8>>,
    pub(super) blocked: BTreeSet<MemberId>,
    /// Of each device's log, the last entry that this person has read.
    pub(super) seen: BTreeMap<DeviceId, u64>,
    pub(super) own: Own,
}

/// What this device remembers about itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, minicbor::Encode, minicbor::Decode)]
pub(super) struct Own {
    /// Format of the rows.
    #[n(0)]
    pub(super) version: u8,
    /// How far this person has read.
    #[n(1)]
    pub(super) mark: Option<Place>,
    /// When to refresh the group keys once, after joining.
    #[n(2)]
    pub(super) refresh_at: Option<Millis>,
    /// The order by which a member said that one is none any more.
    #[n(3)]
    pub(super) gone: Option<Place>,
    /// Own device order that peers may not know yet, after an import.
    #[n(4)]
    pub(super) device_order: Option<EntryId>,
    /// Whether the group keys are being asked for.
    #[n(5)]
    pub(super) rejoining: bool,
    /// Whether others know that one left.
    #[n(6)]
    pub(super) told: bool,
    #[cbor(skip)]
    pub(super) dirty: bool,
}

/// One call of [`Room::handle`].
pub(super) struct Turn<'a> {
    pub(super) now: Millis,
    pub(super) history: &'a dyn History,
    pub(super) rng: &'a mut dyn CryptoRng,
    pub(super) out: Outputs,
}

impl Turn<'_> {
    pub(super) fn send(&mut self, link: crate::link::LinkId, frame: &Frame) {
        self.out.send.push((link, frame.encode()));
    }

    pub(super) fn tell(&mut self, event: Event) {
        self.out.events.push(event);
    }
}

impl<K: Keys> Room<K> {
    /// Takes one input. The caller stores, sends and tells what comes out, in this order.
    pub fn handle(&mut self, now: Millis, history: &dyn History, rng: &mut dyn CryptoRng, input: Input) -> Outputs {
        let mut turn = Turn { now, history, rng, out: Outputs::default() };
        let turn = &mut turn;
        let done = match input {
            Input::Author(body) => self.author(turn, &body),
            Input::Order(request) => self.order(turn, request),
            Input::Admit { join, ticket } => self.admit(turn, *join, ticket),
            other => {
                self.happen(turn, other);
                Ok(())
            }
        };
        if let Err(refused) = done {
            turn.out = Outputs { refused: Some(refused), ..Outputs::default() };
        }
        self.tick(turn);
        self.keep(turn);
        std::mem::take(&mut turn.out)
    }

    /// What can't be refused.
    fn happen(&mut self, turn: &mut Turn<'_>, input: Input) {
        match input {
            Input::LinkUp { link, certificate } => self.link_up(turn, link, certificate),
            Input::LinkDown { link } => self.link_down(turn, link),
            Input::Frame { link, bytes } => self.frame(turn, link, &bytes),
            Input::MarkRead { up_to } => self.mark_read(turn, up_to),
            Input::Typing { on } => self.say_typing(turn, on),
            Input::Addresses(addresses) => self.say_addresses(turn, &addresses),
            Input::Block { member, on } => self.block(turn, member, on),
            Input::Author(_) | Input::Order(_) | Input::Admit { .. } | Input::Tick => {}
        }
    }

    /// When [`Input::Tick`] is due at the latest.
    #[must_use]
    pub fn next_timeout(&self) -> Option<Millis> {
        [self.typing.next_timeout(), self.links.next_timeout(), self.chores_timeout()].into_iter().flatten().min()
    }

    fn tick(&mut self, turn: &mut Turn<'_>) {
        for member in self.typing.expire(turn.now) {
            turn.tell(Event::Typing { member, on: false });
        }
        self.do_chores(turn);
        self.sync_due(turn);
    }

    /// What the logs owe the links: requests, announcements, and causes that nobody can give.
    fn sync_due(&mut self, turn: &mut Turn<'_>) {
        self.links.expire(turn.now);
        let hopeless = self.links.hopeless(turn.now, &self.log);
        for device in self.log.waive(&hopeless) {
            self.drain(turn, device);
        }
        if self.is_present() {
            let ephemeral = self.is_ephemeral();
            self.links.ask(turn, &self.log, ephemeral);
        }
        self.links.announce(turn, &self.log);
    }

    fn say_typing(&mut self, turn: &mut Turn<'_>, on: bool) {
        self.links.tell_all(turn, &Frame::Live { typing: on });
    }

    fn block(&mut self, turn: &mut Turn<'_>, member: MemberId, on: bool) {
        if on && self.blocked.insert(member) {
            for link in self.links.of_member(member) {
                turn.out.close.push(link);
                self.link_down(turn, link);
            }
        } else if !on {
            self.blocked.remove(&member);
        }
    }

    /// The room's id.
    #[must_use]
    pub const fn id(&self) -> RoomId {
        self.id
    }

    /// This person, here.
    #[must_use]
    pub fn me(&self) -> MemberId {
        self.identity.certificate.member()
    }

    /// This device.
    #[must_use]
    pub fn device(&self) -> DeviceId {
        self.identity.certificate.device()
    }

    /// Where this person stands here.
    #[must_use]
    pub fn standing(&self) -> Standing {
        match self.orders.now().people.get(&self.me()) {
            Some(person) if person.view.standing != Standing::Present => person.view.standing,
            Some(_) if self.own.gone.is_none() => Standing::Present,
            _ => Standing::Removed,
        }
    }

    /// Whether the group keys are being asked for: nothing can be sent or read until a peer answers.
    #[must_use]
    pub fn rejoining(&self) -> bool {
        self.own.rejoining
    }

    /// Who is or was a member, by id.
    pub fn members(&self) -> impl Iterator<Item = &Member> {
        self.orders.now().people.values().map(|person| &person.view)
    }

    /// One who is or was a member.
    #[must_use]
    pub fn member(&self, member: MemberId) -> Option<&Member> {
        self.orders.now().people.get(&member).map(|person| &person.view)
    }

    /// Whether any device of a member is linked; never, where the charter keeps presence to oneself.
    #[must_use]
    pub fn online(&self, member: MemberId) -> bool {
        self.charter().presence && self.links.of_member(member).next().is_some()
    }

    /// Whether somebody who stays has stored all that this device wrote: one who left may then close the room's doors.
    #[must_use]
    pub fn told(&self) -> bool {
        let head = self.log.chain(self.device()).head_seq;
        let others = self.orders.now().people.values().filter(|person| person.view.member != self.me());
        let mut present = others.filter(|person| person.view.standing == Standing::Present).peekable();
        let stored = |device| self.outbox.has(device, head);
        self.own.told
            || present.peek().is_none()
            || present.any(|person| self.devices_of(person.view.member).any(stored))
    }

    /// Who is writing just now.
    pub fn typing(&self) -> impl Iterator<Item = MemberId> {
        self.typing.who()
    }

    /// The charter in force.
    #[must_use]
    pub fn charter(&self) -> &Charter {
        &self.orders.now().charter
    }

    /// What the room is called.
    #[must_use]
    pub fn title(&self) -> &Personal {
        &self.orders.now().title
    }

    /// Open, or between two contacts.
    #[must_use]
    pub fn purpose(&self) -> Purpose {
        self.orders.now().purpose
    }

    /// The create order as a signed entry: what a preview shows, and what the room's id is the hash of.
    #[must_use]
    pub fn create_order(&self) -> Option<&[u8]> {
        self.orders.node(EntryId(self.id.0)).map(|node| &*node.bytes)
    }

    /// What links are opened with, newest first; earlier ones let members in who lag.
    pub fn link_secrets(&self) -> impl Iterator<Item = &Key32> {
        self.orders.now().secrets.iter().take(16).map(|secret| &secret.key)
    }

    /// The certificate of a device that was ever introduced.
    #[must_use]
    pub fn certificate_of(&self, device: DeviceId) -> Option<&Certificate> {
        self.orders.certificate(device)
    }

    /// The devices of other present members: whom to dial.
    pub fn peers(&self) -> impl Iterator<Item = DeviceId> {
        let (orders, me) = (&self.orders, self.device());
        orders.now().devices.keys().copied().filter(move |device| *device != me && orders.now().lists(*device))
    }

    /// The newest known addresses of a device.
    #[must_use]
    pub fn addresses(&self, device: DeviceId) -> Vec<String> {
        self.records
            .get(&device)
            .and_then(|record| self.read_record(record))
            .map_or_else(Vec::new, |found| found.addresses)
    }

    /// What is held here, by device.
    #[must_use]
    pub fn frontier(&self) -> Vec<Floor> {
        self.log.frontier()
    }

    /// Entries of a device above this are void: written after its owner was removed.
    #[must_use]
    pub fn void_above(&self, device: DeviceId) -> Option<u64> {
        self.orders.now().devices.get(&device)?.void_above
    }

    /// How far this person has read.
    #[must_use]
    pub const fn mark(&self) -> Option<Place> {
        self.own.mark
    }

    /// The group keys, to look at.
    #[must_use]
    pub const fn keys(&self) -> &K {
        &self.keys
    }

    /// How far this device's entry `seq` came, by member; those it was never meant for are left out.
    #[must_use]
    pub fn delivery(&self, seq: u64) -> Deliveries {
        let people = self.orders.now().people.values().filter(|person| person.view.member != self.me());
        let state = |person: &super::membership::Person| {
            let devices: Vec<DeviceId> = self.devices_of(person.view.member).collect();
            let state = self.outbox.state(person.view.member, &devices, seq)?;
            let failed = person.view.standing != Standing::Present && state < Delivery::Delivered;
            Some((person.view.member, if failed { Delivery::Failed } else { state }))
        };
        people.filter_map(state).collect()
    }

    pub(super) fn devices_of(&self, member: MemberId) -> impl Iterator<Item = DeviceId> {
        let listings = self.orders.now().devices.iter();
        listings.filter(move |(_, listing)| listing.member == member).map(|(device, _)| *device)
    }

    pub(super) fn is_present(&self) -> bool {
        self.standing() == Standing::Present
    }

    pub(super) fn is_ephemeral(&self) -> bool {
        self.charter().retention == Retention::Ephemeral
    }

    pub(super) fn my_rank(&self) -> Option<Rank> {
        self.orders.now().present(self.me()).map(|person| person.view.rank)
    }

    /// What an entry of the given kind needs of its author.
    pub(super) fn may_write(&self, kind: Kind) -> Result<(), Refused> {
        match self.my_rank() {
            None => Err(Refused::NotAMember),
            _ if !self.is_present() => Err(Refused::NotAMember),
            Some(Rank::Observer) if kind != Kind::ORDER => Err(Refused::NotAllowed),
            Some(_) => Ok(()),
        }
    }

    /// Adds a state row to what is stored.
    pub(super) fn put(turn: &mut Turn<'_>, key: Vec<u8>, value: Vec<u8>) {
        turn.out.persist.push(Write::State { key, value: Some(value.into()) });
    }
}

#[cfg(test)]
#[path = "machine_tests.rs"]
mod tests;
