//! The room's page: the head with who is here, the messages, the field to write in.

use crypto::id::RoomId;
use egui::{Frame, Margin, Panel, Ui, vec2};

use super::state::RoomScreen;
use super::{standing, standing_icon, title};
use crate::engine::command::{Command, Room};
use crate::engine::snapshot::{OpenRoom, RoomState, RoomView};
use crate::ui::i18n::Arg;
use crate::ui::look::Look;
use crate::ui::screens::View;
use crate::ui::screens::settings::sure_to_erase;
use crate::ui::shell::{Asked, Out, Route};
use crate::ui::text::{Icon, Style};
use crate::ui::theme::{TARGET, space};
use crate::ui::widgets::banner::{self, Tone};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::cut::Cut;
use crate::ui::widgets::pane::{self, Keys};
use crate::ui::widgets::{button, empty, label, layer, page};

/// Narrower than this, only the most needed stands in the head.
const ROOMY: f32 = 300.0;

impl RoomScreen {
    /// Draws the page; `alone` where no list stands beside it, so that a way back is needed.
    pub fn show(&mut self, ui: &mut Ui, view: &View<'_>, out: &mut Out, id: RoomId, alone: bool) {
        let Some(room) = view.snapshot.rooms.iter().find(|room| room.room == id) else {
            page::show(ui, &view.look, "room-missing", |ui| {
                label::body(ui, &view.look, &view.look.t("room-opening"));
            });
            return;
        };
        let open = view.snapshot.open.as_deref().filter(|open| open.room == id);
        if let Some(open) = open {
            self.turn_to(id, (open.read_up_to, room.unread), open.draft.expose());
        }
        // Of a room that one is not in, an empty history says nothing.
        let open = open.filter(|open| room.state == RoomState::Joined || !open.messages.is_empty());
        if layer::escaped(ui) && self.chosen.take().is_none() && alone {
            out.go(Route::Rooms);
        }
        let flow = view.look.flow;
        let (tight, short) = (ui.available_width() < ROOMY, page::short(ui));
        let margin = if short {
            Margin { left: 8, right: 8, top: 0, bottom: 0 }
        } else if tight {
            Margin { left: 8, right: 8, top: 6, bottom: 2 }
        } else {
            Margin { left: 24, right: 16, top: 14, bottom: 10 }
        };
        let margin = flow.margin(margin);
        let head = Panel::top("room-head").resizable(false).show_separator_line(false);
        head.frame(Frame::new().inner_margin(margin)).show(ui, |ui| {
            flow.column(ui, |ui| show_head(ui, view, out, room, (alone, short)));
        });
        let Some(open) = open else {
            if nothing_yet(ui, &view.look, out, room) {
                self.erasing = Some(id);
            }
            self.ask_erase(ui, view, out, room);
            return;
        };
        // The stream is drawn before the field, so that Tab meets the messages first; the field's height is the one
        // it had a pass ago, and where that changed the pass is drawn again.
        let (full, known) = (ui.available_rect_before_wrap(), self.foot_height);
        let mut stream = full;
        stream.max.y = (full.max.y - known).max(full.min.y);
        ui.scope_builder(egui::UiBuilder::new().max_rect(stream), |ui| self.stream(ui, view, out, room, open));
        let foot = egui::Rect::from_min_max(egui::pos2(full.min.x, stream.max.y), full.max);
        let shown = ui.scope_builder(egui::UiBuilder::new().max_rect(foot), |ui| {
            if known <= full.height() {
                return self.foot(ui, view, out, (room, open), (short, tight));
            }
            // Higher than all there is: what is written in stays in sight, and the rest is scrolled to.
            let area = egui::ScrollArea::vertical().id_salt("foot").stick_to_bottom(true).auto_shrink(false);
            area.show(ui, |ui| self.foot(ui, view, out, (room, open), (short, tight))).inner
        });
        if (shown.inner - known).abs() > 0.5 {
            self.foot_height = shown.inner;
            ui.ctx().request_discard("the field changed its height");
        }
        self.ask_erase(ui, view, out, room);
    }

    /// Asks once more before what is kept of a room that one is out of is erased.
    fn ask_erase(&mut self, ui: &Ui, view: &View<'_>, out: &mut Out, room: &RoomView) {
        if self.erasing != Some(room.room) || !is_over(room.state) {
            self.erasing = None;
            return;
        }
        match sure_to_erase(ui, &view.look, room) {
            Some(true) => {
                self.erasing = None;
                out.ask(Command::Room(Room::Erase { room: room.room }), Asked::Quiet);
                out.go(Route::Rooms);
            }
            Some(false) => self.erasing = None,
            None => {}
        }
    }

