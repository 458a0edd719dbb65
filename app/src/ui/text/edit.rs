//! An editable text: parley's plain editor with undo and a limit on length.
//!
//! It owns no place on screen and reads no input; `widgets/field` maps keys and pointer to the [`Edit`]s here. All
//! places are in points, relative to the text's top left corner.

use egui::{Rect, Vec2, pos2, vec2};
use parley::{BoundingBox, PlainEditor, PlainEditorDriver};

use super::drawn::travels;
use super::fonts::has_kana;
use super::shape::{Brush, Shaped, collect, properties};
use super::style::Style;
use super::{Parts, Text};

/// Steps kept for undo.
const UNDO_STEPS: usize = 100;

/// Where the caret goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Motion {
    Left,
    Right,
    WordLeft,
    WordRight,
    Up,
    Down,
    LineStart,
    LineEnd,
    TextStart,
    TextEnd,
}

/// One act of editing.
#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    /// Types or pastes over the selection.
    Insert(String),
    /// Backspace.
    DeleteBack,
    /// Backspace over a word.
    DeleteWordBack,
    /// Delete.
    Delete,
    /// Delete over a word.
    DeleteWord,
    /// Moves the caret; `select` drags the selection's end along.
    Move {
        /// Where to.
        motion: Motion,
        /// Whether the selection grows.
        select: bool,
    },
    /// Everything.
    SelectAll,
    /// Puts the caret at a point.
    Point(Vec2),
    /// Selects between two places, in bytes.
    Select(usize, usize),
    /// Drags the selection's end to a point.
    DragTo(Vec2),
    /// Selects the line at a point.
    LineAt(Vec2),
    /// Removes so many letters before and after the caret, as an input method asks.
    DeleteAround(usize, usize),
    /// Selects the word at a point.
    WordAt(Vec2),
    /// What an input method shows before it commits; empty ends it.
    Preedit {
        /// The text shown.
        text: String,
        /// The part the method works on, in bytes.
        active: Option<(usize, usize)>,
    },
    /// What an input method commits.
    Commit(String),
    /// Takes the last change back.
    Undo,
    /// Makes it again.
    Redo,
}

#[derive(Clone, PartialEq)]
struct Step {
    text: String,
    caret: usize,
}

/// A text being edited.
pub struct Editor {
    pub(super) plain: PlainEditor<Brush>,
    style: Style,
    multiline: bool,
    limit_bytes: usize,
    undo: Vec<Step>,
    redo: Vec<Step>,
    /// The last change was one typed character, so the next joins its step.
    typing: bool,
    /// What is written, where what is drawn holds signs that nobody wrote; the text changed since that was looked at.
    pub(super) written: Option<String>,
    pub(super) stale: bool,
    /// Width and scale in bits, and whether kana are in it: what the layout was made for.
    form: Option<(Option<u32>, u32, bool)>,
}

impl Editor {
    /// An empty text of one line, at most `limit_bytes` long.
    #[must_use]
    pub fn line(style: Style, limit_bytes: usize) -> Self {
        let plain = PlainEditor::new(style.size);
        Self {
            plain,
            style,
            multiline: false,
            limit_bytes,
            undo: Vec::new(),
            redo: Vec::new(),
            typing: false,
            written: None,
            stale: false,
            form: None,
        }
    }

    /// An empty text of many lines.
    #[must_use]
    pub fn lines(style: Style, limit_bytes: usize) -> Self {
        Self { multiline: true, ..Self::line(style, limit_bytes) }
    }

    /// Whether a line may end inside.
    #[must_use]
    pub const fn is_multiline(&self) -> bool {
        self.multiline
    }

    /// How it looks.
    #[must_use]
    pub const fn style(&self) -> Style {
        self.style
    }

    /// What is written, without what an input method only shows.
    #[must_use]
    pub fn text(&self) -> String {
        self.written.clone().unwrap_or_else(|| self.plain.text().to_string())
    }

