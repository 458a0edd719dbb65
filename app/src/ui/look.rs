//! What every view draws with: the text engine, the words, the tokens, the direction, and the time of day.

use egui::Context;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::engine::display::Display;

use super::flow::Flow;
use super::i18n::{Arg, Words};
use super::text::Text;
use super::theme::Tokens;

/// Handed down by reference to all that draws.
#[derive(Clone, Copy)]
pub struct Look<'a> {
    /// Draws and shapes.
    pub text: &'a Text,
    /// Every sentence.
    pub words: &'a Words,
    /// Every colour.
    pub tokens: &'a Tokens,
    /// Which way the window runs.
    pub flow: Flow,
    /// What the person chose: contrast, motion, simple view and the rest.
    pub display: &'a Display,
    /// Now and here.
    pub clock: Clock<'a>,
    /// Nothing may move: the person asked for stillness.
    pub still: bool,
}

/// The wall clock as far as a view may see it.
#[derive(Clone, Copy)]
pub struct Clock<'a> {
    /// Unix milliseconds.
    pub now_ms: u64,
    /// The person's time zone.
    pub zone: &'a TimeZone,
}

impl Look<'_> {
    /// Whether the window runs from right to left.
    #[must_use]
    pub const fn rtl(&self) -> bool {
        self.flow.leftward()
    }

    /// A sentence.
    #[must_use]
    pub fn t(&self, key: &str) -> String {
        self.words.say(key, &[])
    }

    /// A sentence with something in it.
    #[must_use]
    pub fn say(&self, key: &str, args: &[(&'static str, Arg<'_>)]) -> String {
        self.words.say(key, args)
    }

    /// The time of day of an instant, as the language writes it.
    #[must_use]
    pub fn time(&self, at_ms: u64) -> String {
        self.words.dates.time(self.local(at_ms).time())
    }

    /// When in a few letters: the time today, the weekday this week, the date before.
    #[must_use]
    pub fn when(&self, at_ms: u64) -> String {
        let (dates, date) = (&self.words.dates, self.local(at_ms).date());
        match self.days_ago(at_ms) {
            ..=0 => self.time(at_ms),
            1..7 => dates.weekday_short(date),
            _ if self.this_year(at_ms) => dates.day_short(date),
            _ => dates.date_short(date),
        }
    }

    /// The day, as a heading between messages.
    #[must_use]
    pub fn day(&self, at_ms: u64) -> String {
        let (dates, date) = (&self.words.dates, self.local(at_ms).date());
        match self.days_ago(at_ms) {
            ..=0 => self.t("day-today"),
            1 => self.t("day-yesterday"),
            2..7 => dates.weekday(date),
            _ if self.this_year(at_ms) => dates.day(date),
            _ => dates.date(date),
        }
    }

    fn this_year(&self, at_ms: u64) -> bool {
        self.local(at_ms).year() == self.local(self.clock.now_ms).year()
    }

    /// Whether two instants fall on one day here.
    #[must_use]
    pub fn same_day(&self, a_ms: u64, b_ms: u64) -> bool {
        self.local(a_ms).date() == self.local(b_ms).date()
    }

    fn days_ago(&self, at_ms: u64) -> i32 {
        let (now, at) = (self.local(self.clock.now_ms).date(), self.local(at_ms).date());
        (now - at).get_days()
    }

    fn local(&self, at_ms: u64) -> jiff::Zoned {
        let at = i64::try_from(at_ms).ok().and_then(|ms| Timestamp::from_millisecond(ms).ok());
        at.unwrap_or_default().to_zoned(self.clock.zone.clone())
    }
}

/// Asks for another frame when `after_ms` have passed.
pub fn wake_after(ctx: &Context, after_ms: u64) {
    ctx.request_repaint_after(std::time::Duration::from_millis(after_ms));
}
