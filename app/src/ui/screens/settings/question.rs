//! What is asked on a page of its own: every choice in the simple view, the language in both.

use egui::{Id, Ui};

use super::Settings;
use crate::ui::look::Look;
use crate::ui::text::Icon;
use crate::ui::widgets::{choice, entry, page, segment};

/// One question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Question {
    /// What others call one.
    Name,
    /// The language.
    Language,
    /// The size of text.
    Size,
    /// Light or dark.
    Colours,
    /// Soft or strong.
    Contrast,
    /// Whether things move.
    Motion,
    /// When Hearth covers itself.
    Hide,
    /// When it locks itself.
    Lock,
}

impl Question {
    /// Its pictogram and the key of its name.
    pub(super) const fn words(self) -> (Icon, &'static str) {
        match self {
            Self::Name => (Icon::User, "settings-name"),
            Self::Language => (Icon::Languages, "setting-language"),
            Self::Size => (Icon::ALargeSmall, "settings-size"),
            Self::Colours => (Icon::Sun, "setting-colours"),
            Self::Contrast => (Icon::Contrast, "setting-contrast"),
            Self::Motion => (Icon::Activity, "setting-motion"),
            Self::Hide => (Icon::EyeOff, "setting-hide"),
            Self::Lock => (Icon::Lock, "setting-lock"),
        }
    }
}

impl Settings {
    /// A line that leads to a question, and says how it is answered now.
    pub(super) fn lead_to(&mut self, ui: &mut Ui, look: &Look<'_>, question: Question, now: &str) {
        let (icon, key) = question.words();
        if entry::show(ui, look, icon, &look.t(key), now).clicked() {
            self.asking = Some(question);
        }
    }
}

/// A few answers to a question, in words.
pub(super) fn answers<T: Copy>(look: &Look<'_>, offered: &[(T, &str)]) -> Vec<(T, String)> {
    offered.iter().map(|(value, key)| (*value, look.t(key))).collect()
}

/// How a question is answered now; nothing where that is none of those offered.
pub(super) fn answered<T: PartialEq>(offered: &[(T, String)], now: T) -> &str {
    offered.iter().find(|(value, _)| *value == now).map_or("", |(_, word)| word)
}

/// The answers as a page of their own; what was chosen just now.
pub(super) fn choose<T: Copy + PartialEq>(
    ui: &mut Ui,
    look: &Look<'_>,
    question: Question,
    offered: &[(T, String)],
    now: T,
) -> Option<T> {
    let (icon, _) = question.words();
    let mut chosen = None;
    for (value, word) in offered {
        if choice::show(ui, look, icon, word, "", *value == now).clicked() {
            chosen = Some(*value);
        }
    }
    chosen
}

/// The same among other questions, under a heading and a sentence about it.
pub(super) fn one_of<T: Copy + PartialEq>(
    ui: &mut Ui,
    look: &Look<'_>,
    question: Question,
    offered: &[(T, String)],
    now: T,
) -> Option<T> {
    let title = look.t(question.words().1);
    let words: Vec<&str> = offered.iter().map(|(_, word)| word.as_str()).collect();
    // What a program set may be none of those offered.
    let chosen = offered.iter().position(|(value, _)| *value == now).unwrap_or(usize::MAX);
    let pressed = segment::show(ui, look, Id::unique(&title), &title, &words, chosen)?;
    offered.get(pressed).map(|(value, _)| *value)
}

/// The heading of a question among others.
pub(super) fn heading(ui: &mut Ui, look: &Look<'_>, question: Question) {
    page::part(ui, look, &look.t(question.words().1));
}