    /// The field, or what is said in its place; how high it is.
    fn foot(
        &mut self,
        ui: &mut Ui,
        view: &View<'_>,
        out: &mut Out,
        (room, open): (&RoomView, &OpenRoom),
        (short, tight): (bool, bool),
    ) -> f32 {
        // In a small window every point is wanted for what is read.
        let margin = match (short, tight) {
            (true, _) => Margin { left: 8, right: 8, top: 0, bottom: 4 },
            (false, true) => Margin::same(8),
            (false, false) => Margin { left: 20, right: 20, top: 4, bottom: 18 },
        };
        let frame = Frame::new().inner_margin(margin).show(ui, |ui| {
            if room.state == RoomState::Joined {
                self.compose(ui, view, out, room, open);
            } else {
                let erase = state(ui, &view.look, out, room);
                self.erasing = erase.then_some(room.room).or(self.erasing);
            }
        });
        frame.response.rect.height()
    }
}

/// The head; in a low window it is one line, and what is true of the room is a pictogram that is read out in words.
fn show_head(ui: &mut Ui, view: &View<'_>, out: &mut Out, room: &RoomView, (alone, short): (bool, bool)) {
    let look = &view.look;
    if short {
        ui.spacing_mut().item_spacing.y = 0.0;
    }
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        if alone && button::icon(ui, look, Icon::ArrowLeft, &look.t("back")).clicked() {
            out.go(Route::Rooms);
        }
        // Inviting is on the page about the room too, which a very narrow window leads to.
        let roomy = ui.available_width() >= ROOMY;
        let buttons = match (room.state, roomy) {
            (RoomState::Joined, true) => 2.0,
            (RoomState::Joined, false) => 1.0,
            _ => 0.0,
        };
        let width = (ui.available_width() - buttons * 52.0).max(60.0);
        if short {
            line(ui, view, room, width);
        } else {
            ui.allocate_ui(vec2(width, 52.0), |ui| {
                look.flow.column(ui, |ui| {
                    names(ui, view, room, (width, roomy));
                });
            });
        }
        if room.state == RoomState::Joined {
            if roomy && !room.direct && button::icon(ui, look, Icon::UserPlus, &look.t("room-invite")).clicked() {
                out.go(Route::Invite(room.room));
            }
            if button::icon(ui, look, Icon::Users, &look.t("room-people")).clicked() {
                out.go(Route::About(room.room));
            }
        }
    });
    ui.add_space(if short { 2.0 } else { space::S });
    let line = ui.available_rect_before_wrap();
    ui.painter().hline(line.x_range(), line.min.y, look.tokens.line());
}

/// How a room's name is written where it has this width: smaller before it is cut.
fn name_style(ui: &Ui, look: &Look<'_>, name: &str, (size, least): (f32, f32), width: f32) -> Style {
    let style = Style { size, ..Style::H3 };
    let whole = look.text.line(ui.ctx(), name, style).size.x;
    Style { size: (size * width / whole.max(1.0)).floor().clamp(least, size), ..style }
}

/// Both in one line.
fn line(ui: &mut Ui, view: &View<'_>, room: &RoomView, width: f32) {
    let look = &view.look;
    let name = title(look, room);
    let (rect, response) = ui.allocate_exact_size(vec2(width, TARGET), egui::Sense::hover());
    let (icon, tint, said) = subtitle(look, room, view.snapshot.open.as_deref());
    let mut cut = Cut::of(rect, look);
    let sign = cut.start(22.0);
    look.text.icon(ui.painter(), icon, 16.0, sign.center(), tint);
    // A name too long for the line takes two small ones rather than losing its end.
    let style = name_style(ui, look, &name, (18.0, 14.0), cut.rest().width());
    let shaped = look.text.clamp(ui.ctx(), &name, style, cut.rest().width(), 2);
    let place = cut.rest();
    let at = look.flow.rect_at(look.flow.lead(place, 0.0), place.center().y - shaped.size.y / 2.0, shaped.size).min;
    look.text.paint(ui.painter(), &shaped, at, look.tokens.ink);
    crate::ui::widgets::name(&response, egui::accesskit::Role::Heading, &name);
    let response = ui.interact(sign, response.id.with("standing"), egui::Sense::hover());
    crate::ui::widgets::name(&response, egui::accesskit::Role::Label, &said);
}

