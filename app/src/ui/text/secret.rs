//! A passphrase being typed: wiped when dropped, never shaped or copied unless the person asks to see it.
//!
//! It moves by whole graphemes and in writing order; that is all a passphrase needs, and it keeps the words out of
//! the layout engine's buffers.

use crypto::secret::Passphrase;
use unicode_segmentation::UnicodeSegmentation;
use zeroize::Zeroizing;

/// The most a passphrase may hold.
const LIMIT_BYTES: usize = 1024;

/// The buffer and its caret, counted in graphemes.
#[derive(Default)]
pub struct Secret {
    text: Zeroizing<String>,
    caret: usize,
    anchor: usize,
}

impl Secret {
    /// An empty one, with room for all it may hold, so that growing leaves no copy behind.
    #[must_use]
    pub fn new() -> Self {
        Self { text: Zeroizing::new(String::with_capacity(LIMIT_BYTES)), caret: 0, anchor: 0 }
    }

    /// Whether nothing is typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// How many graphemes are typed.
    #[must_use]
    pub fn len(&self) -> usize {
        self.text.graphemes(true).count()
    }

    /// What is typed, for a field that shows it.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.text
    }

    /// A copy to send to the engine.
    #[must_use]
    pub fn passphrase(&self) -> Passphrase {
        Passphrase::new(self.text.as_str().to_owned())
    }

    /// Wipes everything.
    pub fn clear(&mut self) {
        *self = Self::new();
    }

    /// The caret in graphemes.
    #[must_use]
    pub const fn caret(&self) -> usize {
        self.caret
    }

    /// The selection in graphemes.
    #[must_use]
    pub fn selection(&self) -> std::ops::Range<usize> {
        self.caret.min(self.anchor)..self.caret.max(self.anchor)
    }

    /// Puts the caret after `at` graphemes; `select` leaves the other end of the selection.
    pub fn move_to(&mut self, at: usize, select: bool) {
        self.caret = at.min(self.len());
        if !select {
            self.anchor = self.caret;
        }
    }

    /// Selects everything.
    pub fn select_all(&mut self) {
        (self.anchor, self.caret) = (0, self.len());
    }

    /// Types or pastes over the selection; line ends at the edges of what is pasted are dropped.
    pub fn insert(&mut self, text: &str) {
        let kept = text.trim_matches(['\r', '\n']);
        if kept.chars().any(char::is_control) || self.text.len() + kept.len() > LIMIT_BYTES {
            return;
        }
        self.remove_selection();
        let at = self.byte(self.caret);
        self.text.insert_str(at, kept);
        // Graphemes may join at the seams, so the caret is found again from the bytes before it.
        let caret = self.text.get(..at + kept.len()).map_or(0, |before| before.graphemes(true).count());
        self.move_to(caret, false);
    }

    /// Backspace.
    pub fn delete_back(&mut self) {
        if self.selection().is_empty() && self.caret > 0 {
            self.anchor = self.caret - 1;
        }
        self.remove_selection();
    }

    /// Delete.
    pub fn delete(&mut self) {
        if self.selection().is_empty() {
            self.anchor = (self.caret + 1).min(self.len());
        }
        self.remove_selection();
    }

    fn remove_selection(&mut self) {
        let range = self.selection();
        let bytes = self.byte(range.start)..self.byte(range.end);
        // Shifting down in place leaves the tail's last bytes behind the end; they are written over first.
        let tail = self.text.split_off(bytes.end);
        let tail = Zeroizing::new(tail);
        self.text.truncate(bytes.start);
        self.text.push_str(&tail);
        self.move_to(range.start, false);
    }

    fn byte(&self, grapheme: usize) -> usize {
        self.text.grapheme_indices(true).nth(grapheme).map_or(self.text.len(), |(at, _)| at)
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}

#[cfg(test)]
#[path = "secret_tests.rs"]
mod tests;
