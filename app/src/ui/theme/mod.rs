//! The design's tokens: colours by role, space, corners, targets. Nothing else in the window names a colour.
//!
//! [`palettes`] holds the four sets there are: linen by day and by night, and strong contrast of both; [`wheel`] how the
//! wheel moves where nothing may.

mod palettes;
mod wheel;

use egui::{Color32, Context, CornerRadius, Shadow, Stroke, Theme, vec2};

pub use palettes::{DARK, LIGHT, STRONG_DARK, STRONG_LIGHT};
pub use wheel::set_still;

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
    /// Strong contrast: every ground has an edge, and every edge is twice as wide.
    pub strong: bool,
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
    /// Behind selected text.
    pub select: Color32,
    /// Grounds and inks of avatars.
    pub avatars: [Pair; 6],
}

impl Tokens {
    /// The one soft shadow there is; strong contrast has none.
    #[must_use]
    pub fn shadow(&self) -> Shadow {
        let color = match (self.strong, self.dark) {
            (true, _) => Color32::TRANSPARENT,
            (false, true) => Color32::from_black_alpha(60),
            (false, false) => Color32::from_black_alpha(16),
        };
        Shadow { offset: [0, 2], blur: 18, spread: 0, color }
    }

    /// What lies over the page behind a question.
    #[must_use]
    pub const fn dim(&self) -> Color32 {
        Color32::from_black_alpha(110)
    }

    /// The edge of a control.
    #[must_use]
    pub fn edge(&self) -> Stroke {
        self.edge_of(self.border)
    }

    /// The same in another colour.
    #[must_use]
    pub fn edge_of(&self, colour: Color32) -> Stroke {
        Stroke::new(if self.strong { 2.0 } else { 1.0 }, colour)
    }

    /// The ink of what cannot be pressed now: fainter than any other where contrast is strong, and still 7 : 1.
    #[must_use]
    pub fn faded(&self) -> Color32 {
        if self.strong { self.ink.gamma_multiply(0.66) } else { self.ink3 }
    }

    /// A decorative line.
    #[must_use]
    pub fn line(&self) -> Stroke {
        self.edge_of(self.hairline)
    }

    /// The edge of a filled ground, which only strong contrast needs.
    #[must_use]
    pub fn rim(&self) -> Stroke {
        if self.strong { Stroke::new(2.0, self.border) } else { Stroke::NONE }
    }
}

/// The tokens of a theme; `strong` is strong contrast.
#[must_use]
pub const fn tokens(theme: Theme, strong: bool) -> &'static Tokens {
    match (theme, strong) {
        (Theme::Light, false) => &LIGHT,
        (Theme::Dark, false) => &DARK,
        (Theme::Light, true) => &STRONG_LIGHT,
        (Theme::Dark, true) => &STRONG_DARK,
    }
}

/// Tells egui the little it draws by itself, once: a face, no quitting by a slip, and [`restyle`].
pub fn apply(ctx: &Context) {
    ctx.set_fonts(plain_fonts());
    ctx.options_mut(|options| {
        options.quit_shortcuts.clear();
        options.fallback_theme = Theme::Light;
        // Its ready-made discs have hard edges where they are not drawn at their own size.
        options.tessellation_options.prerasterized_discs = false;
    });
    restyle(ctx, false);
}

/// Scroll bars, spacing, no blinking caret; again where strong contrast is turned on or off.
pub fn restyle(ctx: &Context, strong: bool) {
    for theme in [Theme::Light, Theme::Dark] {
        let t = tokens(theme, strong);
        let mut style = (*ctx.style_of(theme)).clone();
        style.spacing.item_spacing = vec2(space::S, space::S);
        style.spacing.interact_size = vec2(TARGET, TARGET);
        style.spacing.scroll = egui::style::ScrollStyle::floating();
        style.spacing.scroll.bar_width = 10.0;
        style.spacing.scroll.floating_width = if strong { 8.0 } else { 5.0 };
        // Whoever does not know that a page goes on sees it before the pointer comes near.
        style.spacing.scroll.dormant_handle_opacity = 0.5;
        style.spacing.scroll.fade = egui::style::ScrollFadeStyle { strength: 1.0, size: 32.0 };
        style.animation_time = 0.0;
        style.scroll_animation = egui::style::ScrollAnimation::none();
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
}

/// What a window is cleared to before anything is painted: the canvas.
#[must_use]
pub const fn ground(visuals: &egui::Visuals) -> Color32 {
    visuals.panel_fill
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
