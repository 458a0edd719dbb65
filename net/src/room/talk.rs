//! What happens on links: who is greeted, and what each frame does.

use crypto::group::keys::{Keys, KeysError, Roster as _};
use crypto::id::{DeviceId, MemberId};
use crypto::identity::Certificate;

use super::exchange::{Delivery, Event, Standing};
use super::machine::{Room, Turn};
use crate::link::LinkId;
use crate::wire::frame::{Batch, Floor, Frame, Hello, MAX_BATCH_ENTRIES};
use crate::wire::order::Order;
use crate::wire::{Place, SignedEntry};

/// What a batch is filled up to, so that it stays under its cap with its framing.
const BATCH_FILL_BYTES: usize = 120 * 1024;
const FRAME_VERSION: u8 = 1;

impl<K: Keys> Room<K> {
    pub(super) fn link_up(&mut self, turn: &mut Turn<'_>, id: LinkId, certificate: Certificate) {
        let (device, member) = (certificate.device(), certificate.member());
        if device == self.device() || self.blocked.contains(&member) {
            turn.out.close.push(id);
            return;
        }
        let listed = self.orders.lists(device);
        if !listed && self.bid_farewell(turn, id, device) {
            return;
        }
        let was_online = self.links.of_member(member).next().is_some();
        self.links.open(id, &certificate, listed);
        if listed {
            self.welcome_link(turn, id, was_online);
        }
    }

    /// A listed device is linked: tell it where this one stands.
    fn welcome_link(&mut self, turn: &mut Turn<'_>, id: LinkId, was_online: bool) {
        let Some(link) = self.links.get(id) else { return };
        let (member, device) = (link.member, link.device);
        if !was_online && self.charter().presence {
            turn.tell(Event::Presence { member, online: true });
        }
        let missing = self.keys.leaves().contains(&self.device()) && !self.keys.leaves().contains(&device);
        self.send_hello(turn, id, missing, false);
        for record in self.records.values() {
            turn.out.send.push((id, Frame::Addresses { record: record.clone() }.encode()));
        }
        self.ask_to_rejoin(turn, id);
        self.reconsider(turn);
    }

    pub(super) fn send_hello(&self, turn: &mut Turn<'_>, id: LinkId, missing: bool, ask: bool) {
        let hello = Hello {
            version: FRAME_VERSION,
            frontier: self.log.frontier(),
            commits: self.keys.commits(),
            tip: self.keys.tip(),
            mark: self.links.get(id).and_then(|link| self.seen_of(turn, link.device)),
            missing,
            ask,
        };
        turn.send(id, &Frame::Hello(hello));
    }

    /// Tells somebody who is a member no longer, by the order that says so; `false` where they are none that ended.
    fn bid_farewell(&mut self, turn: &mut Turn<'_>, id: LinkId, device: DeviceId) -> bool {
        let listing = self.orders.now().devices.get(&device);
        let Some(order) = listing.and_then(|listing| listing.excluded_by).and_then(|order| self.orders.node(order))
        else {
            return false;
        };
        turn.out.send.push((id, Frame::Farewell { order: order.bytes.clone() }.encode()));
        turn.out.close.push(id);
        true
    }

    pub(super) fn link_down(&mut self, turn: &mut Turn<'_>, id: LinkId) {
        let Some(link) = self.links.close(id) else { return };
        if link.listed && self.links.of_member(link.member).next().is_none() {
            if self.charter().presence {
                turn.tell(Event::Presence { member: link.member, online: false });
            }
            if self.typing.set(link.member, false, turn.now) {
                turn.tell(Event::Typing { member: link.member, on: false });
            }
        }
    }

    /// After orders changed: strangers may be members now, and members may be none.
    pub(super) fn sort_links(&mut self, turn: &mut Turn<'_>) {
        let changed: Vec<_> = self
            .links
            .iter()
            .filter(|(_, link)| link.listed != self.orders.lists(link.device))
            .map(|(id, link)| (id, link.listed, link.device, link.member))
            .collect();
        for (id, was_listed, device, member) in changed {
            if was_listed {
                self.bid_farewell(turn, id, device);
                self.link_down(turn, id);
            } else {
                let was_online = self.links.of_member(member).next().is_some();
                if let Some(link) = self.links.get_mut(id) {
                    link.listed = true;
                }
                self.welcome_link(turn, id, was_online);
                self.send_hello(turn, id, false, true);
            }
        }
    }