/// What the room is called, and what is true of it. In a narrow window the one is written smaller and the other breaks,
/// rather than being cut.
fn names(ui: &mut Ui, view: &View<'_>, room: &RoomView, (width, roomy): (f32, bool)) {
    let look = &view.look;
    ui.set_width(width);
    ui.spacing_mut().item_spacing.y = 0.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width, 30.0), egui::Sense::hover());
    let name = title(look, room);
    let place = (look.flow.lead_middle(rect, 0.0), look.flow.leading());
    let style = name_style(ui, look, &name, (22.0, if roomy { 22.0 } else { 14.0 }), width);
    label::at(ui, look, place, (&name, style), width, look.tokens.ink);
    crate::ui::widgets::name(&response, egui::accesskit::Role::Heading, &name);
    let (icon, tint, line) = subtitle(look, room, view.snapshot.open.as_deref());
    let style = if roomy { Style::LABEL } else { Style::CAPTION };
    let said = look.text.clamp(ui.ctx(), &line, style, width - 22.0, if roomy { 1 } else { 3 });
    let size = vec2(width, said.size.y.max(22.0));
    let (rect, response) = ui.allocate_exact_size(size, egui::Sense::hover());
    let centre = egui::pos2(look.flow.lead(rect, 8.0), rect.min.y + 11.0);
    look.text.icon(ui.painter(), icon, 15.0, centre, tint);
    let at = look.flow.rect_at(look.flow.lead(rect, 22.0), rect.center().y - said.size.y / 2.0, said.size).min;
    look.text.paint(ui.painter(), &said, at, look.tokens.ink2);
    crate::ui::widgets::name(&response, egui::accesskit::Role::Label, &line);
}

/// Whether one is out of a room for good.
const fn is_over(state: RoomState) -> bool {
    matches!(state, RoomState::Left | RoomState::Removed)
}

/// What is true of the room just now, in words.
fn subtitle(look: &Look<'_>, room: &RoomView, open: Option<&OpenRoom>) -> (Icon, egui::Color32, String) {
    if let Some(key) = standing(room) {
        let tint = if is_over(room.state) { look.tokens.ink2 } else { look.tokens.caution.ink };
        return (standing_icon(room.state), tint, look.t(&format!("{key}-short")));
    }
    let here = room.online.saturating_sub(1) as u64;
    let verified = open.is_some_and(|o| o.room == room.room && o.members.iter().all(|m| m.me || m.verified));
    let key = match (room.direct, here, verified) {
        (true, 0, true) => "room-direct-away-verified",
        (true, 0, false) => "room-direct-away",
        (true, _, true) => "room-direct-here-verified",
        (true, _, false) => "room-direct-here",
        (false, ..) => "room-private",
    };
    let icon = if room.direct && verified { Icon::ShieldCheck } else { Icon::Lock };
    let args = [("count", Arg::Count(room.members as u64)), ("here", Arg::Count(here))];
    (icon, look.tokens.success.ink, look.say(key, &args))
}

/// A room of which nothing can be shown yet: what it waits for, what happens next, and what can be done.
///
/// True where it is to be erased.
fn nothing_yet(ui: &mut Ui, look: &Look<'_>, out: &mut Out, room: &RoomView) -> bool {
    let icon = standing_icon(room.state);
    let (title, text) = match standing(room) {
        Some(key) => (look.t(&format!("{key}-short")), look.t(key)),
        None => (look.t("room-opening"), String::new()),
    };
    pane::show(ui, "nothing-yet", Keys::Any, |ui| {
        ui.add_space(if empty::low(ui) { 0.0 } else { (ui.available_height() * 0.12).clamp(0.0, 120.0) });
        empty::show(ui, look, icon, (&title, &text), None);
        ui.vertical_centered(|ui| way_out(ui, look, out, room)).inner
    })
}

/// A room that cannot be written in any more says so where one would write. True where it is to be erased.
fn state(ui: &mut Ui, look: &Look<'_>, out: &mut Out, room: &RoomView) -> bool {
    let Some(key) = standing(room) else { return false };
    let tone = if room.state == RoomState::Refused { Tone::Caution } else { Tone::Info };
    banner::show(ui, look, tone, &look.t(key));
    ui.horizontal_wrapped(|ui| way_out(ui, look, out, room)).inner
}

/// What can be done about a room that cannot be written in; true where it is to be erased.
fn way_out(ui: &mut Ui, look: &Look<'_>, out: &mut Out, room: &RoomView) -> bool {
    let id = room.room;
    match room.state {
        RoomState::Waiting | RoomState::Knocking => {
            if Button::new(&look.t("room-stop")).icon(Icon::X).show(ui, look).clicked() {
                out.ask(Command::Room(Room::Leave { room: id }), Asked::Quiet);
            }
        }
        RoomState::Refused => {
            if Button::primary(&look.t("rooms-join")).icon(Icon::Link).show(ui, look).clicked() {
                out.go(Route::Join);
            }
            // Nothing was ever read there, so nothing is lost.
            if Button::new(&look.t("room-forget")).icon(Icon::X).show(ui, look).clicked() {
                out.ask(Command::Room(Room::Erase { room: id }), Asked::Quiet);
                out.go(Route::Rooms);
            }
        }
        RoomState::Left | RoomState::Removed => {
            return Button::new(&look.t("room-erase")).icon(Icon::Trash).show(ui, look).clicked();
        }
        RoomState::Joined | RoomState::Rejoining => {}
    }
    false
}
