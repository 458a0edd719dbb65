//! What the room's page keeps: the draft of each room, which message is chosen, and how far was read.

use std::collections::BTreeMap;

use crypto::id::{EntryId, RoomId};

use crate::ui::text::Style;
use crate::ui::text::edit::Editor;

/// The most a message may hold.
pub(super) const TEXT_BYTES: usize = 16 * 1024;

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
    /// The first message drawn and the height of all, to keep the place when older ones come in.
    pub(super) drawn: Option<(EntryId, f32)>,
    /// Where the page scrolls to when it is drawn next.
    pub(super) jump: Option<f32>,
    pub(super) asked_older: Option<EntryId>,
    drafts: BTreeMap<RoomId, String>,
    sending: BTreeMap<RoomId, String>,
}

impl Default for RoomScreen {
    fn default() -> Self {
        Self {
            room: None,
            editor: Editor::lines(Style::BODY, TEXT_BYTES),
            writing: Writing::New,
            chosen: None,
            current: None,
            go_to: None,
            told_read: None,
            new_after: None,
            typing: false,
            foot_height: 84.0,
            drawn: None,
            jump: None,
            asked_older: None,
            drafts: BTreeMap::new(),
            sending: BTreeMap::new(),
        }
    }
}

impl RoomScreen {
    /// Turns to a room, putting the draft of the one before away and taking its own up.
    pub(super) fn turn_to(&mut self, room: RoomId, read_up_to: Option<EntryId>) {
        if self.room == Some(room) {
            return;
        }
        self.leave();
        let draft = self.drafts.remove(&room).unwrap_or_default();
        let (drafts, sending) = (std::mem::take(&mut self.drafts), std::mem::take(&mut self.sending));
        *self = Self { room: Some(room), new_after: read_up_to, drafts, sending, ..Self::default() };
        self.editor.set_text(&draft);
    }

    /// Puts the draft away; the page is left.
    pub fn leave(&mut self) {
        let Some(room) = self.room.take() else { return };
        let draft = if matches!(self.writing, Writing::Edit(_)) { String::new() } else { self.editor.text() };
        if draft.trim().is_empty() {
            self.drafts.remove(&room);
        } else {
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
        } else {
            self.drafts.entry(room).or_insert(text);
        }
    }
}
