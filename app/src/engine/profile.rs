//! The profile and its vault: make, open, hide, lock, change, carry away, bring back, erase. Argon2 runs on a thread of
//! its own; what it finds comes back as a [`JobDone`].

use std::path::PathBuf;
use std::sync::Arc;

use crypto::secret::{Passphrase, Personal};
use crypto::vault::RecoveryCode;

use crate::store::{self, SlotId};
use crate::store::{Opened, Profile as Folder};

use super::command::{Profile as Verb, Role};
use super::event::{Event, Reply};
use super::fault::{Code, Fault};
use super::home::Home;
use super::name;
use super::passphrase::{normal, strong};
use super::phase::Phase;
use super::record::{Me, Text};
use super::run::Engine;
use super::snapshot::ProfileView;
use super::turn::{Asker, Stale, Turn};

/// How often the store is asked whether a backup is due, while there is anything new.
const BACKUP_MS: u64 = 60 * 1000;
/// Longest line about oneself.
const ABOUT_CHARS: usize = 500;

/// What a thread of the vault found.
#[expect(clippy::large_enum_variant, reason = "a few of them exist in a process's life")]
pub enum JobDone {
    /// The vault was opened or made, or not.
    Opened { how: How, asker: Asker, found: store::Result<Opened> },
    /// The passphrase was compared while the vault was open, or records were cleared before erasing.
    Checked { why: Why, asker: Asker, found: store::Result<()> },
    /// A call is answered, and the phase stays as it is.
    Answered { asker: Asker, outcome: super::command::Outcome },
    /// Something that leaves the phase as it is.
    Settled { asker: Asker, found: store::Result<()> },
    /// Whether this desktop has a keyring.
    KeyringSought { here: bool },
    /// The keyring gave the key, or not.
    KeyringRead { asker: Asker, found: Result<Passphrase, crate::keyring::Error> },
    /// The folder was emptied, or not.
    Erased { asker: Asker, found: store::Result<()> },
    /// A scan was looked at, or could not be.
    Inspected { asker: Asker, found: Result<Box<ml::scan::report::Report>, Fault> },
    /// An automatic backup ended.
    BackedUp { found: store::Result<()> },
}

/// How the vault came open.
pub enum How {
    /// For the first time.
    Made { name: Personal, role: Role },
    /// With its passphrase.
    Unlocked,
    /// From an export.
    Imported,
    /// With its recovery sheet.
    Recovered,
    /// With the key in the desktop's keyring.
    ByKeyring,
}

/// What somebody comes in with.
pub(super) enum Key {
    /// The passphrase.
    Words(Passphrase),
    /// The recovery sheet's code, and the passphrase that is to be from then on.
    Sheet { code: RecoveryCode, new: Passphrase },
    /// What the desktop's keyring holds.
    Ring(Passphrase),
}

impl Key {
    fn open(&self, folder: &Folder, now_ms: u64) -> (How, store::Result<Opened>) {
        match self {
            Self::Words(words) => (How::Unlocked, folder.unlock(words, now_ms)),
            Self::Sheet { code, new } => (How::Recovered, folder.recover(code, new, now_ms)),
            Self::Ring(key) => (How::ByKeyring, folder.unlock_by_keyring(key, now_ms)),
        }
    }

    fn check(&self, folder: &Folder, now_ms: u64) -> (Why, store::Result<()>) {
        match self {
            Self::Words(words) => (Why::Return, folder.check(words, now_ms)),
            Self::Sheet { code, new } => (Why::Recover, folder.renew_passphrase(code, new, now_ms).map(|_| ())),
            Self::Ring(key) => (Why::ReturnByKeyring, folder.check_keyring(key)),
        }
    }
}

/// What a right passphrase is for, while the vault is open.
pub enum Why {
    /// To show content again.
    Return,
    /// The same, by the recovery sheet.
    Recover,
    /// The same, by the desktop's keyring.
    ReturnByKeyring,
    /// To destroy the profile.
    Erase(Passphrase),
}

