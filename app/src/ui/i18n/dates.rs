//! Times, days and numbers as a language writes them, through ICU4X and the Unicode locale data.
//!
//! Digits are Latin everywhere: a dose, a time and a phone number must look the same to everybody. The calendar is the
//! Gregorian one. Which clock is used, twelve hours or twenty-four, is the language's and, where the desktop names a
//! country of the same language, that country's habit.

use fluent_bundle::FluentValue;
use icu_calendar::{Date, Gregorian};
use icu_datetime::fieldsets::{E, MD, T, YMD};
use icu_datetime::input::Time;
use icu_datetime::{FixedCalendarDateTimeFormatter, NoCalendarFormatter};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_decimal::options::DecimalFormatterOptions;
use icu_locale_core::Locale;
use intl_memoizer::{IntlLangMemoizer, Memoizable};
use jiff::civil;
use unic_langid::LanguageIdentifier;

use super::language::Language;

type Days<F> = FixedCalendarDateTimeFormatter<Gregorian, F>;

/// The formats of one language.
pub struct Dates {
    time: NoCalendarFormatter<T>,
    weekday: Days<E>,
    weekday_short: Days<E>,
    day: Days<MD>,
    day_short: Days<MD>,
    date: Days<YMD>,
    date_short: Days<YMD>,
}

impl Dates {
    /// The formats of a language, with the habits of a country where one is given, as in "GB".
    #[must_use]
    pub fn new(language: Language, country: Option<&str>) -> Self {
        let bare = locale(language.tag());
        let asked = country.and_then(|country| tagged(&format!("{}-{country}", language.tag())));
        let made = |locale: &Locale| Self::of(locale);
        asked.as_ref().and_then(made).or_else(|| made(&bare)).expect("all languages have formats: a test says so")
    }

    fn of(locale: &Locale) -> Option<Self> {
        Some(Self {
            time: NoCalendarFormatter::try_new(locale.into(), T::hm()).ok()?,
            weekday: Days::try_new(locale.into(), E::long()).ok()?,
            weekday_short: Days::try_new(locale.into(), E::short()).ok()?,
            day: Days::try_new(locale.into(), MD::long()).ok()?,
            day_short: Days::try_new(locale.into(), MD::medium()).ok()?,
            date: Days::try_new(locale.into(), YMD::long()).ok()?,
            date_short: Days::try_new(locale.into(), YMD::medium()).ok()?,
        })
    }

    /// The time of day, as in "9:05 AM" or "09:05".
    #[must_use]
    pub fn time(&self, time: civil::Time) -> String {
        let part = |value: i8| u8::try_from(value).unwrap_or_default();
        let time = Time::try_new(part(time.hour()), part(time.minute()), 0, 0).unwrap_or(Time::start_of_day());
        self.time.format(&time).to_string()
    }

    /// The day of the week.
    #[must_use]
    pub fn weekday(&self, date: civil::Date) -> String {
        self.weekday.format(&gregorian(date)).to_string()
    }

    /// The day of the week in a few letters.
    #[must_use]
    pub fn weekday_short(&self, date: civil::Date) -> String {
        self.weekday_short.format(&gregorian(date)).to_string()
    }

    /// Day and month.
    #[must_use]
    pub fn day(&self, date: civil::Date) -> String {
        self.day.format(&gregorian(date)).to_string()
    }

    /// Day and month in a few letters.
    #[must_use]
    pub fn day_short(&self, date: civil::Date) -> String {
        self.day_short.format(&gregorian(date)).to_string()
    }

    /// Day, month and year in a few letters.
    #[must_use]
    pub fn date_short(&self, date: civil::Date) -> String {
        self.date_short.format(&gregorian(date)).to_string()
    }

    /// Day, month and year.
    #[must_use]
    pub fn date(&self, date: civil::Date) -> String {
        self.date.format(&gregorian(date)).to_string()
    }
}

fn gregorian(date: civil::Date) -> Date<Gregorian> {
    let part = |value: i8| u8::try_from(value).unwrap_or(1);
    let made = Date::try_new_gregorian(i32::from(date.year()), part(date.month()), part(date.day()));
    made.unwrap_or_else(|_| Date::try_new_gregorian(1970, 1, 1).expect("the first day of 1970 is a day"))
}

fn tagged(tag: &str) -> Option<Locale> {
    format!("{tag}-u-ca-gregory-nu-latn").parse().ok()
}

fn locale(tag: &str) -> Locale {
    tagged(tag).unwrap_or(Locale::UNKNOWN)
}

/// Groups the digits of numbers in sentences; made once per language.
struct Numbers(DecimalFormatter);

impl Memoizable for Numbers {
    type Args = ();
    type Error = ();

    fn construct(language: LanguageIdentifier, (): Self::Args) -> Result<Self, Self::Error> {
        let locale = locale(&language.to_string());
        DecimalFormatter::try_new((&locale).into(), DecimalFormatterOptions::default()).map(Self).map_err(|_| ())
    }
}

/// Whole numbers in sentences; everything else is left to Fluent.
pub(super) fn number(value: &FluentValue<'_>, memoizer: &IntlLangMemoizer) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let whole = number.value.fract() == 0.0 && (0.0..1e15).contains(&number.value);
    let count = whole.then_some(number.value as u64)?;
    memoizer.with_try_get::<Numbers, _, _>((), |numbers| numbers.0.format(&Decimal::from(count)).to_string()).ok()
}

#[cfg(test)]
#[path = "dates_tests.rs"]
mod tests;
