//! What a screen may ask of the shell, and what the shell remembers of the theme.

use crypto::id::{ContactId, EntryId, RoomId};
use egui::Theme;

use super::Route;
use crate::engine::command::Command;
use crate::ui::theme::{Tokens, tokens};
use crate::ui::widgets::banner::Tone;

/// One wish of a screen.
#[derive(Debug)]
pub enum Action {
    /// Shows another page.
    Go(Route),
    /// Shows a message where it stands in its room.
    Message(RoomId, EntryId),
    /// Asks the engine; the second says who waits for the answer.
    Ask(Command, Asked),
    /// Puts a text on the clipboard and says so with the sentence of this key.
    Copy(String, &'static str),
    /// Says the sentence of this key.
    Say(Tone, &'static str),
    /// Chooses light, dark or the system's.
    Theme(Option<Theme>),
    /// Sets the size of everything, in per cent.
    TextSize(u16),
    /// Closes the window for good.
    Close,
}

/// Who waits for an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// The page that makes a profile.
    Create,
    /// The page that unlocks it.
    Unlock,
    /// The page that makes a room.
    NewRoom,
    /// The page that invites to a room.
    RoomLink(RoomId),
    /// The page that invites a person.
    ContactLink,
    /// The page that joins: what a link leads to.
    Preview,
    /// The page that joins: the step itself.
    Join,
    /// The same, for a person's link.
    Accept,
    /// The page about a person.
    Safety(ContactId),
    /// The room's page: a sent text, which goes back into the field where it was refused.
    Sent(RoomId),
    /// The settings page.
    Saved,
    /// Nobody; a fault is still said.
    Quiet,
    /// Nobody, not even where it fails.
    Nothing,
}

/// What a screen wishes for, in order.
#[derive(Debug, Default)]
pub struct Out(Vec<Action>);

impl Out {
    /// Shows another page.
    pub fn go(&mut self, route: Route) {
        self.0.push(Action::Go(route));
    }

    /// Asks the engine.
    pub fn ask(&mut self, command: Command, asked: Asked) {
        self.0.push(Action::Ask(command, asked));
    }

    /// Anything else.
    pub fn push(&mut self, action: Action) {
        self.0.push(action);
    }

    pub(super) fn take(self) -> Vec<Action> {
        self.0
    }
}

/// The chosen and the shown theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    /// `None` follows the system.
    pub chosen: Option<Theme>,
    /// What is on screen.
    pub shown: Theme,
    /// Strong contrast.
    pub strong: bool,
    /// Nothing moves.
    pub still: bool,
}

impl Default for Palette {
    fn default() -> Self {
        Self { chosen: None, shown: Theme::Light, strong: false, still: false }
    }
}

impl Palette {
    pub(super) fn theme(self, system: Theme) -> Theme {
        self.chosen.unwrap_or(system)
    }

    /// The tokens of what is on screen.
    #[must_use]
    pub fn tokens(self) -> &'static Tokens {
        tokens(self.shown, self.strong)
    }
}
