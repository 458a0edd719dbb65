//! The room's true group keys in the simulated world.
//!
//! MLS draws its own randomness, so a world with these keys cannot be replayed: whoever runs one records what happened.

use std::collections::BTreeMap;

use crypto::group::Group;
use crypto::group::keys::KeysError;
use crypto::id::RoomId;
use rand::SeedableRng as _;
use rand_chacha::ChaCha8Rng;
use zeroize::Zeroizing;

use super::fault::SimKeys;
use crate::room::Identity;

impl SimKeys for Group {
    fn found(room: RoomId, identity: &Identity, seed: u64) -> Self {
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        Self::found(room, &identity.device, &identity.certificate, &mut rng).expect("a device founds its own group")
    }

    fn enter(room: RoomId, identity: &Identity, _: u64) -> Self {
        Self::enter(room, &identity.device, &identity.certificate).expect("a device has its own certificate")
    }

    fn load(room: RoomId, identity: &Identity, _: u64, rows: &BTreeMap<Vec<u8>, Vec<u8>>) -> Result<Self, KeysError> {
        let rows = rows.iter().map(|(key, value)| (key.clone(), Zeroizing::new(value.clone()))).collect();
        Self::load(room, &identity.device, &identity.certificate, rows)
    }
}
