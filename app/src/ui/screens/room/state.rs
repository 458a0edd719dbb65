//! What the room's page keeps: the draft of each room, which message is chosen, and how far was read.

use std::collections::BTreeMap;

use crypto::id::{EntryId, RoomId};

use super::told::Told;
use crate::engine::command::MAX_TEXT_BYTES;
use crate::ui::text::Style;
use crate::ui::text::edit::Editor;
use crate::ui::widgets::scroll::Scroll;

/// How long a draft may be newer than what the engine keeps.
pub(super) const PAUSE_MS: u64 = 1_500;

/// What the field below is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Writing {
    /// A new message.
    #[default]
    New,
    /// An answer to this message.
    Reply(EntryId),
    /// A better wording of one's own.
    Edit(EntryId),
}

/// One room's page.
pub struct RoomScreen {
    pub(super) room: Option<RoomId>,
    pub(super) editor: Editor,
    pub(super) writing: Writing,
    /// The message whose actions are open.
    pub(super) chosen: Option<EntryId>,
    /// The room that is to be erased, while that is asked once more.
    pub(super) erasing: Option<RoomId>,
    /// Where the keyboard stands among the messages.
    pub(super) current: Option<EntryId>,
    /// Where the keyboard is to go once that message is drawn.
    pub(super) go_to: Option<EntryId>,
    /// The newest message that the engine was told is read.
    pub(super) told_read: Option<EntryId>,
    /// Where the mark of new messages stands, fixed on opening.
    pub(super) new_after: Option<EntryId>,
    pub(super) typing: bool,
    /// How high the field and what stands above it was a pass ago.
    pub(super) foot_height: f32,
    /// Where the page stands in the history.
    pub(super) scroll: Scroll<EntryId>,
    /// A message had the keyboard when it was last drawn.
    pub(super) has_keys: bool,
    /// What is read out of the last message that came.
    pub(super) told: Told,
    /// The mark of new messages was in sight; how many there were on opening.
    pub(super) saw_new: bool,
    pub(super) unread_at_opening: u64,
    /// A message to go to once its room is shown.
    wanted: Option<(RoomId, EntryId)>,
    /// What the engine was told last, and since when the field says something else.
    kept: String,
    unkept_since_ms: Option<u64>,
    drafts: BTreeMap<RoomId, String>,
    sending: BTreeMap<RoomId, String>,
    /// Whether somebody to talk to is offered above the field.
    pub(super) offer: Offer,
    /// The field holds what was written earlier and not looked at yet.
    pub(super) unseen: bool,
    /// What stood in a room's field when the offer was declined there: the same words call for none again.
    declined: BTreeMap<RoomId, String>,
}

/// Where the offer of somebody to talk to stands; forgotten when the room is left, but for what was declined about a
/// draft that waits there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Offer {
    /// Nothing called for it.
    #[default]
    Quiet,
    /// It is shown.
    Open,
    /// It was declined.
    Declined,
}

impl Default for RoomScreen {
    fn default() -> Self {
        Self {
            room: None,
            editor: Editor::lines(Style::BODY, MAX_TEXT_BYTES),
            writing: Writing::New,
            chosen: None,
            erasing: None,
            current: None,
            go_to: None,
            told_read: None,
            new_after: None,
            typing: false,
            foot_height: 84.0,
            scroll: Scroll::default(),
            has_keys: false,
            told: Told::default(),
            saw_new: false,
            unread_at_opening: 0,
            wanted: None,
            kept: String::new(),
            unkept_since_ms: None,
            drafts: BTreeMap::new(),
            sending: BTreeMap::new(),
            offer: Offer::default(),
            unseen: false,
            declined: BTreeMap::new(),
        }
    }
}

