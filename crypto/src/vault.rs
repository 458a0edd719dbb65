//! From a passphrase to the keys of a profile.
