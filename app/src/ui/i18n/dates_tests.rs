//! Times, days and numbers in every language: its own words, Latin digits, its own clock.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use super::super::{Arg, Language, Words, bare};
use super::*;

fn said(language: Language) -> [String; 5] {
    let dates = Dates::new(language, None);
    let sunday = civil::date(2026, 3, 8);
    [
        dates.time(civil::time(21, 5, 0, 0)),
        dates.weekday(sunday),
        dates.weekday_short(sunday),
        dates.day(sunday),
        dates.date(sunday),
    ]
}

#[test]
fn every_language_says_it_in_its_own_way() {
    let wanted = [
        (Language::English, ["9:05\u{202f}PM", "Sunday", "Sun", "March 8", "March 8, 2026"]),
        (Language::Spanish, ["21:05", "domingo", "dom", "8 de marzo", "8 de marzo de 2026"]),
        (Language::Hindi, ["9:05 pm", "रविवार", "रवि", "8 मार्च", "8 मार्च, 2026"]),
        (Language::French, ["21:05", "dimanche", "dim.", "8 mars", "8 mars 2026"]),
        (Language::German, ["21:05", "Sonntag", "So", "8. März", "8. März 2026"]),
        (Language::Chinese, ["21:05", "星期日", "周日", "3月8日", "2026年3月8日"]),
        (Language::Japanese, ["21:05", "日曜日", "日", "3月8日", "2026年3月8日"]),
        (Language::Arabic, ["9:05 م", "الأحد", "الأحد", "8 مارس", "8 مارس 2026"]),
        (Language::Portuguese, ["21:05", "domingo", "dom.", "8 de março", "8 de março de 2026"]),
        (Language::Russian, ["21:05", "воскресенье", "вс", "8 марта", "8 марта 2026\u{202f}г."]),
        (Language::Telugu, ["9:05 PM", "ఆదివారం", "ఆది", "8 మార్చి", "8, మార్చి 2026"]),
    ];
    assert_eq!(wanted.len(), Language::ALL.len());
    for (language, wanted) in wanted {
        assert_eq!(said(language), wanted, "{language:?}");
    }
}

#[test]
fn digits_are_latin_in_every_language() {
    for language in Language::ALL {
        let short = Dates::new(language, None).date_short(civil::date(2025, 11, 18));
        assert!(short.chars().count() <= 18, "{short} fits beside a name");
        let said = said(language).concat() + &short;
        let foreign = said.chars().find(|c| c.is_numeric() && !c.is_ascii_digit());
        assert_eq!(foreign, None, "{language:?}");
    }
}

#[test]
fn a_country_may_use_another_clock() {
    let at = civil::time(21, 5, 0, 0);
    assert_eq!(Dates::new(Language::English, Some("GB")).time(at), "21:05");
    assert_eq!(Dates::new(Language::English, Some("no such country")).time(at), "9:05\u{202f}PM");
}

#[test]
fn large_numbers_in_sentences_are_grouped() {
    let say = |language| bare(&Words::new(language).say("rooms-unread", &[("count", Arg::Count(12_345))]));
    assert_eq!(say(Language::English), "12,345 new messages");
    assert_eq!(say(Language::German), "12.345 neue Nachrichten");
    assert_eq!(say(Language::Hindi), "12,345 नए संदेश");
}
