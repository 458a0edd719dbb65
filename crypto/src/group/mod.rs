//! A room's group keys: MLS epochs and their forks, without any knowledge of who ought to be a member.

pub mod keys;
