//! Coming back with the recovery sheet: its digits, checked group by group while they are typed, and a new passphrase.

use crypto::secret::Passphrase;
use crypto::vault::{CodeFault, RecoveryCode};
use egui::{Id, Ui};

use super::strength::Estimate;
use crate::engine::command::{Command, Profile};
use crate::engine::fault::{Code, Fault};
use crate::ui::i18n::Arg;
use crate::ui::look::{Look, wake_after};
use crate::ui::shell::{Asked, Out};
use crate::ui::text::Style;
use crate::ui::text::edit::Editor;
use crate::ui::text::secret::Secret;
use crate::ui::theme::space;
use crate::ui::widgets::banner::{self, Tone};
use crate::ui::widgets::button::{Button, Kind};
use crate::ui::widgets::field::Field;
use crate::ui::widgets::{card, label, secret_field};

/// What is typed so far.
pub struct Recover {
    code: Editor,
    passphrase: Secret,
    estimate: Estimate,
    shown: bool,
    busy: bool,
    fault: Option<String>,
    wait_until_ms: u64,
}

impl Default for Recover {
    fn default() -> Self {
        Self {
            code: Editor::lines(Style { size: 20.0, ..Style::BODY }, 200),
            passphrase: Secret::new(),
            estimate: Estimate::default(),
            shown: false,
            busy: false,
            fault: None,
            wait_until_ms: 0,
        }
    }
}

impl Recover {
    /// The engine said no.
    pub fn refused(&mut self, fault: &Fault, said: String, now_ms: u64) {
        self.busy = false;
        self.wait_until_ms = fault.retry_after_ms.map_or(0, |wait| now_ms + wait);
        self.fault = (fault.code != Code::TooManyAttempts).then_some(said);
    }

    /// Draws the fields; true where the person wants to go back.
    pub fn show(&mut self, ui: &mut Ui, look: &Look<'_>, out: &mut Out) -> bool {
        label::heading(ui, look, &look.t("recover-title"), Style::H1);
        label::body(ui, look, &look.t("recover-text"));
        card::show(ui, look, |ui| {
            ui.spacing_mut().item_spacing.y = space::M;
            self.fields(ui, look, out);
        });
        Button::new(&look.t("recover-back")).kind(Kind::Quiet).show(ui, look).clicked()
    }

    fn fields(&mut self, ui: &mut Ui, look: &Look<'_>, out: &mut Out) {
        let (name, hint) = (look.t("recover-code"), "123456  123456  …");
        let id = Id::unique("recover-code");
        let written = Field::new(&name).hint(hint).lines(4).show(ui, look, id, &mut self.code);
        let text = self.code.text();
        let code = RecoveryCode::parse(&text);
        self.say_code(ui, look, &text, code.as_ref().err().copied());
        let title = look.t("recover-new");
        let id = Id::unique("recover-passphrase");
        let typed = secret_field::show(ui, look, id, &title, &mut self.passphrase, &mut self.shown);
        self.estimate.show(ui, look, &self.passphrase, "", typed.changed);
        if written.changed || typed.changed {
            self.fault = None;
        }
        if let Some(fault) = &self.fault {
            banner::show(ui, look, Tone::Danger, fault);
        }
        let wait_ms = self.wait_until_ms.saturating_sub(look.clock.now_ms);
        if wait_ms > 0 {
            let seconds = wait_ms.div_ceil(1000);
            banner::show(ui, look, Tone::Caution, &look.say("unlock-wait", &[("seconds", Arg::Count(seconds))]));
            wake_after(ui.ctx(), (wait_ms - 1) % 1000 + 1);
        }
        let ready = code.is_ok() && self.estimate.enough() && !self.busy && wait_ms == 0;
        let key = if self.busy { "unlock-busy" } else { "recover-go" };
        let pressed = Button::primary(&look.t(key)).enabled(ready).wide().show(ui, look).clicked();
        if ready && (pressed || typed.entered) {
            self.busy = true;
            self.fault = None;
            let (code, new_passphrase) = (Passphrase::new(text), self.passphrase.passphrase());
            out.ask(Command::Profile(Profile::Recover { code, new_passphrase }), Asked::Recover);
        }
    }

    fn say_code(&self, ui: &mut Ui, look: &Look<'_>, text: &str, fault: Option<CodeFault>) {
        match fault {
            None => drop(banner::show(ui, look, Tone::Success, &look.t("recover-code-whole"))),
            Some(CodeFault::Short) if text.trim().is_empty() => {
                drop(label::hint(ui, look, &look.t("recover-code-hint")))
            }
            Some(CodeFault::Short) => {
                let typed = text.chars().filter(|c| c.is_numeric()).count() as u64;
                let left = [("count", Arg::Count(48_u64.saturating_sub(typed)))];
                label::hint(ui, look, &look.say("recover-code-left", &left));
            }
            Some(CodeFault::Group(number)) => {
                let said = look.say("recover-code-group", &[("number", Arg::Count(number as u64))]);
                banner::show(ui, look, Tone::Caution, &said);
            }
            Some(CodeFault::Long | CodeFault::NotDigits) => {
                banner::show(ui, look, Tone::Caution, &look.t("recover-code-digits"));
            }
        }
    }
}
