//! A list of 100,000 rows of all heights: where it stands, what it asks for, and how little it lays out.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use egui::{Event, Modifiers, MouseWheelUnit, Pos2, TouchPhase};
use jiff::tz::TimeZone;

use super::*;
use crate::engine::display::Display;
use crate::ui::flow::Flow;
use crate::ui::i18n::Words;
use crate::ui::look::Clock;
use crate::ui::studio::Studio;
use crate::ui::text::Text;
use crate::ui::theme::LIGHT;

const ROWS: u64 = 100_000;
const PORT: f32 = 600.0;

/// A history and the part of it that is at hand, served as the engine serves it.
struct Hall {
    studio: Studio,
    scroll: Scroll<u64>,
    rows: u64,
    /// The first and last at hand.
    hand: (u64, u64),
    /// Rows that were drawn in sight, with their places.
    drawn: Vec<(u64, f32)>,
    most_laid_out: usize,
    wishes: usize,
    frames: usize,
}

fn tall(key: u64) -> f32 {
    40.0 + (key * 37 % 160) as f32
}

impl Hall {
    fn new(rows: u64) -> Self {
        let first = rows.saturating_sub(99).max(1);
        Self {
            studio: Studio::new(500.0, PORT, 1.0),
            scroll: Scroll::default(),
            rows,
            hand: (first, rows),
            drawn: Vec::new(),
            most_laid_out: 0,
            wishes: 0,
            frames: 0,
        }
    }

    fn frame(&mut self, events: Vec<Event>) -> Moved<u64> {
        let (text, words, zone) = (Text::new(), Words::default(), TimeZone::UTC);
        let clock = Clock { now_ms: 0, zone: &zone };
        let (display, flow) = (Display::default(), Flow::Rightward);
        let (text, words, display) = (&text, &words, &display);
        let look = Look { text, words, tokens: &LIGHT, flow, display, clock, still: false };
        let items: Vec<_> = (self.hand.0..=self.hand.1).map(|key| Item { key, depth: key }).collect();
        let span = Span { depths: (1, self.rows), older: self.hand.0 > 1, newer: self.hand.1 < self.rows };
        let (scroll, drawn) = (&mut self.scroll, &mut self.drawn);
        let mut moved = None;
        let mut laid_out = 0;
        self.studio.frame(events, |ui| {
            drawn.clear();
            let mut row = |ui: &mut Ui, at: usize| {
                let key = items[at].key;
                let (rect, _) = ui.allocate_exact_size(vec2(200.0, tall(key)), Sense::hover());
                if ui.is_visible() {
                    drawn.push((key, rect.min.y));
                }
            };
            moved = Some(scroll.show(ui, &look, Id::unique("hall"), (&items, span), &mut row));
            laid_out = scroll.laid_out();
        });
        self.frames += 1;
        self.most_laid_out = self.most_laid_out.max(laid_out);
        let moved = moved.unwrap();
        if let Some(wish) = moved.wish {
            self.wishes += 1;
            self.serve(wish);
        }
        moved
    }

    fn serve(&mut self, wish: Wish<u64>) {
        let around = |key: u64| (key.saturating_sub(50).max(1), (key + 50).min(self.rows));
        self.hand = match wish {
            Wish::Older => {
                let first = self.hand.0.saturating_sub(100).max(1);
                (first, self.hand.1.min(first + 399))
            }
            Wish::Newer => {
                let last = (self.hand.1 + 100).min(self.rows);
                (self.hand.0.max(last.saturating_sub(399)), last)
            }
            Wish::Newest => (self.rows.saturating_sub(99).max(1), self.rows),
            Wish::Around(key) => around(key),
            Wish::Depth(depth) => around(depth.clamp(1, self.rows)),
        };
    }

    fn settle(&mut self) -> Moved<u64> {
        self.frame(Vec::new());
        self.frame(Vec::new());
        self.frame(Vec::new())
    }

    fn wheel(&mut self, points: f32) {
        let at = Event::PointerMoved(Pos2::new(200.0, 300.0));
        let turn = Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            delta: vec2(0.0, points),
            phase: TouchPhase::Move,
            source: egui::MouseWheelSource::Wheel,
            modifiers: Modifiers::NONE,
        };
        self.frame(vec![at, turn]);
    }

    fn place_of(&self, key: u64) -> Option<f32> {
        self.drawn.iter().find(|(drawn, _)| *drawn == key).map(|(_, y)| *y)
    }

    /// Rows follow each other without a gap or an overlap.
    fn check(&self) {
        for pair in self.drawn.windows(2) {
            assert_eq!(pair[0].0 + 1, pair[1].0);
            assert!((pair[0].1 + tall(pair[0].0) - pair[1].1).abs() < 0.51, "{pair:?}");
        }
    }
}

#[test]
fn it_opens_at_the_end_of_a_hundred_thousand_and_lays_out_a_screenful() {
    let mut hall = Hall::new(ROWS);
    let moved = hall.frame(Vec::new());
    assert!(moved.at_end);
    let (last, y) = *hall.drawn.last().unwrap();
    assert_eq!(last, ROWS);
    assert!((y + tall(last) - PORT).abs() < 1.0);
    assert!(hall.most_laid_out <= 2 * 16, "{}", hall.most_laid_out);
    hall.check();
    hall.most_laid_out = 0;
    hall.settle();
    assert!(hall.most_laid_out <= 16, "only what is seen: {}", hall.most_laid_out);
}

