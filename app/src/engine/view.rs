//! The window's snapshot: drawn from what is open, parts that did not change taken over as they were.

use std::collections::BTreeSet;
use std::sync::Arc;

use crypto::id::{DeviceId, EntryId, RoomId};
use net::wire::Place;

use super::command::View;
use super::handle::Face;
use super::home::Home;
use super::phase::Phase;
use super::run::Engine;
use super::settings;
use super::snapshot::{MessageView, NetworkView, OpenRoom, Snapshot};
use super::timeline::{Held, Line};
use super::turn::{Stale, Turn};
use super::window::{Move, Sight, Window};

/// What the window looks at.
#[derive(Debug, Default)]
pub struct Looking {
    room: Option<RoomId>,
    window: Window,
    focused: bool,
}

impl Looking {
    /// Whether the person has this room before their eyes.
    pub fn at(&self, room: RoomId) -> bool {
        self.focused && self.room == Some(room)
    }
}

impl Engine {
    /// Changes what the window looks at.
    pub(super) fn look(&mut self, turn: &mut Turn, view: &View) {
        if *view == View::Keyring {
            return self.look_for_keyring();
        }
        let Phase::Open(_, home) = &mut self.phase else { return };
        match view {
            View::Open(room) => {
                home.looking = Looking { room: *room, window: Window::default(), focused: home.looking.focused };
                home.go(Move::Newest);
            }
            View::Older => home.go(Move::Older),
            View::Newer => home.go(Move::Newer),
            View::Newest => home.go(Move::Newest),
            View::Around(message) => home.go_to(*message),
            View::Depth(depth) => home.go(Move::Around(Place { depth: *depth, device: DeviceId([0; 16]), seq: 0 })),
            View::Focus(focused) => {
                home.looking.focused = *focused;
                return;
            }
            View::Active | View::Claim | View::Keyring => return,
        }
        turn.stale.open = true;
    }

    /// Draws the snapshot's stale parts anew.
    pub(super) fn draw(&mut self, stale: Stale) {
        let before = &self.snapshot;
        let display = Arc::clone(&self.shown.now);
        let mut after = Snapshot { profile: self.profile_view(), display, ..Snapshot::default() };
        if let Phase::Open(_, home) = &self.phase {
            let settings = settings::in_force(&home.settings, &self.shown.now, home.face);
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
    /// Moves the window; where the store fails, it stays.
    fn go(&mut self, to: Move) {
        let Some(room) = self.looking.room.and_then(|id| self.rooms.get(&id)) else { return };
        // The fault was logged where it arose; what is in sight stays so.
        let _ = self.looking.window.go(&Held { lines: &room.lines, shelf: &self.shelf }, to);
    }

    fn go_to(&mut self, message: EntryId) {
        let place = self.looking.room.and_then(|room| self.place_of(room, message));
        if let Some(place) = place {
            self.go(Move::Around(place));
        }
    }

    /// What the messages in sight answer, where it lies outside: one look-up for each such message.
    fn answered(&self, room: RoomId, lines: &[(Place, Line)]) -> Arc<[Arc<MessageView>]> {
        let seen: BTreeSet<EntryId> = lines.iter().map(|(_, line)| line.message).collect();
        let wanted: BTreeSet<EntryId> =
            lines.iter().filter_map(|(_, line)| line.reply_to).filter(|id| !seen.contains(id)).collect();
        let found = wanted.into_iter().filter_map(|id| self.line(room, id).ok());
        found.map(|(place, line)| Arc::new(self.message_view(room, place, &line))).collect()
    }

    /// `net.status`
    pub(super) fn network_view(&self) -> NetworkView {
        let mut view = NetworkView::default();
        for (_, context) in self.contexts.iter() {
            view.listeners += context.listening.len();
            view.links += context.links.len();
            view.relayed += context.links.values().filter(|link| link.relayed).count();
            view.reach = view.reach.max(context.reach());
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
        let Sight { lines, older, newer, depths } =
            self.looking.window.look(&Held { lines: &room.lines, shelf: &self.shelf }).ok()?;
        let before = before.filter(|open| open.room == id);
        let known = |view: &MessageView| {
            let held = before?.messages.iter().find(|held| held.message == view.message)?;
            (**held == *view).then(|| Arc::clone(held))
        };
        let messages: Arc<[_]> = lines
            .iter()
            .map(|(place, line)| {
                let view = self.message_view(id, *place, line);
                known(&view).unwrap_or_else(|| Arc::new(view))
            })
            .collect();
        let read = room.kept.mark.and_then(|mark| room.lines.get(&self.shelf, mark).ok().flatten());
        Some(Arc::new(OpenRoom {
            room: id,
            members: self.members(id).unwrap_or_default().into(),
            answered: self.answered(id, &lines),
            messages,
            older,
            newer,
            depths,
            read_up_to: read.map(|line| line.message),
            typing: room.typing.iter().copied().collect(),
            draft: room.draft.clone().unwrap_or_default(),
        }))
    }
}
