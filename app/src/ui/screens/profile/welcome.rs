//! The first steps: language in its own script, text size, who one is, and the recovery sheet. Each leads back to the
//! one before and keeps what was typed; nothing is made until all is filled in and the last answered. The simple view
//! asks one thing on each page.

use crypto::secret::Personal;
use egui::{Id, Ui};

use super::Import;
use super::sheet::Sheet;
use super::step::Step;
use super::strength::Estimate;
use crate::engine::command::{Command, Profile, Role};
use crate::engine::display::DisplayPatch;
use crate::engine::fault::Code;
use crate::ui::i18n::{Arg, Language};
use crate::ui::look::Look;
use crate::ui::screens::View;
use crate::ui::shell::{Action, Asked, Out};
use crate::ui::text::edit::Editor;
use crate::ui::text::secret::Secret;
use crate::ui::text::{Icon, Style};
use crate::ui::theme::space;
use crate::ui::widgets::banner::{self, Tone};
use crate::ui::widgets::button::{Button, Kind};
use crate::ui::widgets::field::Field;
use crate::ui::widgets::page::Led;
use crate::ui::widgets::{card, choice, label, page, progress, secret_field, switch};

/// Text sizes offered, in per cent, and their names.
pub(in crate::ui::screens) const SIZES: [(u16, &str); 4] =
    [(100, "size-normal"), (125, "size-large"), (150, "size-larger"), (200, "size-largest")];

/// What is chosen and typed so far.
pub struct Welcome {
    step: Step,
    /// The step was just come to: the keyboard goes to its first field, or to its chosen or first choice.
    arrived: bool,
    name: Editor,
    role: Option<Role>,
    passphrase: Secret,
    estimate: Estimate,
    shown: bool,
    wants_sheet: bool,
    busy: bool,
    fault: Option<String>,
    /// The profile is made, and its sheet is not put away yet.
    finishing: bool,
    sheet: Option<Sheet>,
    /// Instead of making a profile, one is brought along.
    import: Option<Import>,
}

impl Default for Welcome {
    fn default() -> Self {
        Self {
            step: Step::default(),
            arrived: false,
            name: Editor::line(Style::BODY, 256),
            role: None,
            passphrase: Secret::new(),
            estimate: Estimate::default(),
            shown: false,
            wants_sheet: false,
            busy: false,
            fault: None,
            finishing: false,
            sheet: None,
            import: None,
        }
    }
}

impl Welcome {
    /// The engine said no to the profile or to the sheet.
    pub fn refused(&mut self, code: Code, said: String, simple: bool) {
        self.busy = false;
        self.fault = Some(said);
        if !self.finishing {
            // What was refused is the name or the passphrase.
            self.step = match (simple, code) {
                (false, _) => Step::Who,
                (true, Code::InvalidName) => Step::Name,
                (true, _) => Step::Passphrase,
            };
        }
    }

    /// The profile is there; what to ask for next, where a sheet is wanted.
    pub fn created(&mut self) -> Option<Command> {
        if !self.wants_sheet {
            *self = Self::default();
            return None;
        }
        self.finishing = true;
        Some(Command::Profile(Profile::RecoveryMake { passphrase: self.passphrase.passphrase() }))
    }

    /// The sheet is there.
    pub fn made(&mut self, code: Personal) {
        self.busy = false;
        self.passphrase.clear();
        self.sheet = Some(Sheet::new(code));
    }

    /// The sheet that is shown.
    pub const fn sheet(&mut self) -> Option<&mut Sheet> {
        self.sheet.as_mut()
    }

    /// Whether the sheet of a profile just made waits to be taken.
    #[must_use]
    pub const fn finishing(&self) -> bool {
        // From the moment it is asked for: the profile is open a while before its making is answered.
        self.finishing || (self.busy && self.wants_sheet)
    }

    /// The engine said no to a file.
    pub fn not_imported(&mut self, said: String) {
        if let Some(import) = &mut self.import {
            import.refused(said);
        }
    }

