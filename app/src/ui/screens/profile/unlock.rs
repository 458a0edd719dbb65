//! The page of a locked or hidden profile: one field, paste and show, the wait after a wrong passphrase, and
//! the desktop's keyring where it was given a key.

use egui::{Id, Ui};

use super::Recover;
use crate::engine::command::{self, Command, Profile};
use crate::engine::fault::{Code, Fault};
use crate::engine::snapshot::{Notice, ProfileState};
use crate::ui::i18n::Arg;
use crate::ui::look::{Look, wake_after};
use crate::ui::screens::View;
use crate::ui::shell::{Action, Asked, Out};
use crate::ui::text::secret::Secret;
use crate::ui::text::{Icon, Style};
use crate::ui::theme::space;
use crate::ui::widgets::banner::{self, Tone};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::{card, label, page, secret_field};

/// What is typed so far.
#[derive(Default)]
pub struct Unlock {
    passphrase: Secret,
    shown: bool,
    busy: bool,
    fault: Option<String>,
    wait_until_ms: u64,
    focused: bool,
    recover: Option<Recover>,
    /// The keyring is being asked.
    asked: bool,
}

impl Unlock {
    /// The engine said no.
    pub fn refused(&mut self, fault: &Fault, said: String, now_ms: u64) {
        self.busy = false;
        self.wait_until_ms = fault.retry_after_ms.map_or(0, |wait| now_ms + wait);
        self.fault = (fault.code != Code::TooManyAttempts).then_some(said);
    }

    /// Another program still has the profile.
    pub fn still_held(&mut self, said: String) {
        (self.busy, self.fault) = (false, Some(said));
    }

    /// The keyring did not open it; the passphrase still does.
    pub fn not_by_keyring(&mut self, said: String) {
        (self.asked, self.fault) = (false, Some(said));
    }

    /// The engine said no to a recovery sheet.
    pub fn not_recovered(&mut self, fault: &Fault, said: String, now_ms: u64) {
        if let Some(recover) = &mut self.recover {
            recover.refused(fault, said, now_ms);
        }
    }

    /// Draws the page.
    pub fn show(&mut self, ui: &mut Ui, view: &View<'_>, out: &mut Out) {
        let look = &view.look;
        let profile = &view.snapshot.profile;
        // In a low window the field and its button come before all that can be read further down.
        let short = page::short(ui);
        page::airy(ui, look, "unlock", |ui| {
            if short {
                ui.spacing_mut().item_spacing.y = space::S;
            }
            super::mark(ui, look, out);
            if !short {
                ui.add_space(space::S);
            }
            if profile.notice == Some(Notice::InUse) {
                self.held(ui, look, out);
                return;
            }
            if let Some(recover) = &mut self.recover {
                if recover.show(ui, look, out) {
                    self.recover = None;
                }
                return;
            }
            label::heading(ui, look, &look.t("unlock-title"), if short { Style::NAME } else { Style::H1 });
            let key = if profile.state == ProfileState::Hidden { "unlock-hidden" } else { "unlock-locked" };
            if !short {
                label::body(ui, look, &look.t(key));
            }
            notice(ui, view);
            card::show(ui, look, |ui| {
                ui.spacing_mut().item_spacing.y = if short { space::S } else { space::M };
                self.field(ui, view, out);
                self.by_keyring(ui, view, out);
            });
            if short {
                label::body(ui, look, &look.t(key));
            }
            self.forgotten(ui, view);
        });
    }

