//! Somebody in a room: what they may do there, the number to compare, and what those who look after the room can do.

use crypto::id::{MemberId, RoomId};
use egui::{Id, Ui};

use super::about::member_lines;
use crate::engine::command::{Command, Rank, Room};
use crate::engine::snapshot::{MemberView, OpenRoom};
use crate::ui::i18n::Arg;
use crate::ui::look::Look;
use crate::ui::screens::View;
use crate::ui::screens::contact::Number;
use crate::ui::shell::{Asked, Out, Route};
use crate::ui::text::{Icon, Style};
use crate::ui::widgets::banner::{self, Tone};
use crate::ui::widgets::button::{Button, Kind};
use crate::ui::widgets::{dialog, label, page, portrait, progress};

/// The number asked for, and whether removing was asked for once already.
#[derive(Default)]
pub struct MemberPage {
    asked: Option<(RoomId, MemberId)>,
    number: Option<Number>,
    removing: bool,
}

impl MemberPage {
    /// The safety number is there.
    pub fn number(&mut self, room: RoomId, member: MemberId, number: Number) {
        if self.asked == Some((room, member)) {
            self.number = Some(number);
        }
    }

    /// Draws the page.
    pub fn show(&mut self, ui: &mut Ui, view: &View<'_>, out: &mut Out, room: RoomId, id: MemberId) {
        let open = view.snapshot.open.as_deref().filter(|open| open.room == room);
        let Some(open) = open else { return };
        let Some(member) = open.members.iter().find(|member| member.member == id && !member.me) else {
            out.go(Route::About(room));
            return;
        };
        if self.asked != Some((room, id)) {
            *self = Self { asked: Some((room, id)), ..Self::default() };
            out.ask(Command::Room(Room::SafetyNumber { room, member: id }), Asked::Member(room, id));
        }
        let look = &view.look;
        page::show(ui, look, "member", |ui| {
            if page::head(ui, look, member.name.expose(), true) {
                out.go(Route::About(room));
            }
            let [who, stands] = member_lines(look, member);
            portrait::show(ui, look, member.name.expose(), member.online, &[&who, &stands]);
            self.safety(ui, look, out, room, member);
            self.power(ui, look, out, open, member);
        });
    }

    fn safety(&self, ui: &mut Ui, look: &Look<'_>, out: &mut Out, room: RoomId, member: &MemberView) {
        page::part(ui, look, &look.t("safety-title"));
        label::hint(ui, look, &look.t("safety-text"));
        match &self.number {
            Some(number) => number.digits(ui, look),
            None => drop(progress::show(ui, look, &look.t("safety-coming"), None)),
        }
        if member.verified {
            banner::show(ui, look, Tone::Success, &look.t("safety-verified"));
        } else {
            let (id, same, known) = (member.member, look.t("safety-same"), self.number.is_some());
            if Button::primary(&same).icon(Icon::ShieldCheck).enabled(known).show(ui, look).clicked() {
                out.ask(Command::Room(Room::Verify { room, member: id }), Asked::Quiet);
            }
            label::with_icon(ui, look, Icon::Info, look.tokens.caution.ink, &look.t("safety-differ"), Style::LABEL);
        }
        if let Some(number) = &self.number {
            number.square(ui, look);
        }
    }

    /// What somebody who looks after the room can do about a member.
    fn power(&mut self, ui: &mut Ui, look: &Look<'_>, out: &mut Out, open: &OpenRoom, member: &MemberView) {
        let mine = open.members.iter().find(|member| member.me).map(|me| me.rank);
        let (room, id) = (open.room, member.member);
        if mine.is_none_or(|mine| mine < Rank::Moderator || mine <= member.rank) {
            return;
        }
        page::part(ui, look, &look.t("member-care"));
        if mine == Some(Rank::Owner) {
            let (rank, key, icon) = match member.rank {
                Rank::Moderator => (Rank::Member, "member-unmoderate", Icon::User),
                _ => (Rank::Moderator, "member-moderate", Icon::HandHeart),
            };
            label::hint(ui, look, &look.t("member-moderate-text"));
            if Button::new(&look.t(key)).icon(icon).show(ui, look).clicked() {
                out.ask(Command::Room(Room::SetRank { room, member: id, rank }), Asked::Quiet);
            }
        }
        label::hint(ui, look, &look.t("member-remove-text"));
        let remove = look.t("member-remove");
        if Button::new(&remove).icon(Icon::UserX).kind(Kind::Danger).show(ui, look).clicked() {
            self.removing = true;
        }
        if !self.removing {
            return;
        }
        let sure = look.say("member-remove-sure", &[("name", Arg::Text(member.name.expose()))]);
        let (text, stay, go) = (look.t("member-remove-text"), look.t("member-remove-stay"), look.t("member-remove-go"));
        match dialog::sure(ui, look, Id::unique("remove"), (&sure, &text), (&stay, &go)) {
            Some(true) => {
                self.removing = false;
                out.ask(Command::Room(Room::Remove { room, member: id }), Asked::Quiet);
                out.go(Route::About(room));
            }
            Some(false) => self.removing = false,
            None => {}
        }
    }
}
