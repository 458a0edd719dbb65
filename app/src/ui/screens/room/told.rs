//! What is read out by itself: a new message of somebody else, once and politely, without a move of the keyboard.
//!
//! Each has a node of its own, so that the same words twice are told twice. What was told is forgotten as soon as the
//! messages are out of sight (another page, hidden, locked): coming back must not tell it again. A window that is put away
//! is not drawn, so that nothing is told then; on coming back the newest of what came meanwhile is.

use crypto::id::EntryId;
use egui::{Id, Rect, Sense, Ui, accesskit, vec2};

use super::line;
use crate::engine::snapshot::{MessageView, OpenRoom};
use crate::ui::i18n::Arg;
use crate::ui::look::Look;

/// The most of a new message that is read out by itself.
const LETTERS: usize = 400;

/// What was heard last, and what stands to be read out.
#[derive(Default)]
pub(super) struct Told {
    /// The newest message that was here, and its depth; outside it, whether the messages were looked at before at all.
    heard: Option<Option<(EntryId, u64)>>,
    text: String,
    number: u64,
    /// When the messages were drawn last.
    pass: u64,
}

impl Told {
    /// Looks for a new message and holds out what is to be read; drawn with the messages.
    pub(super) fn show(&mut self, ui: &Ui, look: &Look<'_>, open: &OpenRoom) {
        let pass = ui.ctx().cumulative_pass_nr();
        if pass > self.pass + 1 {
            self.text.clear();
        }
        self.pass = pass;
        if !open.newer {
            let newest = open.messages.last();
            let before = self.heard.replace(newest.map(|m| (m.message, m.depth)));
            let is_new = |m: &MessageView| match before {
                None => false,
                Some(None) => true,
                Some(Some((id, depth))) => m.message != id && m.depth >= depth,
            };
            if let Some(message) = newest.filter(|m| is_new(m) && !line::is_mine(open, m)) {
                let text: String = message.text.expose().chars().take(LETTERS).collect();
                let args = [("name", Arg::Text(message.author_name.expose())), ("text", Arg::Text(&text))];
                self.text = look.say("message-told", &args);
                self.number += 1;
            }
        }
        if self.text.is_empty() {
            return;
        }
        let place = Rect::from_min_size(ui.max_rect().min, vec2(1.0, 1.0));
        let response = ui.interact(place, Id::unique("told").with(self.number), Sense::hover());
        crate::ui::widgets::name(&response, accesskit::Role::Status, &self.text);
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(accesskit::Live::Polite));
    }
}
