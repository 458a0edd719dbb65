//! What people call themselves: which names are refused and why, and the friendly names made for those who give none.

use crypto::secret::Personal;
use rand::{CryptoRng, RngExt};
use unicode_normalization::UnicodeNormalization;
use unicode_security::mixed_script::MixedScript;
use unicode_security::restriction_level::{RestrictionLevel, RestrictionLevelDetection};
use unicode_segmentation::UnicodeSegmentation;

use super::fault::{Code, Fault};
use super::text;

/// Graphemes a name may have.
const GRAPHEMES: usize = 64;
/// Bytes a name may have, so that a grapheme cannot be a tower of marks.
const BYTES: usize = 512;
/// Combining marks in a row that any living script needs.
const MARKS: usize = 4;

/// The name in its one normal form.
///
/// # Errors
/// `invalid_name` with the reason.
pub fn checked(name: &Personal) -> Result<Personal, Fault> {
    checked_as(name, "the name")
}

/// A room's title obeys the same rules, but for its length.
///
/// # Errors
/// `invalid_params` with the reason.
pub fn checked_title(title: &Personal) -> Result<Personal, Fault> {
    let normal: String = title.expose().nfc().collect();
    let normal = Personal::from(normal.trim());
    let graphemes = normal.expose().graphemes(true).count();
    if graphemes == 0 || graphemes > 200 || normal.expose().len() > 1024 {
        return Err(Fault::because(Code::InvalidParams, "title: between 1 and 200 characters"));
    }
    if normal.expose().chars().any(misleading) {
        return Err(Fault::because(Code::InvalidParams, "title: control or invisible characters"));
    }
    Ok(normal)
}

fn checked_as(name: &Personal, _what: &'static str) -> Result<Personal, Fault> {
    let normal: String = name.expose().nfc().collect();
    let normal = Personal::from(normal.trim());
    let refuse = |reason| Err(Fault::because(Code::InvalidName, reason));
    let shown = normal.expose();
    if shown.is_empty() || shown.chars().all(|c| c.is_whitespace() || joiner(c)) {
        return refuse("the name is empty");
    }
    if shown.len() > BYTES || shown.graphemes(true).count() > GRAPHEMES {
        return refuse("the name is longer than 64 characters");
    }
    if shown.chars().any(misleading) {
        return refuse("the name holds control or invisible characters");
    }
    if shown.starts_with(joiner) || shown.ends_with(joiner) || shown.split_whitespace().any(|w| w.ends_with(joiner)) {
        return refuse("the name holds control or invisible characters");
    }
    if towers(shown) {
        return refuse("the name holds too many marks on one letter");
    }
    if shown.split_whitespace().any(mixes_scripts) {
        return refuse("the name mixes letters of several scripts that look alike");
    }
    Ok(normal)
}

/// Control, bidi-control, line-separating, invisible and private characters.
fn misleading(c: char) -> bool {
    c.is_control()
        || text::bidi_control(c)
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}' | '\u{2028}' | '\u{2029}' | '\u{2060}'..='\u{2065}' | '\u{206a}'..='\u{206f}' | '\u{3164}'
            | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffd}' | '\u{e000}'..='\u{f8ff}'
            | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}' | '\u{f0000}'..='\u{10ffff}')
}

/// Zero-width joiners are part of Indic, Persian and emoji spelling, inside a word only.
const fn joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}')
}

fn towers(name: &str) -> bool {
    let mut row = 0;
    name.nfd().any(|c| {
        row = if unicode_normalization::char::is_combining_mark(c) { row + 1 } else { 0 };
        row > MARKS
    })
}

/// One word in letters of scripts that do not belong together, such as a Cyrillic а in a Latin name. Combinations that
/// people do write (Latin with Han, kana, Hangul or Bopomofo) pass.
fn mixes_scripts(word: &str) -> bool {
    let letters: String = word.chars().filter(|c| c.is_alphabetic()).collect();
    !letters.is_single_script() && letters.as_str().detect_restriction_level() > RestrictionLevel::HighlyRestrictive
}

