//! Contrast, computed as WCAG 2.2 does.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use super::*;

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

#[test]
fn text_can_be_read_on_every_ground_it_stands_on() {
    for t in [LIGHT, DARK] {
        let inks = [t.ink, t.ink2, t.ink3];
        for ground in [t.canvas, t.surface, t.sunken] {
            for ink in inks {
                assert!(contrast(ink, ground) >= 4.5, "dark {}: {ink:?} on {ground:?}", t.dark);
            }
        }
        let pairs = [t.soft, t.info, t.caution, t.danger, t.success, t.clay];
        for pair in pairs.into_iter().chain(t.avatars) {
            assert!(contrast(pair.ink, pair.ground) >= 4.5, "dark {}: {pair:?}", t.dark);
        }
        assert!(contrast(t.ink, t.soft.ground) >= 4.5 && contrast(t.on_accent, t.accent) >= 4.5);
        assert!(contrast(t.on_accent, t.accent_hover) >= 4.5 && contrast(t.accent, t.surface) >= 4.5);
    }
}

#[test]
fn edges_and_the_focus_ring_can_be_seen() {
    for t in [LIGHT, DARK] {
        for ground in [t.canvas, t.surface] {
            assert!(contrast(t.border, ground) >= 3.0);
            assert!(contrast(t.focus, ground) >= 3.0);
        }
    }
}
