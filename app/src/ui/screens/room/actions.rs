//! What can be done with a message: answer, react, copy, and with one's own also reword or take back.

use crypto::id::MemberId;
use egui::{Pos2, Rect, Sense, StrokeKind, Ui, accesskit::Role, vec2};

use super::state::{RoomScreen, Writing};
use crate::engine::command::{Command, Message};
use crate::engine::snapshot::{Delivery, MessageView, OpenRoom, RoomState, RoomView};
use crate::ui::i18n::Arg;
use crate::ui::look::Look;
use crate::ui::screens::View;
use crate::ui::shell::{Action, Asked, Out};
use crate::ui::text::{Icon, Style};
use crate::ui::theme::{TARGET, space};
use crate::ui::widgets::bubble::INDENT;
use crate::ui::widgets::button::{Button, Kind};
use crate::ui::widgets::{label, ring};

/// The reactions offered; any emoji of others is shown.
const OFFERED: [&str; 5] = ["❤️", "👍", "🙏", "😊", "😢"];

impl RoomScreen {
    /// The reactions below a bubble, each with its count; pressing one sets or clears one's own.
    pub(super) fn reactions(
        &self,
        ui: &mut Ui,
        view: &View<'_>,
        out: &mut Out,
        (room, open): (&RoomView, &OpenRoom),
        message: &MessageView,
        own: bool,
    ) {
        if message.reactions.is_empty() || message.retracted {
            return;
        }
        let me = open.members.iter().find(|m| m.me).map(|m| m.member);
        aligned(ui, own, |ui| {
            for (emoji, who) in &message.reactions {
                let mine = me.is_some_and(|me| who.contains(&me));
                if chip(ui, &view.look, emoji, who, mine) {
                    react(out, room, message, emoji, !mine);
                }
            }
        });
    }

    /// Takes one's own message into the field, to be worded better.
    fn reword(&mut self, ui: &Ui, look: &Look<'_>, message: &MessageView) {
        self.writing = Writing::Edit(message.message);
        self.editor.load(look.text, message.text.expose());
        self.chosen = None;
        focus_field(ui);
    }

    /// The row of actions below the chosen message.
    pub(super) fn actions(
        &mut self,
        ui: &mut Ui,
        view: &View<'_>,
        out: &mut Out,
        (room, open): (&RoomView, &OpenRoom),
        message: &MessageView,
        own: bool,
    ) {
        let look = &view.look;
        let alive = room.state == RoomState::Joined && !message.retracted;
        let me = open.members.iter().find(|m| m.me).map(|m| m.member);
        ui.add_space(space::XS);
        aligned(ui, own, |ui| {
            let pressed = |ui: &mut Ui, icon, key| {
                Button::new(&look.t(key)).icon(icon).kind(Kind::Quiet).show(ui, look).clicked()
            };
            if alive && pressed(ui, Icon::Reply, "message-reply") {
                self.writing = Writing::Reply(message.message);
                self.chosen = None;
                focus_field(ui);
            }
            if let Some(answered) = message.reply_to
                && pressed(ui, Icon::ArrowUp, "message-answered")
            {
                self.chosen = None;
                self.go_to(answered);
                ui.ctx().request_repaint();
            }
            if alive && own && failed(message) && pressed(ui, Icon::RefreshCw, "message-again") {
                send_again(out, room, message);
                self.chosen = None;
            }
            if !message.retracted && pressed(ui, Icon::Copy, "message-copy") {
                out.push(Action::Copy(message.text.expose().to_owned(), "toast-copied"));
                self.chosen = None;
            }
            if alive && own && pressed(ui, Icon::Pencil, "message-edit") {
                self.reword(ui, look, message);
            }
            if alive && own && pressed(ui, Icon::Trash, "message-retract") {
                let (room, message) = (room.room, message.message);
                out.ask(Command::Message(Message::Retract { room, message }), Asked::Quiet);
                self.chosen = None;
            }
        });
        if !alive {
            return;
        }
        aligned(ui, own, |ui| {
            for emoji in OFFERED {
                let mine = me.is_some_and(|me| message.reactions.get(emoji).is_some_and(|who| who.contains(&me)));
                if offered(ui, look, emoji, mine) {
                    react(out, room, message, emoji, !mine);
                    self.chosen = None;
                }
            }
        });
    }
}

