//! The window over a long history, in memory and in a real store: every page is bounded, nothing is skipped.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use std::cell::Cell;
use std::collections::BTreeMap;
use std::sync::Arc;

use crypto::id::{DeviceId, EntryId, MemberId, RoomId};
use crypto::secret::Passphrase;
use net::wire::body::Text;

use super::*;
use crate::engine::command::View;
use crate::engine::shelf::Shelf;
use crate::engine::snapshot::{MessageView, OpenRoom};
use crate::engine::timeline::{Held, Line, Lines};
use crate::store::{Profile, SlotId};

/// A model of a history that counts what is read of it.
struct Model {
    places: Vec<Place>,
    read: Cell<usize>,
}

fn place(depth: u64) -> Place {
    Place { depth, device: DeviceId([7; 16]), seq: depth }
}

impl Model {
    /// Every third depth is something else than a message.
    fn new(messages: u64) -> Self {
        let depths = (1..).filter(|depth| depth % 3 != 0).take(usize::try_from(messages).unwrap());
        Self { places: depths.map(place).collect(), read: Cell::new(0) }
    }

    fn counted(&self, lines: Vec<(Place, u64)>) -> Result<Vec<(Place, u64)>, Code> {
        self.read.set(self.read.get() + lines.len());
        Ok(lines)
    }
}

impl Pages for Model {
    type Line = u64;

    fn before(&self, end: Option<Place>, limit: usize) -> Result<Vec<(Place, u64)>, Code> {
        let to = end.map_or(self.places.len(), |end| self.places.partition_point(|place| *place < end));
        self.counted(self.places[..to].iter().rev().take(limit).map(|place| (*place, place.depth)).collect())
    }

    fn between(&self, (begin, end): Ends, limit: usize) -> Result<Vec<(Place, u64)>, Code> {
        let from = begin.map_or(0, |begin| self.places.partition_point(|place| *place <= begin));
        let inside = self.places[from..].iter().take_while(|place| end.is_none_or(|end| **place < end));
        self.counted(inside.take(limit).map(|place| (*place, place.depth)).collect())
    }
}

/// The stretch and what it cost to look at it.
fn look(model: &Model, window: Window) -> (Sight<u64>, usize) {
    model.read.set(0);
    let sight = window.look(model).unwrap();
    (sight, model.read.get())
}

#[test]
fn it_opens_at_the_end_and_follows_what_arrives() {
    let mut model = Model::new(100_000);
    let mut window = Window::default();
    window.go(&model, Move::Newest).unwrap();
    assert!(model.read.get() <= STEP + 1);
    let (sight, read) = look(&model, window);
    assert_eq!((sight.lines.len(), sight.older, sight.newer), (STEP, true, false));
    assert_eq!(sight.lines.last().unwrap().0, *model.places.last().unwrap());
    assert!(read <= STEP + 4, "{read}");
    let last = model.places.last().unwrap().depth;
    model.places.push(place(last + 2));
    let (sight, _) = look(&model, window);
    assert_eq!((sight.lines.len(), sight.lines.last().unwrap().1), (STEP + 1, last + 2));
    model.places.extend((1..=2_000).map(|more| place(last + 2 + more)));
    let (sight, _) = look(&model, window);
    assert!(sight.lines.len() <= BRIM && sight.older && !sight.newer);
}

#[test]
fn a_walk_to_the_beginning_and_back_meets_every_message_and_holds_few() {
    let model = Model::new(3_000);
    let mut window = Window::default();
    window.go(&model, Move::Newest).unwrap();
    let mut met = std::collections::BTreeSet::new();
    let mut turns = 0;
    for to in [Move::Older, Move::Newer] {
        met.clear();
        met.extend(look(&model, window).0.lines.iter().map(|(_, depth)| *depth));
        loop {
            model.read.set(0);
            window.go(&model, to).unwrap();
            assert!(model.read.get() <= BRIM + STEP + 2, "{}", model.read.get());
            let (sight, read) = look(&model, window);
            assert!(sight.lines.len() <= MOST && read <= MOST + 4, "{} {read}", sight.lines.len());
            met.extend(sight.lines.iter().map(|(_, depth)| *depth));
            turns += 1;
            if (to == Move::Older && !sight.older) || (to == Move::Newer && !sight.newer) {
                break;
            }
        }
        if to == Move::Newer {
            assert_eq!(met.len(), 3_000, "every message was in sight once");
        }
    }
    assert!(turns < 80, "{turns}");
    let (sight, _) = look(&model, window);
    assert_eq!(sight.lines.last().unwrap().0, *model.places.last().unwrap());
}

