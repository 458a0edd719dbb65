//! Tests of [`super`].
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use super::*;
use crate::store::scratch::{Scratch, passphrase};
use crate::store::{Batch, Key, Store, Tree};

fn file_words() -> Passphrase {
    Passphrase::new("for the file".to_owned())
}

fn filled() -> Scratch {
    let mut scratch = Scratch::new();
    let room = scratch.store().new_slot(SlotClass::Room).unwrap();
    let gone = scratch.store().new_slot(SlotClass::Epoch).unwrap();
    let mut batch = Batch::new();
    for n in 0..300_u64 {
        let key = Key::ordered(Tree::Timeline, b"room", n.to_be_bytes());
        batch.put(key, if n % 3 == 0 { gone } else { room }, vec![n.to_le_bytes()[0]; 700]);
    }
    batch.put(Key::new(Tree::Meta, b"name"), SlotId::PROFILE, vec![7; 40_000]);
    scratch.store().write(batch).unwrap();
    scratch.store().destroy_slot(gone).unwrap();
    scratch
}

fn rows(store: &SledStore) -> usize {
    store.page(Tree::Timeline, b"room", crate::store::ALL, crate::store::Direction::Forward, 1_000).unwrap().len()
}

#[test]
fn an_export_brings_everything_to_another_directory() {
    let mut scratch = filled();
    let out = tempfile::tempdir().unwrap();
    let path = out.path().join("hearth.export");
    let exporter = scratch.store().exporter().unwrap();
    // What is written and destroyed before the file is made is in it as it then is.
    let late = scratch.store().new_slot(SlotClass::Room).unwrap();
    let mut batch = Batch::new();
    batch.put(Key::new(Tree::Meta, b"late"), late, b"in time".to_vec());
    batch.delete(Key::ordered(Tree::Timeline, b"room", 1_u64.to_be_bytes()));
    scratch.store().write(batch).unwrap();
    exporter.write(&path, &file_words()).unwrap();
    assert_eq!(std::fs::read_dir(out.path()).unwrap().count(), 1, "no partial file stays");

    let home = tempfile::tempdir().unwrap();
    let profile = Profile::claim(home.path()).unwrap();
    let wrong = profile.import(&path, &passphrase());
    assert!(matches!(wrong, Err(Error::WrongPassphrase { retry_after_ms: 0 })));
    assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), 0, "nothing changed");
    let mut opened = profile.import(&path, &file_words()).unwrap();
    assert!(opened.rewound && opened.notice.is_none());
    assert_eq!(rows(&opened.store), 199);
    assert_eq!(opened.store.get(&Key::new(Tree::Meta, b"name")).unwrap().unwrap().len(), 40_000);
    assert_eq!(opened.store.get(&Key::new(Tree::Meta, b"late")).unwrap().unwrap().as_slice(), b"in time");
    assert_eq!(opened.store.slots(), scratch.store().slots());
    assert_eq!(opened.store.new_slot(SlotClass::Room).unwrap(), SlotId(late.0 + 1));
    drop(opened);

    // From now on it opens with the profile's passphrase, not the file's.
    assert!(matches!(profile.unlock(&file_words(), 0), Err(Error::WrongPassphrase { .. })));
    let mut opened = profile.unlock(&passphrase(), 5_000).unwrap();
    assert!(opened.rewound, "stays so until the engine has caught up");
    opened.store.caught_up().unwrap();
    drop(opened);
    assert!(!profile.unlock(&passphrase(), 5_000).unwrap().rewound);
    assert!(matches!(profile.import(&path, &file_words()), Err(Error::ProfileExists)));
}

#[test]
fn a_damaged_export_changes_nothing() {
    let mut scratch = filled();
    let out = tempfile::tempdir().unwrap();
    let path = out.path().join("export");
    scratch.store().exporter().unwrap().write(&path, &file_words()).unwrap();
    let whole = std::fs::read(&path).unwrap();
    let home = tempfile::tempdir().unwrap();
    let profile = Profile::claim(home.path()).unwrap();
    let refused = |bytes: &[u8], what: &str| {
        std::fs::write(&path, bytes).unwrap();
        let result = profile.import(&path, &file_words()).map(|_| ());
        assert!(matches!(result, Err(Error::UnreadableFile | Error::NewerVersion { .. })), "{what}: {result:?}");
        assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), 0, "{what}: nothing stays");
    };
    refused(b"", "empty");
    refused(b"some other file altogether, of some length", "foreign");
    let last_frame = whole.len() - 3_000;
    for cut in [7, 13, 60, 300, 70_000, last_frame, whole.len() - 1] {
        refused(&whole[..cut], &format!("cut at {cut}"));
    }
    for at in [0, 8, 9, 12, 20, 60, whole.len() / 2, whole.len() - 1] {
        let mut flipped = whole.clone();
        flipped[at] ^= 1;
        refused(&flipped, &format!("flipped at {at}"));
    }
    refused(&[whole.as_slice(), b"x"].concat(), "something behind the end");
    assert!(matches!(profile.import(&out.path().join("absent"), &file_words()), Err(Error::UnreadableFile)));
    std::fs::write(&path, &whole).unwrap();
    assert_eq!(rows(&profile.import(&path, &file_words()).unwrap().store), 200);
}

#[test]
fn an_export_that_cannot_be_written_leaves_what_was_there() {
    let mut scratch = filled();
    let out = tempfile::tempdir().unwrap();
    let refused = scratch.store().exporter().unwrap().write(out.path(), &file_words());
    assert!(matches!(refused, Err(Error::UnwritableFile(_))));
    let refused = scratch.store().exporter().unwrap().write(&out.path().join("no such/dir"), &file_words());
    assert!(matches!(refused, Err(Error::UnwritableFile(_))));
    assert_eq!(std::fs::read_dir(out.path()).unwrap().count(), 0);
}
