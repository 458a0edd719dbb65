//! Places inside a component, taken from its leading or its trailing side, so that one description serves both
//! directions of reading.

use egui::{Align, Layout, Pos2, Rect, Ui, vec2};

use crate::ui::look::Look;
use crate::ui::text::Shaped;
use crate::ui::theme::space;

/// What is left of a place while parts of it are given away.
#[derive(Debug, Clone, Copy)]
pub struct Cut {
    rest: Rect,
    rtl: bool,
}

impl Cut {
    /// The whole of `rect`, in the interface's direction.
    #[must_use]
    pub fn of(rect: Rect, look: &Look<'_>) -> Self {
        Self { rest: rect, rtl: look.rtl() }
    }

    /// Takes `width` from where reading starts.
    pub fn start(&mut self, width: f32) -> Rect {
        if self.rtl { self.right(width) } else { self.left(width) }
    }

    /// Takes `width` from where reading ends.
    pub fn end(&mut self, width: f32) -> Rect {
        if self.rtl { self.left(width) } else { self.right(width) }
    }

    /// Takes `height` from above.
    pub fn top(&mut self, height: f32) -> Rect {
        let (taken, rest) = self.rest.split_top_bottom_at_y((self.rest.min.y + height).min(self.rest.max.y));
        self.rest = rest;
        taken
    }

    /// What nobody took.
    #[must_use]
    pub const fn rest(&self) -> Rect {
        self.rest
    }

    fn left(&mut self, width: f32) -> Rect {
        let (taken, rest) = self.rest.split_left_right_at_x((self.rest.min.x + width).min(self.rest.max.x));
        self.rest = rest;
        taken
    }

    fn right(&mut self, width: f32) -> Rect {
        let (rest, taken) = self.rest.split_left_right_at_x((self.rest.max.x - width).max(self.rest.min.x));
        self.rest = rest;
        taken
    }
}

/// Where a shaped text of the interface stands in `rect`: at the leading side, in the middle of the height.
pub(super) fn leading(look: &Look<'_>, rect: Rect, shaped: &Shaped) -> Pos2 {
    let left = if look.rtl() { rect.max.x - shaped.size.x } else { rect.min.x };
    Pos2::new(left, rect.center().y - shaped.size.y / 2.0)
}

/// A row that starts at the leading side and breaks where there is no more room.
pub fn flow<R>(ui: &mut Ui, look: &Look<'_>, content: impl FnOnce(&mut Ui) -> R) -> R {
    let layout = if look.rtl() { Layout::right_to_left(Align::Min) } else { Layout::left_to_right(Align::Min) };
    let size = vec2(ui.available_width(), 0.0);
    let row = ui.allocate_ui_with_layout(size, layout.with_main_wrap(true), |ui| {
        ui.spacing_mut().item_spacing = vec2(space::S, space::S);
        content(ui)
    });
    row.inner
}
