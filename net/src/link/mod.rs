//! Whom to dial and when: sans-IO, with back-off.