    pub(super) fn frame(&mut self, turn: &mut Turn<'_>, id: LinkId, bytes: &[u8]) {
        let Some(link) = self.links.get(id) else { return };
        let (listed, device, member) = (link.listed, link.device, link.member);
        let Ok(frame) = Frame::decode(bytes) else {
            turn.out.close.push(id);
            self.link_down(turn, id);
            return;
        };
        match frame {
            None => {}
            Some(Frame::Farewell { order }) => self.take_farewell(turn, &order),
            Some(Frame::Rejoin { order, key_package }) => self.take_rejoin(turn, id, order, key_package),
            Some(_) if !listed => {}
            Some(Frame::Hello(hello)) => self.take_hello(turn, id, &hello),
            Some(Frame::Have { frontier, ask }) => self.take_have(turn, id, &frontier, ask),
            Some(Frame::Want { device, from_seq }) => self.serve(turn, id, device, from_seq),
            Some(Frame::Sealed { bytes }) => self.take_sealed(turn, id, bytes),
            Some(Frame::Commit { bytes }) => self.take_commit(turn, Some(id), bytes),
            Some(Frame::WantCommit { commits }) => {
                for commit in commits.into_iter().take(64) {
                    if let Some(bytes) = self.keys.commit_bytes(commit) {
                        turn.send(id, &Frame::Commit { bytes });
                    }
                }
            }
            Some(Frame::Welcome { part, parts, bytes }) => self.take_welcome(turn, id, (part, parts), &bytes),
            Some(Frame::Live { typing }) => self.take_typing(turn, member, typing),
            Some(Frame::Mark { up_to }) => self.take_mark(turn, device, up_to),
            Some(Frame::Addresses { record }) => self.take_record(turn, Some(id), record),
        }
    }

    fn take_hello(&mut self, turn: &mut Turn<'_>, id: LinkId, hello: &Hello) {
        let Some(device) = self.links.get(id).map(|link| link.device) else { return };
        // Whoever holds the order of an earlier farewell and greets nevertheless counts this device in: it was voided.
        let holds = |end: Place| hello.frontier.iter().any(|log| log.device == end.device && log.head_seq >= end.seq);
        if self.own.gone.is_some_and(holds) && self.orders.lists(self.device()) {
            (self.own.gone, self.own.dirty) = (None, true);
        }
        let me = self.device();
        if let Some(mine) = hello.frontier.iter().find(|floor| floor.device == me) {
            self.outbox.meet(device, mine.floor_seq);
        } else {
            self.outbox.meet(device, 0);
        }
        self.links.greet(id, hello, &self.log, turn.now);
        self.acknowledge(turn, device, &hello.frontier);
        if let Some(up_to) = hello.mark {
            self.take_mark(turn, device, up_to);
        }
        if hello.ask {
            let missing = !self.keys.leaves().contains(&device);
            self.send_hello(turn, id, missing, false);
        }
        self.find_rivals(turn, id, &hello.frontier);
        self.push_commits(turn);
        self.weigh_tip(turn, id, hello);
    }

    /// A peer whose log of a device ends in another entry than ours: ask for it, so that both branches come to light.
    fn find_rivals(&mut self, turn: &mut Turn<'_>, id: LinkId, frontier: &[Floor]) {
        for floor in frontier.iter().filter(|floor| floor.head != Default::default()) {
            let held = self.log.locate(turn.history, floor.device, floor.head_seq);
            if held.is_some_and(|held| held.id != floor.head) && self.log.chain(floor.device).cut.is_none() {
                turn.send(id, &Frame::Want { device: floor.device, from_seq: floor.head_seq });
            }
        }
    }

    fn take_have(&mut self, turn: &mut Turn<'_>, id: LinkId, frontier: &[Floor], ask: bool) {
        let Some(device) = self.links.get(id).filter(|link| link.greeted).map(|link| link.device) else { return };
        self.links.learn(id, frontier, &self.log);
        self.acknowledge(turn, device, frontier);
        if ask {
            self.links.owe(id, frontier.iter().map(|floor| floor.device), turn.now);
        }
        for floor in frontier {
            let ours = self.log.chain(floor.device).head_seq;
            if self.links.answered(id, floor.device) && floor.floor_seq > ours {
                self.skip_to(turn, id, floor.device);
            }
        }
    }

