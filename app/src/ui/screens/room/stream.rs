//! The messages, oldest above, over as long a history as there is: where the page stands, what it asks to see, how the
//! keyboard moves in it. What a message looks like is in `line`, what is told of new ones in `told`.
//!
//! The keyboard makes one stop here and moves by arrows. The page follows the end unless the person went away from it.

use crypto::id::EntryId;
use egui::{Color32, Id, Key, Rect, Sense, StrokeKind, Ui, UiBuilder, accesskit::Role, vec2};

use super::line;
use super::state::RoomScreen;
use crate::engine::command::{Command, Message, View as Window};
use crate::engine::snapshot::{MessageView, OpenRoom, RoomView};
use crate::ui::i18n::Arg;
use crate::ui::look::Look;
use crate::ui::screens::View;
use crate::ui::shell::{Asked, Out, Route};
use crate::ui::text::Icon;
use crate::ui::theme::{TARGET, space};
use crate::ui::widgets::button::{self, Button};
use crate::ui::widgets::roving::{self, Go};
use crate::ui::widgets::scroll::{Item, Moved, Span, Wish};

/// A list lower than this has no room for words over it.
const LOW: f32 = 200.0;
/// Nor has one that is narrower.
const NARROW: f32 = 560.0;

impl RoomScreen {
    pub(super) fn stream(&mut self, ui: &mut Ui, view: &View<'_>, out: &mut Out, room: &RoomView, open: &OpenRoom) {
        self.told.show(ui, &view.look, open);
        if open.messages.is_empty() {
            if line::empty(ui, &view.look, room) {
                out.go(Route::Invite(room.room));
            }
            return;
        }
        let full = ui.available_rect_before_wrap();
        let foot = line::typing_height(ui, open);
        let list = Rect::from_min_max(full.min, full.max - vec2(0.0, foot));
        self.keep_current(open);
        let had_keys = std::mem::take(&mut self.has_keys);
        let items: Vec<_> = open.messages.iter().map(|m| Item { key: m.message, depth: m.depth }).collect();
        let span = Span { depths: open.depths, older: open.older, newer: open.newer };
        let stand_in = self.scroll.stand_in();
        let mut scroll = std::mem::replace(&mut self.scroll, stand_in);
        let id = Id::unique("stream");
        let place = UiBuilder::new().id_salt(room.room.0).max_rect(list).accessibility_role(Role::List);
        let mut pane = ui.new_child(place);
        let name = crate::ui::i18n::bare(&view.look.t("find-messages"));
        let whole = places(open, open.depths.1) + 1;
        ui.ctx().accesskit_node_builder(pane.unique_id(), |node| {
            node.set_label(name);
            node.set_size_of_set(whole);
        });
        let moved = scroll.show(&mut pane, &view.look, id, (&items, span), &mut |ui, at| {
            self.row(ui, view, out, (room, open), at);
        });
        let asked = std::mem::replace(&mut self.scroll, scroll);
        self.scroll.take_over(&asked);
        edge(ui, &view.look, list, moved.seen.start > 0 || open.older);
        self.wishes(out, &moved);
        self.keep_keyboard(ui, open, &moved, had_keys);
        self.ways(ui, view, (room, open), list, &moved);
        ui.allocate_rect(list, Sense::hover());
        line::typing(ui, &view.look, open);
        self.tell_read(ui, view, out, open, moved.at_end);
    }

    /// Goes to a message, wherever in the history, and gives it the keyboard.
    pub fn go_to(&mut self, message: EntryId) {
        self.current = Some(message);
        self.go_to = Some(message);
        self.scroll.to_row(message);
    }

    /// How many messages were laid out in the last frame.
    pub const fn laid_out(&self) -> usize {
        self.scroll.laid_out()
    }

    fn keep_current(&mut self, open: &OpenRoom) {
        let held = |id| open.messages.iter().any(|m| m.message == id);
        if self.go_to.is_none() && self.current.is_none_or(|current| !held(current)) {
            self.current = open.messages.last().map(|m| m.message);
        }
    }

