//! An edited text as a screen reader walks through it: pieces of one line and one direction, the places of their
//! letters, and where the caret is among them.

use std::collections::BTreeSet;
use std::ops::Range;

use egui::{Rect, pos2};
use unicode_segmentation::UnicodeSegmentation;

use super::edit::Editor;

/// The most letters in a piece; assistive technology counts words in bytes.
const MOST: usize = 200;

/// A piece of one line and one direction, its letters in the order they are read.
#[derive(Debug, Clone, PartialEq)]
pub struct Piece {
    /// What is written.
    pub text: String,
    /// Where it begins in the whole text, in bytes.
    pub start: usize,
    /// It runs from right to left.
    pub rtl: bool,
    /// Which line it stands in.
    pub line: usize,
    /// Its place, in points from the text's corner.
    pub rect: Rect,
    /// Bytes of each letter.
    pub lengths: Vec<u8>,
    /// How far each letter begins from the piece's leading edge, in points.
    pub positions: Vec<f32>,
    /// How wide each is.
    pub widths: Vec<f32>,
    /// The letters that begin a word.
    pub word_starts: Vec<u8>,
}

impl Piece {
    fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

impl Editor {
    /// The laid out text in pieces; one empty piece where nothing is written.
    #[must_use]
    pub fn pieces(&self) -> Vec<Piece> {
        let Some(layout) = self.plain.try_layout() else { return Vec::new() };
        // Signs that only the drawing needs are not read out.
        let (text, scale) = (self.written().unwrap_or_else(|| self.plain.raw_text()), self.plain.get_scale());
        let words: BTreeSet<usize> = text.unicode_word_indices().map(|(at, _)| at).collect();
        let mut pieces = Vec::new();
        for (number, line) in layout.lines().enumerate() {
            let metrics = line.metrics();
            let (top, bottom) = (metrics.block_min_coord / scale, metrics.block_max_coord / scale);
            let mut runs: Vec<_> = line.runs().collect();
            runs.sort_by_key(|run| run.text_range().start);
            for run in runs {
                let left = run.visual_clusters().next().and_then(|c| c.visual_offset()).unwrap_or_default() / scale;
                let letters: Vec<Letter> = run
                    .clusters()
                    .map(|cluster| Letter { range: self.range(cluster.text_range()), width: cluster.advance() / scale })
                    .filter(|letter| self.written().is_none() || !letter.range.is_empty())
                    .collect();
                let wide: f32 = letters.iter().map(|letter| letter.width).sum();
                let mut lead = 0.0;
                for letters in letters.chunks(MOST) {
                    let width: f32 = letters.iter().map(|letter| letter.width).sum();
                    let x = if run.is_rtl() { left + wide - lead - width } else { left + lead };
                    lead += width;
                    let rect = Rect::from_min_max(pos2(x, top), pos2(x + width, bottom));
                    pieces.push(piece(text, letters, &words, (run.is_rtl(), number, rect)));
                }
            }
        }
        if pieces.is_empty() {
            let rect = Rect::from_min_size(pos2(0.0, 0.0), egui::vec2(0.0, self.style().line()));
            pieces.push(piece(text, &[], &words, (self.is_rtl(), 0, rect)));
        }
        pieces
    }

    /// Where the selection starts and where the caret is, each as a piece and a letter of it.
    #[must_use]
    pub fn selection_in(&self, pieces: &[Piece]) -> Option<((usize, usize), (usize, usize))> {
        let (anchor, focus) = self.ends();
        Some((place(pieces, anchor)?, place(pieces, focus)?))
    }

    fn range(&self, drawn: Range<usize>) -> Range<usize> {
        self.written_at(drawn.start)..self.written_at(drawn.end)
    }

    /// The byte that a letter of a piece begins at.
    #[must_use]
    pub fn byte_of(pieces: &[Piece], (piece, letter): (usize, usize)) -> Option<usize> {
        let piece = pieces.get(piece)?;
        let before: usize = piece.lengths.iter().take(letter).map(|length| usize::from(*length)).sum();
        Some(piece.start + before)
    }
}

struct Letter {
    range: Range<usize>,
    width: f32,
}

fn piece(text: &str, letters: &[Letter], words: &BTreeSet<usize>, at: (bool, usize, Rect)) -> Piece {
    let (rtl, line, rect) = at;
    let start = letters.first().map_or(text.len(), |letter| letter.range.start);
    let end = letters.last().map_or(start, |letter| letter.range.end);
    let positions = letters.iter().scan(0.0, |lead, letter| {
        let at = *lead;
        *lead += letter.width;
        Some(at)
    });
    let begins = letters.iter().enumerate().filter(|(_, letter)| words.contains(&letter.range.start));
    Piece {
        text: text.get(start..end).unwrap_or_default().to_owned(),
        start,
        rtl,
        line,
        rect,
        lengths: letters.iter().map(|letter| u8::try_from(letter.range.len()).unwrap_or(u8::MAX)).collect(),
        positions: positions.collect(),
        widths: letters.iter().map(|letter| letter.width).collect(),
        word_starts: begins.filter_map(|(at, _)| u8::try_from(at).ok()).collect(),
    }
}

/// The piece that a byte stands in, and the letter of it; the end of the last piece for the end of the text.
fn place(pieces: &[Piece], byte: usize) -> Option<(usize, usize)> {
    let at = pieces.iter().position(|piece| (piece.start..piece.end()).contains(&byte));
    let at = at.or_else(|| pieces.len().checked_sub(1))?;
    let piece = pieces.get(at)?;
    let mut reached = piece.start;
    let mut letter = 0;
    for length in &piece.lengths {
        if reached >= byte {
            break;
        }
        reached += usize::from(*length);
        letter += 1;
    }
    Some((at, letter))
}

#[cfg(test)]
#[path = "runs_tests.rs"]
mod tests;
