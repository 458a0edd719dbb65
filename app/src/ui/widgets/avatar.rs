//! A person's or a room's initials on a ground of their own, and whether they are here.

use egui::{Align2, Color32, Pos2, Ui};
use unicode_segmentation::UnicodeSegmentation;

use super::label;
use crate::ui::look::Look;
use crate::ui::text::{Icon, Style, Weight};
use crate::ui::theme::Pair;

/// Paints initials in a circle of `diameter`.
pub fn paint(ui: &Ui, look: &Look<'_>, centre: Pos2, diameter: f32, name: &str) {
    let Pair { ink, ground } = pair(look, name);
    ui.painter().circle(centre, diameter / 2.0, ground, look.tokens.rim());
    let initials = initials(name);
    if initials.is_empty() {
        look.text.icon(ui.painter(), Icon::Users, diameter * 0.48, centre, ink);
        return;
    }
    let style = Style { size: (diameter * 0.38).round(), weight: Weight::Semi };
    label::at(ui, look, (centre, Align2::CENTER_CENTER), (&initials, style), diameter, ink);
}

/// The dot that says somebody is here, ringed by the ground it stands on.
pub fn here(ui: &Ui, look: &Look<'_>, centre: Pos2, diameter: f32, ground: Color32) {
    let at = centre + look.flow.step(diameter * 0.35, diameter * 0.35);
    ui.painter().circle_filled(at, 7.5, ground);
    ui.painter().circle_filled(at, 5.5, look.tokens.success.ink);
}

/// Chosen by the name alone, so that a person keeps their colour without anything being stored.
fn pair(look: &Look<'_>, name: &str) -> Pair {
    // FNV-1a, its halves folded so that short names spread too.
    let sum = name.bytes().fold(0x811c_9dc5_u32, |sum, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    let sum = (sum >> 16) ^ (sum & 0xffff);
    let [first, ..] = look.tokens.avatars;
    let at = usize::try_from(sum).unwrap_or_default() % look.tokens.avatars.len();
    look.tokens.avatars.get(at).copied().unwrap_or(first)
}

/// The first letters of the first and the last word; one letter in scripts that join.
fn initials(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().filter(|w| w.chars().any(char::is_alphanumeric)).collect();
    let letter =
        |word: &str| word.graphemes(true).find(|g| g.chars().any(char::is_alphanumeric)).map(str::to_uppercase);
    let latin = words.iter().all(|w| w.chars().next().is_some_and(|c| c < '\u{590}'));
    match words.as_slice() {
        [] => String::new(),
        [only] => letter(only).unwrap_or_default(),
        [first, ..] if !latin => letter(first).unwrap_or_default(),
        [first, .., last] => letter(first).unwrap_or_default() + &letter(last).unwrap_or_default(),
    }
}
