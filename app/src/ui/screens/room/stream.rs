//! The messages, oldest above: days, the mark of what is new, bubbles, and how far one's own came.
//!
//! The keyboard makes one stop here and moves by arrows. The page stays at the end unless the person scrolled up, and
//! keeps its place when older messages come in above.

use crypto::id::EntryId;
use egui::{Align2, Key, Pos2, ScrollArea, Sense, Ui, accesskit::Role, vec2};

use super::delivery;
use super::state::RoomScreen;
use crate::engine::command::{Command, Message, View as Window};
use crate::engine::snapshot::{MessageView, OpenRoom, RoomView};
use crate::ui::i18n::Arg;
use crate::ui::look::Look;
use crate::ui::screens::View;
use crate::ui::shell::{Asked, Out};
use crate::ui::text::{Icon, Style};
use crate::ui::theme::space;
use crate::ui::widgets::bubble::{self, Bubble, INDENT};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::{avatar, badge, label};

/// Messages of one person closer than this stand together.
const TOGETHER_MS: u64 = 5 * 60_000;

impl RoomScreen {
    pub(super) fn stream(&mut self, ui: &mut Ui, view: &View<'_>, out: &mut Out, room: &RoomView, open: &OpenRoom) {
        let first = open.messages.first().map(|m| m.message);
        let mut area = ScrollArea::vertical().id_salt(room.room.0).auto_shrink(false).stick_to_bottom(true);
        if let Some(offset) = self.jump.take() {
            area = area.vertical_scroll_offset(offset);
        }
        let shown = area.show(ui, |ui| {
            egui::Frame::new().inner_margin(egui::Margin { left: 24, right: 26, top: 0, bottom: 4 }).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                self.older(ui, view, out, open);
                self.messages(ui, view, out, room, open);
                typing(ui, &view.look, open);
            });
        });
        let (offset, whole) = (shown.state.unclamped_offset().y, shown.content_size.y);
        if let Some((drawn, height)) = self.drawn
            && Some(drawn) != first
            && open.messages.iter().any(|m| m.message == drawn)
        {
            // Older ones came in above: the same messages stay under the eye, and nobody sees the jump.
            self.jump = Some(offset + whole - height);
            ui.ctx().request_discard("older messages");
        }
        self.drawn = first.map(|first| (first, whole));
        let at_end = offset + shown.inner_rect.height() + 40.0 >= whole;
        self.tell_read(ui, view, out, open, at_end);
    }

    fn older(&mut self, ui: &mut Ui, view: &View<'_>, out: &mut Out, open: &OpenRoom) {
        ui.add_space(space::M);
        if !open.older {
            return;
        }
        let first = open.messages.first().map(|m| m.message);
        let waiting = self.asked_older.is_some() && self.asked_older == first;
        ui.vertical_centered(|ui| {
            let key = if waiting { "room-older-coming" } else { "room-older" };
            if Button::new(&view.look.t(key)).enabled(!waiting).show(ui, &view.look).clicked() {
                self.asked_older = first;
                out.ask(Command::View(Window::Older), Asked::Nothing);
            }
        });
    }

    fn messages(&mut self, ui: &mut Ui, view: &View<'_>, out: &mut Out, room: &RoomView, open: &OpenRoom) {
        let look = &view.look;
        if open.messages.is_empty() {
            empty(ui, look, room);
        }
        if self.current.is_none_or(|current| !open.messages.iter().any(|m| m.message == current)) {
            self.current = open.messages.last().map(|m| m.message);
        }
        let mut before: Option<&MessageView> = None;
        for (at, message) in open.messages.iter().enumerate() {
            let after = open.messages.get(at + 1).map(|m| &**m);
            if before.is_none_or(|b| !look.same_day(b.sent_at, message.sent_at)) {
                mark(ui, look, &look.day(message.sent_at), look.tokens.ink3);
            }
            if before.is_some_and(|b| Some(b.message) == self.new_after) && !is_mine(open, message) {
                mark(ui, look, &look.t("room-new"), look.tokens.accent);
            }
            self.message(ui, view, out, (room, open), message, (before, after));
            before = Some(message);
        }
    }

    fn message(
        &mut self,
        ui: &mut Ui,
        view: &View<'_>,
        out: &mut Out,
        (room, open): (&RoomView, &OpenRoom),
        message: &MessageView,
        (before, after): (Option<&MessageView>, Option<&MessageView>),
    ) {
        let look = &view.look;
        let own = is_mine(open, message);
        let first = before.is_none_or(|b| !together(b, message));
        ui.add_space(if first { space::L } else { space::S });
        if first && !own {
            author(ui, look, open, message);
        }
        let text = if message.retracted { look.t("message-retracted") } else { message.text.expose().to_owned() };
        let quote = message.reply_to.map(|id| quoted(look, open, id));
        let time = look.time(message.sent_at);
        let spoken = spoken(look, message, &text, &time, own);
        let bubble = Bubble {
            text: &text,
            quote: quote.as_ref().map(|(name, line)| (name.as_str(), line.as_str())),
            own,
            first,
            faint: message.retracted,
            focusable: self.current == Some(message.message),
            chosen: self.chosen == Some(message.message),
            spoken: &spoken,
        };
        let response = bubble::show(ui, look, bubble);
        if response.clicked() {
            self.chosen = if self.chosen == Some(message.message) { None } else { Some(message.message) };
            self.current = Some(message.message);
        }
        if self.go_to == Some(message.message) {
            self.go_to = None;
            response.request_focus();
            response.scroll_to_me(None);
        }
        if response.has_focus() {
            self.roam(ui, open, message.message, response.id);
        }
        self.reactions(ui, view, out, (room, open), message, own);
        if own {
            receipt(ui, look, message, after, room.direct);
        } else if message.edited {
            aside(ui, look, &look.t("message-edited"), INDENT + 4.0);
        }
        if self.chosen == Some(message.message) {
            self.actions(ui, view, out, (room, open), message, own);
        }
    }

    /// Arrows move the keyboard from message to message.
    fn roam(&mut self, ui: &Ui, open: &OpenRoom, from: EntryId, id: egui::Id) {
        let filter = egui::EventFilter { vertical_arrows: true, ..egui::EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        let step = ui.input(|i| i32::from(i.key_pressed(Key::ArrowDown)) - i32::from(i.key_pressed(Key::ArrowUp)));
        let Some(at) = open.messages.iter().position(|m| m.message == from).filter(|_| step != 0) else { return };
        let to = if step < 0 { at.saturating_sub(1) } else { at + 1 };
        if let Some(next) = open.messages.get(to) {
            self.current = Some(next.message);
            self.go_to = self.current;
            ui.ctx().request_repaint();
        }
    }

    fn tell_read(&mut self, ui: &Ui, view: &View<'_>, out: &mut Out, open: &OpenRoom, at_end: bool) {
        let Some(newest) = open.messages.iter().rev().find(|m| !is_mine(open, m)) else { return };
        let seen = ui.input(|i| i.focused) && at_end && view.route.room() == Some(open.room);
        if seen && self.told_read != Some(newest.message) && open.read_up_to != Some(newest.message) {
            self.told_read = Some(newest.message);
            out.ask(Command::Message(Message::MarkRead { room: open.room, message: newest.message }), Asked::Nothing);
        }
    }
}