    /// Whether nothing is written.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.plain.raw_text().is_empty()
    }

    /// Whether an input method is at work.
    #[must_use]
    pub fn is_composing(&self) -> bool {
        self.plain.is_composing()
    }

    /// Replaces everything and forgets what could be undone.
    pub fn set_text(&mut self, text: &str) {
        self.plain.set_text(text);
        (self.written, self.stale) = (None, true);
        self.undo.clear();
        self.redo.clear();
        self.typing = false;
    }

    /// Replaces everything and puts the caret at the end.
    pub fn load(&mut self, engine: &Text, text: &str) {
        self.set_text(text);
        self.apply(engine, Edit::Move { motion: Motion::TextEnd, select: false });
    }

    /// The selected part, if any.
    #[must_use]
    pub fn selected(&self) -> Option<&str> {
        match self.written() {
            Some(written) => written.get(self.selection()).filter(|part| !part.is_empty()),
            None => self.plain.selected_text(),
        }
    }

    /// The selection in bytes of the text.
    #[must_use]
    pub fn selection(&self) -> std::ops::Range<usize> {
        let (anchor, focus) = self.ends();
        anchor.min(focus)..anchor.max(focus)
    }

    /// Lays the text out anew where the width (points) or the scale changed.
    pub fn lay_out(&mut self, engine: &Text, width: Option<f32>, scale: f32) {
        if self.stale && !self.is_composing() {
            self.stale = false;
            self.bind(engine);
        }
        let form = (width.map(|w| (w * scale).to_bits()), scale.to_bits(), has_kana(self.plain.raw_text()));
        // Each setter throws the layout away, so they are called for a change only.
        if self.form != Some(form) {
            self.form = Some(form);
            let properties = properties(self.plain.raw_text(), self.style);
            let styles = self.plain.edit_styles();
            for property in properties {
                styles.insert(property);
            }
            self.plain.set_scale(scale);
            self.plain.set_width(width.map(|w| w * scale));
        }
        let Parts { shaper, .. } = &mut *engine.parts.borrow_mut();
        self.plain.refresh_layout(&mut shaper.fonts, &mut shaper.layouts);
    }

    /// Does one act; true where the text changed.
    pub fn apply(&mut self, engine: &Text, edit: Edit) -> bool {
        match edit {
            Edit::Undo => return self.step_back(engine),
            Edit::Redo => return self.step_again(engine),
            _ => {}
        }
        let before = self.step();
        let typed = matches!(&edit, Edit::Insert(text) if text.chars().count() == 1 && text != " " && text != "\n");
        let edit = self.admit(edit);
        match edit {
            Some(edit) if travels(&edit) => self.travel(engine, &edit),
            Some(edit) => {
                self.unbind(engine);
                self.drive(engine, edit);
                self.stale = true;
            }
            None => {}
        }
        let changed = self.text() != before.text;
        if changed {
            if !(typed && self.typing) {
                self.undo.push(before);
                if self.undo.len() > UNDO_STEPS {
                    self.undo.remove(0);
                }
            }
            self.redo.clear();
        }
        self.typing = changed && typed;
        changed
    }

    pub(super) fn drive(&mut self, engine: &Text, edit: Edit) {
        let scale = self.plain.get_scale();
        let Parts { shaper, .. } = &mut *engine.parts.borrow_mut();
        let mut driver = self.plain.driver(&mut shaper.fonts, &mut shaper.layouts);
        // parley does not keep the preedit's range in step with other changes, and a stale one panics.
        let by_method = matches!(edit, Edit::Preedit { .. } | Edit::Commit(_) | Edit::Move { .. });
        if driver.editor.is_composing() && !by_method {
            driver.clear_compose();
        }
        drive(&mut driver, edit, scale);
    }

    /// Cleans inserted text and holds the limit; `None` where nothing is left to do.
    fn admit(&self, edit: Edit) -> Option<Edit> {
        let clean = |text: &str| -> String {
            let lines = text.replace("\r\n", "\n").replace('\r', "\n");
            let lines = if self.multiline { lines } else { lines.replace('\n', " ") };
            lines.chars().filter(|c| *c == '\n' || !c.is_control()).collect()
        };
        let room = self.limit_bytes.saturating_sub(self.text_bytes() - self.selection().len());
        let cut = |text: String| -> String {
            let mut end = text.len().min(room);
            while !text.is_char_boundary(end) {
                end -= 1;
            }
            text.get(..end).unwrap_or_default().to_owned()
        };
        match edit {
            Edit::Insert(text) => Some(cut(clean(&text))).filter(|text| !text.is_empty()).map(Edit::Insert),
            Edit::Commit(text) => Some(Edit::Commit(cut(clean(&text)))),
            Edit::Preedit { text, .. } if text.is_empty() && !self.is_composing() => None,
            edit => Some(edit),
        }
    }

    /// How long what is written is, with what an input method only shows.
    fn text_bytes(&self) -> usize {
        self.written().map_or_else(|| self.plain.raw_text().len(), str::len)
    }

    fn step(&self) -> Step {
        Step { text: self.text(), caret: self.ends().1 }
    }

    fn restore(&mut self, engine: &Text, step: &Step) {
        self.plain.set_text(&step.text);
        (self.written, self.stale) = (None, true);
        let Parts { shaper, .. } = &mut *engine.parts.borrow_mut();
        self.plain.driver(&mut shaper.fonts, &mut shaper.layouts).move_to_byte(step.caret.min(step.text.len()));
        self.typing = false;
    }

    fn step_back(&mut self, engine: &Text) -> bool {
        let Some(step) = self.undo.pop() else { return false };
        self.redo.push(self.step());
        self.restore(engine, &step);
        true
    }

    fn step_again(&mut self, engine: &Text) -> bool {
        let Some(step) = self.redo.pop() else { return false };
        self.undo.push(self.step());
        self.restore(engine, &step);
        true
    }

    /// The glyphs, to be painted with [`Text::paint`].
    #[must_use]
    pub fn shaped(&self, engine: &Text) -> Option<Shaped> {
        let layout = self.plain.try_layout()?;
        let scale = self.plain.get_scale();
        let mut glyphs = Vec::new();
        let Parts { shaper, .. } = &mut *engine.parts.borrow_mut();
        collect(&mut shaper.faces, layout, 0.0, &mut glyphs);
        let size = vec2(layout.width().ceil(), layout.height().ceil()) / scale;
        Some(Shaped { size, rtl: layout.is_rtl(), scale, glyphs })
    }

    /// How large the laid out text is, in points.
    #[must_use]
    pub fn shaped_size(&self) -> Vec2 {
        let scale = self.plain.get_scale();
        self.plain.try_layout().map_or(Vec2::ZERO, |layout| vec2(layout.full_width(), layout.height()) / scale)
    }

    /// Whether the text runs from right to left.
    #[must_use]
    pub fn is_rtl(&self) -> bool {
        self.plain.try_layout().is_some_and(parley::Layout::is_rtl)
    }

    /// The caret, of no width.
    #[must_use]
    pub fn caret(&self) -> Option<Rect> {
        self.plain.try_layout()?;
        self.plain.cursor_geometry(0.0).map(|b| self.rect(b))
    }

    /// The selected parts, line by line.
    #[must_use]
    pub fn selection_rects(&self) -> Vec<Rect> {
        if self.plain.try_layout().is_none() || self.plain.raw_selection().is_collapsed() {
            return Vec::new();
        }
        self.plain.selection_geometry().into_iter().map(|(b, _)| self.rect(b)).collect()
    }

    /// The underlined parts that an input method still works on, line by line.
    #[must_use]
    pub fn preedit_rects(&self) -> Vec<Rect> {
        let (Some(layout), Some(range)) = (self.plain.try_layout(), self.plain.raw_compose().clone()) else {
            return Vec::new();
        };
        let cursor = |byte| parley::Cursor::from_byte_index(layout, byte, parley::Affinity::Downstream);
        let part = parley::Selection::new(cursor(range.start), cursor(range.end));
        part.geometry(layout).into_iter().map(|(b, _)| self.rect(b)).collect()
    }

    /// Where an input method's window must not cover.
    #[must_use]
    pub fn ime_area(&self) -> Option<Rect> {
        self.plain.try_layout()?;
        Some(self.rect(self.plain.ime_cursor_area()))
    }

    fn rect(&self, b: BoundingBox) -> Rect {
        let scale = self.plain.get_scale();
        let corner = |x: f64, y: f64| pos2(x as f32 / scale, y as f32 / scale);
        Rect::from_min_max(corner(b.x0, b.y0), corner(b.x1, b.y1))
    }
}

