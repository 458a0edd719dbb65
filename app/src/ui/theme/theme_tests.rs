//! Contrast, computed as WCAG 2.2 does, for every pair that meets in any theme.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use super::*;

const ALL: [(&str, Tokens); 4] =
    [("light", LIGHT), ("dark", DARK), ("strong light", STRONG_LIGHT), ("strong dark", STRONG_DARK)];

/// WCAG 2.2 relative luminance.
fn luminance(c: Color32) -> f64 {
    let linear = |v: u8| {
        let v = f64::from(v) / 255.0;
        if v <= 0.04045 { v / 12.92 } else { ((v + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(c.r()) + 0.7152 * linear(c.g()) + 0.0722 * linear(c.b())
}

fn contrast(a: Color32, b: Color32) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn check(theme: &str, what: &str, (ink, ground): (Color32, Color32), least: f64) {
    let ratio = contrast(ink, ground);
    assert!(ratio >= least, "{theme}: {what}: {ink:?} on {ground:?} has {ratio:.2}, not {least}");
}

/// Every ink on every ground that it is drawn on anywhere.
fn texts(t: &Tokens) -> Vec<(&'static str, Color32, Color32)> {
    let mut pairs = Vec::new();
    for ground in [t.canvas, t.surface, t.sunken] {
        pairs.extend([("ink", t.ink, ground), ("ink2", t.ink2, ground), ("ink3", t.ink3, ground)]);
    }
    // Quiet buttons and marks stand on the sheet, the canvas and, under the pointer, on the sunken ground.
    pairs.extend([t.canvas, t.surface, t.sunken].map(|ground| ("accent as text", t.accent, ground)));
    pairs.extend([("accent", t.on_accent, t.accent), ("accent under the pointer", t.on_accent, t.accent_hover)]);
    let grounds = [t.soft, t.info, t.caution, t.danger, t.success, t.clay];
    pairs.extend(grounds.map(|pair| ("pair", pair.ink, pair.ground)));
    pairs.extend(t.avatars.map(|pair| ("avatar", pair.ink, pair.ground)));
    pairs.extend([("own bubble", t.ink, t.soft.ground), ("own bubble's quote", t.ink2, t.soft.ground)]);
    pairs.extend([("own bubble, taken back", t.ink3, t.soft.ground), ("chosen row's time", t.ink3, t.soft.ground)]);
    pairs.extend([("selected text", t.ink, t.select), ("toast", t.canvas, t.ink)]);
    if t.strong {
        pairs.extend([t.canvas, t.surface].map(|ground| ("what cannot be pressed", ground.blend(t.faded()), ground)));
    }
    pairs.extend([t.canvas, t.surface].map(|ground| ("danger as text", t.danger.ink, ground)));
    pairs.extend([t.canvas, t.surface].map(|ground| ("caution as text", t.caution.ink, ground)));
    pairs
}

#[test]
fn text_can_be_read_on_every_ground_it_stands_on() {
    for (theme, t) in ALL {
        for (what, ink, ground) in texts(&t) {
            check(theme, what, (ink, ground), if t.strong { 7.0 } else { 4.5 });
        }
    }
}

#[test]
fn edges_marks_and_the_focus_ring_can_be_seen() {
    for (theme, t) in ALL {
        for ground in [t.canvas, t.surface] {
            for (what, line) in [("border", t.border), ("focus", t.focus), ("accent", t.accent)] {
                check(theme, what, (line, ground), 3.0);
            }
            check(theme, "presence", (t.success.ink, ground), 3.0);
            check(theme, "icon", (t.ink2, ground), 3.0);
        }
        check(theme, "focus on sunken", (t.focus, t.sunken), 3.0);
        check(theme, "caret in a selection", (t.ink, t.select), 3.0);
        check(theme, "switch that is off", (t.ink3, t.surface), 3.0);
    }
}

#[test]
fn strong_contrast_edges_everything_and_casts_no_shadow() {
    for (_, t) in ALL {
        assert_eq!(t.rim() != Stroke::NONE, t.strong);
        assert_eq!(t.edge().width >= 2.0, t.strong);
        assert_eq!(t.shadow().color == Color32::TRANSPARENT, t.strong);
    }
    assert_eq!(tokens(Theme::Dark, true), &STRONG_DARK);
    assert_eq!(tokens(Theme::Light, false), &LIGHT);
}
