//! Text as it is shown: what a person wrote, without the characters that could act on a screen. Links stay text.

use unicode_normalization::UnicodeNormalization;

/// Whether the character changes the direction of the text around it.
pub const fn bidi_control(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The text without control characters (line feeds and tabs stay), without bidi embeddings and overrides, and with
/// isolates only where each is closed again: what one person writes never reorders what stands beside it.
pub fn harmless(text: &str) -> String {
    let isolates_balanced = balanced(text);
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\n' | '\t' => out.push(c),
            '\r' => {
                if chars.peek() != Some(&'\n') {
                    out.push('\n');
                }
            }
            '\u{2028}' | '\u{2029}' => out.push('\n'),
            '\u{202a}'..='\u{202e}' | '\u{206a}'..='\u{206f}' | '\u{fff9}'..='\u{fffb}' | '\u{feff}' => {}
            '\u{2066}'..='\u{2069}' if !isolates_balanced => {}
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// Whether every isolate is closed in its own paragraph, and none is closed that was not opened.
fn balanced(text: &str) -> bool {
    text.split('\n').all(|paragraph| {
        let mut depth = 0_i32;
        for c in paragraph.chars() {
            match c {
                '\u{2066}'..='\u{2068}' => depth += 1,
                '\u{2069}' => depth -= 1,
                _ => {}
            }
            if depth < 0 {
                return false;
            }
        }
        depth == 0
    })
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
