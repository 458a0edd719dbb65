//! A list over a history that is far longer than what is at hand: it stands at the end or at a row, lays out only the rows
//! that are seen, and asks for the part that it comes near to.
//!
//! What stands still is a row, not a distance: when older ones come in above, or a row grows, nothing moves under the
//! eye. `heights` knows or guesses how tall everything else is, for the bar at the side (`bar`).

mod bar;
mod heights;

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::hash::Hash;
use std::ops::Range;

use egui::{Id, Rect, Sense, Ui, UiBuilder, vec2};

use crate::ui::look::{Look, wake_after};
use heights::Heights;

/// How tall a row is taken to be until it was laid out.
const GUESS: f32 = 76.0;
/// So many rows before the edge of what is at hand, more is asked for.
const NEAR: usize = 20;
/// How long an unanswered wish waits until it is made again.
const PATIENCE_MS: u32 = 1_000;
/// How often a wish is made again.
const TRIES: u8 = 3;
/// Room left between a row that was brought into sight and the edge.
const AIR: f32 = 16.0;

/// What tells rows apart.
pub trait Key: Copy + Ord + Hash + Debug {}
impl<K: Copy + Ord + Hash + Debug> Key for K {}

/// A row at hand.
#[derive(Debug, Clone, Copy)]
pub struct Item<K> {
    /// Which.
    pub key: K,
    /// Where it stands in the history's order; never less than the one before.
    pub depth: u64,
}

/// The history around the rows at hand.
#[derive(Debug, Clone, Copy)]
pub struct Span {
    /// The depths of its first and last row.
    pub depths: (u64, u64),
    /// There are rows before those at hand.
    pub older: bool,
    /// There are rows behind them.
    pub newer: bool,
}

/// What the list asks to have at hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish<K> {
    /// The page before.
    Older,
    /// The page behind.
    Newer,
    /// The end.
    Newest,
    /// Both sides of a row.
    Around(K),
    /// Both sides of a depth.
    Depth(u64),
}

/// What came of a frame.
#[derive(Debug)]
pub struct Moved<K> {
    /// It stands at the end and follows it.
    pub at_end: bool,
    /// To be asked for.
    pub wish: Option<Wish<K>>,
    /// The rows seen.
    pub seen: Range<usize>,
}

/// Where the list stands.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
enum Stand<K> {
    #[default]
    End,
    /// A row, its depth, and how much of it lies above the upper edge.
    At(K, u64, f32),
}

/// Where it is to go once that is at hand.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Aim<K> {
    Row(K),
    Depth(u64),
    End,
}

/// The list's state; its rows belong to the caller.
#[derive(Debug)]
pub struct Scroll<K> {
    stand: Stand<K>,
    aim: Option<Aim<K>>,
    reveal: Option<K>,
    known: BTreeMap<K, f32>,
    heights: Heights,
    /// The width and scale that the known heights were measured at.
    form: (u32, u32),
    /// The first and last row of the last frame.
    ends: Option<(K, K)>,
    /// The last wish, when it was made, and how often in a row.
    asked: Option<(Wish<K>, f64, u8)>,
    push: f32,
    tall: f32,
    grab: Option<f32>,
    laid_out: usize,
}

impl<K> Default for Scroll<K> {
    fn default() -> Self {
        Self {
            stand: Stand::End,
            aim: None,
            reveal: None,
            known: BTreeMap::new(),
            heights: Heights::default(),
            form: (0, 0),
            ends: None,
            asked: None,
            push: 0.0,
            tall: 0.0,
            grab: None,
            laid_out: 0,
        }
    }
}

/// A frame's measures: where rows go, which they are, and who draws one.
struct Page<'a, K> {
    id: Id,
    port: Rect,
    items: &'a [Item<K>],
    span: Span,
    row: &'a mut dyn FnMut(&mut Ui, usize),
}

impl<K: Key> Scroll<K> {
    /// Goes to the end and follows it.
    pub fn to_end(&mut self) {
        self.aim = Some(Aim::End);
    }

    /// Goes to a row, wherever it is.
    pub fn to_row(&mut self, key: K) {
        self.aim = Some(Aim::Row(key));
    }

    /// Goes to the beginning.
    pub fn to_beginning(&mut self) {
        self.aim = Some(Aim::Depth(0));
    }

    /// Moves by what is seen at once, up where negative.
    pub fn page(&mut self, pages: f32) {
        self.push -= pages * (self.tall - 72.0).max(72.0);
    }

    /// Moves no more than needed to have a row in sight.
    pub fn reveal(&mut self, key: K) {
        self.reveal = Some(key);
    }

    /// What takes this one's place while it draws, so that its rows can ask for moves.
    #[must_use]
    pub fn stand_in(&self) -> Self {
        Self { tall: self.tall, laid_out: self.laid_out, ..Self::default() }
    }

    /// Does what the rows asked of its stand-in.
    pub fn take_over(&mut self, asked: &Self) {
        self.aim = asked.aim.or(self.aim);
        self.reveal = asked.reveal.or(self.reveal);
        self.push += asked.push;
    }

