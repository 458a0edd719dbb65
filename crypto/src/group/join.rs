//! Key packages and Welcomes: how a device enters, and enters again.

use std::collections::BTreeMap;

use openmls::prelude::tls_codec::{DeserializeBytes as _, Serialize as _};
use openmls::prelude::{
    KeyPackage, KeyPackageIn, MlsMessageBodyIn, MlsMessageIn, ProtocolVersion, StagedWelcome, Welcome,
};

use super::keys::{CommitId, EpochId, KeysError, Roster};
use super::leaf::{self, Desk, SUITE};
use super::rows::{Cell, Rows};
use super::tree::{Commit, MAX_COMMITS};
use super::{Group, frame, internal, is_of_room};
use crate::identity::Certificate;

/// Key packages whose private half is kept; the oldest goes first.
pub(super) const MAX_KEY_PACKAGES: usize = 16;
/// Commits that a Welcome tells of.
const MAX_HEARSAY: usize = 128;

/// Key packages by the order in which they were made.
#[derive(Default)]
pub(super) struct Pouch(pub(super) BTreeMap<u32, Rows>);

impl Group {
    pub(super) fn make_key_package(&mut self) -> Result<Vec<u8>, KeysError> {
        let mut rows = Rows::default();
        let bundle = KeyPackage::builder()
            .leaf_node_capabilities(leaf::capabilities())
            .key_package_lifetime(leaf::lifetime())
            .build(SUITE, &Desk { crypto: &self.crypto, rows: &rows }, &self.own, self.own.credential())
            .map_err(internal)?;
        let bytes = bundle.key_package().tls_serialize_detached().map_err(internal)?;
        rows.mark_all();
        let number = self.pouch.0.last_key_value().map_or(0, |(last, _)| last.saturating_add(1));
        self.pouch.0.insert(number, rows);
        while self.pouch.0.len() > MAX_KEY_PACKAGES {
            if let Some((number, rows)) = self.pouch.0.pop_first() {
                self.marks.forget_key_package(number, &rows.keys());
            }
        }
        Ok(frame::key_package(&bytes))
    }

    /// A key package and whose it is, everything about it verified.
    pub(super) fn read_key_package(&self, bytes: &[u8]) -> Result<(KeyPackage, Certificate), KeysError> {
        let bytes = frame::read_key_package(bytes)?;
        let package = KeyPackageIn::tls_deserialize_exact_bytes(bytes)
            .map_err(|_| KeysError::Refused)?
            .validate(&self.crypto, ProtocolVersion::Mls10)
            .map_err(|_| KeysError::Refused)?;
        if package.ciphersuite() != SUITE {
            return Err(KeysError::Refused);
        }
        let certificate = leaf::verify_leaf(package.leaf_node())?;
        Ok((package, certificate))
    }

    pub(super) fn take_welcome(&mut self, bytes: &[u8], roster: &dyn Roster) -> Result<(), KeysError> {
        let (message, past) = frame::read_welcome(bytes)?;
        let past = read_hearsay(past)?;
        let welcome = read_welcome(message)?;
        // All on a copy: openmls uses a key package up before it knows whether the Welcome is any good.
        let mut rows = Rows::default();
        for (key, value) in self.pouch.0.values().flat_map(Rows::all) {
            rows.restore(key, value);
        }
        let desk = Desk { crypto: &self.crypto, rows: &rows };
        let staged = StagedWelcome::build_from_welcome(&desk, &leaf::joining(), welcome)
            .map_err(|_| KeysError::Refused)?
            .skip_lifetime_validation()
            .build()
            .map_err(|_| KeysError::Refused)?;
        let mls = staged.into_group(&desk).map_err(|_| KeysError::Refused)?;
        let name = mls.group_id().as_slice();
        let same = self.head.group.is_empty() || self.head.group == name;
        if mls.ciphersuite() != SUITE || !same || !is_of_room(self.room, name) {
            return Err(KeysError::Refused);
        }
        for member in mls.members() {
            leaf::verify(&member.credential, &member.signature_key)?;
        }
        let name = name.to_vec();
        let left = rows.split_off(Cell::KeyPackage).keys();
        let joined = self.head.joined.saturating_add(1);
        self.plant(mls, rows, joined)?;
        self.head.joined = joined;
        self.head.group = name;
        self.marks.head(&self.head);
        self.use_up(&left);
        self.believe(past);
        self.choose_tip(roster);
        Ok(())
    }

    /// Drops the key packages that are no longer among those left.
    fn use_up(&mut self, left: &[Vec<u8>]) {
        let gone = self.pouch.0.iter().filter(|(_, rows)| rows.keys().iter().any(|key| !left.contains(key)));
        for number in gone.map(|(number, _)| *number).collect::<Vec<_>>() {
            if let Some(rows) = self.pouch.0.remove(&number) {
                self.marks.forget_key_package(number, &rows.keys());
            }
        }
    }

    /// What a Welcome tells the newcomer of the commits around its epoch: how they hang together, not their bytes.
    pub(super) fn hearsay(&self) -> Vec<u8> {
        let mut known: Vec<(&CommitId, &Commit)> = self.tree.commits.iter().collect();
        known.sort_by_key(|(id, commit)| (std::cmp::Reverse(commit.number), **id));
        known.truncate(MAX_HEARSAY);
        let told: Vec<(CommitId, Commit)> =
            known.into_iter().map(|(id, commit)| (*id, Commit { bytes: Vec::new(), ..commit.clone() })).collect();
        minicbor::to_vec(told).unwrap_or_default()
    }

    fn believe(&mut self, past: Vec<(CommitId, Commit)>) {
        for (id, told) in past {
            match self.tree.commits.get(&id) {
                None if self.tree.commits.len() < MAX_COMMITS => self.insert(id, told),
                // A commit that removed this device: now it is known which epoch it opened.
                Some(held) if held.child == EpochId(id.0) => {
                    let held = Commit { child: told.child, ..held.clone() };
                    self.insert(id, held);
                }
                _ => {}
            }
        }
    }
}

fn read_welcome(bytes: &[u8]) -> Result<Welcome, KeysError> {
    match MlsMessageIn::tls_deserialize_exact_bytes(bytes).map_err(|_| KeysError::Refused)?.extract() {
        MlsMessageBodyIn::Welcome(welcome) => Ok(welcome),
        _ => Err(KeysError::Refused),
    }
}

fn read_hearsay(bytes: &[u8]) -> Result<Vec<(CommitId, Commit)>, KeysError> {
    if bytes.is_empty() {
        return Ok(Vec::new());
    }
    let mut decoder = minicbor::Decoder::new(bytes);
    let told: Vec<(CommitId, Commit)> = decoder.decode().map_err(|_| KeysError::Refused)?;
    if decoder.position() != bytes.len() || told.len() > MAX_HEARSAY {
        return Err(KeysError::Refused);
    }
    Ok(told.into_iter().map(|(id, commit)| (id, Commit { bytes: Vec::new(), ..commit })).collect())
}
