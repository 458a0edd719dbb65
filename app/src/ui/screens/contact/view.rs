//! How the pages about people look.

use crypto::id::ContactId;
use egui::{Id, Ui};

use super::People;
use crate::engine::command::{Command, Contact, Role};
use crate::engine::snapshot::ContactView;
use crate::ui::i18n::Arg;
use crate::ui::look::Look;
use crate::ui::screens::{View, room::link_card};
use crate::ui::shell::{Asked, Out, Route};
use crate::ui::text::{Icon, Style};
use crate::ui::theme::space;
use crate::ui::widgets::banner::{self, Tone};
use crate::ui::widgets::button::{Button, Kind};
use crate::ui::widgets::pane::{self, Keys};
use crate::ui::widgets::roving::Roving;
use crate::ui::widgets::row::{self, Row};
use crate::ui::widgets::{dialog, empty, label, list, page, portrait, progress};

/// The key of what somebody says they are.
pub(in crate::ui::screens) const fn role_key(role: Role) -> &'static str {
    match role {
        Role::Patient => "role-patient-short",
        Role::Doctor => "role-doctor-short",
        Role::Peer => "role-peer-short",
    }
}

impl People {
    /// The list of people.
    pub fn list(&mut self, ui: &mut Ui, view: &View<'_>, out: &mut Out) {
        let look = &view.look;
        label::heading(ui, look, &look.t("people-title"), Style::H2);
        ui.add_space(space::S);
        pane::show(ui, "people", Keys::Inside, |ui| {
            ui.spacing_mut().item_spacing.y = space::S;
            rows(ui, view, out);
            if view.snapshot.contacts.is_empty() {
                label::hint(ui, look, &look.t("people-empty"));
            }
            ui.add_space(space::S);
            if Button::new(&look.t("people-invite")).icon(Icon::UserPlus).show(ui, look).clicked() {
                out.go(Route::NewPerson);
            }
            if Button::new(&look.t("rooms-join")).icon(Icon::Link).show(ui, look).clicked() {
                out.go(Route::Join);
            }
        });
    }

    /// What stands beside the list while nobody is chosen.
    pub fn nothing_chosen(&mut self, ui: &mut Ui, view: &View<'_>, out: &mut Out) {
        let look = &view.look;
        let nobody = view.snapshot.contacts.is_empty();
        let text = look.t(if nobody { "people-empty" } else { "people-about" });
        let invite = look.t("people-invite");
        let words = (look.t("people-title"), text);
        let act = nobody.then_some(invite.as_str());
        if empty::page(ui, look, Icon::Users, (&words.0, &words.1), act) {
            out.go(Route::NewPerson);
        }
    }

    /// One person.
    pub fn person(&mut self, ui: &mut Ui, view: &View<'_>, out: &mut Out, id: ContactId) {
        let Some(contact) = view.snapshot.contacts.iter().find(|c| c.contact == id) else {
            out.go(Route::People);
            return;
        };
        if self.asked != Some(id) {
            self.asked = Some(id);
            out.ask(Command::Contact(Contact::SafetyNumber { contact: id }), Asked::Safety(id));
        }
        let look = &view.look;
        page::show(ui, look, "person", |ui| {
            if page::head(ui, look, contact.name.expose(), true) {
                out.go(Route::People);
            }
            let (role, stands) = (look.t(role_key(contact.role)), standing(look, contact));
            let here = contact.online && !contact.blocked;
            portrait::show(ui, look, contact.name.expose(), here, &[&role, &stands]);
            if contact.name.expose().is_empty() {
                label::body(ui, look, &look.t("person-waiting"));
            }
            if contact.blocked {
                unblock(ui, look, out, contact);
                return;
            }
            if Button::primary(&look.t("person-write")).icon(Icon::MessageCircle).show(ui, look).clicked() {
                out.go(Route::Room(contact.room));
            }
            self.safety(ui, look, out, contact);
            page::part(ui, look, &look.t("person-block-title"));
            self.block(ui, look, out, contact);
        });
    }

    fn safety(&self, ui: &mut Ui, look: &Look<'_>, out: &mut Out, contact: &ContactView) {
        page::part(ui, look, &look.t("safety-title"));
        label::hint(ui, look, &look.t("safety-text"));
        let number = self.number.as_ref().filter(|(of, _)| *of == contact.contact).map(|(_, number)| number);
        match number {
            Some(number) => number.digits(ui, look),
            None => drop(progress::show(ui, look, &look.t("safety-coming"), None)),
        }
        if contact.verified {
            banner::show(ui, look, Tone::Success, &look.t("safety-verified"));
        } else {
            let same = look.t("safety-same");
            if Button::new(&same).icon(Icon::ShieldCheck).enabled(number.is_some()).show(ui, look).clicked() {
                out.ask(Command::Contact(Contact::Verify { contact: contact.contact }), Asked::Quiet);
            }
            label::with_icon(ui, look, Icon::Info, look.tokens.caution.ink, &look.t("safety-differ"), Style::LABEL);
        }
        if let Some(number) = number {
            number.square(ui, look);
        }
    }

