//! Rooms in a seeded world: see `tests::model` for what is held against them.
