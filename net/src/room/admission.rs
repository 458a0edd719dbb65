//! How a guest becomes a member: preview, knock, admission. Sans-IO, for both sides.