/// What the store's refusal means to a face.
pub(super) fn fault(error: &store::Error) -> Fault {
    let code = match error {
        store::Error::NoProfile => Code::NoProfile,
        store::Error::ProfileExists => Code::ProfileExists,
        store::Error::InUse => Code::InUse,
        store::Error::WrongPassphrase { retry_after_ms } => {
            let retry_after_ms = (*retry_after_ms > 0).then_some(*retry_after_ms);
            return Fault { retry_after_ms, ..Fault::from(Code::WrongPassphrase) };
        }
        store::Error::TooManyAttempts { retry_after_ms } => {
            return Fault { retry_after_ms: Some(*retry_after_ms), ..Fault::from(Code::TooManyAttempts) };
        }
        store::Error::UnreadableFile => Code::UnreadableFile,
        store::Error::UnwritableFile(_) => Code::UnwritableFile,
        _ => Code::StoreFailed,
    };
    if code == Code::StoreFailed {
        tracing::error!(%error, "the store refused");
    }
    code.into()
}

impl Engine {
    /// Runs `work` on a thread of its own; its finding comes back as an input.
    pub(super) fn job(&self, work: impl FnOnce() -> JobDone + Send + 'static) {
        // The system's refusal is in the log.
        let _ = self.try_job(work);
    }

    /// The same; false where the system has no thread for it.
    pub(super) fn try_job(&self, work: impl FnOnce() -> JobDone + Send + 'static) -> bool {
        let jobs = self.jobs.clone();
        let spawned = std::thread::Builder::new().name("vault".into()).spawn(move || {
            // Refused where the engine has ended meanwhile.
            let _ = jobs.blocking_send(work());
        });
        if let Err(error) = &spawned {
            tracing::error!(%error, "Cannot start a thread");
        }
        spawned.is_ok()
    }

    pub(super) fn profile(&mut self, turn: &mut Turn, verb: Verb, reply: Asker) {
        match verb {
            Verb::Get => turn.answer(reply, Ok(Reply::Profile(self.profile_view()))),
            Verb::Create { name, role, passphrase } => self.create(turn, &name, role, &passphrase, reply),
            Verb::Unlock { passphrase } => self.let_in(turn, Key::Words(normal(&passphrase)), reply),
            Verb::UnlockByKeyring => self.unlock_by_keyring(turn, reply),
            Verb::SetKeyring { on, passphrase } => self.set_keyring(turn, on, passphrase.as_ref(), reply),
            Verb::Lock => {
                self.lock(turn);
                turn.answer(reply, Ok(Reply::Done {}));
            }
            Verb::Hide => {
                let outcome = self.hide(turn);
                turn.answer(reply, outcome);
            }
            Verb::Set { name, about } => {
                let outcome = self.set_profile(turn, name.as_ref(), about.as_ref());
                turn.answer(reply, outcome);
            }
            Verb::SetPassphrase { old, new } => self.set_passphrase(turn, &old, &new, reply),
            Verb::Export { path, passphrase } => self.export(turn, path, &passphrase, reply),
            Verb::Import { path, passphrase } => self.import(turn, path, &passphrase, reply),
            Verb::RecoveryMake { passphrase } => self.recovery_make(turn, &passphrase, reply),
            Verb::RecoverySave { path, sheet } => self.recovery_save(turn, path, sheet, reply),
            Verb::Recover { code, new_passphrase } => self.recover(turn, &code, &new_passphrase, reply),
            Verb::ConfirmClock => {
                self.clock.confirm();
                if let Phase::Open(_, home) = &mut self.phase {
                    home.believe(turn);
                }
                turn.answer(reply, Ok(Reply::Done {}));
            }
            Verb::Erase { passphrase } => self.erase(turn, &passphrase, reply),
        }
    }

