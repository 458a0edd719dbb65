//! The design's tokens: colours by role, space, corners, targets. Nothing else in the window names a colour.

use egui::{Color32, Context, CornerRadius, Shadow, Stroke, Theme, vec2};

/// Space between things, in points.
pub mod space {
    /// Between an icon and its word.
    pub const XS: f32 = 4.0;
    /// Between things that belong together.
    pub const S: f32 = 8.0;
    /// Inside controls.
    pub const M: f32 = 12.0;
    /// Between groups.
    pub const L: f32 = 16.0;
    /// Around panes.
    pub const XL: f32 = 24.0;
    /// Between sections.
    pub const XXL: f32 = 32.0;
}

/// Corners, in points.
pub mod radius {
    /// Buttons and fields.
    pub const CONTROL: f32 = 12.0;
    /// Cards and rows.
    pub const CARD: f32 = 16.0;
    /// Bubbles.
    pub const BUBBLE: u8 = 18;
    /// A bubble at its speaker's corner.
    pub const SPEAKER: u8 = 6;
    /// Panes.
    pub const SHEET: f32 = 20.0;
}

/// The least side of anything that is pressed: numb fingers miss smaller ones.
pub const TARGET: f32 = 48.0;

/// A ground and the ink that stands on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pair {
    /// Ink.
    pub ink: Color32,
    /// Ground.
    pub ground: Color32,
}

/// Colours by role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tokens {
    /// Light text on dark ground.
    pub dark: bool,
    /// Behind everything.
    pub canvas: Color32,
    /// Panes, cards, fields.
    pub surface: Color32,
    /// The rail; pressed grounds.
    pub sunken: Color32,
    /// Text.
    pub ink: Color32,
    /// Secondary text.
    pub ink2: Color32,
    /// Hints and times.
    pub ink3: Color32,
    /// Decorative lines.
    pub hairline: Color32,
    /// The edge of a control.
    pub border: Color32,
    /// What is to be pressed next.
    pub accent: Color32,
    /// The same under the pointer.
    pub accent_hover: Color32,
    /// Text on accent.
    pub on_accent: Color32,
    /// One's own bubbles, the chosen row.
    pub soft: Pair,
    /// A neutral notice.
    pub info: Pair,
    /// Needs a look.
    pub caution: Pair,
    /// Cannot be undone, or failed.
    pub danger: Pair,
    /// Done.
    pub success: Pair,
    /// Gentle attention.
    pub clay: Pair,
    /// The ring around what has the keyboard.
    pub focus: Color32,
    /// Grounds and inks of avatars.
    pub avatars: [Pair; 6],
}

const fn rgb(hex: u32) -> Color32 {
    let [_, r, g, b] = hex.to_be_bytes();
    Color32::from_rgb(r, g, b)
}

const fn pair(ink: u32, ground: u32) -> Pair {
    Pair { ink: rgb(ink), ground: rgb(ground) }
}

const AVATARS: [Pair; 6] = [
    pair(0x5A_3A1E, 0xE7_D6C4),
    pair(0x22_492C, 0xCF_E0D2),
    pair(0x24_3F63, 0xD4_DDEA),
    pair(0x6A_2A2E, 0xEB_D3D3),
    pair(0x43_346B, 0xDD_D6EA),
    pair(0x4D_430F, 0xE6_E1C3),
];

/// Linen by day.
pub const LIGHT: Tokens = Tokens {
    dark: false,
    canvas: rgb(0xF6_F2EA),
    surface: rgb(0xFF_FDF9),
    sunken: rgb(0xEE_E8DD),
    ink: rgb(0x1F_2B28),
    ink2: rgb(0x4A_5853),
    ink3: rgb(0x5F_6B66),
    hairline: rgb(0xE1_D9CB),
    border: rgb(0x85_7C6E),
    accent: rgb(0x1B_6B62),
    accent_hover: rgb(0x16_574F),
    on_accent: rgb(0xFF_FFFF),
    soft: pair(0x12_4A43, 0xDA_EAE4),
    info: pair(0x27_568A, 0xDF_EAF5),
    caution: pair(0x7A_5200, 0xFA_EDCB),
    danger: pair(0xA4_2A2A, 0xF9_E0DD),
    success: pair(0x2B_6636, 0xDF_EEDD),
    clay: pair(0xA5_482A, 0xF8_E5DA),
    focus: rgb(0x0A_57B0),
    avatars: AVATARS,
};

