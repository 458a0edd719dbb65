//! The field at the foot of a room: a new message, an answer, or a better wording.
//!
//! Enter sends, Shift+Enter begins a line. What is refused comes back into the field. Some words call for an offer of
//! somebody to talk to; it stands above the field, holds nothing up, and nobody is told.

use egui::{Frame, Id, Key, Margin, Sense, Ui, vec2};

use super::state::{Offer, RoomScreen, Writing};
use super::stream::{find, quoted};
use super::title;
use crate::engine::command::{Command, MAX_TEXT_BYTES, Message};
use crate::engine::snapshot::{OpenRoom, RoomView};
use crate::ui::i18n::Arg;
use crate::ui::look::Look;
use crate::ui::screens::View;
use crate::ui::screens::help::phrases;
use crate::ui::shell::{Asked, Help, Out, Route};
use crate::ui::text::{Icon, Style};
use crate::ui::theme::{TARGET, space};
use crate::ui::widgets::banner::{self, Tone};
use crate::ui::widgets::button::{self, Button, Kind};
use crate::ui::widgets::field::Field;
use crate::ui::widgets::{label, page, ring};

/// The field's own id, so that an action can hand it the keyboard.
pub(super) fn field_id() -> Id {
    Id::unique("compose")
}

impl RoomScreen {
    pub(super) fn compose(&mut self, ui: &mut Ui, view: &View<'_>, out: &mut Out, room: &RoomView, open: &OpenRoom) {
        let look = &view.look;
        if self.writing != Writing::New {
            self.about(ui, view, open);
        }
        if is_wanted(view) {
            self.offer(ui, look, out);
        }
        let focused = ui.memory(|memory| memory.has_focus(field_id()));
        let entered = self.field(ui, view, out, room);
        if MAX_TEXT_BYTES - self.editor.text().len() < 512 {
            label::paragraph(ui, look, &look.t("compose-full"), Style::CAPTION, look.tokens.caution.ink);
        }
        if focused && ui.input(|i| i.key_pressed(Key::Escape)) && self.writing != Writing::New {
            self.give_up();
        }
        if entered {
            self.send(out, room);
        }
        if let Some((room, text)) = self.unkept_by(look.clock.now_ms) {
            out.ask(Command::Message(Message::SetDraft { room, text: text.into() }), Asked::Nothing);
        } else {
            // Where nothing is owed the engine needs no call, and where something is, the pause ends by itself.
            self.wake_for_draft(ui.ctx(), look.clock.now_ms);
        }
    }