    /// Draws the page.
    pub fn show(&mut self, ui: &mut Ui, view: &View<'_>, out: &mut Out) {
        let look = &view.look;
        if let Some(import) = &mut self.import {
            if import.show(ui, look, out) {
                self.import = None;
            }
            return;
        }
        let simple = look.display.simple;
        // A page per step, so that each begins at its top.
        let id = format!("welcome-{}", self.step.place(simple).0);
        let content = |ui: &mut Ui, (me, out): &mut (&mut Self, &mut Out)| {
            super::mark(ui, look, out);
            stepper(ui, look, me.step.place(simple));
            me.ask(ui, look, out);
        };
        let foot = |ui: &mut Ui, (me, out): &mut (&mut Self, &mut Out)| me.lead(ui, look, out);
        page::footed(ui, look, &id, &mut (self, out), (content, foot));
    }

    /// What the step asks.
    fn ask(&mut self, ui: &mut Ui, look: &Look<'_>, out: &mut Out) {
        let entered = match self.step {
            Step::Language => self.language(ui, look, out),
            Step::Size => size(ui, look, out, self.arrived),
            Step::Who => self.who(ui, look),
            Step::Name => self.ask_name(ui, look),
            Step::Role => self.ask_role(ui, look),
            Step::Passphrase => self.ask_passphrase(ui, look),
            Step::Sheet => self.last(ui, look, out),
        };
        self.arrived = false;
        if entered && self.missing().is_none() {
            self.go(self.step.next(look.display.simple));
        }
    }

    fn go(&mut self, step: Step) {
        self.arrived = self.step != step;
        self.step = step;
    }

    /// The ways on and back, in the same place on every step.
    fn lead(&mut self, ui: &mut Ui, look: &Look<'_>, out: &mut Out) {
        if self.step == Step::Sheet {
            self.lead_out(ui, look, out);
            return;
        }
        let missing = self.missing();
        if let Some(key) = missing {
            label::hint(ui, look, &look.t(key));
        }
        let (simple, next) = (look.display.simple, look.t("welcome-next"));
        let next = Button::primary(&next).enabled(missing.is_none());
        match page::leads(ui, look, next, self.step.back(simple).is_some()) {
            Some(Led::On) if missing.is_none() => {
                if self.step == Step::Language {
                    let language = Some(look.words.language().tag().to_owned());
                    out.push(Action::Display(DisplayPatch { language, ..DisplayPatch::default() }));
                }
                self.go(self.step.next(simple));
            }
            Some(Led::Back) => self.go(self.step.back(simple).unwrap_or(self.step)),
            _ => {}
        }
    }

    /// The same on the last step, where a sheet is made, and then taken.
    fn lead_out(&mut self, ui: &mut Ui, look: &Look<'_>, out: &mut Out) {
        if self.sheet.is_some() {
            let have = look.t("sheet-have-it");
            if page::leads(ui, look, Button::primary(&have).icon(Icon::Check), false).is_some() {
                *self = Self::default();
            }
            return;
        }
        let key = if self.busy { "welcome-busy" } else { "sheet-make" };
        let make = look.t(key);
        let make = Button::primary(&make).icon(Icon::Key).enabled(!self.busy);
        match page::leads(ui, look, make, !self.finishing && !self.busy) {
            Some(Led::On) if !self.busy => self.start(out, true),
            Some(Led::Back) => self.go(self.step.back(look.display.simple).unwrap_or(self.step)),
            _ => {}
        }
    }

    fn language(&self, ui: &mut Ui, look: &Look<'_>, out: &mut Out) -> bool {
        label::heading(ui, look, &look.t("welcome-language"), Style::H1);
        languages(ui, look, out)
    }

    fn who(&mut self, ui: &mut Ui, look: &Look<'_>) -> bool {
        label::heading(ui, look, &look.t("welcome-title"), Style::H1);
        label::body(ui, look, &look.t("welcome-text"));
        let card = card::show(ui, look, |ui| {
            ui.spacing_mut().item_spacing.y = space::M;
            self.name(ui, look);
            label::paragraph(ui, look, &look.t("welcome-role"), Style::BUTTON, look.tokens.ink);
            self.role(ui, look);
            ui.add_space(space::XS);
            self.passphrase(ui, look)
        });
        label::with_icon(ui, look, Icon::Lock, look.tokens.success.ink, &look.t("welcome-safe"), Style::LABEL);
        self.bring_along(ui, look);
        card.inner
    }