    fn row(&mut self, ui: &mut Ui, view: &View<'_>, out: &mut Out, (room, open): (&RoomView, &OpenRoom), at: usize) {
        let Some(message) = open.messages.get(at) else { return };
        let before = at.checked_sub(1).and_then(|at| open.messages.get(at)).map(|m| &**m);
        let after = open.messages.get(at + 1).map(|m| &**m);
        let look = &view.look;
        ui.spacing_mut().item_spacing.y = 0.0;
        let margin = view.look.flow.margin(egui::Margin { left: 24, right: 16, top: 0, bottom: 0 });
        egui::Frame::new().inner_margin(margin).show(ui, |ui| {
            ui.set_width(ui.available_width());
            if before.is_none_or(|b| !look.same_day(b.sent_at, message.sent_at)) {
                line::mark(ui, look, &look.day(message.sent_at), look.tokens.ink3);
            }
            if before.is_some_and(|b| Some(b.message) == self.new_after) && !line::is_mine(open, message) {
                line::mark(ui, look, &look.t("room-new"), look.tokens.accent);
            }
            self.message(ui, view, out, (room, open), message, (before, after));
            if after.is_none() {
                ui.add_space(space::S);
            }
        });
    }

    fn wishes(&self, out: &mut Out, moved: &Moved<EntryId>) {
        let Some(wish) = moved.wish else { return };
        let view = match wish {
            Wish::Older => Window::Older,
            Wish::Newer => Window::Newer,
            Wish::Newest => Window::Newest,
            Wish::Around(message) => Window::Around(message),
            Wish::Depth(depth) => Window::Depth(depth),
        };
        out.ask(Command::View(view), Asked::Nothing);
    }

    /// Arrows move the keyboard from message to message; Page Up and Down by what is seen, Home and End to the ends.
    pub(super) fn roam(&mut self, ui: &Ui, open: &OpenRoom, from: EntryId, id: Id) {
        self.has_keys = true;
        let step = match roving::asked(ui, id, (Key::ArrowUp, Key::ArrowDown)) {
            None => return,
            Some(Go::Last) => return self.scroll.to_end(),
            Some(Go::First) => return self.scroll.to_beginning(),
            Some(Go::Pages(pages)) => return self.scroll.page(pages as f32),
            Some(Go::Back) => -1,
            Some(Go::On) => 1,
        };
        let at = open.messages.iter().position(|m| m.message == from);
        let to = at.and_then(|at| at.checked_add_signed(step));
        let Some(next) = to.and_then(|to| open.messages.get(to)) else { return };
        self.current = Some(next.message);
        self.go_to = self.current;
        self.scroll.reveal(next.message);
        ui.ctx().request_repaint();
    }

    /// The stop of the keyboard is always a message that is seen; where it had one that went out of sight, it gets
    /// the nearest.
    fn keep_keyboard(&mut self, ui: &Ui, open: &OpenRoom, moved: &Moved<EntryId>, had_keys: bool) {
        let newest = open.messages.last().map(|m| m.message);
        if moved.at_end && !had_keys && !self.has_keys && self.go_to.is_none() && self.current != newest {
            // Who comes back from writing begins at the newest.
            self.current = newest;
            ui.ctx().request_repaint();
        }
        let seen = open.messages.get(moved.seen.clone()).unwrap_or_default();
        if self.go_to.is_some() || seen.iter().any(|m| Some(m.message) == self.current) {
            return;
        }
        let at = open.messages.iter().position(|m| Some(m.message) == self.current);
        let nearest = if at.is_some_and(|at| at < moved.seen.start) { seen.first() } else { seen.last() };
        self.current = nearest.map(|m| m.message);
        if had_keys {
            self.go_to = self.current;
        }
        ui.ctx().request_repaint();
    }