    /// `profile.get`
    pub(super) fn profile_view(&self) -> ProfileView {
        let state = self.phase.state();
        let folder = match &self.phase {
            Phase::Closed(folder) | Phase::Opening(folder) | Phase::Open(folder, _) => Some(folder),
            Phase::InUse | Phase::Broken(_) => None,
        };
        let recovery = folder.is_some_and(|folder| folder.has_recovery());
        let keyring = folder.is_some_and(|folder| folder.keyring_name().is_some());
        let keyring_here = self.keyring_here;
        match &self.phase {
            Phase::Open(_, home) if !home.hidden => ProfileView {
                state,
                name: Some(home.me.name.0.clone()),
                about: home.me.about.as_ref().map(|about| about.0.clone()),
                role: Some(home.me.role()),
                device: Some(home.account.device.id()),
                notice: home.notice,
                recovery,
                keyring,
                keyring_here,
            },
            Phase::InUse => {
                ProfileView { state, notice: Some(super::snapshot::Notice::InUse), ..ProfileView::default() }
            }
            _ => ProfileView { state, recovery, keyring, keyring_here, ..ProfileView::default() },
        }
    }

    fn create(&mut self, turn: &mut Turn, name: &Personal, role: Role, passphrase: &Passphrase, asker: Asker) {
        let Phase::Closed(folder) = &self.phase else { return turn.answer(asker, Err(Code::ProfileExists.into())) };
        let passphrase = normal(passphrase);
        let name = match name::checked(name).and_then(|name| strong(&passphrase, name.expose()).map(|()| name)) {
            Ok(name) => name,
            Err(fault) => return turn.answer(asker, Err(fault)),
        };
        let (folder, now_ms) = (Arc::clone(folder), turn.now_ms);
        self.phase = Phase::Opening(Arc::clone(&folder));
        self.job(move || {
            let found = folder.create(&passphrase, now_ms);
            JobDone::Opened { how: How::Made { name, role }, asker, found }
        });
    }

    /// Lets somebody in: a locked profile is opened, a hidden one shown again once the key was found right.
    pub(super) fn let_in(&mut self, turn: &mut Turn, key: Key, asker: Asker) {
        let now_ms = turn.now_ms;
        match &self.phase {
            Phase::Closed(folder) => {
                let (folder, closing) = (Arc::clone(folder), self.closing.clone());
                self.phase = Phase::Opening(Arc::clone(&folder));
                self.job(move || {
                    let (how, found) = key.open(&folder, now_ms);
                    closing.wait();
                    JobDone::Opened { how, asker, found }
                });
            }
            Phase::Open(folder, _) => {
                let folder = Arc::clone(folder);
                self.job(move || {
                    let (why, found) = key.check(&folder, now_ms);
                    JobDone::Checked { why, asker, found }
                });
            }
            _ => turn.answer(asker, Err(Code::Busy.into())),
        }
    }

    fn import(&mut self, turn: &mut Turn, path: PathBuf, passphrase: &Passphrase, asker: Asker) {
        let Phase::Closed(folder) = &self.phase else { return turn.answer(asker, Err(Code::ProfileExists.into())) };
        let (folder, passphrase) = (Arc::clone(folder), normal(passphrase));
        self.phase = Phase::Opening(Arc::clone(&folder));
        self.job(move || {
            let found = folder.import(&path, &passphrase);
            JobDone::Opened { how: How::Imported, asker, found }
        });
    }

    fn export(&mut self, turn: &mut Turn, path: PathBuf, passphrase: &Passphrase, asker: Asker) {
        let passphrase = normal(passphrase);
        let Phase::Open(_, home) = &mut self.phase else { return turn.answer(asker, Err(Code::Locked.into())) };
        if let Err(weak) = strong(&passphrase, home.me.name.0.expose()) {
            return turn.answer(asker, Err(weak));
        }
        match home.shelf.store().exporter() {
            Ok(exporter) => self.job(move || JobDone::Settled { asker, found: exporter.write(&path, &passphrase) }),
            Err(error) => turn.answer(asker, Err(fault(&error))),
        }
    }

    /// Writes the next automatic backup where one is due and there is anything new.
    pub(super) fn back_up(&mut self, turn: &Turn) {
        if self.backing_up || turn.now_ms < self.next_backup_ms {
            return;
        }
        let Phase::Open(_, home) = &mut self.phase else { return };
        self.next_backup_ms = turn.now_ms + BACKUP_MS;
        if let Some(backup) = home.shelf.backup(turn.now_ms) {
            self.backing_up = true;
            self.job(move || JobDone::BackedUp { found: backup.run() });
        }
    }

