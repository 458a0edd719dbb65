//! A leaf: a device, its certificate as credential, its signing key as signature key; and the settings all groups share.

use openmls::prelude::{
    BasicCredential, Capabilities, Ciphersuite, Credential, CredentialType, CredentialWithKey, LeafNode, Lifetime,
    MIXED_CIPHERTEXT_WIRE_FORMAT_POLICY, MlsGroup, MlsGroupBuilder, MlsGroupJoinConfig, OpenMlsProvider,
    ProtocolVersion, SenderRatchetConfiguration, SignatureScheme,
};
use openmls_libcrux_crypto::CryptoProvider;
use openmls_traits::signatures::{Signer, SignerError};

use super::keys::KeysError;
use super::rows::Rows;
use crate::id::DeviceId;
use crate::identity::{Certificate, DeviceKey, device_id};
use crate::secret::Key32;

/// X-Wing (X25519 with ML-KEM-768), ChaCha20-Poly1305, SHA-256, Ed25519: 0x004D.
pub const SUITE: Ciphersuite = Ciphersuite::MLS_256_XWING_CHACHA20POLY1305_SHA256_Ed25519;

/// Messages are padded to multiples of this.
const PADDING_BYTES: usize = 256;
/// A message this much older than the newest of its sender still opens; this far ahead it is no longer looked for.
const RATCHET: (u32, u32) = (64, 2000);

/// What openmls works with: libcrux and one epoch's rows.
pub(super) struct Desk<'a> {
    pub crypto: &'a CryptoProvider,
    pub rows: &'a Rows,
}

impl OpenMlsProvider for Desk<'_> {
    type CryptoProvider = CryptoProvider;
    type RandProvider = CryptoProvider;
    type StorageProvider = Rows;

    fn storage(&self) -> &Rows {
        self.rows
    }

    fn crypto(&self) -> &CryptoProvider {
        self.crypto
    }

    fn rand(&self) -> &CryptoProvider {
        self.crypto
    }
}

/// This device, as a leaf.
pub(super) struct Own {
    pub device: DeviceId,
    signing: Key32,
    public: [u8; 32],
    certificate: Vec<u8>,
}

impl Own {
    pub(super) fn new(device: &DeviceKey, certificate: &Certificate) -> Result<Self, KeysError> {
        if certificate.device() != device.id() {
            return Err(KeysError::Internal("the certificate is another device's".to_owned()));
        }
        Ok(Self {
            device: device.id(),
            signing: device.signing_secret(),
            public: device.signing_public(),
            certificate: certificate.bytes().to_vec(),
        })
    }

    pub(super) fn credential(&self) -> CredentialWithKey {
        CredentialWithKey {
            credential: BasicCredential::new(self.certificate.clone()).into(),
            signature_key: self.public.to_vec().into(),
        }
    }
}

impl Signer for Own {
    fn sign(&self, payload: &[u8]) -> Result<Vec<u8>, SignerError> {
        use ed25519_dalek::Signer as _;
        Ok(ed25519_dalek::SigningKey::from_bytes(self.signing.expose()).sign(payload).to_bytes().to_vec())
    }

    fn signature_scheme(&self) -> SignatureScheme {
        SignatureScheme::ED25519
    }
}

/// Verifies that a leaf is what a certificate says.
pub(super) fn verify(credential: &Credential, signature_key: &[u8]) -> Result<Certificate, KeysError> {
    let basic = BasicCredential::try_from(credential.clone()).map_err(|_| KeysError::Refused)?;
    let certificate = Certificate::decode(basic.identity()).map_err(|_| KeysError::Refused)?;
    if certificate.signing_public() != signature_key {
        return Err(KeysError::Refused);
    }
    Ok(certificate)
}

pub(super) fn verify_leaf(leaf: &LeafNode) -> Result<Certificate, KeysError> {
    verify(leaf.credential(), leaf.signature_key().as_slice())
}

/// Whose device signs with a key. Says nothing about who vouches for it.
pub(super) fn device_of(signature_key: &[u8]) -> Result<DeviceId, KeysError> {
    signature_key.try_into().map(device_id).map_err(|_| KeysError::Refused)
}

/// Leaf indices and devices of a group.
pub(super) fn leaves(group: &MlsGroup) -> Result<Vec<(u32, DeviceId)>, KeysError> {
    group.members().map(|member| Ok((member.index.u32(), device_of(&member.signature_key)?))).collect()
}

pub(super) fn capabilities() -> Capabilities {
    Capabilities::new(
        Some(&[ProtocolVersion::Mls10]),
        Some(&[SUITE]),
        Some(&[]),
        Some(&[]),
        Some(&[CredentialType::Basic]),
    )
}

/// Leaves never expire by a clock: a patient's may be wrong, and invites and orders say who may enter.
pub(super) fn lifetime() -> Lifetime {
    Lifetime::init(0, u64::MAX)
}

pub(super) fn founding() -> MlsGroupBuilder {
    MlsGroup::builder()
        .ciphersuite(SUITE)
        .with_capabilities(capabilities())
        .lifetime(lifetime())
        .with_wire_format_policy(MIXED_CIPHERTEXT_WIRE_FORMAT_POLICY)
        .padding_size(PADDING_BYTES)
        .max_past_epochs(0)
        .number_of_resumption_psks(0)
        .use_ratchet_tree_extension(true)
        .sender_ratchet_configuration(SenderRatchetConfiguration::new(RATCHET.0, RATCHET.1))
}

pub(super) fn joining() -> MlsGroupJoinConfig {
    MlsGroupJoinConfig::builder()
        .wire_format_policy(MIXED_CIPHERTEXT_WIRE_FORMAT_POLICY)
        .padding_size(PADDING_BYTES)
        .max_past_epochs(0)
        .number_of_resumption_psks(0)
        .use_ratchet_tree_extension(true)
        .sender_ratchet_configuration(SenderRatchetConfiguration::new(RATCHET.0, RATCHET.1))
        .build()
}