impl RoomScreen {
    /// Turns to a room, putting the draft of the one before away and taking its own up.
    pub(super) fn turn_to(&mut self, room: RoomId, (read_up_to, unread): (Option<EntryId>, u64), kept: &str) {
        if self.room == Some(room) {
            return;
        }
        self.leave();
        // What was just typed here is newer than what the engine kept.
        let draft = self.drafts.remove(&room).unwrap_or_else(|| kept.to_owned());
        let (drafts, sending) = (std::mem::take(&mut self.drafts), std::mem::take(&mut self.sending));
        // A message that was asked for from another page is still to be gone to.
        let wanted = self.wanted.take_if(|(wanted, _)| *wanted == room);
        let unread_at_opening = unread;
        let mut declined = std::mem::take(&mut self.declined);
        let no = declined.remove(&room).is_some_and(|text| text == draft);
        let offer = if no { Offer::Declined } else { Offer::Quiet };
        *self = Self {
            room: Some(room),
            new_after: read_up_to,
            unread_at_opening,
            drafts,
            sending,
            offer,
            unseen: true,
            declined,
            ..Self::default()
        };
        self.editor.set_text(&draft);
        self.kept = kept.to_owned();
        if let Some((_, message)) = wanted {
            self.go_to(message);
        }
    }

    /// Goes to a message of a room, which may not be shown yet.
    pub fn want(&mut self, room: RoomId, message: EntryId) {
        if self.room == Some(room) {
            self.go_to(message);
        } else {
            self.wanted = Some((room, message));
        }
    }

    /// What the engine should keep of the field now, if it differs from what it was told; the text of another message
    /// that is being reworded is no draft.
    pub fn unkept(&mut self) -> Option<(RoomId, String)> {
        let room = self.room.filter(|_| !matches!(self.writing, Writing::Edit(_)))?;
        let text = self.editor.text();
        self.unkept_since_ms = None;
        if text == self.kept || (text.trim().is_empty() && self.kept.is_empty()) {
            return None;
        }
        self.kept.clone_from(&text);
        Some((room, text))
    }

    /// Asks for a frame when the pause is over.
    pub(super) fn wake_for_draft(&self, ctx: &egui::Context, now_ms: u64) {
        if let Some(since) = self.unkept_since_ms {
            crate::ui::look::wake_after(ctx, (since + PAUSE_MS).saturating_sub(now_ms) + 1);
        }
    }

    /// The same once the writing has paused, and at once where the field was emptied.
    pub(super) fn unkept_by(&mut self, now_ms: u64) -> Option<(RoomId, String)> {
        if matches!(self.writing, Writing::Edit(_)) || self.editor.text() == self.kept {
            self.unkept_since_ms = None;
            return None;
        }
        let since = *self.unkept_since_ms.get_or_insert(now_ms);
        let due = self.editor.is_empty() || now_ms >= since + PAUSE_MS;
        if due { self.unkept() } else { None }
    }

    /// Puts the draft away; the page is left.
    pub fn leave(&mut self) {
        let Some(room) = self.room.take() else { return };
        let draft = if matches!(self.writing, Writing::Edit(_)) { String::new() } else { self.editor.text() };
        if draft.trim().is_empty() {
            self.drafts.remove(&room);
        } else {
            if self.offer == Offer::Declined {
                self.declined.insert(room, draft.clone());
            }
            self.drafts.insert(room, draft);
        }
    }

    /// Takes the text out of the field to send it; kept until the engine has taken it.
    pub(super) fn take_text(&mut self, room: RoomId) -> String {
        let text = self.editor.text();
        self.sending.insert(room, text.clone());
        self.editor.set_text("");
        self.writing = Writing::New;
        text
    }

    /// The engine has taken what was sent.
    pub fn sent(&mut self, room: RoomId) {
        self.sending.remove(&room);
    }

    /// The engine refused what was sent: it goes back into the field, or into the room's draft.
    pub fn unsent(&mut self, room: RoomId) {
        let Some(text) = self.sending.remove(&room) else { return };
        if self.room == Some(room) && self.editor.is_empty() {
            self.editor.set_text(&text);
            self.unseen = true;
        } else {
            self.drafts.entry(room).or_insert(text);
        }
    }
}
