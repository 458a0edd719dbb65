//! The bar at the side of the list: how far one is in the whole history, and a way to go anywhere in it.

use egui::{Id, Rect, Sense, Ui, accesskit::Role, pos2, vec2};

use super::{Aim, Item, Key, Scroll, Span, Stand, Wish};
use crate::ui::look::Look;
use crate::ui::widgets::cut::Cut;
use crate::ui::widgets::name;

/// Room for the bar; as wide as a finger needs beside the edge of the window.
const WIDTH: f32 = 18.0;
/// The shortest that its thumb gets.
const SHORTEST: f32 = 48.0;

/// The rows' place, and the bar's beside it.
pub(super) fn beside(outer: Rect, look: &Look<'_>) -> (Rect, Rect) {
    let mut cut = Cut::of(outer, look);
    let side = cut.end(WIDTH);
    (cut.rest(), side)
}

impl<K: Key> Scroll<K> {
    pub(super) fn bar(
        &mut self,
        ui: &mut Ui,
        look: &Look<'_>,
        id: Id,
        (side, span): (Rect, Span),
        (top, offset, items): (usize, f32, &[Item<K>]),
    ) -> Option<Wish<K>> {
        let (whole, view) = (self.heights.whole(), f64::from(side.height()));
        if whole <= view + 1.0 {
            return None;
        }
        let above = items.get(top).map_or(0.0, |item| self.heights.above(item.depth)) + f64::from(offset);
        let at = if self.stand == Stand::End { 1.0 } else { (above / (whole - view)).clamp(0.0, 1.0) };
        let long = ((view / whole) as f32 * side.height()).max(SHORTEST.min(side.height()));
        let way = side.height() - long;
        let thumb = Rect::from_min_size(pos2(side.min.x, side.min.y + way * at as f32), vec2(side.width(), long));
        let response = ui.interact(side, id.with("bar"), Sense::CLICK | Sense::DRAG);
        name(&response, Role::ScrollBar, &look.t("scroll-bar"));
        let held = response.is_pointer_button_down_on();
        let wide = if response.hovered() || held { 10.0 } else { 6.0 };
        let tint = if held || response.hovered() { look.tokens.ink2 } else { look.tokens.border };
        let painted = Rect::from_center_size(thumb.center(), vec2(wide, thumb.height() - 8.0));
        ui.painter().rect_filled(painted, wide / 2.0, tint);
        let Some(pointer) = response.interact_pointer_pos().filter(|_| held) else {
            self.grab = None;
            return None;
        };
        // Beside the thumb, a press takes it by its middle.
        let inside = pointer.y - thumb.min.y;
        let grab = *self.grab.get_or_insert(if (0.0..=long).contains(&inside) { inside } else { long / 2.0 });
        let share = f64::from((pointer.y - grab - side.min.y) / way.max(1.0)).clamp(0.0, 1.0);
        if (share - at).abs() < 1e-4 {
            return None;
        }
        self.go(share * (whole - view), share > 0.9995, items, span)
    }

    /// To a distance from the top: at once where its rows are at hand.
    fn go(&mut self, height: f64, end: bool, items: &[Item<K>], span: Span) -> Option<Wish<K>> {
        if end {
            self.aim = Some(Aim::End);
            return span.newer.then_some(Wish::Newest);
        }
        let depth = self.heights.at(height);
        let at = items.partition_point(|item| item.depth < depth);
        let inside = items.first().is_some_and(|item| item.depth <= depth) && at < items.len();
        if let Some(item) = items.get(at).filter(|_| inside) {
            let offset = (height - self.heights.above(item.depth)).max(0.0);
            self.aim = None;
            self.stand = Stand::At(item.key, item.depth, offset as f32);
            return None;
        }
        self.aim = Some(Aim::Depth(depth));
        Some(Wish::Depth(depth))
    }
}