pub(super) fn is_mine(open: &OpenRoom, message: &MessageView) -> bool {
    message.states.is_some() || open.members.iter().any(|m| m.me && m.member == message.author)
}

fn together(a: &MessageView, b: &MessageView) -> bool {
    a.author == b.author && b.sent_at.saturating_sub(a.sent_at) < TOGETHER_MS
}

/// Who wrote a message, and the beginning of it.
pub(super) fn quoted(look: &Look<'_>, open: &OpenRoom, id: EntryId) -> (String, String) {
    match open.messages.iter().find(|m| m.message == id) {
        Some(m) if m.retracted => (m.author_name.expose().to_owned(), look.t("message-retracted")),
        Some(m) => (m.author_name.expose().to_owned(), m.text.expose().to_owned()),
        None => (look.t("message-earlier"), String::new()),
    }
}

fn spoken(look: &Look<'_>, message: &MessageView, text: &str, time: &str, own: bool) -> String {
    let you = look.t("you");
    let name = if own { you.as_str() } else { message.author_name.expose() };
    format!("{name}, {time}: {text}")
}

fn author(ui: &mut Ui, look: &Look<'_>, open: &OpenRoom, message: &MessageView) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 26.0), Sense::hover());
    let name = message.author_name.expose();
    avatar::paint(ui, look, rect.min + vec2(20.0, 22.0), 40.0, name);
    let member = open.members.iter().find(|m| m.member == message.author);
    if member.is_some_and(|m| m.online) {
        avatar::here(ui, look, rect.min + vec2(20.0, 22.0), 40.0, look.tokens.surface);
    }
    let y = rect.center().y - 1.0;
    let place = (Pos2::new(rect.min.x + INDENT, y), Align2::LEFT_CENTER);
    let room = (rect.width() - INDENT - 220.0).max(80.0);
    let mut taken = label::at(ui, look, place, (name, Style::BUTTON), room, look.tokens.ink);
    let doctor = member.filter(|m| m.role == crate::engine::command::Role::Doctor);
    if let Some(member) = doctor {
        let (icon, key, pair) = if member.certified {
            (Icon::BadgeCheck, "doctor-certified", look.tokens.info)
        } else {
            (Icon::Stethoscope, "doctor-unverified", look.tokens.caution)
        };
        taken = badge::word(ui, look, Pos2::new(taken.max.x + 10.0, y), icon, &look.t(key), pair);
    }
    let place = (Pos2::new(taken.max.x + 10.0, y), Align2::LEFT_CENTER);
    label::at(ui, look, place, (&look.time(message.sent_at), Style::CAPTION), 80.0, look.tokens.ink3);
}

