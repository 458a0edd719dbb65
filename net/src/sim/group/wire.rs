//! The model group's bytes: sealed messages, commits, Welcomes and key packages, and what an observer reads in them.
//!
//! Every kind is one letter, a CBOR body and a tag that proves possession of the epoch's secret.

use std::hash::{DefaultHasher, Hasher};

use crypto::group::keys::EpochId;
use crypto::id::{DeviceId, EntryId};
use minicbor::{Decode, Encode};

use super::tree::Commit;

pub(super) const SEALED: u8 = b's';
pub(super) const COMMIT: u8 = b'c';
pub(super) const WELCOME: u8 = b'w';
pub(super) const PACKAGE: u8 = b'k';

pub(super) const META_ROW: u8 = b'M';
pub(super) const EPOCH_ROW: u8 = b'E';
pub(super) const COMMIT_ROW: u8 = b'C';
pub(super) const PACKAGE_ROW: u8 = b'K';

const TAG_BYTES: usize = 16;

/// Sixteen bytes that stand for the hash of the parts. Not cryptographic: nobody attacks a model.
pub(super) fn digest(parts: &[&[u8]]) -> [u8; 16] {
    let half = |salt: u8| {
        let mut hasher = DefaultHasher::new();
        hasher.write_u8(salt);
        for part in parts {
            hasher.write_usize(part.len());
            hasher.write(part);
        }
        hasher.finish()
    };
    ((u128::from(half(1)) << 64) | u128::from(half(2))).to_be_bytes()
}

/// What the group remembers beside its epochs.
#[derive(Debug, Clone, Default, PartialEq, Eq, Encode, Decode)]
pub(super) struct Meta {
    #[n(0)]
    pub draws: u64,
    #[n(1)]
    pub tip: EpochId,
    #[n(2)]
    pub roots: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub(super) struct SealedBody {
    #[n(0)]
    pub epoch: EpochId,
    #[n(1)]
    pub sender: DeviceId,
    #[n(2)]
    pub generation: u32,
    #[n(3)]
    pub leaves: Vec<DeviceId>,
    #[cbor(n(4), with = "minicbor::bytes")]
    pub plaintext: Vec<u8>,
}

#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub(super) struct CommitBody {
    #[n(0)]
    pub parent: EpochId,
    #[n(1)]
    pub committer: DeviceId,
    #[n(2)]
    pub added: Vec<DeviceId>,
    #[n(3)]
    pub removed: Vec<DeviceId>,
    #[n(4)]
    pub orders: Vec<EntryId>,
    #[cbor(n(5), with = "minicbor::bytes")]
    pub nonce: [u8; 16],
}

#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub(super) struct PackageBody {
    #[n(0)]
    pub device: DeviceId,
    #[cbor(n(1), with = "minicbor::bytes")]
    pub nonce: [u8; 16],
}

#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub(super) struct WelcomeBody {
    #[n(0)]
    pub epoch: EpochId,
    #[n(1)]
    pub number: u64,
    #[cbor(n(2), with = "minicbor::bytes")]
    pub secret: [u8; 16],
    #[n(3)]
    pub leaves: Vec<Option<DeviceId>>,
    #[n(4)]
    pub packages: Vec<PackageBody>,
    #[n(5)]
    pub hearsay: Vec<Commit>,
}

/// The letter, the body, and the tag that a holder of `secret` can make.
pub(super) fn pack<T: Encode<()>>(kind: u8, body: &T, secret: &[u8]) -> Vec<u8> {
    let mut bytes = vec![kind];
    minicbor::encode(body, &mut bytes).expect("a vector takes every byte");
    let tag = digest(&[b"tag", secret, &bytes]);
    bytes.extend_from_slice(&tag);
    bytes
}

/// The body, the tagged bytes and the tag; `None` where they aren't exactly of that kind.
pub(super) fn unpack<'b, T: Decode<'b, ()>>(kind: u8, bytes: &'b [u8]) -> Option<(T, &'b [u8], [u8; 16])> {
    let (tagged, tag) = bytes.split_at_checked(bytes.len().checked_sub(TAG_BYTES)?)?;
    let (first, body) = tagged.split_first()?;
    if *first != kind {
        return None;
    }
    let mut decoder = minicbor::Decoder::new(body);
    let value = decoder.decode().ok()?;
    (decoder.position() == body.len()).then_some((value, tagged, tag.try_into().ok()?))
}

/// Whether the tag at the end of the bytes was made with the secret.
pub(super) fn proves(secret: &[u8], bytes: &[u8]) -> bool {
    let split = bytes.len().checked_sub(TAG_BYTES).and_then(|at| bytes.split_at_checked(at));
    split.is_some_and(|(tagged, tag)| digest(&[b"tag", secret, tagged]) == tag)
}

/// What an observer of the wire reads in a sealed message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seal {
    /// The epoch it was sealed in.
    pub epoch: EpochId,
    /// Whose device sealed it.
    pub sender: DeviceId,
    /// The sender's message key; each is used once.
    pub generation: u32,
    /// Who can open it.
    pub leaves: Vec<DeviceId>,
    /// What is inside.
    pub plaintext: Vec<u8>,
}

/// Reads a sealed message without any key.
#[must_use]
pub fn inspect(sealed: &[u8]) -> Option<Seal> {
    let (body, ..) = unpack::<SealedBody>(SEALED, sealed)?;
    let SealedBody { epoch, sender, generation, leaves, plaintext } = body;
    Some(Seal { epoch, sender, generation, leaves, plaintext })
}

/// The device that a key package would add.
#[must_use]
pub fn inspect_package(package: &[u8]) -> Option<DeviceId> {
    unpack::<PackageBody>(PACKAGE, package).map(|(body, ..)| body.device)
}