    /// The same as a page each. What Hearth is stands before the first of them.
    fn ask_name(&mut self, ui: &mut Ui, look: &Look<'_>) -> bool {
        label::heading(ui, look, &look.t("welcome-title"), Style::H1);
        label::body(ui, look, &look.t("welcome-text"));
        let entered = self.name(ui, look);
        self.say_fault(ui, look);
        self.bring_along(ui, look);
        entered
    }

    fn ask_role(&mut self, ui: &mut Ui, look: &Look<'_>) -> bool {
        label::heading(ui, look, &look.t("welcome-role"), Style::H1);
        self.role(ui, look);
        false
    }

    fn ask_passphrase(&mut self, ui: &mut Ui, look: &Look<'_>) -> bool {
        label::heading(ui, look, &look.t("welcome-passphrase-title"), Style::H1);
        let entered = self.passphrase(ui, look);
        label::with_icon(ui, look, Icon::Lock, look.tokens.success.ink, &look.t("welcome-safe"), Style::LABEL);
        entered
    }

    /// A profile from another computer takes the place of all that is asked here.
    fn bring_along(&mut self, ui: &mut Ui, look: &Look<'_>) {
        if Button::new(&look.t("welcome-import")).icon(Icon::FileDown).kind(Kind::Quiet).show(ui, look).clicked() {
            self.import = Some(Import::default());
        }
    }

    fn name(&mut self, ui: &mut Ui, look: &Look<'_>) -> bool {
        let (title, hint) = (look.t("welcome-name"), look.t("welcome-name-hint"));
        let id = Id::unique("welcome-name");
        let written = Field::new(&title).hint(&hint).show(ui, look, id, &mut self.name);
        if self.arrived {
            written.response.request_focus();
        }
        if written.changed {
            (self.fault, self.estimate) = (None, Estimate::default());
        }
        written.entered
    }

    fn role(&mut self, ui: &mut Ui, look: &Look<'_>) {
        let roles = [
            (Role::Patient, Icon::Heart, "role-patient", "role-patient-meaning"),
            (Role::Doctor, Icon::Stethoscope, "role-doctor", "role-doctor-meaning"),
            (Role::Peer, Icon::Users, "role-peer", "role-peer-meaning"),
        ];
        let first = self.role.unwrap_or(Role::Patient);
        for (role, icon, title, meaning) in roles {
            let chosen = self.role == Some(role);
            let response = choice::show(ui, look, icon, &look.t(title), &look.t(meaning), chosen);
            if response.clicked() {
                self.role = Some(role);
            }
            if self.arrived && self.step == Step::Role && role == first {
                response.request_focus();
            }
        }
    }

    fn passphrase(&mut self, ui: &mut Ui, look: &Look<'_>) -> bool {
        let id = Id::unique("welcome-passphrase");
        let title = look.t("passphrase");
        let typed = secret_field::show(ui, look, id, &title, &mut self.passphrase, &mut self.shown);
        if self.arrived && self.step == Step::Passphrase {
            typed.response.request_focus();
        }
        self.estimate.show(ui, look, &self.passphrase, self.name.text().trim(), typed.changed);
        label::hint(ui, look, &look.t("welcome-passphrase-hint"));
        if typed.changed {
            self.fault = None;
        }
        self.say_fault(ui, look);
        typed.entered
    }

    fn say_fault(&self, ui: &mut Ui, look: &Look<'_>) {
        if let Some(fault) = &self.fault {
            banner::show(ui, look, Tone::Danger, fault);
        }
    }

