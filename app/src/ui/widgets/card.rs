//! Grounds: a card on the canvas, and the sheet that holds a room.

use egui::{Frame, InnerResponse, Margin, Pos2, Rect, Sense, StrokeKind, Ui, accesskit::Role, pos2, vec2};

use super::cut::Cut;
use crate::ui::look::Look;
use crate::ui::text::{Icon, Style};
use crate::ui::theme::{radius, space};

/// The diameter of a proposal's pictogram with its ground.
const MARK: f32 = 44.0;

/// A card with room around what stands in it.
pub fn show<R>(ui: &mut Ui, look: &Look<'_>, content: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    padded(ui, look, padding(ui), content)
}

/// Less where there is little room to read in.
fn padding(ui: &Ui) -> i8 {
    if ui.available_width() < 260.0 { 12 } else { 20 }
}

/// The same with other padding.
pub fn padded<R>(ui: &mut Ui, look: &Look<'_>, padding: i8, content: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let t = look.tokens;
    Frame::new()
        .fill(t.surface)
        .stroke(t.line())
        .corner_radius(radius::CARD)
        .shadow(t.shadow())
        .inner_margin(Margin::same(padding))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            content(ui)
        })
}

/// The large ground that holds a room or a page, painted over `rect`.
///
/// Its shadow is painted where it is seen only, at the edges: in software the middle would cost as much as the sheet.
pub fn sheet(ui: &Ui, look: &Look<'_>, rect: Rect) {
    let t = look.tokens;
    let shadow = t.shadow();
    let seen = rect + shadow.margin();
    let (covered, edge) = (rect.shrink(radius::SHEET), radius::SHEET as u8);
    let (above, below) = (covered.min.y, covered.max.y);
    for part in [
        Rect::from_min_max(seen.min, pos2(seen.max.x, above)),
        Rect::from_min_max(pos2(seen.min.x, above), pos2(covered.min.x, below)),
        Rect::from_min_max(pos2(covered.max.x, above), pos2(seen.max.x, below)),
        Rect::from_min_max(pos2(seen.min.x, below), seen.max),
    ] {
        ui.painter().with_clip_rect(part.intersect(ui.clip_rect())).add(shadow.as_shape(rect, edge));
    }
    ui.painter().rect(rect, radius::SHEET, t.surface, t.line(), StrokeKind::Inside);
}

/// A quiet ground inside a card.
pub fn inset<R>(ui: &mut Ui, look: &Look<'_>, content: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let frame = Frame::new().fill(look.tokens.canvas).stroke(look.tokens.rim()).corner_radius(radius::CONTROL);
    frame.inner_margin(Margin::same(14)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        content(ui)
    })
}

/// Rows that belong together, with an edge around them.
pub fn list<R>(ui: &mut Ui, look: &Look<'_>, content: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let t = look.tokens;
    let frame = Frame::new().fill(t.surface).stroke(t.line()).corner_radius(radius::CARD);
    frame.inner_margin(Margin::same(6)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::XS;
        content(ui)
    })
}

/// The one thing that a page proposes: a pictogram, the sentence, and below it what can be done.
pub fn proposal<R>(ui: &mut Ui, look: &Look<'_>, (icon, said): (Icon, &str), content: impl FnOnce(&mut Ui) -> R) -> R {
    let t = look.tokens;
    let frame = Frame::new().fill(t.soft.ground).stroke(t.rim()).corner_radius(radius::CARD);
    let card = frame.inner_margin(Margin::same(padding(ui))).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing = vec2(space::S, space::L);
        let room = (ui.available_width() - MARK - space::L).max(40.0);
        let shaped = look.text.wrap(ui.ctx(), said, Style::BODY, room);
        let (rect, response) =
            ui.allocate_exact_size(vec2(ui.available_width(), shaped.size.y.max(MARK)), Sense::hover());
        let mut cut = Cut::of(rect, look);
        let mark = cut.start(MARK);
        let centre = Pos2::new(mark.center().x, rect.min.y + MARK / 2.0);
        ui.painter().circle(centre, MARK / 2.0, t.surface, t.rim());
        look.text.icon(ui.painter(), icon, 22.0, centre, t.soft.ink);
        cut.start(space::L);
        look.text.paint(ui.painter(), &shaped, super::cut::leading(look, cut.rest(), &shaped), t.ink);
        super::name(&response, Role::Label, said);
        content(ui)
    });
    card.inner
}