/// Linen by night.
pub const DARK: Tokens = Tokens {
    dark: true,
    canvas: rgb(0x14_1C1A),
    surface: rgb(0x1C_2623),
    sunken: rgb(0x10_1715),
    ink: rgb(0xED_E8DE),
    ink2: rgb(0xBD_C6C0),
    ink3: rgb(0x9A_A69F),
    hairline: rgb(0x2C_3834),
    border: rgb(0x7C_8983),
    accent: rgb(0x6F_C5B6),
    accent_hover: rgb(0x85_D2C4),
    on_accent: rgb(0x0B_231F),
    soft: pair(0xBF_E6DD, 0x1F_3F39),
    info: pair(0x93_BEE8, 0x1B_3048),
    caution: pair(0xE8_C26A, 0x3B_2E10),
    danger: pair(0xF2_938C, 0x45_1F1E),
    success: pair(0x93_CF9B, 0x1E_3A24),
    clay: pair(0xF0_A583, 0x40_271B),
    focus: rgb(0x8F_C3FF),
    avatars: AVATARS,
};

impl Tokens {
    /// The one soft shadow there is.
    #[must_use]
    pub fn shadow(&self) -> Shadow {
        let color = Color32::from_black_alpha(if self.dark { 60 } else { 16 });
        Shadow { offset: [0, 2], blur: 18, spread: 0, color }
    }
}

/// The tokens of a theme.
#[must_use]
pub const fn tokens(theme: Theme) -> &'static Tokens {
    match theme {
        Theme::Light => &LIGHT,
        Theme::Dark => &DARK,
    }
}

/// Tells egui the little it draws by itself: scroll bars, spacing, no blinking caret, no quitting by a slip.
pub fn apply(ctx: &Context) {
    ctx.set_fonts(plain_fonts());
    for theme in [Theme::Light, Theme::Dark] {
        let t = tokens(theme);
        let mut style = (*ctx.style_of(theme)).clone();
        style.spacing.item_spacing = vec2(space::S, space::S);
        style.spacing.interact_size = vec2(TARGET, TARGET);
        style.spacing.scroll = egui::style::ScrollStyle::floating();
        style.spacing.scroll.bar_width = 8.0;
        style.spacing.scroll.floating_width = 4.0;
        style.animation_time = 0.0;
        style.visuals.panel_fill = t.canvas;
        style.visuals.window_fill = t.surface;
        style.visuals.extreme_bg_color = t.surface;
        style.visuals.override_text_color = Some(t.ink);
        style.visuals.text_cursor.blink = false;
        let widgets = &mut style.visuals.widgets;
        for widget in [&mut widgets.inactive, &mut widgets.hovered, &mut widgets.active, &mut widgets.open] {
            widget.corner_radius = CornerRadius::same(4);
            widget.bg_stroke = Stroke::NONE;
        }
        ctx.set_style_of(theme, style);
    }
    ctx.options_mut(|options| {
        options.quit_shortcuts.clear();
        options.fallback_theme = Theme::Light;
    });
}

/// egui must have some face even though no text is drawn through it.
fn plain_fonts() -> egui::FontDefinitions {
    let mut fonts = egui::FontDefinitions::empty();
    let face = egui::FontData::from_static(include_bytes!("../../../fonts/AtkinsonHyperlegibleNext-Regular.ttf"));
    fonts.font_data.insert("plain".to_owned(), std::sync::Arc::new(face));
    for family in [egui::FontFamily::Proportional, egui::FontFamily::Monospace] {
        fonts.families.insert(family, vec!["plain".to_owned()]);
    }
    fonts
}

#[cfg(test)]
#[path = "theme_tests.rs"]
mod tests;
