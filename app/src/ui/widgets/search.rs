//! A field to search in: a glass before it, a way to empty it behind.

use egui::{Id, Key, Sense, StrokeKind, Ui, UiBuilder, vec2};

use super::cut::Cut;
use super::field::{Field, Written};
use super::{button, field, ring};
use crate::ui::look::Look;
use crate::ui::text::Icon;
use crate::ui::text::edit::Editor;
use crate::ui::theme::{TARGET, radius};

/// Draws it as wide as there is room; `name` is spoken and shown while it is empty.
pub fn show(ui: &mut Ui, look: &Look<'_>, id: Id, name: &str, editor: &mut Editor) -> Written {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), TARGET), Sense::hover());
    let t = look.tokens;
    let focused = ui.memory(|memory| memory.has_focus(id));
    ui.painter().rect(rect, radius::CONTROL, t.surface, t.edge(), StrokeKind::Inside);
    let mut cut = Cut::of(rect, look);
    let glass = cut.start(44.0);
    look.text.icon(ui.painter(), Icon::Search, 20.0, glass.center(), t.ink2);
    let clear = (!editor.is_empty()).then(|| cut.end(TARGET));
    let mut inner = ui.new_child(UiBuilder::new().max_rect(cut.rest()));
    let mut written = Field::new(name).hint(name).bare().role(field::SEARCH).show(&mut inner, look, id, editor);
    ring(ui, look, &written.response, rect, radius::CONTROL);
    let emptied =
        clear.is_some_and(|clear| button::icon_in(ui, look, clear, Icon::X, &look.t("search-clear")).clicked());
    let escaped = focused && ui.input(|input| input.key_pressed(Key::Escape));
    if emptied || (escaped && !editor.is_empty()) {
        editor.set_text("");
        written.changed = true;
        written.response.request_focus();
    }
    written
}
