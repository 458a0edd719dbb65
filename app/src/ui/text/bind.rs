//! What must stay together on screen: a number and its unit, a range, a fraction, a phone number.
//!
//! Works on what is drawn, never on what is stored or copied. Line breaks inside are taken away (no-break spaces, word
//! joiners). Where right-to-left writing surrounds a number, the whole of it, unit included, becomes one left-to-right
//! piece (an isolate of UAX #9): without that "2–4 mg" is drawn as "mg 4–2" and "-5 °C" as "C° 5-" in an Arabic
//! sentence, by every engine that follows the rules. A number behind a Latin word ("Ondansetron 8 mg") is left to the
//! rules, which already keep it beside the word.

use std::borrow::Cow;

use unicode_bidi::{BidiClass, bidi_class};

use super::units;

const LRI: char = '\u{2066}';
const RLI: char = '\u{2067}';
const FSI: char = '\u{2068}';
const PDI: char = '\u{2069}';
const NO_BREAK_SPACE: char = '\u{a0}';
const WORD_JOINER: char = '\u{2060}';
/// Longer runs are links or keys, which may break.
const LONGEST: usize = 24;
/// A word longer than this may go to the next line without its number.
const WORD: usize = 12;

/// The text as it is to be shaped.
pub(super) fn bound(text: &str) -> Cow<'_, str> {
    if !text.chars().any(char::is_numeric) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 32);
    for (at, paragraph) in text.split('\n').enumerate() {
        if at > 0 {
            out.push('\n');
        }
        Binder::new(paragraph).run(&mut out);
    }
    if out == text { Cow::Borrowed(text) } else { Cow::Owned(out) }
}

/// Whether such a piece ends here.
pub(super) const fn ends_isolate(c: char) -> bool {
    c == PDI
}

/// One paragraph.
struct Binder {
    chars: Vec<char>,
    /// Whether anything runs from right to left here.
    mixed: bool,
}

/// What belongs to a number, from its first to behind its last character.
struct Piece {
    end: usize,
    /// Places of spaces that must not break.
    spaces: Vec<usize>,
    /// Places behind which no line may begin.
    joints: Vec<usize>,
    /// Where the left-to-right part ends; a unit in Arabic letters stands outside.
    inner: usize,
}

impl Binder {
    fn new(paragraph: &str) -> Self {
        let mixed = paragraph.chars().any(|c| matches!(bidi_class(c), BidiClass::R | BidiClass::AL));
        Self { chars: paragraph.chars().collect(), mixed }
    }

    fn at(&self, at: usize) -> Option<char> {
        self.chars.get(at).copied()
    }

    fn before(&self, at: usize) -> Option<char> {
        at.checked_sub(1).and_then(|at| self.at(at))
    }

    fn run(&self, out: &mut String) {
        let mut leftward = self.leads_leftward(0);
        let mut outer = Vec::new();
        let mut at = 0;
        while let Some(c) = self.at(at) {
            if self.begins(at) {
                let piece = self.piece(at);
                let isolated = self.emit(out, at, &piece, self.mixed && leftward);
                for c in self.chars.get(if isolated { piece.inner } else { at }..piece.end).unwrap_or_default() {
                    leftward = match bidi_class(*c) {
                        BidiClass::L => false,
                        BidiClass::R | BidiClass::AL => true,
                        _ => leftward,
                    };
                }
                at = piece.end;
                continue;
            }
            match (c, bidi_class(c)) {
                (LRI | RLI | FSI, _) => {
                    outer.push(leftward);
                    leftward = c == RLI || (c == FSI && self.leads_leftward(at + 1));
                }
                (PDI, _) => leftward = outer.pop().unwrap_or(leftward),
                (_, BidiClass::L) => leftward = false,
                (_, BidiClass::R | BidiClass::AL) => leftward = true,
                _ => {}
            }
            out.push(c);
            at += 1;
        }
    }

    /// Whether the first strong letter from here on, outside isolates, runs from right to left (rules P2 and P3).
    fn leads_leftward(&self, from: usize) -> bool {
        let mut depth = 0_usize;
        for c in self.chars.iter().skip(from) {
            match (*c, bidi_class(*c)) {
                (LRI | RLI | FSI, _) => depth += 1,
                (PDI, _) if depth == 0 => return false,
                (PDI, _) => depth -= 1,
                (_, BidiClass::L) if depth == 0 => return false,
                (_, BidiClass::R | BidiClass::AL) if depth == 0 => return true,
                _ => {}
            }
        }
        false
    }

