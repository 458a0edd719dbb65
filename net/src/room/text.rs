//! What people wrote, made harmless to show. Text is text: nothing is interpreted, only what could hide or reorder
//! other text is taken out.

/// Removes control characters but line feed and tab, and the characters that embed, override or isolate the writing
/// direction (they could make a dose or a name read backwards). Letters, marks, joiners and the plain direction marks
/// that Arabic needs stay as they are.
#[must_use]
pub fn harmless(text: &str) -> String {
    text.chars().filter(|letter| !is_harmful(*letter)).collect()
}

const fn is_harmful(letter: char) -> bool {
    matches!(
        letter,
        // C0 without tab and line feed, DEL, C1.
        '\0'..='\u{8}' | '\u{B}'..='\u{1F}' | '\u{7F}'..='\u{9F}'
        // Line and paragraph separators, embeddings and overrides, isolates, deprecated format characters.
        | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{206F}'
        // Interlinear annotation, and a byte order mark in mid-text.
        | '\u{FFF9}'..='\u{FFFB}' | '\u{FEFF}'
    )
}

#[cfg(test)]
#[path = "text_tests.rs"]
mod tests;
