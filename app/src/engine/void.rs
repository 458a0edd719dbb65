//! What somebody wrote after they were removed does not show; should the removal turn out void, it shows again.

use crypto::id::{DeviceId, RoomId};
use net::room::{Applied, History as _};
use net::wire::{Body, SignedEntry};

use super::home::Home;
use super::log::Log;
use super::turn::Turn;

/// Entries read at a time.
const CHUNK: usize = 256;
const CHUNK_BYTES: usize = 1 << 20;

impl Home {
    /// Entries of a device above `seq` no longer count, or all of them count again.
    pub(super) fn void(&mut self, turn: &mut Turn, room: RoomId, device: DeviceId, seq: Option<u64>) {
        let floor = self.rooms.get(&room).and_then(|held| held.machine.as_ref()).and_then(|machine| {
            machine.frontier().into_iter().find(|floor| floor.device == device).map(|floor| floor.floor_seq)
        });
        let mut next = seq.or(floor).unwrap_or(0) + 1;
        loop {
            let entries = self.entries(room, device, next);
            let Some(last) = entries.last().map(|entry| entry.header().seq) else { break };
            for entry in entries {
                if seq.is_some() { self.hide_entry(room, &entry) } else { self.show_entry(turn, room, &entry) }
            }
            next = last + 1;
        }
        turn.stale.rooms = true;
        turn.stale.open = true;
    }

    fn entries(&self, room: RoomId, device: DeviceId, from: u64) -> Vec<SignedEntry> {
        let Some(held) = self.rooms.get(&room) else { return Vec::new() };
        let log = Log { shelf: &self.shelf, memory: &held.memory, room };
        let stored = log.entries(device, from, CHUNK, CHUNK_BYTES);
        stored.iter().filter_map(|stored| SignedEntry::decode(&stored.bytes).ok()).collect()
    }

    fn hide_entry(&mut self, room: RoomId, entry: &SignedEntry) {
        let Self { rooms, shelf, .. } = self;
        if let Some(held) = rooms.get_mut(&room) {
            held.lines.remove(shelf, entry.place());
        }
    }

    fn show_entry(&mut self, turn: &mut Turn, room: RoomId, entry: &SignedEntry) {
        let header = entry.header();
        let body = entry.body().and_then(|body| Body::decode(header.kind, body).ok().flatten());
        let machine = self.rooms.get(&room).and_then(|held| held.machine.as_ref());
        let author = machine.and_then(|machine| machine.certificate_of(header.device)).map(|known| known.member());
        let (Some(body), Some(member)) = (body, author) else { return };
        let shown = self.rooms.get(&room).map(|held| held.lines.get(&self.shelf, entry.place()));
        if matches!((&body, shown), (Body::Text(_), Some(Ok(Some(_))))) {
            return;
        }
        let applied = Applied {
            id: entry.id(),
            place: entry.place(),
            member,
            kind: header.kind,
            body: Some(body),
            sent_at: header.sent_at.min(turn.now_ms),
            mine: false,
            void: false,
        };
        self.applied(turn, room, &applied);
    }
}
