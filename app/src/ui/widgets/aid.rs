//! An edited text for assistive technology: its pieces as children of the field, the caret and selection among them, and
//! the selections it asks for. egui does the same for its own text fields only.

use egui::accesskit::{Action, NodeId, Role, TextDirection, TextPosition, TextSelection};
use egui::{Id, Pos2, Response, Ui, UiBuilder};

use super::keys;
use crate::ui::look::Look;
use crate::ui::text::edit::{Edit, Editor};
use crate::ui::text::runs::Piece;

fn piece_id(field: Id, number: usize) -> Id {
    field.with(("piece", number))
}

/// Tells the text, piece by piece, and where the caret is.
pub(super) fn tell(ui: &mut Ui, response: &Response, origin: Pos2, editor: &Editor) {
    let field = response.id;
    if !ui.ctx().has_accesskit_node(field) {
        return;
    }
    let pieces = editor.pieces();
    for (number, piece) in pieces.iter().enumerate() {
        let beside = |other: Option<usize>| {
            let other = other.filter(|other| pieces.get(*other).is_some_and(|other| other.line == piece.line))?;
            Some(piece_id(field, other).accesskit_id())
        };
        let neighbours = (beside(number.checked_sub(1)), beside(Some(number + 1)));
        tell_piece(ui, (field, number), origin, piece, neighbours);
    }
    let selection = editor.selection_in(&pieces).map(|(anchor, focus)| {
        let position =
            |(piece, letter)| TextPosition { node: piece_id(field, piece).accesskit_id(), character_index: letter };
        TextSelection { anchor: position(anchor), focus: position(focus) }
    });
    ui.ctx().accesskit_node_builder(field, |node| {
        node.add_action(Action::SetTextSelection);
        if let Some(selection) = selection {
            node.set_text_selection(selection);
        }
    });
}

fn tell_piece(
    ui: &mut Ui,
    (field, number): (Id, usize),
    origin: Pos2,
    piece: &Piece,
    (before, after): (Option<NodeId>, Option<NodeId>),
) {
    let rect = piece.rect.translate(origin.to_vec2());
    let id = piece_id(field, number);
    let builder = UiBuilder::new().scope_id(id).accessibility_parent(field).accessibility_role(Role::TextRun);
    // A child of the page is the only node that egui lets hang below a widget.
    let _ = ui.new_child(builder.max_rect(rect));
    ui.ctx().accesskit_node_builder(id, |node| {
        let corner = (rect.min, rect.max);
        node.set_bounds(egui::accesskit::Rect {
            x0: corner.0.x.into(),
            y0: corner.0.y.into(),
            x1: corner.1.x.into(),
            y1: corner.1.y.into(),
        });
        let direction = if piece.rtl { TextDirection::RightToLeft } else { TextDirection::LeftToRight };
        node.set_text_direction(direction);
        node.set_value(piece.text.clone());
        node.set_character_lengths(piece.lengths.clone());
        node.set_character_positions(piece.positions.clone());
        node.set_character_widths(piece.widths.clone());
        node.set_word_starts(piece.word_starts.clone());
        if let Some(before) = before {
            node.set_previous_on_line(before);
        }
        if let Some(after) = after {
            node.set_next_on_line(after);
        }
    });
}

/// Selects what assistive technology asked for.
pub(super) fn select(ui: &Ui, look: &Look<'_>, field: Id, editor: &mut Editor) {
    let Some(asked) = keys::selected_by_aid(ui, field) else { return };
    let pieces = editor.pieces();
    let byte = |position: TextPosition| {
        let number = (0..pieces.len()).find(|number| piece_id(field, *number).accesskit_id() == position.node)?;
        Editor::byte_of(&pieces, (number, position.character_index))
    };
    if let (Some(from), Some(to)) = (byte(asked.anchor), byte(asked.focus)) {
        editor.apply(look.text, Edit::Select(from, to));
    }
}