#[test]
fn the_wheel_goes_up_through_pages_without_a_jump_and_back_to_the_end() {
    let mut hall = Hall::new(ROWS);
    hall.settle();
    let mut before: Vec<(u64, f32)> = hall.drawn.clone();
    for _ in 0..200 {
        hall.wheel(300.0);
        hall.check();
        let kept = before.iter().filter_map(|(key, y)| hall.place_of(*key).map(|now| now - y)).collect::<Vec<_>>();
        assert!(kept.windows(2).all(|pair| (pair[0] - pair[1]).abs() < 0.6), "all rows move as one: {kept:?}");
        assert!(kept.iter().all(|moved| *moved >= -0.6), "and only down: {kept:?}");
        before = hall.drawn.clone();
    }
    let top = hall.drawn[0].0;
    assert!(top < ROWS - 300, "came to {top}");
    assert!(hall.most_laid_out < 60, "{}", hall.most_laid_out);
    for _ in 0..260 {
        hall.wheel(-300.0);
        hall.check();
    }
    let moved = hall.settle();
    assert!(moved.at_end);
    assert_eq!(hall.drawn.last().unwrap().0, ROWS);
}

#[test]
fn a_jump_lands_on_its_row_in_a_few_frames() {
    let mut hall = Hall::new(ROWS);
    hall.settle();
    for target in [50_000, 7, 99_990, 1] {
        let frames = hall.frames;
        hall.scroll.to_row(target);
        hall.settle();
        assert!(hall.place_of(target).is_some(), "{target} is seen: {:?}", hall.drawn);
        assert!(hall.frames - frames <= 3);
        hall.check();
    }
    hall.scroll.to_beginning();
    hall.settle();
    assert_eq!(hall.drawn[0], (1, 0.0));
    hall.scroll.to_end();
    assert!(hall.settle().at_end);
    assert!(hall.most_laid_out < 60, "{}", hall.most_laid_out);
}

#[test]
fn the_bar_goes_anywhere() {
    let mut hall = Hall::new(ROWS);
    hall.settle();
    let press = |pressed, y| Event::PointerButton {
        pos: Pos2::new(491.0, y),
        button: egui::PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    hall.frame(vec![Event::PointerMoved(Pos2::new(491.0, PORT / 2.0))]);
    hall.frame(vec![press(true, PORT / 2.0)]);
    hall.settle();
    let (middle, _) = hall.drawn[0];
    assert!((45_000..55_000).contains(&middle), "{middle}");
    hall.frame(vec![Event::PointerMoved(Pos2::new(491.0, 1.0))]);
    hall.settle();
    assert!(hall.drawn[0].0 < 1_000, "{:?}", hall.drawn[0]);
    hall.frame(vec![Event::PointerMoved(Pos2::new(491.0, PORT - 1.0))]);
    let moved = hall.settle();
    assert!(moved.at_end, "{:?}", hall.drawn);
    hall.frame(vec![press(false, PORT - 1.0)]);
    assert!(hall.most_laid_out < 60, "{}", hall.most_laid_out);
}

#[test]
fn what_arrives_is_followed_at_the_end_and_disturbs_nobody_elsewhere() {
    let mut hall = Hall::new(500);
    hall.settle();
    hall.rows = 501;
    hall.hand.1 = 501;
    let moved = hall.settle();
    assert!(moved.at_end && hall.drawn.last().unwrap().0 == 501);
    hall.wheel(200.0);
    for _ in 0..8 {
        hall.settle();
    }
    let before = hall.drawn.clone();
    hall.rows = 502;
    hall.hand.1 = 502;
    let moved = hall.settle();
    assert!(!moved.at_end);
    assert_eq!(hall.drawn, before);
    hall.hand.0 -= 60;
    hall.settle();
    assert_eq!(hall.drawn, before, "nor do older ones that come in above");
}

/// Where the first of a few rows is when the last ends at the lower edge.
fn first_of(rows: u64) -> f32 {
    PORT - (1..=rows).map(tall).sum::<f32>()
}

#[test]
fn a_short_history_stands_at_the_lower_edge_and_asks_for_nothing() {
    let mut hall = Hall::new(3);
    let moved = hall.settle();
    let stands = (1, first_of(3));
    assert_eq!((hall.drawn[0], moved.at_end, hall.wishes), (stands, true, 0));
    for _ in 0..4 {
        hall.wheel(100.0);
        assert_eq!(hall.drawn[0], stands, "there is nowhere to go");
    }
    hall.wheel(-100.0);
    assert_eq!(hall.drawn[0], stands);
    hall.scroll.page(-1.0);
    hall.settle();
    for key in 1..=3 {
        hall.scroll.reveal(key);
        hall.settle();
        hall.scroll.to_row(key);
        let moved = hall.settle();
        assert_eq!((hall.drawn[0], moved.at_end), (stands, true));
    }
    hall.scroll.to_beginning();
    hall.settle();
    assert_eq!(hall.drawn[0], stands);
    hall.check();
}

#[test]
fn what_arrives_pushes_a_few_rows_up_until_they_fill_the_page() {
    let mut hall = Hall::new(1);
    hall.settle();
    for rows in 2..12 {
        (hall.rows, hall.hand) = (rows, (1, rows));
        let moved = hall.settle();
        let (last, y) = *hall.drawn.last().unwrap();
        assert!(moved.at_end && last == rows && (y + tall(last) - PORT).abs() < 0.51, "{rows}: {:?}", hall.drawn);
        hall.check();
    }
    assert!(first_of(11) < 0.0, "they do fill it");
    assert!(hall.place_of(1).is_none());
}

#[test]
fn a_row_that_is_gone_is_given_up() {
    let mut hall = Hall::new(400);
    hall.settle();
    hall.scroll.to_row(9_999);
    for _ in 0..12 {
        hall.settle();
    }
    let wishes = hall.wishes;
    hall.settle();
    assert_eq!(hall.wishes, wishes, "it is not asked for for ever");
}
