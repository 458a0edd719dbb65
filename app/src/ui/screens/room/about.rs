//! About a room: who knocks, who is in it, what it agreed on, and the way out.

use crypto::id::RoomId;
use egui::{Sense, Ui, accesskit::Role, vec2};

use super::super::contact::role_key;
use super::title;
use crate::engine::command::{Command, Rank, Room};
use crate::engine::snapshot::{KnockView, MemberView, RoomView};
use crate::ui::i18n::Arg;
use crate::ui::look::Look;
use crate::ui::screens::{View, charter};
use crate::ui::shell::{Asked, Out, Route};
use crate::ui::text::{Icon, Style};
use crate::ui::theme::{radius, space};
use crate::ui::widgets::button::{Button, Kind};
use crate::ui::widgets::{avatar, card, label, page, ring, switch};

/// Whether leaving was asked for once already.
#[derive(Default)]
pub struct About {
    leaving: Option<RoomId>,
}

impl About {
    /// Draws the page.
    pub fn show(&mut self, ui: &mut Ui, view: &View<'_>, out: &mut Out, id: RoomId) {
        let look = &view.look;
        let Some(room) = view.snapshot.rooms.iter().find(|room| room.room == id) else {
            out.go(Route::Rooms);
            return;
        };
        page::show(ui, look, "about", |ui| {
            if page::head(ui, look, &title(look, room), true) {
                out.go(Route::Room(id));
            }
            for knock in view.snapshot.knocks.iter().filter(|knock| knock.room == id) {
                show_knock(ui, look, out, knock);
            }
            page::part(ui, look, &look.t("about-people"));
            let members = view.snapshot.open.as_deref().filter(|open| open.room == id).map(|open| &open.members);
            for member in members.into_iter().flat_map(|members| members.iter()) {
                if show_member(ui, look, member) {
                    out.go(Route::Member(id, member.member));
                }
            }
            if !room.direct && Button::new(&look.t("room-invite")).icon(Icon::UserPlus).show(ui, look).clicked() {
                out.go(Route::Invite(id));
            }
            let told = switch::show(ui, look, &look.t("outside-room"), "", room.notifications);
            if told.clicked() {
                let on = !room.notifications;
                out.ask(Command::Room(Room::SetNotifications { room: id, on }), Asked::Quiet);
            }
            if let Some(charter) = &room.charter {
                page::part(ui, look, &look.t("about-charter"));
                charter::show(ui, look, charter);
            }
            self.leave(ui, look, out, room);
        });
    }

    fn leave(&mut self, ui: &mut Ui, look: &Look<'_>, out: &mut Out, room: &RoomView) {
        page::part(ui, look, &look.t("about-leave"));
        label::hint(ui, look, &look.t("about-leave-text"));
        if self.leaving != Some(room.room) {
            let label = look.t("about-leave-go");
            if Button::new(&label).icon(Icon::LogOut).kind(Kind::Danger).show(ui, look).clicked() {
                self.leaving = Some(room.room);
            }
            return;
        }
        ui.horizontal_wrapped(|ui| {
            if Button::new(&look.t("about-leave-sure")).kind(Kind::Danger).show(ui, look).clicked() {
                self.leaving = None;
                out.ask(Command::Room(Room::Leave { room: room.room }), Asked::Quiet);
                out.go(Route::Rooms);
            }
            if Button::new(&look.t("about-leave-stay")).show(ui, look).clicked() {
                self.leaving = None;
            }
        });
    }
}

fn show_knock(ui: &mut Ui, look: &Look<'_>, out: &mut Out, knock: &KnockView) {
    let (room, member) = (knock.room, knock.member);
    card::show(ui, look, |ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        let said = look.say("knock-title", &[("name", Arg::Text(knock.name.expose()))]);
        label::with_icon(ui, look, Icon::Hand, look.tokens.clay.ink, &said, Style::BODY);
        label::hint(ui, look, &look.t(role_key(knock.role)));
        label::hint(ui, look, &look.t("knock-text"));
        ui.horizontal_wrapped(|ui| {
            if Button::primary(&look.t("knock-admit")).icon(Icon::UserCheck).show(ui, look).clicked() {
                out.ask(Command::Room(Room::Admit { room, member }), Asked::Quiet);
            }
            if Button::new(&look.t("knock-refuse")).icon(Icon::UserX).show(ui, look).clicked() {
                out.ask(Command::Room(Room::Refuse { room, member }), Asked::Quiet);
            }
        });
    });
}

/// One of those who are in; true where somebody else was pressed.
fn show_member(ui: &mut Ui, look: &Look<'_>, member: &MemberView) -> bool {
    let sense = if member.me { Sense::hover() } else { Sense::click() };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 60.0), sense);
    if response.hovered() && !member.me {
        ui.painter().rect_filled(rect, radius::CONTROL, look.tokens.sunken);
    }
    let name = member.name.expose();
    let flow = look.flow;
    let centre = flow.lead_middle(rect, 26.0);
    avatar::paint(ui, look, centre, 44.0, name);
    if member.online {
        avatar::here(ui, look, centre, 44.0, look.tokens.surface);
    }
    let lead = flow.lead_middle(rect, 62.0);
    let shown = if member.me { look.say("member-you", &[("name", Arg::Text(name))]) } else { name.to_owned() };
    let place = (lead - vec2(0.0, 11.0), flow.leading());
    label::at(ui, look, place, (&shown, Style::NAME), rect.width() - 96.0, look.tokens.ink);
    let line = member_line(look, member);
    let place = (lead + vec2(0.0, 12.0), flow.leading());
    label::at(ui, look, place, (&line, Style::CAPTION), rect.width() - 96.0, look.tokens.ink2);
    if !member.me {
        let at = flow.trail_middle(rect, 18.0);
        look.text.icon(ui.painter(), Icon::ChevronRight, 20.0, at, look.tokens.ink3);
    }
    ring(ui, look, &response, rect, radius::CONTROL);
    crate::ui::widgets::name(&response, Role::ListItem, &format!("{shown}. {line}"));
    response.clicked()
}

pub(super) fn member_line(look: &Look<'_>, member: &MemberView) -> String {
    let rank = match member.rank {
        Rank::Owner => Some("rank-owner"),
        Rank::Moderator => Some("rank-moderator"),
        Rank::Observer => Some("rank-observer"),
        Rank::Member => None,
    };
    let here = if member.online { "member-here" } else { "member-away" };
    let verified = member.verified.then_some("member-verified");
    let keys = [Some(role_key(member.role)), rank, Some(here), verified];
    let mut line = keys.into_iter().flatten().map(|key| look.t(key)).collect::<Vec<_>>().join(" · ");
    if let Some(joined) = member.joined_at {
        let when = look.when(joined);
        line = format!("{line} · {}", look.say("member-since", &[("when", Arg::Text(&when))]));
    }
    line
}
