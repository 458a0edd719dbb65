//! An open profile: everything that exists only while the keys are in memory.

use crypto::identity::{Certificate, DeviceKey, PersonaKey};
use crypto::secret::{Key32, Personal};
use zeroize::Zeroizing;

use crate::store::Opened;
use crate::store::{Key, SledStore, SlotId, Store, Tree};

use super::context::{ContextId, Contexts};
use super::fault::Code;
use super::handle::Idle;
use super::profile::How;
use super::record::{self, Keys, Me, Settings, Text, role_number};
use super::run::Engine;
use super::snapshot::Notice;
use super::turn::{Asker, Turn};

/// One identity on this device: the account, or a room's persona.
pub struct Persona {
    pub key: PersonaKey,
    pub device: DeviceKey,
    pub certificate: Certificate,
    pub transport: Key32,
    pub bound: Vec<String>,
}

impl Persona {
    /// A fresh identity that nothing links to any other.
    pub fn generate(now_ms: u64) -> Self {
        let rng = &mut rand::rng();
        let (key, device) = (PersonaKey::generate(rng), DeviceKey::generate(rng));
        let certificate = Certificate::issue(&key, &device, now_ms);
        Self { key, device, certificate, transport: Key32::random(rng), bound: Vec::new() }
    }

    /// The same person on a new device: what is used after an import, so that no ratchet is ever rewound.
    pub fn renewed(&self, now_ms: u64) -> Self {
        let rng = &mut rand::rng();
        let (key, device) = (PersonaKey::from_bytes(&self.key.to_bytes()), DeviceKey::generate(rng));
        let certificate = Certificate::issue(&key, &device, now_ms);
        Self { key, device, certificate, transport: Key32::random(rng), bound: Vec::new() }
    }

    /// As it is kept.
    pub fn keys(&self) -> Keys {
        Keys {
            persona: self.key.to_bytes().expose().to_vec(),
            device: self.device.to_bytes().to_vec(),
            certificate: self.certificate.bytes().to_vec(),
            transport: self.transport.expose().to_vec(),
            bound: self.bound.clone(),
        }
    }

    /// As it was kept.
    pub fn from_keys(keys: &Keys) -> Result<Self, Code> {
        let damaged = |_| Code::StoreFailed;
        Ok(Self {
            key: PersonaKey::from_bytes(&Key32::try_from(keys.persona.as_slice()).map_err(|_| Code::StoreFailed)?),
            device: DeviceKey::from_bytes(&keys.device).map_err(damaged)?,
            certificate: Certificate::decode(&keys.certificate).map_err(damaged)?,
            transport: Key32::try_from(keys.transport.as_slice()).map_err(|_| Code::StoreFailed)?,
            bound: keys.bound.clone(),
        })
    }

    /// A copy, for those who sign on their own.
    pub fn device_copy(&self) -> DeviceKey {
        let bytes: Zeroizing<Vec<u8>> = self.device.to_bytes();
        DeviceKey::from_bytes(&bytes).expect("a device key reads what it wrote")
    }
}

/// An open profile.
pub struct Home {
    pub hidden: bool,
    pub idle: Idle,
    pub store: SledStore,
    pub notice: Option<Notice>,
    pub me: Me,
    pub settings: Settings,
    pub account: Persona,
    pub contexts: Contexts,
    /// Who waits until every listener is bound or refused.
    settling: Option<Asker>,
}

fn account_key() -> Key {
    Key::new(Tree::Meta, *b"account")
}

impl Home {
    /// Reads what is kept, or makes what a new profile needs, and brings the swarms up.
    pub fn open(engine: &mut Engine, turn: &mut Turn, opened: Opened, how: How) -> Result<Self, Code> {
        let Opened { store, notice, rewound } = opened;
        let (me, account) = match how {
            How::Made { name, role } => {
                let me = Me { name: Text(name), about: None, role: role_number(role), created_ms: turn.now_ms };
                let account = Persona::generate(turn.now_ms);
                record::save(&mut turn.batch, Me::key(), SlotId::PROFILE, &me);
                record::save(&mut turn.batch, account_key(), SlotId::PROFILE, &account.keys());
                (me, account)
            }
            How::Unlocked | How::Imported => {
                let me = record::load(&store, &Me::key())?.ok_or(Code::StoreFailed)?;
                let keys: Keys = record::load(&store, &account_key())?.ok_or(Code::StoreFailed)?;
                let mut account = Persona::from_keys(&keys)?;
                if rewound {
                    account = account.renewed(turn.now_ms);
                    record::save(&mut turn.batch, account_key(), SlotId::PROFILE, &account.keys());
                }
                (me, account)
            }
        };
        let settings = record::load(&store, &Settings::key())?.unwrap_or_default();
        let contexts = Contexts::new(engine.options.clone(), engine.network.clone());
        let mut home = Self {
            hidden: false,
            idle: engine.options.idle,
            store,
            notice,
            me,
            settings,
            account,
            contexts,
            settling: None,
        };
        home.contexts.start(turn, ContextId::ACCOUNT, &home.account.transport, &home.account.bound);
        Ok(home)
    }

    /// Who is told once every listener is bound or refused.
    pub fn settle(&mut self, asker: Asker) {
        self.settling = Some(asker);
    }

    /// Whether somebody still waits for the listeners.
    pub const fn settling(&self) -> bool {
        self.settling.is_some()
    }

    /// Takes the one who waits, where the listeners are bound or refused.
    pub fn settled(&mut self) -> Option<Asker> {
        if self.contexts.ready() { self.settling.take() } else { None }
    }

    /// A changed name is shown to contacts and in record rooms from now on.
    pub fn rename(&mut self, _turn: &mut Turn, name: &Personal) {
        self.me.name = Text(name.clone());
    }

    /// Stores what the turn still owes, and takes the swarms down.
    pub fn close(mut self: Box<Self>, turn: &mut Turn) {
        if self.store.write(std::mem::take(&mut turn.batch)).is_err() {
            tracing::error!("Failed to store the last turn before locking");
        }
        self.contexts.stop();
    }
}
