//! A pane that slides over the page for a side matter: at the trailing side where the window is wide, from below
//! where it is narrow.

use egui::{Align2, CornerRadius, Frame, Id, Margin, Modal, Ui, Vec2, accesskit::Role};

use super::layer::{self, Layer, Shown};
use super::{button, cut::Cut, label, pane};
use crate::ui::look::Look;
use crate::ui::text::{Icon, Style};
use crate::ui::theme::{TARGET, radius, space};

/// Narrower than this, it comes from below.
const NARROW: f32 = 700.0;
/// How wide it is at the side.
const WIDTH: f32 = 400.0;

/// Draws it while the caller holds it open: its title with a way out beside it, then `content`, which scrolls.
pub fn show<R>(ui: &Ui, look: &Look<'_>, id: Id, title: &str, content: impl FnOnce(&mut Ui) -> R) -> Shown<R> {
    let screen = ui.ctx().content_rect();
    let narrow = screen.width() < NARROW;
    let corner = radius::SHEET as u8;
    let (anchor, corners) = match (narrow, look.rtl()) {
        (true, _) => (Align2::CENTER_BOTTOM, CornerRadius { nw: corner, ne: corner, ..CornerRadius::ZERO }),
        (false, false) => (Align2::RIGHT_TOP, CornerRadius { nw: corner, sw: corner, ..CornerRadius::ZERO }),
        (false, true) => (Align2::LEFT_TOP, CornerRadius { ne: corner, se: corner, ..CornerRadius::ZERO }),
    };
    let t = look.tokens;
    let frame = Frame::new()
        .fill(t.surface)
        .stroke(t.line())
        .corner_radius(corners)
        .shadow(t.shadow())
        .inner_margin(Margin::symmetric(24, 16));
    let area = Modal::default_area(id).anchor(anchor, Vec2::ZERO);
    let layer = Layer { id, role: Role::Dialog, name: title, area, frame, behind: t.dim() };
    let width = if narrow { screen.width() - 48.0 } else { WIDTH.min(screen.width() - 48.0) };
    let mut left = false;
    let shown = layer::show(ui, layer, |ui| {
        ui.set_width(width);
        let (head, _) = ui.allocate_exact_size(egui::vec2(width, TARGET), egui::Sense::hover());
        let mut cut = Cut::of(head, look);
        let close = cut.end(TARGET);
        label::heading_in(ui, look, cut.rest(), title, Style::H3);
        left = button::icon_in(ui, look, close, Icon::X, &look.t("close")).clicked();
        ui.add_space(space::S);
        let tall = if narrow { screen.height() * 0.8 } else { screen.height() } - TARGET - 32.0 - space::L;
        let scroll = egui::ScrollArea::vertical().id_salt(id).auto_shrink([false, narrow]).max_height(tall);
        scroll.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::M;
            let inner = content(ui);
            pane::turn(ui, pane::Keys::Any);
            inner
        })
    });
    Shown { inner: shown.inner.inner, closed: shown.closed || left }
}
