//! The formats that are on people's disks: frozen, and read from damaged bytes without a panic.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use crypto::id::{DeviceId, EntryId};
use data_encoding::HEXLOWER;
use net::room::charter::{CharterRequest, NodeKnown, RetentionName};
use proptest::prelude::*;

use super::*;
use crate::engine::timeline::{Line, Reaction};

#[track_caller]
fn frozen<T: Encode<()> + for<'b> Decode<'b, ()>>(record: &T, hex: &str) {
    assert_eq!(HEXLOWER.encode(&bytes(record)), hex);
    let read_back: T = read(&HEXLOWER.decode(hex.as_bytes()).unwrap()).unwrap();
    assert_eq!(HEXLOWER.encode(&bytes(&read_back)), hex);
}

fn place() -> Place {
    Place { depth: 300, device: DeviceId([4; 16]), seq: 7 }
}

fn room() -> Room {
    let charter = CharterRequest { days: Some(7), ..CharterRequest::new(RetentionName::Timed) };
    Room {
        room: RoomId([1; 16]),
        number: 3,
        slot: 5,
        standing: Standing::Refused,
        reason: Some(2),
        keys: Some(keys()),
        name: Text("Quiet Wren".into()),
        direct: false,
        mark: Some(place()),
        unread: 2,
        active_ms: 1_700_000_000_000,
        invite: Some(Text("hearth:x".into())),
        periods: vec![Period { begins_ms: 1_699_999_999_000, slot: 6 }],
        verified: vec![MemberId([2; 16])],
        title: Text("Circle".into()),
        charter: Some(charter.resolve(NodeKnown::No).unwrap()),
        quiet: None,
    }
}

fn keys() -> Keys {
    Keys {
        persona: vec![1; 4],
        device: vec![2; 4],
        certificate: vec![3; 4],
        transport: vec![4; 4],
        bound: vec!["/ip4/127.0.0.1/tcp/1".into()],
    }
}

fn line() -> Line {
    Line {
        message: EntryId([9; 16]),
        author: MemberId([2; 16]),
        text: Text("Hello".into()),
        sent_at: 1_700_000_000_000,
        reply_to: Some(EntryId([8; 16])),
        edited: Some(place()),
        retracted: false,
        reactions: vec![Reaction { emoji: "👍".into(), member: MemberId([3; 16]), place: place(), on: true }],
        mine: true,
        slot: 5,
    }
}

fn contact() -> Contact {
    Contact {
        contact: ContactId([1; 16]),
        persona: [7; 32],
        name: Text("Ana".into()),
        role: 2,
        verified: true,
        blocked: false,
        room: RoomId([1; 16]),
    }
}

#[test]
fn a_profile_is_kept_in_this_form() {
    let me = Me { name: Text("Ana".into()), about: Some(Text("hi".into())), role: 0, created_ms: 1_700_000_000_000 };
    frozen(&me, "a40063416e61016268690200031b0000018bcfe56800");
    frozen(&keys(), "a50044010101010144020202020244030303030344040404040481742f6970342f3132372e302e302e312f7463702f31");
    let settings = Settings { hide_after_ms: Some(300_000), language: Some("de".into()), ..Settings::default() };
    frozen(&settings, "a2001a000493e002626465");
    frozen(
        &Used { rooms: 3, pseudonyms: vec![Text("Quiet Wren".into())], invites: 0 },
        "a3000301816a5175696574205772656e0200",
    );
    frozen(
        &vec![contact()],
        concat!(
            "81a7005001010101010101010101010101010101015820070707070707070707070707070707070707070707070707070707",
            "07070707070263416e61030204f505f4065001010101010101010101010101010101",
        ),
    );
}

#[test]
fn a_room_is_kept_in_this_form() {
    frozen(
        &room(),
        concat!(
            "b0005001010101010101010101010101010101010302050306040205a5004401010101014402020202024403030303034404",
            "0404040481742f6970342f3132372e302e302e312f7463702f31066a5175696574205772656e07f4088319012c5004040404",
            "0404040404040404040404040709020a1b0000018bcfe568000b686865617274683a780c81a2001b0000018bcfe564180106",
            "0d8150020202020202020202020202020202020e66436972636c650fa800820107010002f4030104f5058006600718c8",
        ),
    );
}

#[test]
fn a_message_is_kept_in_this_form() {
    frozen(
        &line(),
        concat!(
            "aa005009090909090909090909090909090909015002020202020202020202020202020202026548656c6c6f031b0000018b",
            "cfe56800045008080808080808080808080808080808058319012c50040404040404040404040404040404040706f40781a4",
            "0064f09f918d015003030303030303030303030303030303028319012c50040404040404040404040404040404040703f508",
            "f50905",
        ),
    );
}

#[test]
fn a_later_field_is_no_obstacle() {
    let mut later = HEXLOWER.decode(HEXLOWER.encode(&bytes(&line())).as_bytes()).unwrap();
    // One more pair in the map: 24 → true.
    later[0] += 1;
    later.extend_from_slice(&[0x18, 0x18, 0xf5]);
    assert_eq!(read::<Line>(&later).unwrap(), line());
}

proptest! {
    #[test]
    fn damaged_records_are_refused_not_feared(at in any::<prop::sample::Index>(), with in any::<u8>()) {
        for mut kept in [bytes(&room()), bytes(&line()), bytes(&vec![contact()]), bytes(&keys())] {
            let at = at.index(kept.len());
            kept[at] = with;
            let _ = (read::<Room>(&kept), read::<Line>(&kept), read::<Vec<Contact>>(&kept), read::<Keys>(&kept));
        }
    }
}
