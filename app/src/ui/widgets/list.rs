//! Rows below each other that are one list for a screen reader and one stop of the keyboard.

use std::fmt::Debug;
use std::hash::Hash;

use egui::{Id, Key, Ui, UiBuilder, accesskit::Orientation, accesskit::Role};

use super::roving::{Roving, Stop};
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

/// The same of few things, none of which is the chosen one; `told` says what one is known by, and what it is called.
pub fn few<T, K: Hash + Debug>(
    ui: &mut Ui,
    look: &Look<'_>,
    key: &'static str,
    (things, told): (&[T], impl Fn(&T) -> (K, String)),
    mut row: impl FnMut(&mut Ui, &T, Stop),
) {
    let id = Id::unique("few").with(key);
    let (ids, names): (Vec<Id>, Vec<String>) =
        things.iter().map(&told).map(|(thing, name)| (id.with(thing), name)).unzip();
    let roving = Roving::over(ui, id, ids, None);
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    show(ui, look, key, &roving, &names, |ui, at| {
        if let Some(thing) = things.get(at) {
            row(ui, thing, roving.stop(at));
        }
    });
}