    /// Where a copy found records missing, the store is read through, and repaired, when it is unlocked next.
    fn doubt(&self, copied: &store::Result<()>) {
        if let (Phase::Open(_, home), Err(store::Error::Damaged)) = (&self.phase, copied) {
            home.shelf.store().doubt();
        }
    }

    fn set_passphrase(&mut self, turn: &mut Turn, old: &Passphrase, new: &Passphrase, asker: Asker) {
        let (old, new, now_ms) = (normal(old), normal(new), turn.now_ms);
        let Phase::Open(folder, home) = &self.phase else { return turn.answer(asker, Err(Code::Locked.into())) };
        if let Err(weak) = strong(&new, home.me.name.0.expose()) {
            return turn.answer(asker, Err(weak));
        }
        let folder = Arc::clone(folder);
        self.job(move || JobDone::Settled { asker, found: folder.set_passphrase(&old, &new, now_ms) });
    }

    fn erase(&mut self, turn: &mut Turn, passphrase: &Passphrase, asker: Asker) {
        let (passphrase, now_ms) = (normal(passphrase), turn.now_ms);
        let (Phase::Closed(folder) | Phase::Open(folder, _)) = &self.phase else {
            return turn.answer(asker, Err(Code::Busy.into()));
        };
        let folder = Arc::clone(folder);
        self.job(move || {
            let found = folder.check(&passphrase, now_ms);
            JobDone::Checked { why: Why::Erase(passphrase), asker, found }
        });
    }

    pub(super) fn hide(&mut self, turn: &mut Turn) -> super::command::Outcome {
        let Phase::Open(_, home) = &mut self.phase else { return Err(Code::Locked.into()) };
        if !home.hidden {
            home.hidden = true;
            self.studies.cancel();
            turn.stale = Stale::ALL;
            turn.tell(Event::ProfileState { state: self.phase.state() });
        }
        Ok(Reply::Done {})
    }

    /// Forgets keys and content; swarms go down, what is stored stays.
    pub(super) fn lock(&mut self, turn: &mut Turn) {
        let Phase::Open(folder, _) = &self.phase else { return };
        let closed = Phase::Closed(Arc::clone(folder));
        self.studies.cancel();
        if let Phase::Open(_, home) = std::mem::replace(&mut self.phase, closed) {
            home.close(turn);
        }
        self.look_for_keyring();
        turn.stale = Stale::ALL;
        turn.tell(Event::ProfileState { state: self.phase.state() });
    }

    fn set_profile(
        &mut self,
        turn: &mut Turn,
        name: Option<&Personal>,
        about: Option<&Personal>,
    ) -> super::command::Outcome {
        let Phase::Open(_, home) = &mut self.phase else { return Err(Code::Locked.into()) };
        let name = name.map(name::checked).transpose()?;
        if about.is_some_and(|about| about.expose().chars().count() > ABOUT_CHARS) {
            return Err(Fault::because(Code::InvalidParams, "about: at most 500 characters"));
        }
        if let Some(name) = name {
            home.rename(turn, &name);
        }
        if let Some(about) = about {
            let kept = super::text::harmless(about.expose());
            home.me.about = (!kept.trim().is_empty()).then(|| Text(kept.into()));
        }
        home.shelf.save(Me::key(), SlotId::PROFILE, &home.me);
        turn.stale = Stale::ALL;
        Ok(Reply::Profile(self.profile_view()))
    }

