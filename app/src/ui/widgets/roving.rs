//! Many things that are one stop for Tab: arrows move among them, Home and End go to the ends, letters to what begins
//! with them. Rows, tabs, menus, choices and messages share it.

use egui::accesskit::Action;
use egui::{Event, EventFilter, Id, Key, Modifiers, Response, Sense, Ui};

use crate::ui::i18n::bare;

/// Letters typed closer together than this belong to one word, in seconds.
const WORD_S: f64 = 1.0;

/// Where the keyboard wants to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Go {
    /// By one towards the beginning.
    Back,
    /// By one towards the end.
    On,
    /// To the first.
    First,
    /// To the last.
    Last,
    /// By as much as is seen, so often.
    Pages(i32),
}

/// What the keys ask of `id`, which has the keyboard and scrolls: these two, Home, End, Page Up and Page Down.
pub fn asked(ui: &Ui, id: Id, keys: (Key, Key)) -> Option<Go> {
    step(ui, id, keys).or_else(|| taken(ui, &[(Key::PageUp, Go::Pages(-1)), (Key::PageDown, Go::Pages(1))]))
}

/// The same without Page Up and Page Down, which are left to what scrolls around a few things.
fn step(ui: &Ui, id: Id, (back, on): (Key, Key)) -> Option<Go> {
    let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    taken(ui, &[(back, Go::Back), (on, Go::On), (Key::Home, Go::First), (Key::End, Go::Last)])
}

fn taken(ui: &Ui, keys: &[(Key, Go)]) -> Option<Go> {
    ui.input_mut(|input| keys.iter().find(|(key, _)| input.consume_key(Modifiers::NONE, *key)).map(|(_, go)| *go))
}

/// Moves the keyboard from the `at`th of `ids`, around the ends too; the number of where it went.
pub(super) fn roam(ui: &Ui, ids: &[Id], at: usize, keys: (Key, Key)) -> Option<usize> {
    let id = *ids.get(at)?;
    if !ui.memory(|memory| memory.has_focus(id)) {
        return None;
    }
    let last = ids.len().saturating_sub(1);
    let to = match step(ui, id, keys)? {
        Go::Back => at.checked_sub(1).unwrap_or(last),
        Go::On if at == last => 0,
        Go::On => at + 1,
        Go::First => 0,
        Go::Last => last,
        Go::Pages(_) => return None,
    };
    go(ui, ids, to)
}

fn go(ui: &Ui, ids: &[Id], to: usize) -> Option<usize> {
    let next = *ids.get(to)?;
    ui.memory_mut(|memory| memory.request_focus(next));
    ui.ctx().request_repaint();
    Some(to)
}

/// One of many, as a thing that is drawn knows it.
#[derive(Debug, Clone, Copy)]
pub struct Stop {
    id: Id,
    here: bool,
    place: usize,
}

impl Stop {
    /// A press on `rect`, where Tab stops only if this is the one that it stops at.
    pub(super) fn interact(self, ui: &Ui, rect: egui::Rect) -> Response {
        let response = ui.interact(rect, self.id, if self.here { Sense::click() } else { Sense::CLICK });
        if ui.input(|input| input.has_accesskit_action_request(self.id, Action::Focus)) {
            response.request_focus();
        }
        response
    }

    /// Says where it stands, whether it is the chosen one, and that the keyboard can be sent to it.
    pub(super) fn tell(self, response: &Response, chosen: bool) {
        response.ctx.accesskit_node_builder(response.id, |node| {
            node.clear_toggled();
            node.set_selected(chosen);
            node.set_position_in_set(self.place);
            node.add_action(Action::Focus);
        });
    }
}

/// Many that are one stop.
pub struct Roving {
    id: Id,
    ids: Vec<Id>,
    stop: usize,
}

impl Roving {
    /// Over things of these ids below `id`. Tab stops at the one that has the keyboard already, else at the chosen one,
    /// else at the first.
    #[must_use]
    pub fn over(ui: &Ui, id: Id, keys: impl IntoIterator<Item = Id>, chosen: Option<usize>) -> Self {
        let ids: Vec<Id> = keys.into_iter().collect();
        let focused = ui.memory(|memory| memory.focused());
        let here = ids.iter().position(|id| Some(*id) == focused);
        Self { id, ids, stop: here.or(chosen).unwrap_or(0) }
    }

    /// The `at`th, for whoever draws it.
    #[must_use]
    pub fn stop(&self, at: usize) -> Stop {
        let id = self.ids.get(at).copied().unwrap_or_else(|| self.id.with(at));
        Stop { id, here: at == self.stop, place: at }
    }

    /// How many there are, for what holds them.
    #[must_use]
    pub const fn count(&self) -> usize {
        self.ids.len()
    }

    /// Moves the keyboard once all are drawn: by keys, or to the next whose name begins with what is typed.
    pub fn moves(&self, ui: &Ui, keys: (Key, Key), names: &[&str]) {
        if roam(ui, &self.ids, self.stop, keys).is_some() {
            return;
        }
        let focused = self.ids.get(self.stop).is_some_and(|id| ui.memory(|memory| memory.has_focus(*id)));
        if let Some(word) = focused.then(|| typed(ui, self.id)).flatten()
            && let Some(to) = begins(names, self.stop, &word)
        {
            go(ui, &self.ids, to);
        }
    }
}

/// The word that is being typed, once another letter of it came.
fn typed(ui: &Ui, id: Id) -> Option<String> {
    let (now, letters) = ui.input(|input| {
        let texts = input.events.iter().filter_map(|event| match event {
            Event::Text(text) if !text.trim().is_empty() => Some(text.as_str()),
            _ => None,
        });
        (input.time, texts.collect::<String>())
    });
    if letters.is_empty() {
        return None;
    }
    let before: Option<(String, f64)> = ui.data(|data| data.get_temp(id));
    let word = match before {
        Some((word, at)) if now - at < WORD_S => word + &letters,
        _ => letters,
    };
    ui.data_mut(|data| data.insert_temp(id, (word.clone(), now)));
    Some(word)
}

/// The next name after `at` that begins with the word; one letter again and again goes through all of that letter.
fn begins(names: &[&str], at: usize, word: &str) -> Option<usize> {
    let word = word.to_lowercase();
    let mut letters = word.chars();
    let first = letters.next()?;
    let again = letters.clone().all(|letter| letter == first);
    let (wanted, from) = if again { (first.to_string(), at + 1) } else { (word, at) };
    let fits = |at: &usize| names.get(*at).is_some_and(|name| bare(name).to_lowercase().starts_with(&wanted));
    (0..names.len()).map(|step| (from + step) % names.len()).find(fits)
}

#[cfg(test)]
#[path = "roving_tests.rs"]
mod tests;
