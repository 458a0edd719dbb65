//! The one table of domain-separation labels, and the three ways to hash under one.
//!
//! Every derivation, hash and signature in Hearth names its purpose by a [`Label`]; the strings stand here and nowhere
//! else. A label's string is never changed or used for a second purpose: a new purpose is a new row.

use crate::secret::Key32;

macro_rules! labels {
    ($($(#[$doc:meta])* $name:ident = $text:literal,)*) => {
        /// What a key, hash or signature is for.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Label { $($(#[$doc])* $name,)* }

        impl Label {
            /// Every row, for the test that no two share a string.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The BLAKE3 context string, also the prefix of what is signed. Holds no NUL.
            #[must_use]
            pub const fn context(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }
        }
    };
}

labels! {
    /// Hash: a persona's or account's public key → `MemberId`, `ContactId`.
    PersonId = "hearth v1 person id",
    /// Hash: a device's signing key → `DeviceId`.
    DeviceId = "hearth v1 device id",
    /// Signature: a persona vouches for a device, and the device agrees.
    DeviceCertificate = "hearth v1 device certificate",
    /// Signature: an old persona key hands over to a new one, and the new one agrees.
    Succession = "hearth v1 key succession",
    /// Hash: the digits that two people compare.
    SafetyNumber = "hearth v1 safety number",
    /// Key: a room's link secret → the pre-shared key of its links.
    RoomPsk = "hearth v1 room link psk",
    /// Key: a room's link secret → the number by which this device tells its doors apart.
    DoorName = "hearth v1 door name",
    /// Key: an invite's secret → the pre-shared key of its links.
    InvitePsk = "hearth v1 invite link psk",
    /// Noise prologue: both ends speak this version of the link.
    LinkPrologue = "hearth v1 link",
    /// Signature: the dialling device proves itself inside a link.
    DiallerProof = "hearth v1 link proof of the dialler",
    /// Signature: the answering device proves itself inside a link.
    ListenerProof = "hearth v1 link proof of the listener",
    /// Signature: a joiner's device, over the handshake it asks to join in.
    JoinProof = "hearth v1 join proof",
    /// Signature: an accepter's device, over the handshake it introduces itself in.
    IntroduceProof = "hearth v1 introduce proof",
    /// Hash: the four bytes that tell a damaged link.
    InviteChecksum = "hearth v1 invite checksum",
    /// Hash: an invite's secret → its name in ledgers, which never hold the secret.
    InviteName = "hearth v1 invite name",
    /// Key: an ephemeral X25519 agreement → the key of one sealed box.
    SealedBox = "hearth v1 sealed box",
    /// Key: Argon2id's output → the key that wraps a vault's master key.
    VaultWrap = "hearth v1 vault wrap",
    /// Key: a vault's master key → the key of the store's own records.
    StoreRecords = "hearth v1 store records",
    /// Key: a vault's master key → the key under which record names are hidden.
    StoreNames = "hearth v1 store names",
    /// Hash: a stored record → its part of the sum that shows whether records are missing.
    StoreSum = "hearth v1 store sum",
    /// Key: a vault's master key → the key of the slot file.
    StoreSlots = "hearth v1 store slots",
    /// Key: a vault's master key → the key of automatic backups.
    StoreBackup = "hearth v1 store backup",
    /// Hash: the first bytes of an archive file, which tells a damaged file from a wrong passphrase.
    ArchiveCheck = "hearth v1 archive check",
    /// Key: a vault's master key → the key of an export file.
    ProfileExport = "hearth v1 profile export",
    /// Hash: an entry's header → its id, and the id of the room it creates.
    EntryId = "hearth v1 entry id",
    /// Hash: salt and body of an entry, as its header names them.
    EntryBody = "hearth v1 entry body",
    /// Signature: a device over an entry's header.
    EntrySignature = "hearth v1 entry signature",
    /// Hash: a room and a nonce → MLS's name of the room's group.
    GroupId = "hearth v1 group id",
    /// Hash: an MLS epoch authenticator → `EpochId`.
    EpochId = "hearth v1 epoch id",
    /// Hash: a commit's bytes → `CommitId`.
    CommitId = "hearth v1 commit id",
    /// Hash: the set of order heads, in a group's context.
    OrderHeads = "hearth v1 order heads",
    /// Signature: a device over its own address record.
    AddressRecord = "hearth v1 address record",
    /// Key: a profile's seed → the transport key of one swarm.
    TransportSeed = "hearth v1 transport seed",
    /// Hash: a node's public key → the name hints carry.
    NodeName = "hearth v1 node name",
}

/// A key from key material: BLAKE3 `derive_key` under the label, over the length-prefixed material and context parts.
///
/// `ikm` must be a secret of full strength; a passphrase goes through [`crate::vault`] first.
#[must_use]
pub fn derive(label: Label, ikm: &[u8], context: &[&[u8]]) -> Key32 {
    let mut hasher = blake3::Hasher::new_derive_key(label.context());
    absorb(&mut hasher, ikm);
    for part in context {
        absorb(&mut hasher, part);
    }
    Key32::new(*hasher.finalize().as_bytes())
}

/// A public hash of length-prefixed parts: no part can flow into its neighbour.
#[must_use]
pub fn hash(label: Label, parts: &[&[u8]]) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new_derive_key(label.context());
    for part in parts {
        absorb(&mut hasher, part);
    }
    *hasher.finalize().as_bytes()
}

/// The first 16 bytes of [`hash`], as every id is made.
#[must_use]
pub fn hash16(label: Label, parts: &[&[u8]]) -> [u8; 16] {
    let mut short = [0; 16];
    for (to, from) in short.iter_mut().zip(hash(label, parts)) {
        *to = from;
    }
    short
}

/// A pseudo-random function of length-prefixed parts: whoever lacks the key cannot tell it from noise.
#[must_use]
pub fn keyed_hash(label: Label, key: &Key32, parts: &[&[u8]]) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new_keyed(key.expose());
    absorb(&mut hasher, label.context().as_bytes());
    for part in parts {
        absorb(&mut hasher, part);
    }
    *hasher.finalize().as_bytes()
}

fn absorb(hasher: &mut blake3::Hasher, part: &[u8]) {
    hasher.update(&(part.len() as u64).to_le_bytes());
    hasher.update(part);
}

#[cfg(test)]
#[path = "kdf_tests.rs"]
mod tests;
