//! What every view draws with: the text engine, the words, the tokens, and the time of day.

use egui::Context;
use jiff::Timestamp;
use jiff::tz::TimeZone;

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
    /// Whether the interface reads from right to left.
    #[must_use]
    pub fn rtl(&self) -> bool {
        self.words.rtl()
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

    /// The time of day of an instant, as in "09:05".
    #[must_use]
    pub fn time(&self, at_ms: u64) -> String {
        self.local(at_ms).strftime("%H:%M").to_string()
    }

    /// When in a few letters: the time today, the weekday this week, the date before.
    #[must_use]
    pub fn when(&self, at_ms: u64) -> String {
        match self.days_ago(at_ms) {
            ..=0 => self.time(at_ms),
            1..7 => self.t(weekday_key(at_ms, self.clock.zone, true)),
            _ => self.date(at_ms),
        }
    }

    /// The day, as a heading between messages.
    #[must_use]
    pub fn day(&self, at_ms: u64) -> String {
        match self.days_ago(at_ms) {
            ..=0 => self.t("day-today"),
            1 => self.t("day-yesterday"),
            2..7 => self.t(weekday_key(at_ms, self.clock.zone, false)),
            _ => self.date(at_ms),
        }
    }

    fn date(&self, at_ms: u64) -> String {
        let at = self.local(at_ms);
        let month = self.t(&format!("month-{}", at.month()));
        self.say("date", &[("day", Arg::Text(&at.day().to_string())), ("month", Arg::Text(&month))])
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

fn weekday_key(at_ms: u64, zone: &TimeZone, short: bool) -> &'static str {
    let at = i64::try_from(at_ms).ok().and_then(|ms| Timestamp::from_millisecond(ms).ok()).unwrap_or_default();
    let number = at.to_zoned(zone.clone()).weekday().to_monday_zero_offset();
    let keys = if short {
        ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    } else {
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    };
    usize::try_from(number).ok().and_then(|n| keys.get(n)).copied().unwrap_or("monday")
}

/// Asks for another frame when `after_ms` have passed.
pub fn wake_after(ctx: &Context, after_ms: u64) {
    ctx.request_repaint_after(std::time::Duration::from_millis(after_ms));
}
