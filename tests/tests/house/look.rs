//! Strong contrast and stillness reach all that is drawn: outside the theme nothing has a colour of its own, and nothing
//! moves by itself without having asked whether it may.

use proc_macro2::{TokenStream, TokenTree};

use super::source::{Source, sources};

/// What may name colours of its own, and why.
const COLOURS: [(&str, &[&str], &str); 1] =
    [("app/src/ui/widgets/qr.rs", &["WHITE", "BLACK"], "a camera reads black on white, in every theme")];

/// What asks for a frame by itself, and why that is no movement.
const WAKES: [(&str, &str); 8] = [
    ("app/src/ui/widgets/progress.rs", "it stands still where nothing may move"),
    ("app/src/ui/widgets/toast.rs", "what passes goes away"),
    ("app/src/ui/widgets/scroll/mod.rs", "a wish that was not answered is made again"),
    ("app/src/ui/screens/room/find.rs", "the search begins once the typing pauses"),
    ("app/src/ui/screens/room/state.rs", "a draft is kept once the writing pauses"),
    ("app/src/ui/screens/profile/recover.rs", "the seconds of a wait are counted down"),
    ("app/src/ui/screens/profile/unlock.rs", "the seconds of a wait are counted down"),
    ("app/src/ui/shell/place.rs", "the window's place is kept once it stands"),
];

/// What has the next frame drawn at once, and why that ends by itself.
const AT_ONCE: [(&str, &str); 10] = [
    ("app/src/ui/shell/mod.rs", "news and what was just done are shown"),
    ("app/src/ui/shell/answer.rs", "an answer is shown"),
    ("app/src/ui/shell/outside.rs", "what came from outside is shown"),
    ("app/src/ui/shell/demo.rs", "the two have met"),
    ("app/src/ui/screens/room/compose.rs", "the offer is shown"),
    ("app/src/ui/screens/room/actions.rs", "what was pressed is done"),
    ("app/src/ui/screens/room/line.rs", "the place of the keyboard moved"),
    ("app/src/ui/screens/room/stream.rs", "the list moved"),
    ("app/src/ui/widgets/layer.rs", "the keyboard goes in or back"),
    ("app/src/ui/widgets/roving.rs", "the place of the keyboard moved"),
];

/// The palettes and every other way to a colour.
const PALETTES: [&str; 11] = [
    "LIGHT",
    "DARK",
    "STRONG_LIGHT",
    "STRONG_DARK",
    "palettes",
    "Hsva",
    "Rgba",
    "hex_color",
    "visuals",
    "visuals_mut",
    "gamma_multiply",
];

/// egui's own movement and every other way to a moment.
const MOTION: [&str; 13] = [
    "Duration",
    "Instant",
    "animate_bool",
    "animate_bool_responsive",
    "animate_bool_with_easing",
    "animate_bool_with_time",
    "animate_value_with_time",
    "animation_time",
    "predicted_dt",
    "request_repaint_after",
    "request_repaint_after_secs",
    "scroll_animation",
    "stable_dt",
];

/// Every word of a file's code, and every colour that is called by its name.
#[derive(Default)]
struct Named {
    words: Vec<String>,
    colours: Vec<String>,
}

impl Named {
    fn of(text: &str) -> Self {
        let mut named = Self::default();
        named.read(text.parse().expect("a source file is Rust"));
        named
    }

    fn read(&mut self, stream: TokenStream) {
        let tokens: Vec<TokenTree> = stream.into_iter().collect();
        for window in tokens.windows(4) {
            if let [TokenTree::Ident(of), TokenTree::Punct(a), TokenTree::Punct(b), TokenTree::Ident(colour)] = window
                && of == "Color32"
                && a.as_char() == ':'
                && b.as_char() == ':'
            {
                self.colours.push(colour.to_string());
            }
        }
        for token in tokens {
            match token {
                TokenTree::Ident(ident) => self.words.push(ident.to_string()),
                TokenTree::Group(group) => self.read(group.stream()),
                TokenTree::Punct(_) | TokenTree::Literal(_) => {}
            }
        }
    }

    fn names(&self, banned: &[&str]) -> Vec<&str> {
        self.words.iter().map(String::as_str).filter(|word| banned.contains(word)).collect()
    }
}

fn drawn() -> Vec<Source> {
    let parts = ["app/src/ui/widgets/", "app/src/ui/screens/", "app/src/ui/shell/"];
    let mut sources = sources();
    sources.retain(|source| !source.is_test() && parts.iter().any(|part| source.path.starts_with(part)));
    assert!(sources.len() > 60, "only {} files found: the walk is broken", sources.len());
    sources
}

#[test]
fn every_colour_comes_from_the_theme() {
    for source in drawn() {
        let named = Named::of(&source.text);
        let fine = COLOURS.iter().find(|(path, ..)| *path == source.path).map_or(&[][..], |(_, colours, _)| colours);
        let own: Vec<_> = named.colours.iter().filter(|c| *c != "TRANSPARENT" && !fine.contains(&c.as_str())).collect();
        assert!(own.is_empty(), "{}: Color32::{own:?} does not change with the contrast: use look.tokens", source.path);
        for colour in fine {
            assert!(named.colours.iter().any(|c| c == colour), "{} needs no leave for {colour} any more", source.path);
        }
        let raw = named.names(&PALETTES);
        assert!(raw.is_empty(), "{}: {raw:?} does not change with the contrast: use look.tokens", source.path);
    }
}

#[test]
fn nothing_moves_without_having_asked() {
    let leaves = [("wake_after", &WAKES[..]), ("request_repaint", &AT_ONCE[..])];
    let mut found = Vec::new();
    for source in drawn() {
        let named = Named::of(&source.text);
        let raw = named.names(&MOTION);
        assert!(
            raw.is_empty(),
            "{}: {raw:?} moves where nothing may: use look::wake_after and look.still",
            source.path
        );
        for (way, leave) in leaves {
            if named.words.iter().any(|word| word == way) {
                assert!(leave.iter().any(|(path, _)| *path == source.path), "{}: why does it {way}?", source.path);
                found.push((source.path.clone(), way));
            }
        }
    }
    for (way, leave) in leaves {
        for (path, why) in leave {
            let used = found.iter().any(|(found, by)| found == path && *by == way);
            assert!(used, "{path} does not {way} any more ({why}): take it off the list");
        }
    }
}

#[test]
fn the_lint_sees_every_way_in() {
    let named = Named::of("use egui::Color32; fn f() { g(|ui| { x(Color32::from_rgb(1, 2, 3)); Color32 :: RED }) }");
    assert_eq!(named.colours, ["RED", "from_rgb"]);
    for way in ["use crate::ui::theme::LIGHT;", "theme::{self, DARK}", "let c = ui.visuals().text_color();"] {
        assert!(!Named::of(way).names(&PALETTES).is_empty(), "{way}");
    }
    for way in ["ctx.animate_bool(id, on)", "std::time::Duration::from_millis(90)", "ui.input(|i| i.stable_dt)"] {
        assert!(!Named::of(way).names(&MOTION).is_empty(), "{way}");
    }
    let fine = Named::of("match theme { Theme::Light => look.tokens.ink, Theme::Dark => Color32::TRANSPARENT }");
    assert_eq!((fine.names(&PALETTES).len(), fine.names(&MOTION).len()), (0, 0));
}
