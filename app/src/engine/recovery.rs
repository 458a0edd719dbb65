//! The recovery sheet: a second way into the vault for whoever loses the passphrase. Its code is made here, told once,
//! and kept nowhere; the vault holds only what it opens.

use std::path::PathBuf;
use std::sync::Arc;

use crypto::secret::{Passphrase, Personal};
use crypto::vault::RecoveryCode;

use super::event::Reply;
use super::fault::{Code, Fault};
use super::passphrase::{normal, strong};
use super::phase::Phase;
use super::profile::{JobDone, Key, fault};
use super::run::Engine;
use super::turn::{Asker, Turn};
use crate::store;

/// Longest sheet that is written to a file.
const SHEET_BYTES: usize = 64 * 1024;

/// A sheet's code, where it is one.
fn code(typed: &Passphrase) -> Result<RecoveryCode, Fault> {
    RecoveryCode::parse(typed.expose()).map_err(|_| Fault::because(Code::InvalidParams, "code: 48 digits"))
}

/// What a refusal means to somebody who typed a code, not a passphrase.
pub(super) fn code_fault(error: &store::Error) -> Fault {
    let said = fault(error);
    if said.code == Code::WrongPassphrase { Fault { code: Code::WrongCode, ..said } } else { said }
}

impl Engine {
    /// `profile.recovery_make`
    pub(super) fn recovery_make(&mut self, turn: &mut Turn, passphrase: &Passphrase, asker: Asker) {
        let Phase::Open(folder, _) = &self.phase else { return turn.answer(asker, Err(Code::Locked.into())) };
        let (folder, passphrase, now_ms) = (Arc::clone(folder), normal(passphrase), turn.now_ms);
        self.job(move || {
            let made = folder.make_recovery(&passphrase, now_ms);
            let told = made.map(|code| Reply::Recovery { code: code.secret().expose().into() });
            JobDone::Answered { asker, outcome: told.map_err(|error| fault(&error)) }
        });
    }

    /// `profile.recovery_save`
    pub(super) fn recovery_save(&mut self, turn: &mut Turn, path: PathBuf, sheet: Personal, asker: Asker) {
        if sheet.expose().len() > SHEET_BYTES {
            return turn.answer(asker, Err(Fault::because(Code::InvalidParams, "sheet: at most 64 KiB")));
        }
        self.job(move || {
            let found = store::write_private(&path, sheet.expose().as_bytes());
            JobDone::Settled { asker, found }
        });
    }

    /// `profile.recover`: a locked profile is opened, a hidden one shown again. Either way the passphrase is new.
    pub(super) fn recover(&mut self, turn: &mut Turn, typed: &Passphrase, new: &Passphrase, asker: Asker) {
        let new = normal(new);
        let name = match &self.phase {
            Phase::Open(_, home) => home.me.name.0.clone(),
            _ => Personal::default(),
        };
        let code = match code(typed).and_then(|code| strong(&new, name.expose()).map(|()| code)) {
            Ok(code) => code,
            Err(fault) => return turn.answer(asker, Err(fault)),
        };
        self.let_in(turn, Key::Sheet { code, new }, asker);
    }
}