fn mark(ui: &mut Ui, look: &Look<'_>, text: &str, ink: egui::Color32) {
    ui.add_space(space::M);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 24.0), Sense::hover());
    label::at(ui, look, (rect.center(), Align2::CENTER_CENTER), (text, Style::CAPTION), rect.width(), ink);
    crate::ui::widgets::name(&response, Role::Label, text);
}

fn aside(ui: &mut Ui, look: &Look<'_>, text: &str, left: f32) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 22.0), Sense::hover());
    let place = (Pos2::new(rect.min.x + left, rect.center().y), Align2::LEFT_CENTER);
    label::at(ui, look, place, (text, Style::CAPTION), rect.width() - left, look.tokens.ink3);
    crate::ui::widgets::name(&response, Role::Label, text);
}

/// Time and state below one's own, once for several that came equally far.
fn receipt(ui: &mut Ui, look: &Look<'_>, message: &MessageView, after: Option<&MessageView>, direct: bool) {
    let state = delivery::words(look, message, direct);
    let same = after.is_some_and(|a| together(message, a) && delivery::words(look, a, direct) == state);
    if same && !message.edited {
        return;
    }
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 24.0), Sense::hover());
    let edited = if message.edited { look.t("message-edited") } else { String::new() };
    let words = state.as_ref().map_or("", |(_, words)| words.as_str());
    let line = [edited.as_str(), &look.time(message.sent_at), words]
        .iter()
        .filter(|w| !w.is_empty())
        .fold(String::new(), |line, word| if line.is_empty() { (*word).to_owned() } else { format!("{line}  {word}") });
    let place = (Pos2::new(rect.max.x - 4.0, rect.center().y), Align2::RIGHT_CENTER);
    let taken = label::at(ui, look, place, (&line, Style::CAPTION), rect.width() - 30.0, look.tokens.ink3);
    if let Some((icon, _)) = state {
        let failed = icon == Icon::CircleAlert;
        let tint = if failed { look.tokens.danger.ink } else { look.tokens.success.ink };
        look.text.icon(ui.painter(), icon, 15.0, Pos2::new(taken.min.x - 12.0, rect.center().y), tint);
    }
    crate::ui::widgets::name(&response, Role::Label, &line);
}

fn typing(ui: &mut Ui, look: &Look<'_>, open: &OpenRoom) {
    let names: Vec<&str> = open
        .typing
        .iter()
        .filter_map(|id| open.members.iter().find(|m| m.member == *id && !m.me))
        .map(|m| m.name.expose())
        .collect();
    ui.add_space(space::S);
    let line = match names.as_slice() {
        [] => {
            ui.add_space(24.0);
            return;
        }
        [one] => look.say("typing-one", &[("name", Arg::Text(one))]),
        many => look.say("typing-many", &[("count", Arg::Count(many.len() as u64))]),
    };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 24.0), Sense::hover());
    let place = (Pos2::new(rect.min.x + INDENT, rect.center().y), Align2::LEFT_CENTER);
    label::at(ui, look, place, (&line, Style::CAPTION), rect.width() - INDENT, look.tokens.ink3);
    crate::ui::widgets::name(&response, Role::Status, &line);
}

fn empty(ui: &mut Ui, look: &Look<'_>, room: &RoomView) {
    ui.add_space(48.0);
    ui.vertical_centered(|ui| {
        ui.set_max_width(420.0);
        let (rect, _) = ui.allocate_exact_size(vec2(64.0, 64.0), Sense::hover());
        ui.painter().circle_filled(rect.center(), 32.0, look.tokens.soft.ground);
        look.text.icon(ui.painter(), Icon::MessageCircle, 30.0, rect.center(), look.tokens.soft.ink);
        ui.add_space(space::M);
        let alone = room.members <= 1;
        label::heading(ui, look, &look.t(if alone { "room-empty-alone" } else { "room-empty" }), Style::H3);
        label::hint(ui, look, &look.t(if alone { "room-empty-alone-text" } else { "room-empty-text" }));
    });
}
