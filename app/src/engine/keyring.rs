//! The desktop's keyring as a way in: turned on with the passphrase, used when the person asks and never by itself, so
//! that a locked profile stays locked. While the desktop asks the person, the passphrase goes on being taken.

use std::sync::Arc;

use crypto::secret::Passphrase;

use super::event::Reply;
use super::fault::{Code, Fault};
use super::handle::Face;
use super::passphrase::normal;
use super::phase::Phase;
use super::profile::{JobDone, Key, fault};
use super::run::Engine;
use super::turn::{Asker, Turn};
use crate::keyring;
use crate::store;

/// Which sentence the window has for it.
fn refusal(error: keyring::Error) -> Fault {
    let detail = match error {
        keyring::Error::Absent => "absent",
        keyring::Error::Locked => "locked",
        keyring::Error::Missing => "missing",
    };
    Fault::because(Code::NoKeyring, detail)
}

/// A key that opens nothing is as good as none.
pub(super) fn key_fault(error: &store::Error) -> Fault {
    match fault(error) {
        Fault { code: Code::WrongPassphrase, .. } => refusal(keyring::Error::Missing),
        fault => fault,
    }
}

impl Engine {
    /// Asks whether this desktop has a keyring, for a window to offer.
    pub(super) fn look_for_keyring(&mut self) {
        if self.options.face == Face::Window && !self.keyring_sought {
            self.keyring_sought = self.try_job(|| JobDone::KeyringSought { here: keyring::is_here() });
        }
    }

    pub(super) fn keyring_sought(&mut self, turn: &mut Turn, here: bool) {
        self.keyring_sought = false;
        if self.keyring_here != here {
            self.keyring_here = here;
            turn.stale.profile = true;
        }
    }

    /// `profile.set_keyring`
    pub(super) fn set_keyring(&mut self, turn: &mut Turn, on: bool, passphrase: Option<&Passphrase>, asker: Asker) {
        let Phase::Open(folder, _) = &self.phase else { return turn.answer(asker, Err(Code::Locked.into())) };
        let (folder, now_ms) = (Arc::clone(folder), turn.now_ms);
        let before = folder.keyring_name();
        match (on, passphrase) {
            (true, None) => turn.answer(asker, Err(Fault::because(Code::InvalidParams, "passphrase"))),
            (true, Some(passphrase)) => {
                let passphrase = normal(passphrase);
                self.job(move || {
                    let made = folder.make_keyring(&passphrase, now_ms, keyring::keep);
                    let outcome = match made {
                        Ok(Ok(())) => Ok(Reply::Done {}),
                        Ok(Err(error)) => Err(refusal(error)),
                        Err(error) => Err(fault(&error)),
                    };
                    if let (Ok(_), Some(name)) = (&outcome, before) {
                        forget(&name);
                    }
                    JobDone::Answered { asker, outcome }
                });
            }
            (false, _) => self.job(move || {
                let found = folder.remove_keyring();
                if let (Ok(()), Some(name)) = (&found, before) {
                    forget(&name);
                }
                JobDone::Answered { asker, outcome: found.map(|()| Reply::Done {}).map_err(|error| fault(&error)) }
            }),
        }
    }

    /// `profile.unlock` with the keyring: its key is fetched first, and the vault opened once it is here.
    pub(super) fn unlock_by_keyring(&mut self, turn: &mut Turn, asker: Asker) {
        let (Phase::Closed(folder) | Phase::Open(folder, _)) = &self.phase else {
            return turn.answer(asker, Err(Code::Busy.into()));
        };
        match folder.keyring_name() {
            None => turn.answer(asker, Err(refusal(keyring::Error::Missing))),
            Some(name) => self.job(move || JobDone::KeyringRead { asker, found: keyring::fetch(&name) }),
        }
    }

    pub(super) fn keyring_read(&mut self, turn: &mut Turn, asker: Asker, found: Result<Passphrase, keyring::Error>) {
        match found {
            Ok(key) => self.let_in(turn, Key::Ring(key), asker),
            Err(error) => turn.answer(asker, Err(refusal(error))),
        }
    }
}

/// Takes a key that opens nothing any more out of the keyring, where that answers.
pub(super) fn forget(name: &str) {
    if let Err(error) = keyring::forget(name) {
        tracing::warn!(%error, "Cannot take a key out of the keyring; it opens nothing any more");
    }
}