/// Whether it can never arrive with somebody.
fn failed(message: &MessageView) -> bool {
    message.states.iter().flatten().any(|(_, came)| *came == Delivery::Failed)
}

/// As a new message: what can never arrive as it was may arrive sealed anew.
fn send_again(out: &mut Out, room: &RoomView, message: &MessageView) {
    let (room, text) = (room.room, message.text.expose().into());
    out.ask(Command::Message(Message::Send { room, text, reply_to: message.reply_to }), Asked::Quiet);
}

/// Asks for the keyboard in the field below.
pub(super) fn focus_field(ui: &Ui) {
    ui.memory_mut(|memory| memory.request_focus(super::compose::field_id()));
}

fn react(out: &mut Out, room: &RoomView, message: &MessageView, emoji: &str, on: bool) {
    let (room, message) = (room.room, message.message);
    out.ask(Command::Message(Message::React { room, message, emoji: emoji.to_owned(), on }), Asked::Quiet);
}

/// A row that begins under others' bubbles and ends under one's own; in a narrow window it breaks.
fn aligned(ui: &mut Ui, own: bool, content: impl FnOnce(&mut Ui)) {
    let id = ui.next_auto_id().with("row");
    let room = ui.available_width();
    let known: f32 = ui.data(|data| data.get_temp(id)).unwrap_or(room - INDENT);
    let left = if own { (room - known).max(0.0) } else { INDENT };
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(left);
        let row = ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(space::XS, space::XS);
            content(ui);
        });
        let width = row.response.rect.width();
        if own && (width - known).abs() > 0.5 {
            ui.data_mut(|data| data.insert_temp(id, width));
            ui.ctx().request_discard("a row found its width");
        }
    });
}

fn chip(ui: &mut Ui, look: &Look<'_>, emoji: &str, who: &[MemberId], mine: bool) -> bool {
    let t = look.tokens;
    let count = who.len().to_string();
    let text = look.text.line(ui.ctx(), &format!("{emoji} {count}"), Style::LABEL);
    // Pressed in a larger place than is drawn.
    let width = (text.size.x + 22.0).max(TARGET);
    let (place, response) = ui.allocate_exact_size(vec2(width, TARGET), Sense::click());
    let rect = Rect::from_center_size(place.center(), vec2(width, 36.0));
    let (ground, edge) = match (mine, response.hovered()) {
        (true, _) => (t.soft.ground, t.accent),
        (false, true) => (t.sunken, t.border),
        (false, false) => (t.surface, t.border),
    };
    ui.painter().rect(rect, 18.0, ground, t.edge_of(edge), StrokeKind::Inside);
    let at = rect.center() - text.size / 2.0;
    look.text.paint(ui.painter(), &text, at, t.ink2);
    ring(ui, look, &response, rect, 18.0);
    let spoken = look.say("reaction", &[("emoji", Arg::Text(emoji)), ("count", Arg::Count(who.len() as u64))]);
    crate::ui::widgets::name(&response, Role::Button, &spoken);
    response.clicked()
}

fn offered(ui: &mut Ui, look: &Look<'_>, emoji: &str, mine: bool) -> bool {
    let t = look.tokens;
    let (rect, response) = ui.allocate_exact_size(vec2(TARGET, TARGET), Sense::click());
    if mine || response.hovered() {
        ui.painter().rect_filled(rect, 12.0, if mine { t.soft.ground } else { t.sunken });
    }
    let place = (Pos2::new(rect.center().x, rect.center().y), egui::Align2::CENTER_CENTER);
    let _: Rect = label::at(ui, look, place, (emoji, Style { size: 24.0, ..Style::BODY }), TARGET, t.ink);
    ring(ui, look, &response, rect, 12.0);
    crate::ui::widgets::name(&response, Role::Button, &look.say("react", &[("emoji", Arg::Text(emoji))]));
    response.clicked()
}
