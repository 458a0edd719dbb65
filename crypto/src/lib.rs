//! Foundations: keys, seals and groups. Pure: no clock, socket, file or thread; randomness is passed in.
//!
//! In reading order: [`id`] names everything, [`secret`] keeps keys and personal data out of logs, [`kdf`] is the one
//! table of domain-separation labels, [`seal`] encrypts, [`identity`] says who signs, [`handshake`] authenticates a
//! link, [`group`] holds a room's MLS epochs, [`invite`] is what a link carries, [`vault`] turns a passphrase into keys.
//!
//! [`error`] says what went wrong, without saying whose it was.
//!
//! Absent on purpose: who is a member (that is decided by orders, in `net`), storage, and any network type.

#![warn(missing_docs)]

pub mod error;
pub mod group;
pub mod handshake;
pub mod id;
pub mod identity;
pub mod invite;
pub mod kdf;
pub mod seal;
pub mod secret;
pub mod vault;

pub use error::{Damaged, Error};
