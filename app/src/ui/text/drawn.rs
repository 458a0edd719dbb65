//! What is drawn of a text while it is written, where that is more than what is written: a number and its unit stay on
//! one line, and in right-to-left writing they become one left-to-right piece, or "10 mg" would stand as "mg 10" until
//! it is sent.
//!
//! The signs that do this are in the drawn text only. Whatever changes the text first takes them away, so nothing of
//! them is ever counted, copied, sent or kept; the caret steps over them.

use std::iter::Peekable;
use std::str::{CharIndices, Chars};

use parley::{Affinity, Cursor, Selection};

use super::bind::{bound, ends_isolate};
use super::edit::{Edit, Editor, Motion};
use super::{Parts, Text};

/// Steps that a key may take over signs that nobody wrote.
const OVER: usize = 4;

/// Walks both texts at once: the place of each drawn character in what is written, and how long it is there.
struct Beside<'a> {
    drawn: CharIndices<'a>,
    written: Peekable<Chars<'a>>,
    at: usize,
}

impl Iterator for Beside<'_> {
    /// Where it ends in what is drawn and in what is written, and whether it was written.
    type Item = (usize, usize, bool);

    fn next(&mut self) -> Option<Self::Item> {
        let (from, c) = self.drawn.next()?;
        let own = self.written.next_if(|w| *w == c || (w.is_whitespace() && c.is_whitespace()));
        self.at += own.map_or(0, char::len_utf8);
        Some((from + c.len_utf8(), self.at, own.is_some()))
    }
}

fn beside<'a>(drawn: &'a str, written: &'a str) -> Beside<'a> {
    Beside { drawn: drawn.char_indices(), written: written.chars().peekable(), at: 0 }
}

/// Where a place in what is drawn lies in what is written.
fn to_written(drawn: &str, written: &str, byte: usize) -> usize {
    beside(drawn, written).take_while(|(end, ..)| *end <= byte).last().map_or(0, |(_, at, _)| at)
}

/// Where a place in what is written lies in what is drawn: right behind the character before it, so that the caret
/// stays beside a dose that is still being typed.
fn to_drawn(drawn: &str, written: &str, byte: usize) -> usize {
    beside(drawn, written).find(|(_, at, own)| *own && *at >= byte).filter(|_| byte > 0).map_or(0, |(end, ..)| end)
}

impl Editor {
    /// What is written where something else is drawn.
    pub(super) fn written(&self) -> Option<&str> {
        self.written.as_deref()
    }

    /// A place of the layout in what is written.
    pub(super) fn written_at(&self, byte: usize) -> usize {
        self.written().map_or(byte, |written| to_written(self.plain.raw_text(), written, byte))
    }

    fn drawn_at(&self, byte: usize) -> usize {
        self.written().map_or(byte, |written| to_drawn(self.plain.raw_text(), written, byte))
    }

    /// Lays the text out as it is drawn, where that is another than what is written.
    pub(super) fn bind(&mut self, engine: &Text) {
        if self.written.is_some() || self.plain.is_composing() {
            return;
        }
        let written = self.plain.raw_text().to_owned();
        let drawn = bound(&written);
        if drawn == written {
            return;
        }
        let (anchor, focus) = self.ends();
        self.plain.set_text(&drawn);
        self.written = Some(written);
        self.place(engine, self.drawn_at(anchor), self.drawn_at(focus));
    }

    /// Goes back to what is written, before it is changed.
    pub(super) fn unbind(&mut self, engine: &Text) {
        let (anchor, focus) = self.ends();
        let Some(written) = self.written.take() else { return };
        self.plain.set_text(&written);
        self.place(engine, anchor, focus);
    }

    /// The ends of the selection in what is written.
    pub(super) fn ends(&self) -> (usize, usize) {
        let selection = self.plain.raw_selection();
        (self.written_at(selection.anchor().index()), self.written_at(selection.focus().index()))
    }

    fn place(&mut self, engine: &Text, anchor: usize, focus: usize) {
        let Parts { shaper, .. } = &mut *engine.parts.borrow_mut();
        let mut driver = self.plain.driver(&mut shaper.fonts, &mut shaper.layouts);
        driver.refresh_layout();
        // Behind the last letter of a dose the caret stays with it, and does not jump to its other side.
        let ends = driver.editor.raw_text().get(focus..).and_then(|rest| rest.chars().next()).is_some_and(ends_isolate);
        let affinity = if ends { Affinity::Upstream } else { Affinity::Downstream };
        let layout = driver.layout();
        let anchor = Cursor::from_byte_index(layout, anchor, affinity);
        let focus = Cursor::from_byte_index(layout, focus, affinity);
        driver.set_selection(Selection::new(anchor, focus));
    }

    /// Moves, or selects; a step that only went over a sign that nobody wrote goes on.
    pub(super) fn travel(&mut self, engine: &Text, edit: &Edit) {
        let edit = match edit {
            Edit::Select(from, to) => &Edit::Select(self.drawn_at(*from), self.drawn_at(*to)),
            edit => edit,
        };
        // The end of the text is not where its last line ends to the eye.
        if let (Some(end), Some(select)) = (self.written().map(str::len), to_end(edit)) {
            let end = self.drawn_at(end);
            let anchor = match (edit, select) {
                (Edit::SelectAll, _) => 0,
                (_, true) => self.drawn_at(self.ends().0),
                (_, false) => end,
            };
            self.place(engine, anchor, end);
            return;
        }
        let steps = matches!(edit, Edit::Move { motion: Motion::Left | Motion::Right, .. });
        let before = self.ends();
        for _ in 0..OVER {
            let from = self.plain.raw_selection().focus();
            self.drive(engine, edit.clone());
            let moved = self.plain.raw_selection().focus() != from;
            if !steps || self.written.is_none() || !moved || self.ends() != before {
                break;
            }
        }
    }
}

/// Whether an act goes to the end of the text, and whether it selects on the way.
const fn to_end(edit: &Edit) -> Option<bool> {
    match edit {
        Edit::SelectAll => Some(true),
        Edit::Move { motion: Motion::TextEnd, select } => Some(*select),
        _ => None,
    }
}

/// Whether an act leaves the text as it is.
pub(super) const fn travels(edit: &Edit) -> bool {
    matches!(
        edit,
        Edit::Move { .. }
            | Edit::SelectAll
            | Edit::Point(_)
            | Edit::Select(..)
            | Edit::DragTo(_)
            | Edit::LineAt(_)
            | Edit::WordAt(_)
    )
}

#[cfg(test)]
#[path = "drawn_tests.rs"]
mod tests;