    /// How many rows were laid out in the last frame, seen or only measured.
    #[must_use]
    pub const fn laid_out(&self) -> usize {
        self.laid_out
    }

    /// Draws the rows that are seen, in all the room there is.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        look: &Look<'_>,
        id: Id,
        (items, span): (&[Item<K>], Span),
        row: &mut dyn FnMut(&mut Ui, usize),
    ) -> Moved<K> {
        let outer = ui.available_rect_before_wrap();
        ui.advance_cursor_after_rect(outer);
        let (port, side) = bar::beside(outer, look);
        let mut page = Page { id, port, items, span, row };
        self.begin(ui, &page);
        self.take_wheel(ui, id, outer);
        let mut wish = self.take_aim(&page);
        let (top, offset) = self.place(ui, &mut page);
        let seen = self.draw(ui, &mut page, top, offset);
        self.learn(items);
        if items.len() > 1 {
            let grabbed = self.bar(ui, look, id, (side, span), (top, offset, items));
            wish = grabbed.or(wish);
        }
        if span.older && top < NEAR {
            wish = wish.or(Some(Wish::Older));
        } else if span.newer && seen.end + NEAR > items.len() {
            wish = wish.or(Some(Wish::Newer));
        }
        let wish = wish.filter(|wish| self.may_ask(ui, *wish));
        Moved { at_end: self.stand == Stand::End && !span.newer, wish, seen }
    }

    fn begin(&mut self, ui: &Ui, page: &Page<'_, K>) {
        self.laid_out = 0;
        self.tall = page.port.height();
        let form = (page.port.width().to_bits(), ui.ctx().pixels_per_point().to_bits());
        if self.form != form {
            self.form = form;
            self.known.clear();
        }
        let ends = page.items.first().zip(page.items.last()).map(|(first, last)| (first.key, last.key));
        if self.ends != ends {
            self.ends = ends;
            self.asked = None;
            let held: std::collections::BTreeSet<K> = page.items.iter().map(|item| item.key).collect();
            self.known.retain(|key, _| held.contains(key));
        }
        self.heights.reach(page.span.depths, GUESS);
    }

    fn take_wheel(&mut self, ui: &Ui, id: Id, outer: Rect) {
        if ui.rect_contains_pointer(outer) {
            let turned = ui.input_mut(|input| std::mem::take(&mut input.smooth_scroll_delta.y));
            self.push += turned;
        }
        if ui.input(egui::InputState::any_touches) {
            let touched = ui.interact(outer, id.with("touch"), Sense::DRAG);
            self.push += touched.drag_delta().y;
        }
    }

    /// Goes where it was told to, or says what it needs for it.
    fn take_aim(&mut self, page: &Page<'_, K>) -> Option<Wish<K>> {
        let items = page.items;
        let (stand, wish) = match self.aim? {
            Aim::End if !page.span.newer => (Some(Stand::End), Wish::Newest),
            Aim::End => (None, Wish::Newest),
            Aim::Row(key) => {
                let found = items.iter().find(|item| item.key == key);
                (found.map(|item| Stand::At(key, item.depth, -page.port.height() * 0.25)), Wish::Around(key))
            }
            Aim::Depth(depth) => {
                let reached = items.first().is_some_and(|item| item.depth <= depth) || !page.span.older;
                let reached = reached && (items.last().is_some_and(|item| item.depth >= depth) || !page.span.newer);
                let at = items.partition_point(|item| item.depth < depth).min(items.len().saturating_sub(1));
                let found = items.get(at).filter(|_| reached);
                (found.map(|item| Stand::At(item.key, item.depth, 0.0)), Wish::Depth(depth))
            }
        };
        if let Some(stand) = stand {
            (self.stand, self.aim) = (stand, None);
            return None;
        }
        Some(wish)
    }

    /// The same wish is made once, and again where nothing came of it.
    fn may_ask(&mut self, ui: &Ui, wish: Wish<K>) -> bool {
        let now = ui.input(|input| input.time);
        let again = match self.asked {
            Some((_, at, _)) if now < at + f64::from(PATIENCE_MS) / 1000.0 => {
                wake_after(ui.ctx(), PATIENCE_MS.into());
                return false;
            }
            Some((before, _, times)) if before == wish => times + 1,
            _ => 0,
        };
        if again > TRIES {
            // It is not there any more.
            self.aim = None;
            return false;
        }
        self.asked = Some((wish, now, again));
        true
    }

    /// The first row seen and how much of it lies above the edge.
    fn place(&mut self, ui: &mut Ui, page: &mut Page<'_, K>) -> (usize, f32) {
        let push = std::mem::take(&mut self.push);
        let (mut top, mut offset) = match self.stand {
            Stand::End => self.bottom(ui, page),
            Stand::At(key, depth, offset) => match page.items.iter().position(|item| item.key == key) {
                Some(at) => (at, offset),
                None => {
                    let at = page.items.partition_point(|item| item.depth < depth);
                    (at.min(page.items.len().saturating_sub(1)), 0.0)
                }
            },
        };
        if let Some(key) = self.reveal.take() {
            (top, offset) = self.revealed(ui, page, (top, offset), key);
        } else if self.stand == Stand::End && push <= 0.0 {
            return (top, offset);
        }
        self.settle(ui, page, top, offset - push)
    }

    /// Walks to the row that the upper edge falls into, and to the end where that comes into sight.
    fn settle(&mut self, ui: &mut Ui, page: &mut Page<'_, K>, mut top: usize, mut offset: f32) -> (usize, f32) {
        while offset < 0.0 && top > 0 {
            top -= 1;
            offset += self.height(ui, page, top);
        }
        offset = offset.max(0.0);
        while top + 1 < page.items.len() {
            let height = self.height(ui, page, top);
            if offset < height {
                break;
            }
            offset -= height;
            top += 1;
        }
        let (mut below, mut at) = (-offset, top);
        while at < page.items.len() && below <= page.port.height() {
            below += self.height(ui, page, at);
            at += 1;
        }
        if at == page.items.len() && below <= page.port.height() + 1.0 {
            let (top, offset) = self.bottom(ui, page);
            self.stand = if page.span.newer { self.stand_at(page, top, offset) } else { Stand::End };
            return (top, offset);
        }
        self.stand = self.stand_at(page, top, offset);
        (top, offset)
    }

    fn stand_at(&self, page: &Page<'_, K>, top: usize, offset: f32) -> Stand<K> {
        page.items.get(top).map_or(Stand::End, |item| Stand::At(item.key, item.depth, offset))
    }

    /// The first row seen while the last one ends at the lower edge. Few rows stand there too, beside where one writes:
    /// what lies above the first is then less than nothing.
    fn bottom(&mut self, ui: &mut Ui, page: &mut Page<'_, K>) -> (usize, f32) {
        let (mut top, mut sum) = (page.items.len(), 0.0);
        while top > 0 && sum < page.port.height() {
            top -= 1;
            sum += self.height(ui, page, top);
        }
        (top, sum - page.port.height())
    }

    fn revealed(&mut self, ui: &mut Ui, page: &mut Page<'_, K>, now: (usize, f32), key: K) -> (usize, f32) {
        let Some(at) = page.items.iter().position(|item| item.key == key) else {
            self.aim = Some(Aim::Row(key));
            return now;
        };
        let (top, offset) = now;
        if at <= top {
            return if at == top && offset <= 0.0 { now } else { (at, -AIR) };
        }
        let mut below = -offset;
        for row in top..=at {
            below += self.height(ui, page, row);
            if below > page.port.height() * 3.0 {
                return (at, -page.port.height() * 0.25);
            }
        }
        (top, offset + (below + AIR - page.port.height()).max(0.0))
    }

    /// A row's height: known, or measured by laying it out unseen.
    fn height(&mut self, ui: &mut Ui, page: &mut Page<'_, K>, at: usize) -> f32 {
        let Some(item) = page.items.get(at) else { return 0.0 };
        if let Some(height) = self.known.get(&item.key) {
            return *height;
        }
        self.laid_out += 1;
        let place = Rect::from_min_size(page.port.min, vec2(page.port.width(), 1e5));
        let mut child =
            ui.new_child(UiBuilder::new().scope_id(page.id.with(("measured", item.key))).max_rect(place).invisible());
        (page.row)(&mut child, at);
        let height = child.min_rect().height();
        self.known.insert(item.key, height);
        height
    }

    fn draw(&mut self, ui: &mut Ui, page: &mut Page<'_, K>, top: usize, offset: f32) -> Range<usize> {
        // Whole pixels, or every edge of every bubble would swim while it moves.
        let scale = ui.ctx().pixels_per_point();
        let mut y = ((page.port.min.y - offset) * scale).round() / scale;
        let mut at = top;
        let mut grown = false;
        while let Some(item) = page.items.get(at).filter(|_| y < page.port.max.y) {
            let place = Rect::from_min_size(egui::pos2(page.port.min.x, y), vec2(page.port.width(), 1e5));
            let mut child = ui.new_child(UiBuilder::new().scope_id(page.id.with(("row", item.key))).max_rect(place));
            child.set_clip_rect(page.port.intersect(ui.clip_rect()));
            self.laid_out += 1;
            (page.row)(&mut child, at);
            let height = child.min_rect().height();
            let known = self.known.insert(item.key, height);
            grown |= known.is_some_and(|known| (known - height).abs() > 0.5);
            y += height;
            at += 1;
        }
        if grown {
            // What follows the end must be seen to its end: the pass is drawn again with the true heights.
            ui.ctx().request_discard("a row changed its height");
        }
        top..at
    }

    fn learn(&mut self, items: &[Item<K>]) {
        let heights = items.iter().map(|item| (item.depth, self.known.get(&item.key).copied().unwrap_or(GUESS)));
        self.heights.learn(&heights.collect::<Vec<_>>());
    }
}

#[cfg(test)]
#[path = "scroll_tests.rs"]
mod tests;