    /// The ways to where one is not: the newest message, and the first of the new ones.
    fn ways(
        &mut self,
        ui: &mut Ui,
        view: &View<'_>,
        (room, open): (&RoomView, &OpenRoom),
        list: Rect,
        moved: &Moved<EntryId>,
    ) {
        let look = &view.look;
        let unread = self.new_after.filter(|mark| {
            let at = open.messages.iter().position(|m| m.message == *mark);
            !self.saw_new && at.is_none_or(|at| at + 1 < moved.seen.start)
        });
        let seen = open.messages.get(moved.seen.clone()).unwrap_or_default();
        self.saw_new |= seen.iter().any(|m| Some(m.message) == self.new_after);
        let place = |y: f32| Rect::from_center_size(egui::pos2(list.center().x, y), vec2(280.0, TARGET));
        if let Some(mark) = unread.filter(|_| self.unread_at_opening > 0 && room.last.is_some()) {
            let words = look.say("room-to-new", &[("count", Arg::Count(self.unread_at_opening))]);
            let mut pane = ui.new_child(UiBuilder::new().id_salt("to-new").max_rect(place(list.min.y + 36.0)));
            let pressed = pane.vertical_centered(|ui| Button::new(&words).icon(Icon::ArrowUp).show(ui, look).clicked());
            if pressed.inner {
                self.saw_new = true;
                self.go_to(mark);
            }
        }
        // What can be done with a message is not to be covered.
        let acting = seen.iter().any(|m| Some(m.message) == self.chosen);
        if !moved.at_end && !acting {
            let words = look.t("room-to-newest");
            let pressed = if list.height() < LOW || list.width() < NARROW {
                // With its word it would lie over what is read.
                let corner = look.flow.rect_at(
                    look.flow.trail(list, TARGET + space::L),
                    list.max.y - TARGET,
                    vec2(TARGET, TARGET),
                );
                ui.painter().rect(corner, TARGET / 2.0, look.tokens.surface, look.tokens.edge(), StrokeKind::Inside);
                button::icon_in(ui, look, corner, Icon::ArrowDown, &words).clicked()
            } else {
                let mut pane = ui.new_child(UiBuilder::new().id_salt("to-end").max_rect(place(list.max.y - 32.0)));
                pane.vertical_centered(|ui| Button::new(&words).icon(Icon::ArrowDown).show(ui, look).clicked()).inner
            };
            if pressed {
                self.scroll.to_end();
                ui.ctx().request_repaint();
            }
        }
    }

    fn tell_read(&mut self, ui: &Ui, view: &View<'_>, out: &mut Out, open: &OpenRoom, at_end: bool) {
        let Some(newest) = open.messages.iter().rev().find(|m| !line::is_mine(open, m)) else { return };
        let seen = ui.input(|i| i.focused) && at_end && view.route.room() == Some(open.room);
        if seen && self.told_read != Some(newest.message) && open.read_up_to != Some(newest.message) {
            self.told_read = Some(newest.message);
            out.ask(Command::Message(Message::MarkRead { room: open.room, message: newest.message }), Asked::Nothing);
        }
    }
}

/// How many places of the whole history lie before a depth: only a stretch of it is ever laid out, and a screen reader
/// says where in the whole it stands.
pub(super) fn places(open: &OpenRoom, depth: u64) -> usize {
    usize::try_from(depth.saturating_sub(open.depths.0)).unwrap_or(usize::MAX - 1)
}

/// The message of an id, in the window or answered from it.
pub(super) fn find(open: &OpenRoom, id: EntryId) -> Option<&MessageView> {
    open.messages.iter().chain(open.answered.iter()).find(|m| m.message == id).map(|m| &**m)
}

/// Who wrote a message, and the beginning of it.
pub(super) fn quoted(look: &Look<'_>, open: &OpenRoom, id: EntryId) -> (String, String) {
    match find(open, id) {
        Some(m) if m.retracted => (m.author_name.expose().to_owned(), look.t("message-retracted")),
        Some(m) => (m.author_name.expose().to_owned(), m.text.expose().to_owned()),
        None => (look.t("message-earlier"), String::new()),
    }
}

/// Messages fade out under the head, where there are more above.
fn edge(ui: &Ui, look: &Look<'_>, list: Rect, more: bool) {
    if !more {
        return;
    }
    let ground = look.tokens.surface;
    let clear = Color32::TRANSPARENT;
    let mut mesh = egui::Mesh::default();
    // Beside the edge of the sheet, not over it.
    let list = list.shrink2(vec2(2.0, 0.0));
    let (top, below) = (list.min.y, list.min.y + 18.0);
    for (x, y, tint) in
        [(list.min.x, top, ground), (list.max.x, top, ground), (list.min.x, below, clear), (list.max.x, below, clear)]
    {
        mesh.colored_vertex(egui::pos2(x, y), tint);
    }
    mesh.add_triangle(0, 1, 2);
    mesh.add_triangle(1, 2, 3);
    ui.painter().add(mesh);
}
