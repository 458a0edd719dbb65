//! Every sentence of the window, by key, through Fluent. English only for now; the file format carries the rest.
//!
//! What a person wrote is put between isolation marks, so that an Arabic name cannot turn an English sentence round.

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::langid;

use crate::engine::fault::{Code, Fault};

const ENGLISH: &str = include_str!("en.ftl");

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
    bundle: FluentBundle<FluentResource>,
}

impl Default for Words {
    fn default() -> Self {
        Self::english()
    }
}

impl Words {
    /// The English sentences.
    #[must_use]
    pub fn english() -> Self {
        let mut bundle = FluentBundle::new(vec![langid!("en")]);
        let resource =
            FluentResource::try_new(ENGLISH.to_owned()).expect("the bundled sentences parse: a test says so");
        bundle.add_resource(resource).expect("no key stands twice: a test says so");
        Self { bundle }
    }

    /// The sentence of a key; the key itself where it is missing, which a test forbids.
    #[must_use]
    pub fn say(&self, key: &str, args: &[(&'static str, Arg<'_>)]) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|m| m.value()) else { return key.to_owned() };
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
        self.bundle.format_pattern(pattern, Some(&args), &mut faults).into_owned()
    }

    /// Whether the language reads from right to left.
    #[must_use]
    pub const fn rtl(&self) -> bool {
        false
    }

    /// Whether a key has a sentence.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
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

/// The key of a code's sentence.
#[must_use]
pub fn fault_key(code: Code) -> String {
    format!("fault-{}", code.as_str().replace('_', "-"))
}

fn slug(detail: &str) -> String {
    detail.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' }).collect()
}

/// The same text without isolation marks, for a screen reader, which needs none.
#[must_use]
pub fn bare(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, '\u{2066}'..='\u{2069}')).collect()
}

#[cfg(test)]
#[path = "i18n_tests.rs"]
mod tests;
