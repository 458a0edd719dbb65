//! Text as it is looked for and cut. What makes it harmless to show is the room's own [`harmless`].

pub use net::room::text::harmless;
use unicode_normalization::UnicodeNormalization;

/// Whether the character changes the direction of the text around it.
pub const fn bidi_control(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The form in which texts are compared when searching: compatibility forms, case and marks that people leave out of
/// a query are made equal.
pub fn folded(text: &str) -> String {
    // Lower-casing twice around the decomposition is a good enough case folding: ẞ → ß, İ → i.
    let lower: String = text.nfkd().flat_map(char::to_lowercase).nfkd().collect();
    lower.chars().filter(|c| !matches!(*c, '\u{300}'..='\u{36f}') && !bidi_control(*c)).nfc().collect()
}

/// At most so many characters, cut between them.
pub fn cut(text: &str, chars: usize) -> &str {
    text.char_indices().nth(chars).and_then(|(at, _)| text.get(..at)).unwrap_or(text)
}

#[cfg(test)]
#[path = "text_tests.rs"]
mod tests;
