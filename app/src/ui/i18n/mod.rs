//! Every sentence of the window, by key, in eleven languages, through Fluent.
//!
//! `language` are the languages, `files` their sentences, `dates` their times, days and numbers. What a person wrote is put between isolation marks, so that
//! an Arabic name cannot turn an English sentence round. A key that a language lacks is said in English, which a test
//! forbids to be needed.

mod dates;
mod files;
mod language;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unicode_bidi::{BidiClass, bidi_class};

use crate::engine::fault::{Code, Fault};

pub use dates::Dates;
pub use language::Language;

/// Something put into a sentence.
#[derive(Debug, Clone, Copy)]
pub enum Arg<'a> {
    /// A name or other text.
    Text(&'a str),
    /// A number, which may choose a plural.
    Count(u64),
}

/// The sentences of one language.
pub struct Words {
    language: Language,
    own: FluentBundle<FluentResource>,
    english: Option<FluentBundle<FluentResource>>,
    /// How the language writes times and days.
    pub dates: Dates,
}

impl Default for Words {
    fn default() -> Self {
        Self::new(Language::English)
    }
}

impl Words {
    /// The sentences of a language.
    #[must_use]
    pub fn new(language: Language) -> Self {
        let english = (language != Language::English).then(|| bundle(Language::English));
        Self { language, own: bundle(language), english, dates: Dates::new(language, None) }
    }

    /// The same with the clock that a country is used to, as in "GB".
    #[must_use]
    pub fn with_country(self, country: Option<&str>) -> Self {
        Self { dates: Dates::new(self.language, country), ..self }
    }

    /// Whose sentences these are.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// The sentence of a key; the key itself where it is missing, which a test forbids.
    #[must_use]
    pub fn say(&self, key: &str, args: &[(&'static str, Arg<'_>)]) -> String {
        let bundles = std::iter::once(&self.own).chain(&self.english);
        let found = bundles.filter_map(|b| Some((b, b.get_message(key)?.value()?))).next();
        let Some((bundle, pattern)) = found else { return key.to_owned() };
        let args: FluentArgs<'_> = args
            .iter()
            .map(|(name, arg)| {
                let value = match arg {
                    Arg::Text(text) => FluentValue::from(*text),
                    Arg::Count(count) => FluentValue::from(*count),
                };
                (*name, value)
            })
            .collect();
        let mut faults = Vec::new();
        let said = bundle.format_pattern(pattern, Some(&args), &mut faults);
        if self.language.rtl() && !begins_leftward(&said) { format!("{RLM}{said}") } else { said.into_owned() }
    }

    /// Whether the language reads from right to left.
    #[must_use]
    pub const fn rtl(&self) -> bool {
        false
    }

    /// Whether a key has a sentence.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.own.has_message(key)
    }

    /// What went wrong and what to do next, in plain words.
    #[must_use]
    pub fn fault(&self, fault: &Fault) -> String {
        let wait_s = fault.retry_after_ms.unwrap_or(0).div_ceil(1000).max(1);
        let detailed = fault.detail.map(|detail| format!("{}-{}", fault_key(fault.code), slug(detail)));
        let key = detailed.filter(|key| self.has(key)).unwrap_or_else(|| fault_key(fault.code));
        self.say(&key, &[("seconds", Arg::Count(wait_s))])
    }
}

/// Begins a right-to-left sentence whose first word is Latin, such as the app's name.
const RLM: char = '\u{200f}';

/// Whether the first strong letter outside isolates runs from right to left.
fn begins_leftward(text: &str) -> bool {
    let mut depth = 0_i32;
    for c in text.chars() {
        match (c, bidi_class(c)) {
            ('\u{2066}'..='\u{2068}', _) => depth += 1,
            ('\u{2069}', _) => depth -= 1,
            (_, BidiClass::L) if depth == 0 => return false,
            (_, BidiClass::R | BidiClass::AL) if depth == 0 => return true,
            _ => {}
        }
    }
    false
}

fn bundle(language: Language) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new(vec![language.identifier()]);
    bundle.set_formatter(Some(dates::number));
    for file in files::files(language) {
        let resource =
            FluentResource::try_new(file.text.to_owned()).expect("the bundled sentences parse: a test says so");
        bundle.add_resource(resource).expect("no key stands twice: a test says so");
    }
    bundle
}

/// The key of a code's sentence.
#[must_use]
pub fn fault_key(code: Code) -> String {
    format!("fault-{}", code.as_str().replace('_', "-"))
}

fn slug(detail: &str) -> String {
    detail.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' }).collect()
}

/// The same text without the marks of direction and the joiners of words, for a screen reader, which needs none.
#[must_use]
pub fn bare(text: &str) -> String {
    text.chars().filter(|&c| !matches!(c, '\u{2060}' | '\u{2066}'..='\u{2069}' | RLM)).collect()
}

#[cfg(test)]
#[path = "i18n_tests.rs"]
mod tests;