fn drive(driver: &mut PlainEditorDriver<'_, Brush>, edit: Edit, scale: f32) {
    match edit {
        Edit::Insert(text) => driver.insert_or_replace_selection(&text),
        Edit::DeleteBack => driver.backdelete(),
        Edit::DeleteWordBack => driver.backdelete_word(),
        Edit::Delete => driver.delete(),
        Edit::DeleteWord => driver.delete_word(),
        Edit::Move { motion, select: false } => go(driver, motion),
        Edit::Move { motion, select: true } => extend(driver, motion),
        Edit::SelectAll => driver.select_all(),
        Edit::Point(at) => driver.move_to_point(at.x * scale, at.y * scale),
        Edit::Select(from, to) => select(driver, from, to),
        Edit::LineAt(at) => driver.select_hard_line_at_point(at.x * scale, at.y * scale),
        Edit::DeleteAround(before, after) => delete_around(driver, before, after),
        Edit::DragTo(at) => driver.extend_selection_to_point(at.x * scale, at.y * scale),
        Edit::WordAt(at) => driver.select_word_at_point(at.x * scale, at.y * scale),
        Edit::Preedit { text, .. } if text.is_empty() => driver.clear_compose(),
        Edit::Preedit { text, active } => driver.set_compose(&text, active.or(Some((text.len(), text.len())))),
        Edit::Commit(text) => {
            driver.clear_compose();
            if !text.is_empty() {
                driver.insert_or_replace_selection(&text);
            }
        }
        Edit::Undo | Edit::Redo => {}
    }
}

