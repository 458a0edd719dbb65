//! About a room: who knocks, who is in it, what it agreed on, and the way out.

use crypto::id::RoomId;
use egui::{Id, Ui};

use super::super::contact::role_key;
use super::title;
use crate::engine::command::{Command, Rank, Room};
use crate::engine::snapshot::{KnockView, MemberView, RoomView};
use crate::ui::i18n::Arg;
use crate::ui::look::Look;
use crate::ui::screens::{View, charter};
use crate::ui::shell::{Asked, Out, Route};
use crate::ui::text::{Icon, Style};
use crate::ui::widgets::button::{Button, Kind};
use crate::ui::widgets::row::{self, Row};
use crate::ui::widgets::{card, dialog, label, page, switch};

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
            card::list(ui, look, |ui| {
                for member in members.into_iter().flat_map(|members| members.iter()) {
                    if show_member(ui, look, member) {
                        out.go(Route::Member(id, member.member));
                    }
                }
            });
            if !room.direct && Button::new(&look.t("room-invite")).icon(Icon::UserPlus).show(ui, look).clicked() {
                out.go(Route::Invite(id));
            }
            let told = switch::show(ui, look, Icon::Bell, (&look.t("outside-room"), ""), room.notifications);
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
        let label = look.t("about-leave-go");
        if Button::new(&label).icon(Icon::LogOut).kind(Kind::Danger).show(ui, look).clicked() {
            self.leaving = Some(room.room);
        }
        if self.leaving != Some(room.room) {
            return;
        }
        let words = (look.t("about-leave"), look.t("about-leave-text"));
        let (stay, leave) = (look.t("about-leave-stay"), look.t("about-leave-sure"));
        match dialog::sure(ui, look, Id::unique("leave"), (&words.0, &words.1), (&stay, &leave)) {
            Some(true) => {
                self.leaving = None;
                out.ask(Command::Room(Room::Leave { room: room.room }), Asked::Quiet);
                out.go(Route::Rooms);
            }
            Some(false) => self.leaving = None,
            None => {}
        }
    }
}

fn show_knock(ui: &mut Ui, look: &Look<'_>, out: &mut Out, knock: &KnockView) {
    let (room, member) = (knock.room, knock.member);
    let said = look.say("knock-title", &[("name", Arg::Text(knock.name.expose()))]);
    card::proposal(ui, look, (Icon::Hand, &said), |ui| {
        for key in [role_key(knock.role), "knock-text"] {
            label::paragraph(ui, look, &look.t(key), Style::LABEL, look.tokens.soft.ink);
        }
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
    let name = member.name.expose();
    let shown = if member.me { look.say("member-you", &[("name", Arg::Text(name))]) } else { name.to_owned() };
    let lines = member_lines(look, member);
    let (line, spoken) = (lines.join(" · "), format!("{shown}. {}", lines.join(". ")));
    let row = Row {
        name: &shown,
        face: name,
        line: &line,
        here: member.online,
        lines: 4,
        leads: !member.me,
        still: member.me,
        spoken: &spoken,
        ..Row::default()
    };
    row::show(ui, look, row).clicked()
}

/// What is true of a member, in two lines: who they are, and whether they are here, sure, and since when.
pub(super) fn member_lines(look: &Look<'_>, member: &MemberView) -> [String; 2] {
    let rank = match member.rank {
        Rank::Owner => Some("rank-owner"),
        Rank::Moderator => Some("rank-moderator"),
        Rank::Observer => Some("rank-observer"),
        Rank::Member => None,
    };
    let here = if member.online { "member-here" } else { "member-away" };
    let verified = member.verified.then_some("member-verified");
    let since = member.joined_at.map(|joined| look.say("member-since", &[("when", Arg::Text(&look.when(joined)))]));
    let who = [Some(role_key(member.role)), rank].into_iter().flatten().map(|key| look.t(key));
    let stands = [Some(here), verified].into_iter().flatten().map(|key| look.t(key)).chain(since);
    [who.collect::<Vec<_>>().join(" · "), stands.collect::<Vec<_>>().join(" · ")]
}