/// A fresh friendly name of two words that is none of those `taken`.
pub fn pseudonym(rng: &mut impl CryptoRng, taken: impl Fn(&str) -> bool) -> Personal {
    for _ in 0..64 {
        let name = format!("{} {}", pick(rng, &QUALITIES), pick(rng, &BEINGS));
        if !taken(&name) {
            return name.into();
        }
    }
    // Thousands of rooms: a number keeps the promise that no name is used twice.
    loop {
        let name = format!("{} {} {}", pick(rng, &QUALITIES), pick(rng, &BEINGS), rng.random_range(2..100_000_u32));
        if !taken(&name) {
            return name.into();
        }
    }
}

fn pick<'w>(rng: &mut impl CryptoRng, words: &[&'w str]) -> &'w str {
    words.get(rng.random_range(0..words.len())).copied().unwrap_or("Quiet")
}

/// Calm and kind, never about health, strength, battle or looks.
const QUALITIES: [&str; 64] = [
    "Amber", "Autumn", "Azure", "Bright", "Calm", "Cedar", "Clear", "Cloudy", "Copper", "Coral", "Cosy", "Crimson",
    "Curious", "Dappled", "Dawn", "Distant", "Drifting", "Dusky", "Early", "Easy", "Emerald", "Evening", "Fair",
    "Floating", "Friendly", "Gentle", "Golden", "Green", "Harbour", "Hazel", "Humming", "Indigo", "Ivory", "Jade",
    "Kind", "Lavender", "Lilac", "Lively", "Maple", "Meadow", "Mellow", "Merry", "Misty", "Morning", "Mossy",
    "Northern", "Olive", "Open", "Patient", "Quiet", "Rosy", "Russet", "Saffron", "Sandy", "Silver", "Sky", "Soft",
    "Spring", "Starry", "Still", "Summer", "Sunny", "Velvet", "Winding",
];
const BEINGS: [&str; 96] = [
    "Acorn",
    "Alder",
    "Anchor",
    "Apple",
    "Aspen",
    "Badger",
    "Bay",
    "Beacon",
    "Beaver",
    "Birch",
    "Bluebell",
    "Bramble",
    "Breeze",
    "Brook",
    "Canoe",
    "Chestnut",
    "Clover",
    "Cove",
    "Cricket",
    "Curlew",
    "Daisy",
    "Deer",
    "Delta",
    "Dolphin",
    "Dove",
    "Dune",
    "Elm",
    "Falcon",
    "Fern",
    "Finch",
    "Fjord",
    "Garden",
    "Glade",
    "Grove",
    "Gull",
    "Hare",
    "Hawthorn",
    "Heather",
    "Hedgehog",
    "Heron",
    "Hill",
    "Holly",
    "Island",
    "Ivy",
    "Juniper",
    "Kestrel",
    "Kite",
    "Lake",
    "Lantern",
    "Lark",
    "Leaf",
    "Linden",
    "Linnet",
    "Magpie",
    "Marten",
    "Meadowlark",
    "Mole",
    "Moon",
    "Moth",
    "Oak",
    "Orchard",
    "Otter",
    "Owl",
    "Pebble",
    "Pine",
    "Plover",
    "Plum",
    "Pond",
    "Poppy",
    "Puffin",
    "Quail",
    "Rain",
    "Raven",
    "Reed",
    "River",
    "Robin",
    "Rowan",
    "Sail",
    "Sandpiper",
    "Seal",
    "Shore",
    "Snowdrop",
    "Sparrow",
    "Spruce",
    "Squirrel",
    "Star",
    "Starling",
    "Stone",
    "Swallow",
    "Swan",
    "Thistle",
    "Thrush",
    "Tide",
    "Valley",
    "Willow",
    "Wren",
];

#[cfg(test)]
#[path = "name_tests.rs"]
mod tests;