    pub(super) fn job_done(&mut self, turn: &mut Turn, done: JobDone) {
        match done {
            JobDone::Opened { how, asker, found } => self.opened(turn, how, asker, found),
            JobDone::Checked { why, asker, found } => self.checked(turn, why, asker, found),
            JobDone::Settled { asker, found } => {
                self.doubt(&found);
                turn.answer(asker, found.map(|()| Reply::Done {}).map_err(|error| fault(&error)));
            }
            JobDone::Answered { asker, outcome } => {
                turn.stale.profile = true;
                turn.answer(asker, outcome);
            }
            JobDone::KeyringSought { here } => self.keyring_sought(turn, here),
            JobDone::KeyringRead { asker, found } => self.keyring_read(turn, asker, found),
            JobDone::Erased { asker, found } => self.erased(turn, asker, found),
            JobDone::Inspected { asker, found } => self.inspected(turn, asker, found),
            JobDone::BackedUp { found } => {
                self.backing_up = false;
                self.next_backup_ms = turn.now_ms + BACKUP_MS;
                self.doubt(&found);
                if let Err(error) = found {
                    tracing::warn!(%error, "Failed to write a backup");
                }
            }
        }
    }

    fn opened(&mut self, turn: &mut Turn, how: How, asker: Asker, found: store::Result<Opened>) {
        let Phase::Opening(folder) = &self.phase else { return };
        let folder = Arc::clone(folder);
        let home = match found {
            Ok(opened) => Home::open(self, turn, opened, how),
            Err(error) => {
                self.phase = Phase::Closed(folder);
                let said = match how {
                    How::Recovered => super::recovery::code_fault(&error),
                    How::ByKeyring => super::keyring::key_fault(&error),
                    _ => fault(&error),
                };
                turn.answer(asker, Err(said));
                return self.resume(turn);
            }
        };
        match home {
            Ok(mut home) => {
                crate::log::keep_in(&self.options.data);
                home.settle(asker);
                self.phase = Phase::Open(folder, Box::new(home));
                self.adopt_language(turn);
                self.active_ms = turn.now_ms;
                turn.stale = Stale::ALL;
                turn.tell(Event::ProfileState { state: self.phase.state() });
                self.next_backup_ms = turn.now_ms + BACKUP_MS;
            }
            Err(code) => {
                self.phase = Phase::Closed(folder);
                turn.answer(asker, Err(code.into()));
                self.resume(turn);
            }
        }
    }

    fn checked(&mut self, turn: &mut Turn, why: Why, asker: Asker, found: store::Result<()>) {
        match (found, why) {
            (Err(error), Why::Recover) => turn.answer(asker, Err(super::recovery::code_fault(&error))),
            (Err(error), Why::ReturnByKeyring) => turn.answer(asker, Err(super::keyring::key_fault(&error))),
            (Err(error), _) => turn.answer(asker, Err(fault(&error))),
            (Ok(()), Why::Return | Why::Recover | Why::ReturnByKeyring) => {
                if let Phase::Open(_, home) = &mut self.phase
                    && home.hidden
                {
                    home.hidden = false;
                    turn.stale = Stale::ALL;
                    turn.tell(Event::ProfileState { state: self.phase.state() });
                }
                self.active_ms = turn.now_ms;
                turn.answer(asker, Ok(Reply::Profile(self.profile_view())));
            }
            (Ok(()), Why::Erase(passphrase)) => {
                self.lock(turn);
                let Phase::Closed(folder) = &self.phase else {
                    return turn.answer(asker, Err(Code::Busy.into()));
                };
                let (folder, now_ms) = (Arc::clone(folder), turn.now_ms);
                self.phase = Phase::Opening(Arc::clone(&folder));
                crate::log::forget();
                let key = folder.keyring_name();
                self.job(move || {
                    let found = folder.erase(&passphrase, now_ms);
                    if let (Ok(()), Some(name)) = (&found, key) {
                        super::keyring::forget(&name);
                    }
                    JobDone::Erased { asker, found }
                });
            }
        }
    }

    fn erased(&mut self, turn: &mut Turn, asker: Asker, found: store::Result<()>) {
        if let Phase::Opening(folder) = &self.phase {
            self.phase = Phase::Closed(Arc::clone(folder));
        }
        self.shown.kept &= found.is_err();
        turn.stale = Stale::ALL;
        turn.tell(Event::ProfileState { state: self.phase.state() });
        turn.answer(asker, found.map(|()| Reply::Done {}).map_err(|error| fault(&error)));
        self.resume(turn);
    }
}