    fn block(&mut self, ui: &mut Ui, look: &Look<'_>, out: &mut Out, contact: &ContactView) {
        let who = contact.contact;
        label::hint(ui, look, &look.t("person-block-text"));
        let block = look.t("person-block");
        if Button::new(&block).icon(Icon::Ban).kind(Kind::Danger).show(ui, look).clicked() {
            self.blocking = Some(who);
        }
        if self.blocking != Some(who) {
            return;
        }
        let title = look.say("person-block-ask", &[("name", Arg::Text(contact.name.expose()))]);
        let (text, stay, go) = (look.t("person-block-text"), look.t("cancel"), look.t("person-block-sure"));
        match dialog::sure(ui, look, Id::unique("block"), (&title, &text), (&stay, &go)) {
            Some(true) => {
                self.blocking = None;
                out.ask(Command::Contact(Contact::Block { contact: who }), Asked::Quiet);
            }
            Some(false) => self.blocking = None,
            None => {}
        }
    }

    /// The link for somebody new.
    pub fn invite(&mut self, ui: &mut Ui, view: &View<'_>, out: &mut Out) {
        let look = &view.look;
        page::show(ui, look, "new-person", |ui| {
            if page::head(ui, look, &look.t("contact-invite-title"), true) {
                out.go(Route::People);
            }
            if let Some(link) = &self.link {
                link_card(ui, look, out, link.expose(), &mut self.spoken);
                return;
            }
            label::body(ui, look, &look.t("contact-invite-text"));
            if let Some(fault) = &self.fault {
                banner::show(ui, look, Tone::Danger, fault);
            }
            let label = look.t("invite-make");
            if Button::primary(&label).icon(Icon::Link).enabled(!self.busy).wide().show(ui, look).clicked() {
                self.busy = true;
                self.fault = None;
                out.ask(Command::Contact(Contact::Invite { expires_in_s: None }), Asked::ContactLink);
            }
        });
    }
}

/// The people: one stop of the keyboard. Whoever is blocked stands last, under a heading of their own.
fn rows(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    let (look, id) = (&view.look, Id::unique("list-of-people"));
    let (blocked, others): (Vec<_>, Vec<_>) = view.snapshot.contacts.iter().partition(|c| c.blocked);
    let first_blocked = others.len();
    let people: Vec<&ContactView> = others.into_iter().chain(blocked).collect();
    let chosen = people.iter().position(|contact| view.route == Route::Person(contact.contact));
    let roving = Roving::over(ui, id, people.iter().map(|contact| id.with(contact.contact.0)), chosen);
    let waiting = look.t("people-waiting");
    let name = |contact: &ContactView| match contact.name.expose() {
        "" => waiting.clone(),
        name => name.to_owned(),
    };
    let names: Vec<String> = people.iter().map(|contact| name(contact)).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    list::show(ui, look, "people-title", &roving, &names, |ui, at| {
        let (Some(contact), Some(name)) = (people.get(at), names.get(at)) else { return };
        if at == first_blocked {
            page::part(ui, look, &look.t("people-blocked"));
        }
        let row = Row {
            name,
            line: &standing(look, contact),
            here: contact.online && !contact.blocked,
            chosen: chosen == Some(at),
            // A shield beside somebody who is blocked would read as the opposite.
            icon: if contact.blocked { Some(Icon::Ban) } else { contact.verified.then_some(Icon::ShieldCheck) },
            stop: Some(roving.stop(at)),
            ..Row::default()
        };
        if row::show(ui, look, row).clicked() {
            out.go(Route::Person(contact.contact));
        }
    });
}

/// What is true of somebody who is blocked, and the way back.
fn unblock(ui: &mut Ui, look: &Look<'_>, out: &mut Out, contact: &ContactView) {
    banner::show(ui, look, Tone::Info, &look.t("person-blocked"));
    if Button::new(&look.t("person-unblock")).icon(Icon::UserCheck).show(ui, look).clicked() {
        out.ask(Command::Contact(Contact::Unblock { contact: contact.contact }), Asked::Quiet);
    }
}

/// Whether somebody is here, and whether the number was compared, in words.
pub(in crate::ui::screens) fn standing(look: &Look<'_>, contact: &ContactView) -> String {
    let key = match (contact.blocked, contact.online, contact.verified) {
        (true, ..) => "person-is-blocked",
        (_, true, true) => "person-here-verified",
        (_, true, false) => "person-here",
        (_, false, true) => "person-away-verified",
        (_, false, false) => "person-away",
    };
    look.t(key)
}
