//! Founding, joining, importing and loading a room, and the rows it is stored in.
//!
//! Rows, each a CBOR value: `o`‖id an order as a signed entry, `c`‖device a log's [`Chain`], `p`‖device what that device
//! has of this one's log, `r`‖member how far they have read, `a`‖device a signed address record, `m`‖device how far
//! this person has read its log, `s` this device itself.

use std::collections::{BTreeMap, BTreeSet};

use crypto::group::keys::{Keys, KeysError};
use crypto::id::{DeviceId, EntryId, RoomId};
use crypto::secret::Key32;
use rand::CryptoRng;

use super::chores::Chores;
use super::exchange::{Event, Founding, History, Identity, Located, Millis, Outputs, StateRow, Stored, Write};
use super::log::{Chain, Log};
use super::machine::{Own, Room, Turn};
use super::orders::Orders;
use super::outbox::Outbox;
use super::presence::Typing;
use super::sync::Links;
use crate::wire::bundle::Bundle;
use crate::wire::entry::VERSION;
use crate::wire::order::Order;
use crate::wire::{Header, Kind, Place, SignedEntry, WireError, codec};

/// The version of the rows.
const ROWS_VERSION: u8 = 1;
/// The longest row.
const MAX_ROW_BYTES: usize = 64 * 1024;
/// X-Wing, ChaCha20-Poly1305, Ed25519.
const SUITE: u16 = 0x004D;

