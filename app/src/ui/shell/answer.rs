//! Brings the engine's answers to the screens that asked.

use egui::Context;

use super::{App, Asked, Route};
use crate::engine::command::Outcome;
use crate::engine::event::Reply;
use crate::engine::fault::{Code, Fault};
use crate::ui::screens::contact::Number;
use crate::ui::widgets::banner::Tone;

impl App {
    pub(super) fn answered(&mut self, ctx: &Context, asked: Asked, outcome: Outcome) {
        match outcome {
            Err(fault) => self.refused(asked, &fault),
            Ok(reply) => self.granted(asked, reply),
        }
        ctx.request_repaint();
    }

    fn granted(&mut self, asked: Asked, reply: Reply) {
        let screens = &mut self.screens;
        match (asked, reply) {
            (Asked::Create, _) => {
                if let Some(sheet) = screens.welcome.created() {
                    self.ask(sheet, Asked::Sheet);
                }
            }
            (Asked::Import, _) => screens.welcome = Default::default(),
            (Asked::Unlock | Asked::UnlockByKeyring | Asked::Recover | Asked::Claim, _) => {
                screens.unlock = Default::default()
            }
            (Asked::Sheet, Reply::Recovery { code }) if screens.welcome.finishing() => screens.welcome.made(code),
            (Asked::Sheet, Reply::Recovery { code }) => screens.settings.recovery.made(code),
            (Asked::SheetSaved, _) => {
                if let Some(sheet) = screens.sheet() {
                    sheet.saved();
                }
            }
            (Asked::NewRoom, Reply::Created { room, .. }) => {
                screens.new_room = Default::default();
                self.go(Route::Invite(room));
            }
            (Asked::RoomLink(room), Reply::Link { link, .. }) => screens.invite.made(room, link),
            (Asked::ContactLink, Reply::Link { link, .. }) => screens.people.made(link),
            (Asked::Preview, Reply::Preview { title, charter, inviter_name, direct, .. }) => {
                screens.join.previewed(title, charter, inviter_name, direct);
            }
            (Asked::Join, Reply::Joined { room, .. }) | (Asked::Accept, Reply::Accepted { room, .. }) => {
                screens.join = Default::default();
                self.go(Route::Room(room));
            }
            (Asked::Picture, Reply::Link { link, .. }) => screens.join.offered(link.expose()),
            (Asked::Safety(contact), Reply::SafetyNumber { digits, qr }) => {
                screens.people.number(contact, Number::new(digits, &qr));
            }
            (Asked::Member(room, member), Reply::SafetyNumber { digits, qr }) => {
                screens.member.number(room, member, Number::new(digits, &qr));
            }
            (Asked::Found(number), Reply::Found { messages }) => screens.rooms.find().found(number, messages),
            (Asked::Keyring, _) => screens.settings.keyring.done(),
            (Asked::Passphrase, _) => screens.settings.passphrase.done(),
            (Asked::Storage, Reply::Health(health)) => screens.settings.storage.known(health.store_bytes),
            (Asked::Export, _) => screens.settings.export.done(),
            (Asked::Sent(room), _) => screens.room.sent(room),
            (Asked::Saved, _) => {
                screens.settings.saved();
                self.say(Tone::Success, "settings-saved");
            }
            _ => {}
        }
    }

    pub(super) fn refused(&mut self, asked: Asked, fault: &Fault) {
        let now_ms = (self.now)();
        let said = self.words.fault(fault);
        let simple = self.display.simple;
        let screens = &mut self.screens;
        match asked {
            Asked::Create => screens.welcome.refused(fault.code, said, simple),
            Asked::Import => screens.welcome.not_imported(said),
            Asked::Unlock => screens.unlock.refused(fault, said, now_ms),
            Asked::Claim => {
                let still = if fault.code == Code::InUse { self.words.say("in-use-still", &[]) } else { said };
                screens.unlock.still_held(still);
            }
            Asked::UnlockByKeyring => screens.unlock.not_by_keyring(said),
            Asked::Recover => screens.unlock.not_recovered(fault, said, now_ms),
            Asked::Sheet if screens.welcome.finishing() => screens.welcome.refused(fault.code, said, simple),
            Asked::Sheet => screens.settings.recovery.refused(said),
            Asked::SheetSaved => {
                if let Some(sheet) = screens.sheet() {
                    sheet.refused(said);
                }
            }
            Asked::Keyring => screens.settings.keyring.refused(said),
            Asked::Passphrase => screens.settings.passphrase.refused(said),
            Asked::Export => screens.settings.export.refused(said),
            Asked::Erase => screens.settings.erase.refused(said),
            Asked::Found(number) => screens.rooms.find().refused(number, said),
            Asked::NewRoom => screens.new_room.refused(said),
            Asked::RoomLink(_) => screens.invite.refused(said),
            Asked::ContactLink => screens.people.refused(said),
            Asked::Preview | Asked::Join | Asked::Accept | Asked::Picture => screens.join.refused(fault.code, said),
            Asked::Sent(room) => {
                screens.room.unsent(room);
                self.toasts.add(Tone::Danger, said, now_ms);
            }
            Asked::Saved => screens.settings.refused(said),
            Asked::Safety(_) | Asked::Member(..) | Asked::Storage | Asked::Quiet => {
                self.toasts.add(Tone::Danger, said, now_ms)
            }
            Asked::Nothing => {}
        }
    }
}
