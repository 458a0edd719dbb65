//! The packs that ship inside the program.

use super::*;

#[test]
fn every_pack_that_ships_is_whole_and_has_a_card() {
    let packs: Vec<Pack> = builtin::all().map(Result::unwrap).collect();
    assert!(packs.iter().any(|pack| pack.manifest().id == "lung-ct"));
    for pack in &packs {
        assert!(pack.card().unwrap().len() > 5);
        assert_eq!(pack.sha256().len(), 64);
    }
}

#[test]
fn hashes_as_others_do() {
    assert_eq!(sha256(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}
