//! Words after which Hearth offers somebody to talk to (`app/data/phrases.json`). They are compared here, on this device,
//! with what is being written; whether they were found is kept nowhere and told to nobody. A list can only ever miss much
//! and find some things wrongly: it offers, and holds nothing up.

use std::sync::LazyLock;

use serde::Deserialize;
use unicode_normalization::UnicodeNormalization as _;

#[derive(Deserialize)]
struct Lists {
    /// What before a phrase turns it around.
    not_after: Vec<String>,
    /// What after a phrase gives it another meaning.
    not_before: Vec<String>,
    /// Of scripts with gaps between words.
    spaced: Vec<String>,
    /// Of scripts without.
    unspaced: Vec<String>,
}

static LISTS: LazyLock<Lists> = LazyLock::new(|| {
    let mut lists: Lists = serde_json::from_str(include_str!("../../../../data/phrases.json"))
        .expect("the bundled list parses: a test says so");
    for phrase in &mut lists.spaced {
        // It begins where a word does. An ending may be any; else it ends where a word does.
        let (open, words) = (phrase.ends_with('*'), Plain::of(phrase).words);
        *phrase = if open { words.trim_end().to_owned() } else { words };
    }
    for phrase in lists.unspaced.iter_mut().chain(&mut lists.not_after) {
        *phrase = Plain::of(phrase).words.trim().to_owned();
    }
    for phrase in &mut lists.not_before {
        let words = Plain::of(phrase).words;
        *phrase = if unspaced(&words) { words.trim() } else { words.trim_start() }.to_owned();
    }
    lists
});

/// Whether somebody may be near despair who writes this.
#[must_use]
pub fn offer_help(text: &str) -> bool {
    let text = Plain::of(text);
    let lists = &*LISTS;
    let stands = |phrase: &String| text.words.match_indices(phrase).any(|(at, found)| !turned(lists, &text, at, found));
    lists.spaced.iter().chain(&lists.unspaced).any(stands)
}

/// Whether the words beside a phrase turn it around. Those of another sentence do not.
fn turned(lists: &Lists, text: &Plain, at: usize, found: &str) -> bool {
    let from = at + (found.len() - found.trim_start().len());
    let to = at + found.trim_end().len();
    let (before, after) = (text.words.get(..from).unwrap_or_default(), text.words.get(to..).unwrap_or_default());
    let begins = before.ends_with(' ') && text.ends.contains(&(from - 1));
    let ends = after.starts_with(' ') && text.ends.contains(&to);
    (!begins && turned_before(lists, before)) || (!ends && turned_after(lists, after))
}

fn turned_before(lists: &Lists, before: &str) -> bool {
    let before = before.trim_end();
    lists.not_after.iter().any(|word| {
        before.strip_suffix(word).is_some_and(|rest| rest.is_empty() || rest.ends_with(' ') || unspaced(word))
    })
}

fn turned_after(lists: &Lists, after: &str) -> bool {
    let after = after.trim_start();
    lists.not_before.iter().any(|word| after.starts_with(word))
}

fn unspaced(word: &str) -> bool {
    word.chars().any(|c| matches!(c, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}'))
}

/// Words with one gap before, between and after, without case, signs, or the marks that people leave out; letters that are
/// written for one another are one.
struct Plain {
    words: String,
    /// The gaps where a sentence or a part of one ends.
    ends: Vec<usize>,
}

impl Plain {
    fn of(text: &str) -> Self {
        let (mut words, mut ends) = (String::from(" "), Vec::new());
        for c in folded(text) {
            if c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c) {
                words.push(c);
                continue;
            }
            if !words.ends_with(' ') {
                words.push(' ');
            }
            if c == '\n' || !(c.is_whitespace() || JOINING.contains(&c)) {
                ends.push(words.len() - 1);
            }
        }
        if !words.ends_with(' ') {
            words.push(' ');
        }
        Self { words, ends }
    }
}

/// Signs inside a sentence.
const JOINING: [char; 8] = ['-', '"', '“', '”', '„', '«', '»', '*'];

fn folded(text: &str) -> impl Iterator<Item = char> + '_ {
    let mark = |c: &char| {
        // Accents; Arabic vowel signs; the dot below of Hindi; joiners; apostrophes.
        matches!(c, '\u{300}'..='\u{36F}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{93C}' | '\u{200C}' | '\u{200D}')
            || matches!(c, '\'' | '\u{2019}')
    };
    let alike = |c: char| match c {
        '\u{901}' => '\u{902}',
        'ة' => 'ه',
        'ى' => 'ي',
        other => other,
    };
    text.nfkd().filter(move |c| !mark(c)).map(alike).flat_map(char::to_lowercase)
}

#[cfg(test)]
#[path = "phrases_tests.rs"]
mod tests;