    /// Whether a number begins here: a digit, or a sign before one, that is not part of a word such as "B12".
    fn begins(&self, at: usize) -> bool {
        let here = self.at(at);
        let signed = here.is_some_and(sign) && self.at(at + 1).is_some_and(char::is_numeric);
        if !signed && !here.is_some_and(char::is_numeric) {
            return false;
        }
        let before = self.before(at);
        if before.is_some_and(|c| wordy(c) || c.is_numeric()) {
            return false;
        }
        let jointed = before.is_some_and(joint);
        !(jointed && at.checked_sub(2).and_then(|at| self.at(at)).is_some_and(|c| wordy(c) || c.is_numeric()))
    }

    fn piece(&self, from: usize) -> Piece {
        let first = if self.at(from).is_some_and(sign) { from + 1 } else { from };
        let mut piece = Piece { end: self.token(first), spaces: Vec::new(), joints: Vec::new(), inner: 0 };
        let dialled = self.phone(from, &mut piece);
        while !dialled && self.extend(&mut piece) {}
        piece.inner = piece.end;
        if !dialled {
            self.unit(&mut piece);
        }
        for at in from..piece.inner {
            let next = self.at(at + 1).filter(|_| at + 1 < piece.inner);
            if self.at(at).is_some_and(breaks) && next.is_some_and(|c| !space(c)) {
                piece.joints.push(at);
            }
        }
        piece
    }

    /// The end of a run of digits, letters and what joins them: "2–4", "08:30", "500mg", "5-FU".
    fn token(&self, from: usize) -> usize {
        let mut end = from;
        while let Some(c) = self.at(end) {
            let next = self.at(end + 1);
            let inside = joint(c) && next.is_some_and(|n| n.is_numeric() || wordy(n));
            if !(c.is_numeric() || wordy(c) || tail(c) || inside) {
                break;
            }
            end += 1;
        }
        end
    }

    /// Groups of digits with single spaces between them, as phone numbers are written.
    fn phone(&self, from: usize, piece: &mut Piece) -> bool {
        let (mut end, mut spaces) = (piece.end, Vec::new());
        while self.at(end).is_some_and(space) && self.at(end + 1).is_some_and(|c| c.is_numeric() || c == '(') {
            spaces.push(end);
            end += 1;
            while self.at(end).is_some_and(|c| c.is_numeric() || matches!(c, '(' | ')' | '-' | '/')) {
                end += 1;
            }
        }
        let all = self.chars.get(from..end).unwrap_or_default();
        let digits = all.iter().filter(|c| c.is_numeric()).count();
        let dialled = matches!(self.at(from), Some('+' | '0'));
        let whole = !spaces.is_empty() && (7..=15).contains(&digits) && (dialled || spaces.len() >= 2);
        if whole {
            piece.end = end;
            piece.spaces = spaces;
        }
        whole
    }

    /// Takes in " – 4" and " x 500" behind a number, and thousands set apart by a narrow space.
    fn extend(&self, piece: &mut Piece) -> bool {
        let at = piece.end;
        if !self.at(at).is_some_and(space) {
            return false;
        }
        let (link, gap, next) = (self.at(at + 1), self.at(at + 2), self.at(at + 3));
        if link.is_some_and(connector) && gap.is_some_and(space) && next.is_some_and(char::is_numeric) {
            piece.spaces.extend([at, at + 2]);
            piece.end = self.token(at + 3);
            return true;
        }
        let narrow = self.at(at).is_some_and(|c| c != ' ');
        let group = (1..=3).all(|step| self.at(at + step).is_some_and(char::is_numeric))
            && !self.at(at + 4).is_some_and(char::is_numeric);
        if narrow && group {
            piece.spaces.push(at);
            piece.end = self.token(at + 1);
            return true;
        }
        false
    }