    /// What the step still lacks, as the key of a sentence.
    fn missing(&self) -> Option<&'static str> {
        let asks = |step| self.step == step || self.step == Step::Who;
        match () {
            () if asks(Step::Name) && self.name.text().trim().is_empty() => Some("welcome-missing-name"),
            () if asks(Step::Role) && self.role.is_none() => Some("welcome-missing-role"),
            () if asks(Step::Passphrase) && self.passphrase.is_empty() => Some("welcome-missing-passphrase"),
            () if asks(Step::Passphrase) && !self.estimate.enough() => Some("welcome-missing-strength"),
            () => None,
        }
    }

    fn last(&mut self, ui: &mut Ui, look: &Look<'_>, out: &mut Out) -> bool {
        let name = self.name.text().trim().to_owned();
        label::heading(ui, look, &look.t("sheet-title"), Style::H1);
        if let Some(sheet) = &mut self.sheet {
            sheet.show(ui, look, out, &name);
            return false;
        }
        label::body(ui, look, &look.t("sheet-why"));
        label::with_icon(ui, look, Icon::Info, look.tokens.info.ink, &look.t("sheet-later"), Style::LABEL);
        self.say_fault(ui, look);
        if self.busy {
            progress::show(ui, look, &look.t("welcome-busy"), None);
        } else if Button::new(&look.t("sheet-without")).show(ui, look).clicked() {
            if self.finishing {
                *self = Self::default();
            } else {
                self.start(out, false);
            }
        }
        false
    }

    fn start(&mut self, out: &mut Out, wants_sheet: bool) {
        self.wants_sheet = wants_sheet;
        self.fault = None;
        self.busy = true;
        let passphrase = self.passphrase.passphrase();
        if self.finishing {
            // The profile is made already; only its sheet was refused.
            out.ask(Command::Profile(Profile::RecoveryMake { passphrase }), Asked::Sheet);
            return;
        }
        let Some(role) = self.role else { return };
        let name = self.name.text().trim().into();
        out.ask(Command::Profile(Profile::Create { name, role, passphrase }), Asked::Create);
    }
}

/// How far one is, in words and in a bar.
pub(in crate::ui::screens) fn stepper(ui: &mut Ui, look: &Look<'_>, (number, all): (u64, u64)) {
    let said = look.say("welcome-step", &[("step", Arg::Count(number)), ("of", Arg::Count(all))]);
    progress::show(ui, look, &said, Some(number as f32 / all as f32));
}

/// The text sizes, each word in its own; what was chosen just now. The one in force gets the keyboard on arrival.
pub(in crate::ui::screens) fn sizes(ui: &mut Ui, look: &Look<'_>, arrived: bool) -> Option<u16> {
    let (mut pressed, in_force) = (None, look.display.text_percent);
    for (percent, key) in SIZES {
        let size = Style::NAME.size * f32::from(percent) / f32::from(in_force.max(1));
        let response = choice::sized(ui, look, &look.t(key), size.clamp(9.0, 40.0), percent == in_force);
        if arrived && percent == in_force {
            response.request_focus();
        }
        if response.clicked() {
            pressed = Some(percent);
        }
    }
    pressed
}

fn size(ui: &mut Ui, look: &Look<'_>, out: &mut Out, arrived: bool) -> bool {
    label::heading(ui, look, &look.t("welcome-size"), Style::H1);
    label::body(ui, look, &look.t("welcome-size-text"));
    if let Some(percent) = sizes(ui, look, arrived) {
        out.push(Action::Display(DisplayPatch { text_percent: Some(percent), ..DisplayPatch::default() }));
    }
    simple_view(ui, look, out);
    false
}

/// The switch for the simple view.
pub(in crate::ui::screens) fn simple_view(ui: &mut Ui, look: &Look<'_>, out: &mut Out) {
    let (title, meaning, on) = (look.t("setting-simple"), look.t("setting-simple-text"), look.display.simple);
    if switch::show(ui, look, Icon::Eye, (&title, &meaning), on).clicked() {
        out.push(Action::Display(DisplayPatch { simple: Some(!on), ..DisplayPatch::default() }));
    }
}

/// Every language by its own name; true where the one in force was pressed.
pub(in crate::ui::screens) fn languages(ui: &mut Ui, look: &Look<'_>, out: &mut Out) -> bool {
    let now = Language::ALL.iter().position(|language| *language == look.words.language());
    let names = Language::ALL.map(Language::own_name);
    let pressed = choice::grid(ui, look, Some(Icon::Languages), &names, now);
    if let Some(language) = pressed.and_then(|at| Language::ALL.get(at)) {
        let language = Some(language.tag().to_owned());
        out.push(Action::Display(DisplayPatch { language, ..DisplayPatch::default() }));
    }
    pressed.is_some() && pressed == now
}