    /// The peer has said that nothing below its floor can be had: go on from there, orders excepted, which it has sent.
    fn skip_to(&mut self, turn: &mut Turn<'_>, id: LinkId, device: DeviceId) {
        let Some(floor) = self.links.floor_of(id, device) else { return };
        let author = self.links.get(id).is_some_and(|link| link.device == device);
        if !author && !self.is_ephemeral() {
            return;
        }
        let below = self.log.unpark_to(device, floor.floor_seq);
        self.log.adopt(&floor);
        for entry in below {
            if let Some(Ok(Some(order))) = entry.body().filter(|_| entry.header().kind.0 == 1).map(Order::decode) {
                self.take_order(turn, &entry, order);
            }
        }
        self.fresh.insert(device);
        self.drain(turn, device);
        self.wake(turn, device);
    }

    fn take_typing(&mut self, turn: &mut Turn<'_>, member: MemberId, on: bool) {
        if self.typing.set(member, on, turn.now) {
            turn.tell(Event::Typing { member, on });
        }
    }

    /// What a peer holds of this device's log is delivered.
    fn acknowledge(&mut self, turn: &mut Turn<'_>, device: DeviceId, frontier: &[Floor]) {
        let me = self.device();
        let head = self.log.chain(me).head_seq;
        let Some(mine) = frontier.iter().find(|floor| floor.device == me) else { return };
        let Some(member) = self.orders.member(device) else { return };
        self.outbox.skipped(device, member, mine.floor_seq);
        if mine.head_seq > mine.floor_seq {
            self.delivered_to(turn, device, mine.head_seq.min(head));
        }
    }

    /// A device has stored this one's entries up to `up_to_seq`.
    pub(super) fn delivered_to(&mut self, turn: &mut Turn<'_>, device: DeviceId, up_to_seq: u64) {
        let Some(member) = self.orders.member(device) else { return };
        if self.outbox.delivered(device, up_to_seq) && member != self.me() {
            turn.tell(Event::Delivery { member, up_to_seq, state: Delivery::Delivered });
        }
    }

    fn take_sealed(&mut self, turn: &mut Turn<'_>, id: LinkId, bytes: Vec<u8>) {
        match self.keys.open(&bytes) {
            Ok(opened) => self.take_batch(turn, id, &opened.plaintext),
            Err(KeysError::UnknownEpoch) => self.stash(turn, id, bytes),
            Err(_) => {}
        }
    }

    pub(super) fn take_batch(&mut self, turn: &mut Turn<'_>, id: LinkId, plaintext: &[u8]) {
        let Ok(batch) = Batch::decode(plaintext) else { return };
        let entries: Vec<_> = batch.entries.iter().filter_map(|bytes| SignedEntry::decode(bytes).ok()).collect();
        let devices: std::collections::BTreeSet<_> = entries.iter().map(|entry| entry.header().device).collect();
        self.offer_all(turn, entries, id);
        for device in devices {
            // What lies below a peer's floor comes as orders alone; its frontier follows and settles the request.
            let floor = self.links.floor_of(id, device).map_or(0, |floor| floor.floor_seq);
            if floor <= self.log.chain(device).head_seq {
                self.links.answered(id, device);
            }
            self.links.hurry_device(device, turn.now);
        }
        self.links.hurry(id, turn.now);
    }

