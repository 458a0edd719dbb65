//! What a person reads is drawn by the design's parts: no screen reaches for egui's own text, controls or boxes. Clippy
//! bans the methods; this bans the types behind them and every other way in.

use proc_macro2::{TokenStream, TokenTree};

use super::source::sources;

/// egui's own text and controls, by the names of their types.
const TYPES: [&str; 31] = [
    "Atom",
    "Atoms",
    "Button",
    "Checkbox",
    "CollapsingHeader",
    "CollapsingResponse",
    "ComboBox",
    "DragValue",
    "FontId",
    "Galley",
    "Grid",
    "Hyperlink",
    "ImageButton",
    "IntoAtoms",
    "Label",
    "LayoutJob",
    "Link",
    "MenuBar",
    "MenuButton",
    "ProgressBar",
    "RadioButton",
    "RichText",
    "SelectableLabel",
    "Separator",
    "Slider",
    "Spinner",
    "TextEdit",
    "TextFormat",
    "WidgetText",
    "Window",
    "menu",
];

/// Methods that draw egui's own, which only a widget of the design may have a reason for.
const METHODS: [&str; 30] = [
    "add_enabled",
    "add_sized",
    "button",
    "checkbox",
    "code",
    "code_editor",
    "collapsing",
    "colored_label",
    "drag_angle",
    "group",
    "heading",
    "hyperlink",
    "hyperlink_to",
    "label",
    "link",
    "menu_button",
    "monospace",
    "on_disabled_hover_text",
    "on_hover_text",
    "on_hover_ui",
    "put",
    "radio",
    "radio_value",
    "selectable_label",
    "selectable_value",
    "separator",
    "small",
    "small_button",
    "spinner",
    "strong",
];

/// Every name that a file takes from egui: `egui::a::B` and each of `egui::{A, b::C}`.
fn from_egui(stream: TokenStream, names: &mut Vec<String>, inside: bool) {
    let mut path = inside;
    // What a screen reader calls things has the same names, and draws nothing.
    let mut spoken = false;
    let mut tokens = stream.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Ident(ident) => {
                let ident = ident.to_string();
                let leads = matches!(tokens.peek(), Some(TokenTree::Punct(p)) if p.as_char() == ':');
                if ident == "egui" && leads {
                    path = true;
                } else if path {
                    spoken |= ident == "accesskit";
                    if !spoken {
                        names.push(ident);
                    }
                    path = inside || leads;
                }
            }
            TokenTree::Group(group) => {
                from_egui(group.stream(), names, path && !spoken);
                path = inside;
            }
            TokenTree::Punct(p) if p.as_char() == ':' => {}
            TokenTree::Punct(_) | TokenTree::Literal(_) => (path, spoken) = (inside, false),
        }
    }
}

/// Every method called on something named `ui` or `ui.…()`.
fn called_on_ui(stream: TokenStream, methods: &mut Vec<String>) {
    let tokens: Vec<TokenTree> = stream.into_iter().collect();
    for window in tokens.windows(3) {
        if let [TokenTree::Ident(on), TokenTree::Punct(dot), TokenTree::Ident(method)] = window
            && on == "ui"
            && dot.as_char() == '.'
        {
            methods.push(method.to_string());
        }
    }
    for token in tokens {
        if let TokenTree::Group(group) = token {
            called_on_ui(group.stream(), methods);
        }
    }
}

fn stream(text: &str) -> TokenStream {
    text.parse().expect("a source file is Rust")
}

#[test]
fn screens_draw_with_the_designs_own_parts() {
    let mut screens = 0;
    for source in sources().iter().filter(|s| s.path.starts_with("app/src/ui/") && !s.is_test()) {
        let (mut names, mut methods) = (Vec::new(), Vec::new());
        from_egui(stream(&source.text), &mut names, false);
        called_on_ui(stream(&source.text), &mut methods);
        let raw: Vec<_> = names.iter().filter(|name| TYPES.contains(&name.as_str())).collect();
        assert!(raw.is_empty(), "{}: {raw:?} is egui's own: use ui::widgets", source.path);
        let raw: Vec<_> = methods.iter().filter(|name| METHODS.contains(&name.as_str())).collect();
        assert!(raw.is_empty(), "{}: ui.{raw:?} is egui's own: use ui::widgets", source.path);
        if source.path.starts_with("app/src/ui/screens/") {
            screens += 1;
            assert!(!methods.iter().any(|m| m == "add"), "{}: ui.add takes any widget: use ui::widgets", source.path);
        }
    }
    assert!(screens > 10, "only {screens} files of screens found: the walk is broken");
}

#[test]
fn the_lint_sees_every_way_in() {
    let found = |text: &str| {
        let mut names = Vec::new();
        from_egui(stream(text), &mut names, false);
        names.iter().any(|name| TYPES.contains(&name.as_str()))
    };
    for way in [
        "use egui::{Align2, Label, Ui};",
        "use egui::widgets::{self, TextEdit};",
        "fn f(ui: &mut Ui) { ui.add(egui::Button::new(text)); }",
        "use egui::{Ui, widgets::Slider};",
        "use egui::{accesskit::Role, Label};",
        "let t: egui::WidgetText = text.into();",
    ] {
        assert!(found(way), "{way}");
    }
    for fine in [
        "use egui::{Align2, Ui}; use super::button::Button;",
        "Label::new(egui::Pos2::ZERO)",
        "let x = egui::vec2(1.0, 2.0); Button::new(y)",
        "use egui::{Ui, accesskit::Role::Label, vec2}; name(r, egui::accesskit::Role::Button)",
    ] {
        assert!(!found(fine), "{fine}");
    }
    let mut methods = Vec::new();
    called_on_ui(stream("fn f() { g(|ui| { ui.label(text); h(ui.separator()) }) }"), &mut methods);
    assert_eq!(methods, ["label", "separator"]);
}
