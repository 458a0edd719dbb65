//! Where the profile stands, and which calls that allows.

use std::path::Path;
use std::sync::Arc;

use crate::store;
use crate::store::Profile as Folder;

use super::command::{Command, Outcome, Profile};
use super::display::Shown;
use super::event::{Event, Reply};
use super::fault::{Code, Fault};
use super::home::Home;
use super::run::Engine;
use super::snapshot::ProfileState;
use super::turn::{Stale, Turn};

/// Where the profile stands.
pub enum Phase {
    /// Another process holds the folder; every call answers `in_use`.
    InUse,
    /// The folder cannot be used at all.
    Broken(Code),
    /// Free or locked, by whether there is a vault.
    Closed(Arc<Folder>),
    /// A job is making or opening the profile.
    Opening(Arc<Folder>),
    /// Keys are in memory; content may be hidden.
    Open(Arc<Folder>, Box<Home>),
}

impl Phase {
    /// Takes hold of the folder.
    pub fn claim(data: &Path) -> Self {
        match Folder::claim(data) {
            Ok(folder) => {
                let folder = Arc::new(folder);
                if folder.exists() {
                    crate::log::keep_in(data);
                }
                Self::Closed(folder)
            }
            Err(store::Error::InUse) => Self::InUse,
            Err(error) => {
                tracing::error!(%error, "Cannot use the profile's folder");
                Self::Broken(Code::StoreFailed)
            }
        }
    }

    /// The state that is shown.
    pub fn state(&self) -> ProfileState {
        match self {
            Self::InUse | Self::Broken(_) => ProfileState::Locked,
            Self::Closed(folder) | Self::Opening(folder) => {
                if folder.exists() {
                    ProfileState::Locked
                } else {
                    ProfileState::None
                }
            }
            Self::Open(_, home) => {
                if home.hidden {
                    ProfileState::Hidden
                } else {
                    ProfileState::Open
                }
            }
        }
    }

    /// Whether the call may be made now, by the rules of the vault.
    pub fn allows(&self, command: &Command) -> Result<(), Fault> {
        let entry = matches!(command, Command::Profile(Profile::Create { .. } | Profile::Import { .. }));
        let always = matches!(
            command,
            Command::Profile(Profile::Get)
                | Command::Health
                | Command::Net(super::command::Net::Addresses)
                | Command::View(_)
                | Command::Display(_)
        );
        let vault = matches!(
            command,
            Command::Profile(
                Profile::Unlock { .. }
                    | Profile::UnlockByKeyring
                    | Profile::Recover { .. }
                    | Profile::Lock
                    | Profile::Erase { .. }
            )
        );
        match self {
            Self::InUse => Err(Code::InUse.into()),
            Self::Broken(code) => Err((*code).into()),
            Self::Closed(folder) | Self::Opening(folder) => match (folder.exists(), entry) {
                _ if always => Ok(()),
                (true, true) => Err(Code::ProfileExists.into()),
                (true, false) if vault => Ok(()),
                (true, false) => Err(Code::Locked.into()),
                (false, true) => Ok(()),
                (false, false) => Err(Code::NoProfile.into()),
            },
            Self::Open(..) if entry => Err(Code::ProfileExists.into()),
            Self::Open(_, home) if home.hidden && shows(command) => Err(Code::Locked.into()),
            Self::Open(..) => Ok(()),
        }
    }
}

impl Engine {
    /// Takes hold of a folder that another program had, where that has let it go.
    pub(super) fn claim(&mut self, turn: &mut Turn) -> Outcome {
        if matches!(self.phase, Phase::InUse) {
            self.phase = Phase::claim(&self.options.data);
            if matches!(self.phase, Phase::InUse) {
                return Err(Code::InUse.into());
            }
            // The other may have changed how the window looks.
            self.shown = Shown::read(self.options.data.clone());
            self.look_for_keyring();
            turn.stale = Stale::ALL;
            turn.tell(Event::ProfileState { state: self.phase.state() });
        }
        Ok(Reply::Done {})
    }
}

/// Whether a command shows or changes content, which a hidden profile refuses. Network and settings without content go on.
fn shows(command: &Command) -> bool {
    use super::command::Net;
    match command {
        Command::Profile(verb) => {
            matches!(
                verb,
                Profile::Set { .. }
                    | Profile::Export { .. }
                    | Profile::SetPassphrase { .. }
                    | Profile::SetKeyring { .. }
                    | Profile::RecoveryMake { .. }
                    | Profile::RecoverySave { .. }
            )
        }
        Command::Net(Net::Addresses | Net::Status) | Command::Health | Command::View(_) | Command::Display(_) => false,
        Command::Net(Net::Dial { .. })
        | Command::Settings(_)
        | Command::Contact(_)
        | Command::Room(_)
        | Command::Message(_)
        | Command::Scan(_)
        | Command::Invite { .. }
        | Command::Typing { .. } => true,
    }
}