/// Selects between two bytes, each moved back to where a letter begins.
fn select(driver: &mut PlainEditorDriver<'_, Brush>, from: usize, to: usize) {
    let text = driver.editor.raw_text();
    let sound = |byte: usize| (0..=byte.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let (from, to) = (sound(from), sound(to));
    driver.move_to_byte(from);
    driver.extend_selection_to_byte(to);
}

fn delete_around(driver: &mut PlainEditorDriver<'_, Brush>, before: usize, after: usize) {
    let caret = driver.editor.raw_selection().focus().index();
    let (head, tail) = driver.editor.raw_text().split_at_checked(caret).unwrap_or_default();
    let back = head.chars().rev().take(before).map(char::len_utf8).sum::<usize>();
    let on = tail.chars().take(after).map(char::len_utf8).sum::<usize>();
    select(driver, caret - back, caret + on);
    driver.delete_selection();
}

fn go(driver: &mut PlainEditorDriver<'_, Brush>, motion: Motion) {
    match motion {
        Motion::Left => driver.move_left(),
        Motion::Right => driver.move_right(),
        Motion::WordLeft => driver.move_word_left(),
        Motion::WordRight => driver.move_word_right(),
        Motion::Up => driver.move_up(),
        Motion::Down => driver.move_down(),
        Motion::LineStart => driver.move_to_line_start(),
        Motion::LineEnd => driver.move_to_line_end(),
        Motion::TextStart => driver.move_to_text_start(),
        Motion::TextEnd => driver.move_to_text_end(),
    }
}

fn extend(driver: &mut PlainEditorDriver<'_, Brush>, motion: Motion) {
    match motion {
        Motion::Left => driver.select_left(),
        Motion::Right => driver.select_right(),
        Motion::WordLeft => driver.select_word_left(),
        Motion::WordRight => driver.select_word_right(),
        Motion::Up => driver.select_up(),
        Motion::Down => driver.select_down(),
        Motion::LineStart => driver.select_to_line_start(),
        Motion::LineEnd => driver.select_to_line_end(),
        Motion::TextStart => driver.select_to_text_start(),
        Motion::TextEnd => driver.select_to_text_end(),
    }
}

#[cfg(test)]
#[path = "edit_tests.rs"]
mod tests;