    /// Another program has the profile: what it is, and the two things that can be done.
    fn held(&mut self, ui: &mut Ui, look: &Look<'_>, out: &mut Out) {
        let short = page::short(ui);
        label::heading(ui, look, &look.t("in-use-title"), if short { Style::NAME } else { Style::H1 });
        if !short {
            label::body(ui, look, &look.t("in-use-text"));
        }
        if let Some(fault) = &self.fault {
            banner::show(ui, look, Tone::Caution, fault);
        }
        let again = look.t("in-use-again");
        if Button::primary(&again).icon(Icon::RefreshCw).enabled(!self.busy).wide().show(ui, look).clicked() {
            (self.busy, self.fault) = (true, None);
            out.ask(Command::View(command::View::Claim), Asked::Claim);
        }
        if Button::new(&look.t("closing-quit")).icon(Icon::X).wide().show(ui, look).clicked() {
            out.push(Action::Quit);
        }
        if short {
            // What can be done stands in sight; why, below.
            label::body(ui, look, &look.t("in-use-text"));
        }
    }

    /// The other way in, where the person made it one.
    fn by_keyring(&mut self, ui: &mut Ui, view: &View<'_>, out: &mut Out) {
        let (look, profile) = (&view.look, &view.snapshot.profile);
        match (profile.keyring, profile.keyring_here) {
            (false, _) => {}
            (true, false) => drop(label::hint(ui, look, &look.t("unlock-keyring-away"))),
            (true, true) => {
                let name = look.t("unlock-keyring");
                let button = Button::new(&name).icon(Icon::LogIn).enabled(!self.asked).wide();
                if button.show(ui, look).clicked() {
                    (self.asked, self.fault) = (true, None);
                    out.ask(Command::Profile(Profile::UnlockByKeyring), Asked::UnlockByKeyring);
                }
            }
        }
    }

    /// What somebody can do who no longer knows the passphrase.
    fn forgotten(&mut self, ui: &mut Ui, view: &View<'_>) {
        let look = &view.look;
        if !view.snapshot.profile.recovery {
            let safe = look.t("unlock-forgotten");
            label::with_icon(ui, look, Icon::Info, look.tokens.ink3, &safe, Style::LABEL);
            return;
        }
        label::hint(ui, look, &look.t("unlock-paste"));
        if Button::new(&look.t("unlock-recover")).icon(Icon::Key).wide().show(ui, look).clicked() {
            self.recover = Some(Recover::default());
        }
    }

    fn field(&mut self, ui: &mut Ui, view: &View<'_>, out: &mut Out) {
        let look = &view.look;
        let id = Id::unique("unlock-passphrase");
        let title = look.t("passphrase");
        let typed = secret_field::show(ui, look, id, &title, &mut self.passphrase, &mut self.shown);
        if !self.focused {
            self.focused = true;
            typed.response.request_focus();
        }
        if typed.changed {
            self.fault = None;
        }
        let wait_ms = self.wait_until_ms.saturating_sub(look.clock.now_ms);
        if let Some(fault) = &self.fault {
            banner::show(ui, look, Tone::Danger, fault);
        }
        if wait_ms > 0 {
            let seconds = wait_ms.div_ceil(1000);
            banner::show(ui, look, Tone::Caution, &look.say("unlock-wait", &[("seconds", Arg::Count(seconds))]));
            wake_after(ui.ctx(), (wait_ms - 1) % 1000 + 1);
        }
        let ready = !self.passphrase.is_empty() && !self.busy && wait_ms == 0;
        let key = if self.busy { "unlock-busy" } else { "unlock-go" };
        let pressed = Button::primary(&look.t(key)).enabled(ready).wide().show(ui, look).clicked();
        if ready && (pressed || typed.entered) {
            self.busy = true;
            self.fault = None;
            let passphrase = self.passphrase.passphrase();
            self.passphrase.clear();
            out.ask(Command::Profile(Profile::Unlock { passphrase }), Asked::Unlock);
        }
    }
}

/// What the person should know before going on.
pub(in crate::ui::screens) fn notice(ui: &mut Ui, view: &View<'_>) {
    let key = match view.snapshot.profile.notice {
        Some(Notice::StoreRestored) => "notice-restored",
        Some(Notice::StoreLost) => "notice-lost",
        Some(Notice::ClockLeapt) => "notice-clock",
        Some(Notice::InUse) | None => return,
    };
    banner::show(ui, &view.look, Tone::Caution, &view.look.t(key));
}