    /// The field and its button; true where it is to be sent.
    fn field(&mut self, ui: &mut Ui, view: &View<'_>, out: &mut Out, room: &RoomView) -> bool {
        let (look, t) = (&view.look, view.look.tokens);
        let frame = Frame::new().fill(t.surface).stroke(t.edge()).corner_radius(18);
        let frame = frame.inner_margin(Margin::symmetric(6, 4));
        let name = look.say("compose-name", &[("title", Arg::Text(&title(look, room)))]);
        let (hint, lines) = (look.t("compose-hint"), if page::short(ui) { 3 } else { 6 });
        let mut entered = false;
        let mut field = None;
        let framed = frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            // The word stands there whole, or the pictogram alone.
            let label = self.send_name(look);
            let whole = Button::primary(&label).icon(self.send_icon()).width(ui, look);
            let narrow = ui.available_width() < 300.0 + whole;
            let button = if narrow { TARGET } else { whole };
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = space::XS;
                let width = (ui.available_width() - button - 2.0 * space::XS).max(80.0);
                ui.allocate_ui(vec2(width, TARGET), |ui| {
                    ui.set_width(width);
                    ui.horizontal(|ui| {
                        ui.add_space(6.0);
                        let bare = Field::new(&name).hint(&hint).lines(lines).bare();
                        let written = bare.show(ui, look, field_id(), &mut self.editor);
                        entered = written.entered;
                        field = Some(written.response);
                        self.listen(ui, view, written.changed);
                        self.tell_typing(out, view, room);
                    });
                });
                entered |= self.send_button(ui, view, narrow);
            });
        });
        if let Some(field) = field {
            ring(ui, look, &field, framed.response.rect, 18.0);
        }
        entered
    }

    /// Looks at what was written just now, or waits here from earlier, where the person wants that.
    fn listen(&mut self, ui: &Ui, view: &View<'_>, changed: bool) {
        let unseen = std::mem::take(&mut self.unseen);
        if unseen {
            // Who goes on writing goes on behind what is there.
            let text = self.editor.text();
            self.editor.load(view.look.text, &text);
        }
        let calls = (changed || unseen) && is_wanted(view) && self.offer == Offer::Quiet;
        if calls && phrases::offer_help(&self.editor.text()) {
            self.offer = Offer::Open;
            ui.ctx().request_repaint();
        }
    }

    fn send_name(&self, look: &Look<'_>) -> String {
        look.t(if matches!(self.writing, Writing::Edit(_)) { "compose-save" } else { "compose-send" })
    }

    const fn send_icon(&self) -> Icon {
        if matches!(self.writing, Writing::Edit(_)) { Icon::Check } else { Icon::Send }
    }

    fn send_button(&self, ui: &mut Ui, view: &View<'_>, narrow: bool) -> bool {
        let look = &view.look;
        let label = self.send_name(look);
        let ready = !self.editor.text().trim().is_empty();
        ui.with_layout(look.flow.back(), |ui| {
            let button = Button::primary(&label).icon(self.send_icon()).enabled(ready);
            if narrow { button.bare().show(ui, look).clicked() } else { button.show(ui, look).clicked() }
        })
        .inner
    }

    /// Somebody to talk to, where what is written calls for it.
    fn offer(&mut self, ui: &mut Ui, look: &Look<'_>, out: &mut Out) {
        if self.offer != Offer::Open {
            return;
        }
        if page::short(ui) {
            self.offer_short(ui, look, out);
            return;
        }
        banner::show(ui, look, Tone::Info, &look.t("offer-text"));
        ui.horizontal_wrapped(|ui| {
            if Button::primary(&look.t("offer-show")).icon(Icon::Phone).show(ui, look).clicked() {
                out.go(Route::Help(Help::Crisis));
            }
            if Button::new(&look.t("offer-not-now")).kind(Kind::Quiet).show(ui, look).clicked() {
                self.offer = Offer::Declined;
            }
        });
    }

    /// The same in a low window: as few lines as say it.
    fn offer_short(&mut self, ui: &mut Ui, look: &Look<'_>, out: &mut Out) {
        ui.horizontal_top(|ui| {
            let width = ui.available_width() - TARGET - space::S;
            look.flow.column(ui, |ui| {
                ui.set_width(width);
                label::paragraph(ui, look, &look.t("offer-text"), Style::CAPTION, look.tokens.ink2);
            });
            if button::icon(ui, look, Icon::X, &look.t("offer-not-now")).clicked() {
                self.offer = Offer::Declined;
            }
        });
        if Button::primary(&look.t("offer-show")).icon(Icon::Phone).wide().show(ui, look).clicked() {
            out.go(Route::Help(Help::Crisis));
        }
    }

    /// What is answered or reworded, above the field, and the way out of it.
    fn about(&mut self, ui: &mut Ui, view: &View<'_>, open: &OpenRoom) {
        let look = &view.look;
        let (icon, head, line) = match self.writing {
            Writing::New => return,
            Writing::Reply(id) => {
                let head = match find(open, id) {
                    Some(m) => look.say("compose-reply", &[("name", Arg::Text(m.author_name.expose()))]),
                    None => look.t("compose-reply-earlier"),
                };
                (Icon::Reply, head, quoted(look, open, id).1)
            }
            Writing::Edit(id) => (Icon::Pencil, look.t("compose-edit"), quoted(look, open, id).1),
        };
        ui.horizontal(|ui| {
            let width = ui.available_width() - TARGET - space::S;
            let (rect, response) = ui.allocate_exact_size(vec2(width, TARGET), Sense::hover());
            let ink = look.tokens.accent;
            look.text.icon(ui.painter(), icon, 18.0, look.flow.lead_middle(rect, 20.0), ink);
            let lead = look.flow.lead_middle(rect, 42.0);
            let place = (lead - vec2(0.0, 10.0), look.flow.leading());
            label::at(ui, look, place, (&head, Style::CAPTION.strong()), width - 42.0, ink);
            let place = (lead + vec2(0.0, 10.0), look.flow.leading());
            label::at(ui, look, place, (&line, Style::CAPTION), width - 42.0, look.tokens.ink2);
            crate::ui::widgets::name(&response, egui::accesskit::Role::Label, &head);
            if button::icon(ui, look, Icon::X, &look.t("compose-cancel")).clicked() {
                self.give_up();
            }
        });
    }

    fn give_up(&mut self) {
        if matches!(self.writing, Writing::Edit(_)) {
            self.editor.set_text("");
        }
        self.writing = Writing::New;
    }

    fn tell_typing(&mut self, out: &mut Out, view: &View<'_>, room: &RoomView) {
        let on = !self.editor.is_empty() && !matches!(self.writing, Writing::Edit(_));
        let allowed = view.snapshot.settings.as_ref().is_none_or(|settings| settings.typing);
        if on != self.typing && (allowed || !on) {
            self.typing = on;
            out.ask(Command::Typing { room: room.room, on }, Asked::Nothing);
        }
    }

    fn send(&mut self, out: &mut Out, room: &RoomView) {
        if self.editor.text().trim().is_empty() {
            return;
        }
        let room = room.room;
        let writing = self.writing;
        let text = self.take_text(room).trim().into();
        let message = match writing {
            Writing::New => Message::Send { room, text, reply_to: None },
            Writing::Reply(id) => Message::Send { room, text, reply_to: Some(id) },
            Writing::Edit(message) => Message::Edit { room, message, text },
        };
        out.ask(Command::Message(message), Asked::Sent(room));
    }
}

/// Whether the person wants somebody to talk to offered; until that is known, yes.
fn is_wanted(view: &View<'_>) -> bool {
    view.snapshot.settings.as_ref().is_none_or(|settings| settings.offer_help)
}