/// Why a room could not be had from what was given.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RoomError {
    /// A row or an order is damaged.
    #[error("Cannot read the room's records")]
    Wire(#[from] WireError),
    /// The group keys can't be used.
    #[error("Cannot use the room's keys")]
    Keys(#[from] KeysError),
    /// The orders are not those of this room, or don't list this device.
    #[error("Cannot enter a room whose orders say otherwise")]
    Orders,
}

/// No history: for a room that begins.
struct Nothing;

impl History for Nothing {
    fn locate(&self, _: DeviceId, _: u64) -> Option<Located> {
        None
    }
    fn entries(&self, _: DeviceId, _: u64, _: usize, _: usize) -> Vec<Stored> {
        Vec::new()
    }
    fn by_id(&self, _: EntryId) -> Option<Place> {
        None
    }
}

pub(super) fn order_key(id: EntryId) -> Vec<u8> {
    row_key(b'o', &id.0)
}

fn row_key(kind: u8, id: &[u8]) -> Vec<u8> {
    [&[kind], id].concat()
}

fn id16(bytes: &[u8]) -> Result<[u8; 16], WireError> {
    bytes.try_into().map_err(|_| WireError::Malformed)
}

impl<K: Keys> Room<K> {
    fn bare(id: RoomId, identity: Identity, keys: K) -> Self {
        Self {
            id,
            identity,
            keys,
            orders: Orders::new(id),
            log: Log::default(),
            links: Links::default(),
            outbox: Outbox::default(),
            chores: Chores::default(),
            typing: Typing::default(),
            fresh: BTreeSet::new(),
            unknown: BTreeMap::new(),
            records: BTreeMap::new(),
            blocked: BTreeSet::new(),
            seen: BTreeMap::new(),
            own: Own { version: ROWS_VERSION, dirty: true, ..Own::default() },
        }
    }

    /// Makes a room. Its id is the hash of the create order, so the keys are made once that is known.
    ///
    /// # Errors
    /// [`RoomError::Wire`] where title, name or charter are out of range.
    pub fn found(
        now: Millis,
        rng: &mut dyn CryptoRng,
        founding: Founding,
        identity: Identity,
        make_keys: impl FnOnce(RoomId) -> K,
    ) -> Result<(Self, Outputs), RoomError> {
        let (mut nonce, mut salt) = ([0; 16], [0; 16]);
        rng.fill_bytes(&mut nonce);
        rng.fill_bytes(&mut salt);
        let silent = founding.charter.retention == super::charter::Retention::Ephemeral;
        let order = Order::Create {
            title: founding.title,
            charter: founding.charter,
            certificate: identity.certificate.bytes().to_vec(),
            name: founding.name,
            role: founding.role,
            nonce,
            suite: SUITE,
            purpose: founding.purpose,
        };
        order.check()?;
        let header = Header {
            version: VERSION,
            room: RoomId::default(),
            device: identity.certificate.device(),
            seq: 1,
            prev: EntryId::default(),
            deps: Vec::new(),
            depth: 1,
            kind: Kind::ORDER,
            sent_at: if silent { 0 } else { now },
            body_hash: [0; 32],
        };
        let entry = SignedEntry::sign(header, salt, &order.encode(), &identity.device);
        let id = RoomId(entry.id().0);
        let mut room = Self::bare(id, identity, make_keys(id));
        let mut turn = Turn { now, history: &Nothing, rng, out: Outputs::default() };
        room.apply(&mut turn, entry, 0);
        let secret = Order::LinkSecret { secret: Key32::random(turn.rng), generation: 0 };
        room.give(&mut turn, &secret).map_err(|_| RoomError::Orders)?;
        room.keep(&mut turn);
        Ok((room, turn.out))
    }

    /// Enters a room with the bundle that its host handed over.
    ///
    /// # Errors
    /// Where the bundle is damaged, is not of this room, doesn't list this device, or its Welcome can't be used.
    pub fn join(
        now: Millis,
        rng: &mut dyn CryptoRng,
        id: RoomId,
        identity: Identity,
        bundle: &[u8],
        keys: K,
    ) -> Result<(Self, Outputs), RoomError> {
        let bundle = Bundle::decode(bundle)?;
        let mut room = Self::bare(id, identity, keys);
        let mut turn = Turn { now, history: &Nothing, rng, out: Outputs::default() };
        for bytes in &bundle.orders {
            room.learn_order(bytes)?;
            let entry = SignedEntry::decode(bytes)?;
            Self::put(&mut turn, order_key(entry.id()), bytes.clone());
        }
        if room.orders.node(EntryId(id.0)).is_none() || !room.orders.now().lists(room.device()) {
            return Err(RoomError::Orders);
        }
        for stand in &bundle.stands {
            let chain = Chain {
                floor_seq: stand.seq,
                floor_depth: stand.depth,
                head_seq: stand.seq,
                head_depth: stand.depth,
                head: stand.id,
                ..Chain::default()
            };
            room.log.set_chain(stand.device, chain);
            room.fresh.insert(stand.device);
        }
        room.keys.welcome(&bundle.welcome, &room.orders)?;
        room.keys.settle(&room.orders);
        for record in bundle.addresses.into_iter().take(256) {
            room.take_record(&mut turn, None, record);
        }
        room.schedule_refresh(&mut turn);
        let me = room.me();
        turn.tell(Event::MemberJoined(me));
        room.keep(&mut turn);
        Ok((room, turn.out))
    }

    /// The room as its rows tell it. Where the charter is ephemeral, what was in memory is gone: floors rise.
    ///
    /// # Errors
    /// Where a row is damaged or the create order is missing.
    pub fn load(id: RoomId, identity: Identity, rows: &[StateRow], keys: K) -> Result<Self, RoomError> {
        let mut room = Self::bare(id, identity, keys);
        room.own.dirty = false;
        let mut orders = BTreeMap::new();
        for row in rows {
            match row.key.split_first() {
                Some((b'o', _)) => {
                    let entry = SignedEntry::decode(&row.value)?;
                    orders.insert((entry.place(), entry.id()), &row.value);
                }
                Some((b'c', device)) => {
                    let chain = codec::decode(&row.value, MAX_ROW_BYTES)?;
                    room.log.set_chain(DeviceId(id16(device)?), chain);
                }
                Some((b'p', device)) => {
                    let ack = codec::decode(&row.value, MAX_ROW_BYTES)?;
                    room.outbox.restore_ack(DeviceId(id16(device)?), ack);
                }
                Some((b'r', member)) => {
                    let seq = codec::decode(&row.value, MAX_ROW_BYTES)?;
                    room.outbox.restore_read(crypto::id::MemberId(id16(member)?), seq);
                }
                Some((b'm', device)) => {
                    room.seen.insert(DeviceId(id16(device)?), codec::decode(&row.value, MAX_ROW_BYTES)?);
                }
                Some((b'a', device)) => {
                    room.records.insert(DeviceId(id16(device)?), row.value.clone());
                }
                Some((b's', _)) => room.own = codec::decode(&row.value, MAX_ROW_BYTES)?,
                _ => {}
            }
        }
        for bytes in orders.into_values() {
            room.learn_order(bytes)?;
        }
        if room.orders.node(EntryId(id.0)).is_none() {
            return Err(RoomError::Orders);
        }
        if room.is_ephemeral() {
            room.log.raise_floors();
        }
        room.log.take_dirty();
        let mine = room.log.chain(room.device()).head_depth;
        room.fresh =
            room.log.chains().filter(|(_, chain)| chain.head_depth >= mine).map(|(device, _)| device).collect();
        room.keys.settle(&room.orders);
        Ok(room)
    }

    /// Goes on with an exported room on a new device of the same persona: the old one is replaced, and a peer is asked
    /// for a new leaf. `keys` hold no epoch.
    ///
    /// # Errors
    /// As [`Self::load`]; [`RoomError::Orders`] where the persona is no member.
    pub fn import(
        now: Millis,
        rng: &mut dyn CryptoRng,
        id: RoomId,
        identity: Identity,
        rows: &[StateRow],
        keys: K,
        history: &dyn History,
    ) -> Result<(Self, Outputs), RoomError> {
        let mut room = Self::load(id, identity, rows, keys)?;
        let replaces = room.devices_of(room.me()).filter(|device| room.orders.now().lists(*device)).last();
        let mut turn = Turn { now, history, rng, out: Outputs::default() };
        // What others had of the old device's log says nothing about the new one's.
        room.outbox = Outbox::default();
        for row in rows.iter().filter(|row| matches!(row.key.first(), Some(b'p' | b'r'))) {
            turn.out.persist.push(Write::State { key: row.key.clone(), value: None });
        }
        let order = Order::Device { certificate: room.identity.certificate.bytes().to_vec(), replaces };
        // Its only causes are orders, so that a peer who lags in everything else can follow it.
        room.fresh.clear();
        let entry = room.give(&mut turn, &order).map_err(|_| RoomError::Orders)?;
        room.own.device_order = Some(entry.id());
        (room.own.rejoining, room.own.dirty) = (true, true);
        room.reconsider(&mut turn);
        room.keep(&mut turn);
        Ok((room, turn.out))
    }

    /// Takes an order on the word of a bundle or of the own store, its signature checked.
    fn learn_order(&mut self, bytes: &[u8]) -> Result<(), RoomError> {
        let entry = SignedEntry::decode(bytes)?;
        let certificate = self.orders.certificate_for(&entry).ok_or(RoomError::Orders)?;
        if !entry.verify(&certificate) {
            return Err(RoomError::Orders);
        }
        if let Some(Some(order)) = entry.body().map(Order::decode).transpose()? {
            self.orders.insert(&entry, order);
        }
        Ok(())
    }

    /// Adds to the turn's writes whatever changed in memory.
    pub(super) fn keep(&mut self, turn: &mut Turn<'_>) {
        for device in self.log.take_dirty() {
            Self::put(turn, row_key(b'c', &device.0), codec::encode(&self.log.chain(device)));
        }
        let (acks, reads) = (self.outbox.take_acks(), self.outbox.take_reads());
        // Receipts of an ephemeral room are never on disk.
        if !self.is_ephemeral() {
            for (device, ack) in acks {
                Self::put(turn, row_key(b'p', &device.0), codec::encode(&ack));
            }
            for (member, seq) in reads {
                Self::put(turn, row_key(b'r', &member.0), codec::encode(&seq));
            }
        }
        if std::mem::take(&mut self.own.dirty) {
            let own = if self.is_ephemeral() { Own { mark: None, ..self.own.clone() } } else { self.own.clone() };
            Self::put(turn, vec![b's'], codec::encode(&own));
        }
        turn.out.persist.extend(self.keys.take_rows().into_iter().map(Write::Key));
    }
}

/// The key of how far a device's log was read.
pub(super) fn seen_key(device: DeviceId) -> Vec<u8> {
    row_key(b'm', &device.0)
}

/// The key of a device's address record.
pub(super) fn record_key(device: DeviceId) -> Vec<u8> {
    row_key(b'a', &device.0)
}