    /// Takes in the unit or, without the same direction, the word that follows.
    fn unit(&self, piece: &mut Piece) {
        let spaced = self.at(piece.end).is_some_and(space);
        let from = piece.end + usize::from(spaced);
        let rest = self.chars.get(from..).unwrap_or_default();
        if let Some(length) = units::unspaced(rest) {
            // Chinese and Japanese break between any two characters.
            if spaced {
                piece.spaces.push(piece.end);
            }
            piece.joints.extend((from.saturating_sub(1)..from + length - 1).filter(|at| *at >= from || !spaced));
            piece.end = from + length;
            piece.inner = piece.end;
            return;
        }
        if !spaced {
            return;
        }
        let mut length = rest.iter().take_while(|c| wordy(**c) || leftward(**c) || unit_sign(**c)).count();
        let mut word: String = rest.iter().take(length).collect();
        // A full stop ends the sentence, unless it belongs to a shortened unit.
        if word.ends_with('.') && !units::shortened(&word) {
            word.pop();
            length -= 1;
        }
        if length == 0 || length > WORD * 2 {
            return;
        }
        let known = units::known(&word);
        let bare = !self
            .chars
            .get(..piece.end)
            .unwrap_or_default()
            .iter()
            .rev()
            .take_while(|c| !space(**c))
            .any(|c| wordy(*c));
        if known || (bare && length <= WORD) {
            piece.spaces.push(piece.end);
            piece.end = from + length;
        }
        if known && !word.chars().any(leftward) {
            piece.inner = piece.end;
        }
    }

    /// Writes a piece out; whether it became one from left to right.
    fn emit(&self, out: &mut String, from: usize, piece: &Piece, isolated: bool) -> bool {
        let long = piece.inner - from > LONGEST;
        // Digits of the Arabic script order themselves; everything of theirs is left to the rules.
        let arabic = (from..piece.inner).any(|at| self.at(at).is_some_and(|c| bidi_class(c) == BidiClass::AN));
        let isolated = isolated && !arabic;
        if isolated {
            out.push(LRI);
        }
        for at in from..piece.end {
            if isolated && at == piece.inner {
                out.push(PDI);
            }
            let Some(c) = self.at(at) else { break };
            out.push(if piece.spaces.contains(&at) { no_break(c) } else { c });
            if piece.joints.contains(&at) && !long {
                out.push(WORD_JOINER);
            }
        }
        if isolated && piece.inner == piece.end {
            out.push(PDI);
        }
        isolated
    }
}

/// A narrow space stays narrow.
const fn no_break(c: char) -> char {
    match c {
        '\u{202f}' | '\u{2009}' => '\u{202f}',
        _ => NO_BREAK_SPACE,
    }
}

const fn space(c: char) -> bool {
    matches!(c, ' ' | NO_BREAK_SPACE | '\u{202f}' | '\u{2009}')
}

const fn sign(c: char) -> bool {
    matches!(c, '+' | '-' | '−' | '±' | '~' | '≈' | '<' | '>' | '≤' | '≥' | '–')
}

/// Stands inside a number or between its parts.
const fn joint(c: char) -> bool {
    matches!(c, '.' | ',' | ':' | '/' | '-' | '‑' | '–' | '—' | '−' | '×' | '*' | '+' | '\'' | '’' | '·' | '٫' | '٬')
}

/// A line might begin behind it.
const fn breaks(c: char) -> bool {
    matches!(c, '/' | '-' | '–' | '—')
}

/// Stands between two numbers, with spaces around.
const fn connector(c: char) -> bool {
    matches!(c, '-' | '‑' | '–' | '—' | '×' | 'x' | 'х' | '*' | '/' | '±')
}

/// Follows a number without a space.
const fn tail(c: char) -> bool {
    matches!(c, '%' | '‰' | '٪' | '°' | '²' | '³' | '′' | '″')
}

const fn unit_sign(c: char) -> bool {
    matches!(c, '%' | '‰' | '٪' | '°' | '²' | '³' | '/' | '·' | '.' | 'µ' | 'μ' | '℃' | '℉')
}

/// A letter or mark of writing that puts spaces between words and runs from left to right.
fn wordy(c: char) -> bool {
    let spaced =
        !matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..);
    let letter = c.is_alphabetic() || matches!(bidi_class(c), BidiClass::NSM);
    spaced && letter && !leftward(c) && !c.is_numeric()
}

/// A letter of writing that runs from right to left.
fn leftward(c: char) -> bool {
    matches!(bidi_class(c), BidiClass::R | BidiClass::AL)
}

#[cfg(test)]
#[path = "bind_tests.rs"]
mod tests;
