//! A part of the window that scrolls: by wheel and bar, and by Page Up and Page Down wherever in it the keyboard is. What
//! scrolls by itself among its parts, as the messages of a room do, takes those keys first.

use egui::{Key, Modifiers, ScrollArea, Ui, vec2};

/// Two pages have this much in common, so that the eye finds its place again.
const COMMON: f32 = 48.0;

/// Which presses of Page Up and Page Down are meant for a part of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keys {
    /// Those while the keyboard is in it.
    Inside,
    /// All that nothing else took: it is what the window is about.
    Any,
}

/// Draws what may be higher than the room there is.
pub fn show<R>(ui: &mut Ui, id: &str, keys: Keys, content: impl FnOnce(&mut Ui) -> R) -> R {
    let area = ScrollArea::vertical().id_salt(id).auto_shrink(false);
    area.show(ui, |ui| {
        let inner = content(ui);
        turn(ui, keys);
        inner
    })
    .inner
}

/// Scrolls what is around by a page where that was asked for; called within it, once all is drawn.
pub(super) fn turn(ui: &Ui, keys: Keys) {
    if !ui.is_visible() || !ui.memory(|memory| memory.allows_interaction(ui.layer_id())) {
        return;
    }
    let seen = ui.clip_rect();
    let focused = ui.memory(|memory| memory.focused()).and_then(|id| ui.ctx().read_response(id));
    // Beside each other, parts are told apart across; a thing of this one may be scrolled out of sight.
    let inside =
        focused.is_some_and(|thing| thing.layer_id == ui.layer_id() && seen.x_range().contains(thing.rect.center().x));
    if keys == Keys::Inside && !inside {
        return;
    }
    let pages = ui.input_mut(|input| {
        let mut pressed = |key| input.consume_key(Modifiers::NONE, key);
        f32::from(i8::from(pressed(Key::PageUp)) - i8::from(pressed(Key::PageDown)))
    });
    if pages != 0.0 {
        ui.scroll_with_delta(vec2(0.0, pages * (seen.height() - COMMON).max(COMMON)));
    }
}
