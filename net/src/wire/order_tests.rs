//! Orders: their frozen forms and their limits.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use proptest::prelude::*;

use super::*;

fn frozen(order: &Order, hex: &str) {
    assert_eq!(data_encoding::HEXLOWER.encode(&order.encode()), hex);
    assert_eq!(Order::decode(&order.encode()).unwrap().as_ref(), Some(order));
}

fn all() -> Vec<Order> {
    let (member, device) = (MemberId([0xaa; 16]), DeviceId([0xdd; 16]));
    vec![
        Order::Create {
            title: "T".into(),
            charter: Charter::direct(),
            certificate: vec![1, 2],
            name: "N".into(),
            role: Role::Doctor,
            nonce: [5; 16],
            suite: 0x4d,
            purpose: Purpose::Direct,
        },
        Order::Add {
            certificate: vec![3],
            name: "M".into(),
            role: Role::Peer,
            rank: Rank::Member,
            ticket: Some([6; 16]),
        },
        Order::Leave {},
        Order::Remove { member, heads: vec![Head { device, seq: 300 }] },
        Order::Transfer { member },
        Order::Rank { member, rank: Rank::Moderator },
        Order::Charter { charter: Charter::direct(), title: "U".into() },
        Order::Device { certificate: vec![4], replaces: Some(device) },
        Order::LinkSecret { secret: Key32::new([7; 32]), generation: 2 },
        Order::Name { name: "V".into() },
    ]
}

#[test]
fn the_forms_are_frozen() {
    let (aa, dd) = ("50".to_owned() + &"aa".repeat(16), "50".to_owned() + &"dd".repeat(16));
    let charter = "a800820200010202f4030004f505800660 0702".replace(' ', "");
    let hex = [
        format!("8200a8006154 01{charter} 02420102 03614e 0401 0550{} 06184d 0701", "05".repeat(16)),
        format!("8201a5004103 01614d 0202 0301 0450{}", "06".repeat(16)),
        "8202a0".to_owned(),
        format!("8203a200{aa} 018182{dd}19012c"),
        format!("8204a100{aa}"),
        format!("8205a200{aa} 0102"),
        format!("8206a200{charter} 016155"),
        format!("8207a2004104 01{dd}"),
        format!("8208a2005820{} 0102", "07".repeat(32)),
        "8209a1006156".to_owned(),
    ];
    for (order, hex) in all().iter().zip(hex) {
        frozen(order, &hex.replace(' ', ""));
    }
}

#[test]
fn limits_hold() {
    let long = "x".repeat(MAX_NAME_BYTES + 1);
    assert!(Order::decode(&Order::Name { name: long.as_str().into() }.encode()).is_err());
    let head = |byte| Head { device: DeviceId([byte; 16]), seq: 1 };
    for heads in [vec![head(2), head(1)], vec![head(1), head(1)], (0..65).map(head).collect()] {
        assert!(Order::Remove { member: MemberId::default(), heads }.check().is_err());
    }
    let charter = Charter { max_members: 201, ..Charter::direct() };
    assert!(Order::decode(&Order::Charter { charter, title: "".into() }.encode()).is_err());
}

#[test]
fn a_later_order_is_no_error() {
    assert_eq!(Order::decode(&[0x82, 0x0a, 0xa0]), Ok(None));
}

proptest! {
    #[test]
    fn nothing_panics(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = Order::decode(&bytes);
    }

    #[test]
    fn nothing_panics_near_the_truth(which in 0usize..10, at in any::<usize>(), to in any::<u8>()) {
        let mut bytes = all()[which].encode();
        let at = at % bytes.len();
        bytes[at] = to;
        if let Ok(Some(order)) = Order::decode(&bytes) {
            let _ = order.introduces();
        }
    }
}
