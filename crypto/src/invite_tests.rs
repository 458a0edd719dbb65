//! Invites survive any case, show any damage, and keep their layout.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use super::*;
use proptest::prelude::*;

fn contact() -> Invite {
    Invite {
        kind: InviteKind::Contact,
        key: PersonaPublic([0x11; 32]),
        secret: InviteSecret::new([0x22; 16]),
        expiry_hours: 472_222,
        hints: vec![Hint::Address { ip: IpAddr::from([192, 0, 2, 7]), port: 4433, transport: Transport::Quic }],
    }
}

fn room() -> Invite {
    let ip = IpAddr::from([0x2001, 0xdb8, 0, 0, 0, 0, 0, 7]);
    Invite {
        kind: InviteKind::Room(RoomId([0x33; 16])),
        hints: vec![
            Hint::Address { ip, port: 4433, transport: Transport::Quic },
            Hint::Address { ip: IpAddr::from([127, 0, 0, 1]), port: 4433, transport: Transport::Tcp },
            Hint::Address { ip: IpAddr::from([10, 0, 0, 1]), port: 1, transport: Transport::Quic },
        ],
        ..contact()
    }
}

fn node(name: &str) -> Hint {
    Hint::Node { name: name.to_owned(), port: 443, transport: Transport::Tcp, node: [0x44; 16] }
}

#[test]
fn links_and_codes_read_in_any_case() {
    for invite in [contact(), room()] {
        let link = invite.encode().unwrap();
        assert!(link.starts_with("hearth:") && link == link.to_lowercase());
        let code = invite.encode_qr().unwrap();
        assert_eq!(code, link.to_uppercase());
        let mixed: String =
            link.chars().enumerate().map(|(n, c)| if n % 2 == 0 { c.to_ascii_uppercase() } else { c }).collect();
        for text in [link.clone(), code, mixed, format!("  {link}\n")] {
            assert_eq!(Invite::decode(&text), Ok(invite.clone()));
        }
    }
}

#[test]
fn payload_never_exceeds_its_bound() {
    let mut invite = room();
    invite.hints = vec![node("abcdefghijklmnopqrstuvwxyz")];
    assert_eq!(invite.payload().unwrap().len(), MAX_PAYLOAD_BYTES);
    assert_eq!(Invite::decode(&invite.encode().unwrap()), Ok(invite.clone()));
    invite.hints = vec![node("abcdefghijklmnopqrstuvwxyz0")];
    assert_eq!(invite.encode(), Err(Error::TooLong));
    invite.hints = vec![node(&"a".repeat(300))];
    assert_eq!(invite.encode(), Err(Error::TooLong));
    for name in ["", "a/b", "a b", "é.example", "a\0"] {
        invite.hints = vec![node(name)];
        assert_eq!(invite.encode(), Err(Error::Malformed));
    }
}

#[test]
fn hints_are_chosen_in_order_while_they_fit() {
    let wide = |last| Hint::Address {
        ip: IpAddr::from([0x2001, 0xdb8, 0, 0, 0, 0, 0, last]),
        port: 1,
        transport: Transport::Tcp,
    };
    let narrow = Hint::Address { ip: IpAddr::from([127, 0, 0, 1]), port: 1, transport: Transport::Tcp };
    let all = [node("a/b"), wide(1), wide(2), wide(3), narrow.clone()];
    assert_eq!(Invite::fitting_hints(&all), vec![wide(1), wide(2), narrow]);
}

#[test]
fn expiry_shows_offline() {
    let invite = contact();
    let end_ms = u64::from(invite.expiry_hours) * 3_600_000;
    assert!(!invite.expired(end_ms - 1));
    assert!(invite.expired(end_ms));
    assert_eq!(expiry_hours(0, 0), 0);
    assert_eq!(expiry_hours(3_600_000, 1), 2);
    assert_eq!(expiry_hours(3_600_000, 3600), 2);
    assert_eq!(expiry_hours(u64::MAX, u64::MAX), u32::MAX);
}

#[test]
fn other_texts_are_damaged() {
    let link = contact().encode().unwrap();
    let code = &link[SCHEME.len()..];
    for text in
        ["", "hearth", "hearth:", "hearth:a", "é", "hearthé:", code, &format!("https:{code}"), &format!("{link}a")]
    {
        assert_eq!(Invite::decode(text), Err(Damaged), "{text}");
    }
    assert_eq!(Invite::decode(&format!("hearth:{}", "a".repeat(1_000_000))), Err(Damaged));
}

