//! What an invite link carries.
