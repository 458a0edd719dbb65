//! The window's snapshot: drawn from what is open, parts that did not change taken over as they were.

use std::sync::Arc;

use crypto::id::RoomId;

use super::command::View;
use super::handle::Face;
use super::home::Home;
use super::phase::Phase;
use super::run::Engine;
use super::settings;
use super::snapshot::{MessageView, NetworkView, OpenRoom, Snapshot};
use super::turn::{Stale, Turn};

/// Messages shown at first, and by how many the window grows.
const WINDOW: usize = 50;

/// What the window looks at.
#[derive(Debug, Default)]
pub struct Looking {
    room: Option<RoomId>,
    limit: usize,
}

impl Engine {
    /// Changes what the window looks at.
    pub(super) fn look(&mut self, turn: &mut Turn, view: &View) {
        let Phase::Open(_, home) = &mut self.phase else { return };
        match view {
            View::Open(room) => home.looking = Looking { room: *room, limit: WINDOW },
            View::Older => home.looking.limit += WINDOW,
            View::Active => return,
        }
        turn.stale.open = true;
    }

    /// Draws the snapshot's stale parts anew.
    pub(super) fn draw(&mut self, stale: Stale) {
        let before = &self.snapshot;
        let mut after = Snapshot { profile: self.profile_view(), ..Snapshot::default() };
        if let Phase::Open(_, home) = &self.phase {
            let settings = settings::in_force(&home.settings, home.face);
            let same = before.settings.as_ref().filter(|held| ***held == settings);
            after.settings = Some(same.cloned().unwrap_or_else(|| Arc::new(settings)));
            after.network = home.network_view();
            if !home.hidden && self.options.face == Face::Window {
                home.draw_lists(stale, before, &mut after);
            }
        }
        self.snapshot = Arc::new(after);
    }
}

impl Home {
    /// `net.status`
    pub(super) fn network_view(&self) -> NetworkView {
        let mut view = NetworkView::default();
        for (_, context) in self.contexts.iter() {
            view.listeners += context.listening.len();
            view.links += context.links.len();
            view.refused.extend(context.refused.iter().cloned());
        }
        view
    }

    fn draw_lists(&self, stale: Stale, before: &Snapshot, after: &mut Snapshot) {
        after.rooms = if stale.rooms { self.room_views().into() } else { Arc::clone(&before.rooms) };
        after.contacts = if stale.contacts { self.contact_views().into() } else { Arc::clone(&before.contacts) };
        after.knocks = if stale.rooms { self.knock_views().into() } else { Arc::clone(&before.knocks) };
        after.open = if stale.open { self.draw_open(before.open.as_deref()) } else { before.open.clone() };
    }

    fn draw_open(&self, before: Option<&OpenRoom>) -> Option<Arc<OpenRoom>> {
        let id = self.looking.room?;
        let room = self.rooms.get(&id)?;
        let mut lines = room.lines.before(&self.shelf, None, self.looking.limit + 1).ok()?;
        let older = lines.len() > self.looking.limit;
        lines.truncate(self.looking.limit);
        lines.reverse();
        let before = before.filter(|open| open.room == id);
        let known = |view: &MessageView| {
            let held = before?.messages.iter().find(|held| held.message == view.message)?;
            (**held == *view).then(|| Arc::clone(held))
        };
        let messages = lines.iter().map(|(place, line)| {
            let view = self.message_view(id, *place, line);
            known(&view).unwrap_or_else(|| Arc::new(view))
        });
        let read = room.kept.mark.and_then(|mark| room.lines.get(&self.shelf, mark).ok().flatten());
        Some(Arc::new(OpenRoom {
            room: id,
            members: self.members(id).unwrap_or_default().into(),
            messages: messages.collect(),
            older,
            read_up_to: read.map(|line| line.message),
            typing: room.typing.iter().copied().collect(),
        }))
    }
}
