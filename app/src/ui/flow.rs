//! Which way the window runs: from left to right, or, in Arabic, from right to left.
//!
//! Nothing in the window names left or right by itself. A leading edge is where reading begins. Rows follow by
//! themselves inside [`Flow::column`]; whoever paints at a place of their own asks for it here. Pictograms that point
//! along the line turn by themselves in [`super::text::Text`].

use egui::{Align, Align2, CornerRadius, InnerResponse, Layout, Margin, Panel, Pos2, Rect, Ui, Vec2, vec2};

use super::i18n::Language;

/// The direction of reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Flow {
    /// From left to right.
    #[default]
    Rightward,
    /// From right to left.
    Leftward,
}

impl Flow {
    /// Which way a language runs.
    #[must_use]
    pub const fn of(language: Language) -> Self {
        if language.rtl() { Self::Leftward } else { Self::Rightward }
    }

    /// Whether reading begins at the right.
    #[must_use]
    pub const fn leftward(self) -> bool {
        matches!(self, Self::Leftward)
    }

    /// The x that lies `inset` points inside the leading edge.
    #[must_use]
    pub fn lead(self, rect: Rect, inset: f32) -> f32 {
        if self.leftward() { rect.max.x - inset } else { rect.min.x + inset }
    }

    /// The x that lies `inset` points inside the trailing edge.
    #[must_use]
    pub fn trail(self, rect: Rect, inset: f32) -> f32 {
        if self.leftward() { rect.min.x + inset } else { rect.max.x - inset }
    }

    /// An x moved `by` points along the reading direction.
    #[must_use]
    pub fn along(self, x: f32, by: f32) -> f32 {
        if self.leftward() { x - by } else { x + by }
    }

    /// How far two x are apart along the reading direction.
    #[must_use]
    pub fn distance(self, from: f32, to: f32) -> f32 {
        if self.leftward() { from - to } else { to - from }
    }

    /// A point beside the middle of the leading edge.
    #[must_use]
    pub fn lead_middle(self, rect: Rect, inset: f32) -> Pos2 {
        Pos2::new(self.lead(rect, inset), rect.center().y)
    }

    /// A point beside the middle of the trailing edge.
    #[must_use]
    pub fn trail_middle(self, rect: Rect, inset: f32) -> Pos2 {
        Pos2::new(self.trail(rect, inset), rect.center().y)
    }

    /// A rectangle of `size` whose leading edge stands at `x` and whose top at `y`.
    #[must_use]
    pub fn rect_at(self, x: f32, y: f32, size: Vec2) -> Rect {
        let left = if self.leftward() { x - size.x } else { x };
        Rect::from_min_size(Pos2::new(left, y), size)
    }

    /// The same rectangle seen in a mirror, where reading begins at the right.
    #[must_use]
    pub fn mirrored(self, rect: Rect, within: Rect) -> Rect {
        if !self.leftward() {
            return rect;
        }
        let left = within.min.x + within.max.x - rect.max.x;
        Rect::from_min_size(Pos2::new(left, rect.min.y), rect.size())
    }

    /// Anchors at the leading edge, in the middle of the height.
    #[must_use]
    pub const fn leading(self) -> Align2 {
        if self.leftward() { Align2::RIGHT_CENTER } else { Align2::LEFT_CENTER }
    }

    /// Anchors at the trailing edge, in the middle of the height.
    #[must_use]
    pub const fn trailing(self) -> Align2 {
        if self.leftward() { Align2::LEFT_CENTER } else { Align2::RIGHT_CENTER }
    }

    /// A margin of which `left` means leading.
    #[must_use]
    pub const fn margin(self, margin: Margin) -> Margin {
        if self.leftward() { Margin { left: margin.right, right: margin.left, ..margin } } else { margin }
    }

    /// Corners of which west means leading.
    #[must_use]
    pub const fn corners(self, c: CornerRadius) -> CornerRadius {
        if self.leftward() { CornerRadius { nw: c.ne, ne: c.nw, sw: c.se, se: c.sw } } else { c }
    }

    /// Things below each other, each at the leading edge; rows inside (`Ui::horizontal`) follow.
    #[must_use]
    pub fn down(self) -> Layout {
        Layout::top_down(if self.leftward() { Align::Max } else { Align::Min })
    }

    /// Things beside each other along the reading direction.
    #[must_use]
    pub fn across(self) -> Layout {
        if self.leftward() { Layout::right_to_left(Align::Center) } else { Layout::left_to_right(Align::Center) }
    }

    /// Things beside each other from the trailing edge on.
    #[must_use]
    pub fn back(self) -> Layout {
        if self.leftward() { Layout::left_to_right(Align::Center) } else { Layout::right_to_left(Align::Center) }
    }

    /// What `Ui::vertical` is elsewhere: begins every panel, window and column.
    pub fn column<R>(self, ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
        ui.with_layout(self.down(), content)
    }

    /// A panel at the leading edge of the window.
    pub fn panel(self, id: &'static str) -> Panel {
        let panel = if self.leftward() { Panel::right(id) } else { Panel::left(id) };
        panel.resizable(false).show_separator_line(false)
    }

    /// A panel at the trailing edge of the window.
    pub fn end_panel(self, id: &'static str) -> Panel {
        let panel = if self.leftward() { Panel::left(id) } else { Panel::right(id) };
        panel.resizable(false).show_separator_line(false)
    }

    /// Where text `width` wide begins in a field `room` wide: at its own leading edge, whichever way it runs.
    #[must_use]
    pub fn text_left(rect: Rect, width: f32, rtl: bool) -> f32 {
        if rtl { rect.max.x - width } else { rect.min.x }
    }

    /// A step along the reading direction.
    #[must_use]
    pub fn step(self, x: f32, y: f32) -> Vec2 {
        vec2(if self.leftward() { -x } else { x }, y)
    }
}
