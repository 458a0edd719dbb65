//! Rows below each other that are one list for a screen reader and one stop of the keyboard.

use egui::{Key, Ui, UiBuilder, accesskit::Orientation, accesskit::Role};

use super::roving::Roving;
use crate::ui::i18n::bare;
use crate::ui::look::Look;

/// Draws the list called by the sentence of `key`; `row` draws the one of a number, with its stop.
pub fn show(
    ui: &mut Ui,
    look: &Look<'_>,
    key: &'static str,
    roving: &Roving,
    names: &[&str],
    mut row: impl FnMut(&mut Ui, usize),
) {
    if names.is_empty() {
        return;
    }
    let list = UiBuilder::new().id_salt(key).accessibility_role(Role::List);
    ui.scope_builder(list, |ui| {
        let name = bare(&look.t(key));
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
            node.set_label(name);
            node.set_size_of_set(names.len());
            node.set_orientation(Orientation::Vertical);
        });
        for at in 0..names.len() {
            row(ui, at);
        }
        roving.moves(ui, (Key::ArrowUp, Key::ArrowDown), names);
    });
}