/// A checksum that holds doesn't excuse what it covers.
#[test]
fn whole_but_malformed_payloads_are_damaged() {
    let link = |content: &[u8]| {
        let payload = [content, &checksum_of(content)].concat();
        format!("hearth:{}", BASE32_NOPAD.encode(&payload))
    };
    let whole = contact().payload().unwrap();
    let content = &whole[..whole.len() - CHECKSUM_BYTES];
    assert!(Invite::decode(&link(content)).is_ok());
    let with = |at: usize, byte: u8| {
        let mut content = content.to_vec();
        content[at] = byte;
        Invite::decode(&link(&content))
    };
    assert_eq!(with(0, 2), Err(Damaged), "a version not known");
    assert_eq!(with(1, 2), Err(Damaged), "a kind not known");
    assert_eq!(with(54, 6), Err(Damaged), "a hint not known");
    for length in 0..content.len() {
        let cut = Invite::decode(&link(&content[..length]));
        assert_eq!(cut.is_ok(), length == 54, "cut at {length}");
    }
    let overfull = [content, &[0; 42]].concat();
    assert_eq!(Invite::decode(&link(&overfull)), Err(Damaged));
}

#[test]
fn secrets_have_names_but_do_not_show() {
    let secret = InviteSecret::new([1; 16]);
    assert_eq!(format!("{secret:?}"), "InviteSecret(…)");
    assert_ne!(secret.name().0, [1; 16]);
    assert_ne!(secret.name(), InviteSecret::new([2; 16]).name());
}

/// Links are on paper and in other people's messages.
#[test]
fn links_are_frozen() {
    assert_eq!(
        contact().encode().unwrap(),
        "hearth:aeabceirceirceirceirceirceirceirceirceirceirceirceircejceirceirceirceirceirceircaadtjhqbyaaaebyrkhcp4mnv"
    );
    assert_eq!(
        room().encode().unwrap(),
        "hearth:aearceirceirceirceirceirceirceirceirceirceirceirceircejceirceirceirceirceirceircaadtjhrtgmztgmztgmztgmztgmztgmztamqacdnyaaaaaaaaaaaaaaaaaadrcuiap4aaaairkeaquaaaaeaacenphu7a"
    );
    let mut with_node = contact();
    with_node.hints = vec![node("node.example.org")];
    assert_eq!(
        with_node.encode().unwrap(),
        "hearth:aeabceirceirceirceirceirceirceirceirceirceirceirceircejceirceirceirceirceirceircaadtjhqecbxg6zdffzsxqylnobwgkltpojtqdo2eirceirceirceirceirceirce7aojs5a"
    );
}

proptest! {
    #[test]
    fn any_changed_character_is_damage(is_room in any::<bool>(), at in any::<prop::sample::Index>(), to in "[ -~]") {
        let link = if is_room { room() } else { contact() }.encode().unwrap();
        let at = at.index(link.len());
        let mut changed = link.clone();
        changed.replace_range(at..=at, &to);
        prop_assume!(!changed.eq_ignore_ascii_case(&link));
        prop_assert_eq!(Invite::decode(&changed), Err(Damaged));
    }

    #[test]
    fn any_lost_or_added_character_is_damage(at in any::<prop::sample::Index>(), with in "[a-z2-7]") {
        let link = contact().encode().unwrap();
        let at = at.index(link.len());
        let mut shorter = link.clone();
        shorter.remove(at);
        prop_assert_eq!(Invite::decode(&shorter), Err(Damaged));
        let mut longer = link;
        longer.insert_str(at, &with);
        prop_assert_eq!(Invite::decode(&longer), Err(Damaged));
    }

    #[test]
    fn hostile_text_never_panics(text in "\\PC{0,300}", code in "(?i)hearth:[a-z2-7]{0,200}") {
        prop_assert_eq!(Invite::decode(&text), Err(Damaged));
        prop_assert_eq!(Invite::decode(&code), Err(Damaged));
    }

    #[test]
    fn every_invite_survives(key in any::<[u8; 32]>(), secret in any::<[u8; 16]>(), expiry_hours in any::<u32>(),
        id in any::<Option<[u8; 16]>>(),
        ips in prop::collection::vec((any::<std::net::IpAddr>(), any::<u16>(), any::<bool>()), 0..2),
    ) {
        let hints = ips.into_iter().map(|(ip, port, quic)| Hint::Address {
            ip, port, transport: if quic { Transport::Quic } else { Transport::Tcp },
        }).collect();
        let kind = id.map_or(InviteKind::Contact, |id| InviteKind::Room(RoomId(id)));
        let invite = Invite { kind, key: PersonaPublic(key), secret: InviteSecret::new(secret), expiry_hours, hints };
        prop_assert_eq!(Invite::decode(&invite.encode().unwrap()), Ok(invite));
    }
}
