//! A short list of acts that opens at what was pressed: arrows, Home and End move, Enter acts, Escape closes.

use egui::{
    Area, Color32, Frame, Id, Key, Margin, Order, Pos2, Rect, Response, Sense, Ui, UiKind, accesskit::Role, vec2,
};

use super::layer::{self, Layer};
use super::{cut, cut::Cut, name, ring, roving::roam};
use crate::ui::look::Look;
use crate::ui::text::{Icon, Style};
use crate::ui::theme::{TARGET, radius, space};

/// One act.
#[derive(Clone, Copy)]
pub struct Item<'a> {
    /// What it does, in a word or two.
    pub label: &'a str,
    /// Its pictogram.
    pub icon: Icon,
    /// Cannot be undone.
    pub danger: bool,
}

impl<'a> Item<'a> {
    /// An act like any other.
    #[must_use]
    pub const fn new(icon: Icon, label: &'a str) -> Self {
        Self { label, icon, danger: false }
    }

    /// One that cannot be undone.
    #[must_use]
    pub const fn danger(icon: Icon, label: &'a str) -> Self {
        Self { label, icon, danger: true }
    }
}

/// Draws the menu `name` below what opened it, while the caller holds it open; the number of the chosen act, and
/// whether it is to be closed.
pub fn show(
    ui: &Ui,
    look: &Look<'_>,
    id: Id,
    at: &Response,
    (named, items): (&str, &[Item<'_>]),
) -> (Option<usize>, bool) {
    let widest =
        items.iter().map(|item| look.text.line(ui.ctx(), item.label, Style::BUTTON).size.x).fold(120.0, f32::max);
    let screen = ui.ctx().content_rect();
    let size = vec2((widest + 72.0).min(screen.width() - 32.0), TARGET * items.len() as f32);
    let place = place(screen, at.rect, size + vec2(16.0, 16.0), look.rtl());
    let area = Area::new(id).kind(UiKind::Menu).sense(Sense::hover()).order(Order::Foreground).fixed_pos(place);
    let t = look.tokens;
    let frame = Frame::new()
        .fill(t.surface)
        .stroke(t.edge())
        .corner_radius(radius::CARD)
        .shadow(t.shadow())
        .inner_margin(Margin::same(8));
    let layer = Layer { id, role: Role::Menu, name: named, area, frame, behind: Color32::TRANSPARENT };
    let shown = layer::show(ui, layer, |ui| {
        ui.set_width(size.x);
        ui.spacing_mut().item_spacing.y = 0.0;
        let mut chosen = None;
        let ids: Vec<Id> = (0..items.len()).map(|at| id.with(at)).collect();
        for (at, item) in items.iter().enumerate() {
            let id = ids.get(at).copied().unwrap_or(id);
            if draw(ui, look, id, *item, size.x).clicked() {
                chosen = Some(at);
            }
            roam(ui, &ids, at, (Key::ArrowUp, Key::ArrowDown));
        }
        chosen
    });
    (shown.inner, shown.closed || shown.inner.is_some())
}

fn place(screen: Rect, at: Rect, size: egui::Vec2, rtl: bool) -> Pos2 {
    let x = if rtl { at.min.x } else { at.max.x - size.x };
    let below = at.max.y + space::XS;
    let y = if below + size.y < screen.max.y { below } else { at.min.y - space::XS - size.y };
    let most = screen.max - size - vec2(8.0, 8.0);
    Pos2::new(x.clamp(8.0, most.x.max(8.0)), y.clamp(8.0, most.y.max(8.0)))
}

fn draw(ui: &mut Ui, look: &Look<'_>, id: Id, item: Item<'_>, width: f32) -> Response {
    let (rect, _) = ui.allocate_exact_size(vec2(width, TARGET), Sense::hover());
    let response = ui.interact(rect, id, Sense::click());
    let t = look.tokens;
    if response.hovered() {
        ui.painter().rect_filled(rect, radius::CONTROL, t.sunken);
    }
    let ink = if item.danger { t.danger.ink } else { t.ink };
    let mut cut = Cut::of(rect, look);
    let icon = cut.start(52.0);
    look.text.icon(ui.painter(), item.icon, 20.0, icon.center(), ink);
    let shaped = look.text.elide(ui.ctx(), item.label, Style::BUTTON, cut.rest().width() - 12.0);
    let at = cut::leading(look, cut.rest(), &shaped);
    look.text.paint(ui.painter(), &shaped, at, ink);
    ring(ui, look, &response, rect.shrink(3.0), radius::CONTROL - 3.0);
    name(&response, Role::MenuItem, item.label);
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}
