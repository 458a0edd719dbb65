//! Finding messages by their words: a bounded scan from the newest backwards, a slice of it each turn, so that nobody
//! else waits. No index of words is kept, so there is nothing to forget when a message goes.

use crypto::id::RoomId;
use crypto::secret::Personal;
use net::wire::Place;

use super::event::{Found, Reply};
use super::fault::{Code, Fault};
use super::home::Home;
use super::text;
use super::turn::{Asker, Turn};

/// Messages looked at in one turn.
const SLICE: usize = 1_000;
/// Messages looked at in one search, over all rooms.
const SCANNED: usize = 2_000_000;
/// Messages found at most.
const MOST_FOUND: usize = 200;
const WORDS: usize = 16;
const QUERY_CHARS: usize = 200;

/// A room still to be looked through, and how far it was.
type Left = (RoomId, Option<Place>);

/// A search that goes on.
pub struct Search {
    words: Vec<String>,
    /// Rooms still to be looked through, the current one last, with how far it came.
    rooms: Vec<Left>,
    found: Vec<Found>,
    scanned: usize,
    asker: Asker,
}

impl Home {
    pub(super) fn search(&mut self, turn: &mut Turn, query: &Personal, room: Option<RoomId>, asker: Asker) {
        match self.begin_search(query, room) {
            Ok((words, rooms)) => {
                self.searches.push_back(Search { words, rooms, found: Vec::new(), scanned: 0, asker });
                self.search_on(turn);
            }
            Err(fault) => turn.answer(asker, Err(fault)),
        }
    }

    fn begin_search(&self, query: &Personal, room: Option<RoomId>) -> Result<(Vec<String>, Vec<Left>), Fault> {
        let folded = text::folded(text::cut(query.expose(), QUERY_CHARS));
        let words: Vec<String> = folded.split_whitespace().take(WORDS).map(str::to_owned).collect();
        if words.is_empty() {
            return Err(Fault::because(Code::InvalidParams, "query: no words"));
        }
        let rooms = match room {
            Some(room) => {
                self.room(room)?;
                vec![(room, None)]
            }
            None => {
                let mut rooms: Vec<_> = self.rooms.values().map(|room| (room.kept.active_ms, room.kept.room)).collect();
                rooms.sort_unstable();
                rooms.into_iter().map(|(_, room)| (room, None)).collect()
            }
        };
        Ok((words, rooms))
    }

    /// Whether a search wants another turn.
    pub(super) fn searching(&self) -> bool {
        !self.searches.is_empty()
    }

    /// Takes the oldest search one slice further.
    pub(super) fn search_on(&mut self, turn: &mut Turn) {
        let Some(mut search) = self.searches.pop_front() else { return };
        match self.search_slice(&mut search) {
            Ok(true) => self.searches.push_back(search),
            Ok(false) => {
                let Search { mut found, asker, .. } = search;
                found.sort_by_key(|found| found.message.sent_at);
                turn.answer(asker, Ok(Reply::Found { messages: found }));
            }
            Err(code) => turn.answer(search.asker, Err(code.into())),
        }
    }

    /// One slice; `false` where there is nothing more to look at.
    fn search_slice(&self, search: &mut Search) -> Result<bool, Code> {
        let Some((id, before)) = search.rooms.pop() else { return Ok(false) };
        let Some(room) = self.rooms.get(&id) else { return Ok(!search.rooms.is_empty()) };
        let page = room.lines.before(&self.shelf, before, SLICE)?;
        search.scanned += page.len();
        for (place, line) in &page {
            let text = text::folded(line.text.0.expose());
            if search.found.len() < MOST_FOUND && search.words.iter().all(|word| text.contains(word)) {
                search.found.push(Found { room: id, message: self.message_view(id, *place, line) });
            }
        }
        if let Some((place, _)) = page.last().filter(|_| page.len() == SLICE) {
            search.rooms.push((id, Some(*place)));
        }
        Ok(!search.rooms.is_empty() && search.found.len() < MOST_FOUND && search.scanned < SCANNED)
    }
}