    /// Answers a request: with a batch, or with a frontier where nothing can be given.
    fn serve(&mut self, turn: &mut Turn<'_>, id: LinkId, device: DeviceId, from_seq: u64) {
        let chain = self.log.chain(device);
        let mut last = None;
        let mut entries = Vec::new();
        if from_seq <= chain.floor_seq {
            entries = self.orders.of_device(device, from_seq, chain.floor_seq).map(|node| node.bytes.clone()).collect();
        } else {
            for stored in turn.history.entries(device, from_seq, MAX_BATCH_ENTRIES, BATCH_FILL_BYTES) {
                if stored.seq <= chain.head_seq {
                    last = Some(stored.seq);
                    entries.push(stored.bytes);
                }
            }
        }
        let nothing = entries.is_empty() || last.is_none();
        if !entries.is_empty() {
            let Some(bytes) = self.seal(turn, entries) else { return };
            turn.send(id, &Frame::Sealed { bytes });
        }
        if let Some(last) = last {
            self.links.reached(id, device, last);
            self.note_sent(turn, id, device, last);
        }
        if nothing {
            turn.send(id, &Frame::Have { frontier: vec![chain.floor(device)], ask: false });
        }
    }

    /// Pushes this device's newest entry to every link that has all before it.
    pub(super) fn push(&mut self, turn: &mut Turn<'_>, entry: &SignedEntry) {
        let (device, seq) = (entry.header().device, entry.header().seq);
        let (near, far) = self.links.contiguous(device, seq);
        for id in far {
            self.links.hurry(id, turn.now);
        }
        let leaves = self.keys.leaves();
        let near: Vec<_> = near
            .into_iter()
            .filter(|id| self.links.get(*id).is_some_and(|link| leaves.contains(&link.device)))
            .collect();
        if near.is_empty() {
            return;
        }
        let Some(bytes) = self.seal(turn, vec![entry.bytes().to_vec()]) else { return };
        let frame = Frame::Sealed { bytes }.encode();
        for id in near {
            turn.out.send.push((id, frame.clone()));
            self.links.reached(id, device, seq);
            self.note_sent(turn, id, device, seq);
        }
    }

    fn note_sent(&mut self, turn: &mut Turn<'_>, id: LinkId, device: DeviceId, seq: u64) {
        let Some((member, to)) = self.links.get(id).map(|link| (link.member, link.device)) else { return };
        if device == self.device() && self.outbox.sent(to, seq) && member != self.me() {
            turn.tell(Event::Delivery { member, up_to_seq: seq, state: Delivery::Sent });
        }
    }

    /// Seals a batch; where the tip still holds somebody who went, they are removed first.
    fn seal(&mut self, turn: &mut Turn<'_>, entries: Vec<Vec<u8>>) -> Option<Vec<u8>> {
        let plaintext = crate::wire::codec::encode(&Batch { entries });
        if self.standing() == Standing::Left {
            // One who goes may still hand over the order that says so.
            let going = super::chores::Going { orders: &self.orders, me: self.device() };
            return self.keys.seal(&plaintext, &going).ok();
        }
        match self.keys.seal(&plaintext, &self.orders) {
            Ok(sealed) => Some(sealed),
            Err(KeysError::Excluded) => {
                self.commit_due(turn);
                self.keys.seal(&plaintext, &self.orders).ok()
            }
            Err(_) => None,
        }
    }

    /// A member says that this one is none any more: believed where the order is signed by one who may.
    fn take_farewell(&mut self, turn: &mut Turn<'_>, order: &[u8]) {
        let Ok(entry) = SignedEntry::decode(order) else { return };
        let device = entry.header().device;
        let Some(certificate) = self.orders.certificate_for(&entry).filter(|certificate| entry.verify(certificate))
        else {
            return;
        };
        let Some(Ok(Some(order))) = entry.body().map(Order::decode) else { return };
        if device == self.device() && order == (Order::Leave {}) {
            // Told of one's own leaving: they know.
            (self.own.told, self.own.dirty) = (true, true);
            return;
        }
        let me = self.me();
        let author = self.orders.now().present(certificate.member());
        let outranks = author.is_some_and(|author| {
            author.view.rank >= super::charter::Rank::Moderator && Some(author.view.rank) >= self.my_rank()
        });
        let ends = match order {
            Order::Remove { member, .. } => member == me && outranks,
            Order::Leave {} => certificate.member() == me && device != self.device(),
            Order::Device { replaces, .. } => certificate.member() == me && replaces == Some(self.device()),
            _ => false,
        };
        if ends && entry.header().room == self.id && self.own.gone.is_none() && self.is_present() {
            (self.own.gone, self.own.dirty) = (Some(entry.place()), true);
            turn.tell(Event::RemovedMyself);
        }
    }
}