#[test]
fn a_jump_reads_a_page_wherever_it_leads() {
    let model = Model::new(100_000);
    let mut window = Window::default();
    for depth in [0, 1, 75_000, 149_999, 900_000] {
        model.read.set(0);
        window.go(&model, Move::Around(place(depth))).unwrap();
        assert!(model.read.get() <= STEP + 2);
        let (sight, read) = look(&model, window);
        assert!(read <= STEP + 8 && !sight.lines.is_empty(), "{read}");
        let nearest = model.places.iter().map(|p| p.depth.abs_diff(depth)).min().unwrap();
        assert!(sight.lines.iter().any(|(_, d)| d.abs_diff(depth) == nearest), "{depth}");
    }
}

#[test]
fn an_emptied_stretch_shows_the_newest() {
    let mut model = Model::new(1_000);
    let mut window = Window::default();
    window.go(&model, Move::Around(place(100))).unwrap();
    model.places.retain(|place| place.depth > 1_200);
    let (sight, _) = look(&model, window);
    assert_eq!((sight.lines.len(), sight.newer), (STEP, false));
    model.places.clear();
    let (sight, _) = look(&model, window);
    assert!(sight.lines.is_empty() && !sight.older && !sight.newer);
}

/// A long history in the real, sealed store, and the window over it: for tests of all that draws it.
pub struct Library {
    _folder: tempfile::TempDir,
    shelf: Shelf,
    lines: Lines,
    window: Window,
}

/// The message at a depth of the library.
pub fn shelved(depth: u64) -> EntryId {
    let mut id = [0; 16];
    id[..8].copy_from_slice(&depth.to_be_bytes());
    EntryId(id)
}

impl Library {
    pub fn new(messages: u64) -> Self {
        let folder = tempfile::TempDir::new().unwrap();
        let profile = Profile::claim(folder.path()).unwrap();
        let opened = profile.create(&Passphrase::new("walnut ferry blanket".into()), 1_700_000_000_000).unwrap();
        let mut shelf = Shelf::new(opened.store);
        let mut lines = Lines::Kept(RoomId([1; 16]));
        for depth in 1..=messages {
            let text = format!("Message {depth}: {}", "take 10 mg in the evening. ".repeat(1 + (depth % 5) as usize));
            let body = Text { text: text.into(), reply_to: (depth % 40 == 0).then(|| shelved(depth / 2)) };
            let line = Line::new(shelved(depth), MemberId([2; 16]), depth * 60_000, false, SlotId::PROFILE, &body);
            lines.put(&mut shelf, place(depth), &line);
            if depth % 5_000 == 0 {
                shelf.commit().unwrap();
            }
        }
        shelf.commit().unwrap();
        Self { _folder: folder, shelf, lines, window: Window::default() }
    }

    pub fn look(&mut self, to: Move) -> Sight<Line> {
        let held = Held { lines: &self.lines, shelf: &self.shelf };
        self.window.go(&held, to).unwrap();
        self.window.look(&held).unwrap()
    }

    /// Does what the engine does for the window, and answers what it shows.
    pub fn view(&mut self, view: &View) -> OpenRoom {
        let sight = self.look(match view {
            View::Older => Move::Older,
            View::Newer => Move::Newer,
            View::Around(id) => Move::Around(place(u64::from_be_bytes(id.0[..8].try_into().unwrap()))),
            View::Depth(depth) => Move::Around(Place { device: DeviceId([0; 16]), seq: 0, ..place(*depth) }),
            _ => Move::Newest,
        });
        let messages = sight.lines.iter().map(|(place, line)| {
            Arc::new(MessageView {
                message: line.message,
                author: line.author,
                author_name: "Anneke Visser".into(),
                text: line.text.0.clone(),
                sent_at: line.sent_at,
                reply_to: line.reply_to,
                edited: false,
                retracted: false,
                reactions: BTreeMap::new(),
                depth: place.depth,
                states: None,
            })
        });
        OpenRoom {
            room: RoomId([1; 16]),
            members: Arc::default(),
            messages: messages.collect(),
            older: sight.older,
            newer: sight.newer,
            depths: sight.depths,
            answered: Arc::default(),
            read_up_to: None,
            typing: Arc::default(),
            draft: crypto::secret::Personal::default(),
        }
    }
}

#[test]
fn the_real_store_opens_at_the_end_and_anywhere() {
    let mut library = Library::new(6_000);
    let sight = library.look(Move::Newest);
    assert_eq!((sight.lines.len(), sight.depths), (STEP, (1, 6_000)));
    let sight = library.look(Move::Around(place(3_000)));
    let depths: Vec<_> = sight.lines.iter().map(|(place, _)| place.depth).collect();
    assert_eq!(depths, (2_950..=3_050).collect::<Vec<_>>());
    let sight = library.look(Move::Older);
    assert_eq!((sight.lines.first().unwrap().0.depth, sight.lines.len()), (2_850, 2 * STEP + 1));
}
