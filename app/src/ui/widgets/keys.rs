//! From egui's events to acts of editing: the keys people know, and the input method's.

use egui::{Event, EventFilter, ImeEvent, Key, Modifiers, Ui};

use crate::ui::text::edit::{Edit, Motion};

/// The keys a focused text keeps from moving the focus.
pub(super) const FILTER: EventFilter =
    EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: false };

/// What an event means for a text.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Act {
    /// Changes the text or the selection.
    Edit(Edit),
    /// Copies the selection.
    Copy,
    /// Copies and removes it.
    Cut,
    /// Enter, which a field may send or submit with.
    Enter,
}

/// What this frame's events mean, in order.
pub(super) fn acts(ui: &Ui) -> Vec<Act> {
    ui.input(|input| input.filtered_events(&FILTER)).iter().filter_map(act).collect()
}

/// What assistive technology wants to stand in a field, which need not have the keyboard for it.
pub(super) fn set_by_aid(ui: &Ui, id: egui::Id) -> Option<String> {
    use egui::accesskit::{Action, ActionData};
    ui.input(|input| {
        let values = input.accesskit_action_requests(id, Action::SetValue).filter_map(|asked| match &asked.data {
            Some(ActionData::Value(value)) => Some(value.to_string()),
            _ => None,
        });
        values.last()
    })
}

/// Where assistive technology wants the selection, by the nodes of a text's pieces.
pub(super) fn selected_by_aid(ui: &Ui, id: egui::Id) -> Option<egui::accesskit::TextSelection> {
    use egui::accesskit::{Action, ActionData};
    ui.input(|input| {
        let asked = input.accesskit_action_requests(id, Action::SetTextSelection);
        let places = asked.filter_map(|asked| match &asked.data {
            Some(ActionData::SetTextSelection(selection)) => Some(*selection),
            _ => None,
        });
        places.last()
    })
}

fn act(event: &Event) -> Option<Act> {
    match event {
        Event::Text(text) | Event::Paste(text) => Some(Act::Edit(Edit::Insert(text.clone()))),
        Event::Copy => Some(Act::Copy),
        Event::Cut => Some(Act::Cut),
        Event::Key { key, pressed: true, modifiers, .. } => pressed(*key, *modifiers),
        Event::Ime(ImeEvent::Preedit { text, active_range_chars }) => {
            let byte = |chars: usize| text.char_indices().nth(chars).map_or(text.len(), |(at, _)| at);
            let active = active_range_chars.as_ref().map(|range| (byte(range.start), byte(range.end)));
            Some(Act::Edit(Edit::Preedit { text: text.clone(), active }))
        }
        Event::Ime(ImeEvent::Commit(text)) => Some(Act::Edit(Edit::Commit(text.clone()))),
        Event::Ime(ImeEvent::DeleteSurrounding { before_chars, after_chars }) => {
            Some(Act::Edit(Edit::DeleteAround(*before_chars, *after_chars)))
        }
        _ => None,
    }
}

fn pressed(key: Key, modifiers: Modifiers) -> Option<Act> {
    let word = modifiers.ctrl || modifiers.alt;
    let go = |motion| Some(Act::Edit(Edit::Move { motion, select: modifiers.shift }));
    match key {
        Key::Enter if modifiers.shift => Some(Act::Edit(Edit::Insert("\n".to_owned()))),
        Key::Enter => Some(Act::Enter),
        Key::Backspace => Some(Act::Edit(if word { Edit::DeleteWordBack } else { Edit::DeleteBack })),
        Key::Delete => Some(Act::Edit(if word { Edit::DeleteWord } else { Edit::Delete })),
        Key::ArrowLeft => go(if word { Motion::WordLeft } else { Motion::Left }),
        Key::ArrowRight => go(if word { Motion::WordRight } else { Motion::Right }),
        Key::ArrowUp => go(Motion::Up),
        Key::ArrowDown => go(Motion::Down),
        Key::Home => go(if modifiers.ctrl { Motion::TextStart } else { Motion::LineStart }),
        Key::End => go(if modifiers.ctrl { Motion::TextEnd } else { Motion::LineEnd }),
        Key::A if modifiers.command => Some(Act::Edit(Edit::SelectAll)),
        Key::Z if modifiers.command && modifiers.shift => Some(Act::Edit(Edit::Redo)),
        Key::Z if modifiers.command => Some(Act::Edit(Edit::Undo)),
        Key::Y if modifiers.command => Some(Act::Edit(Edit::Redo)),
        _ => None,
    }
}
