//! Lines end up the same whatever the order of arrival.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use net::wire::body::{Edit, React, Retract, Text as TextBody};
use proptest::prelude::*;

use super::*;

const AUTHOR: MemberId = MemberId([1; 16]);
const OTHER: MemberId = MemberId([2; 16]);
const TARGET: EntryId = EntryId([9; 16]);

fn line() -> Line {
    let body = TextBody { text: "first".into(), reply_to: None };
    Line::new(TARGET, AUTHOR, 7, false, SlotId(3), &body)
}

fn at(depth: u64) -> Place {
    Place { depth, device: DeviceId([4; 16]), seq: depth }
}

fn edit(text: &str) -> Body {
    Body::Edit(Edit { target: TARGET, text: text.into() })
}

fn react(emoji: &str, on: bool) -> Body {
    Body::React(React { target: TARGET, emoji: emoji.into(), on })
}

#[test]
fn places_sort_in_the_store_as_in_the_room() {
    let mut places = vec![at(300), at(2), Place { device: DeviceId([5; 16]), ..at(2) }, at(1)];
    let mut orders: Vec<_> = places.iter().map(|place| order(*place)).collect();
    places.sort_unstable();
    orders.sort_unstable();
    assert_eq!(orders.iter().map(|bytes| place(bytes).unwrap()).collect::<Vec<_>>(), places);
    assert_eq!(place(&[0; 31]), None);
}

#[test]
fn only_the_author_edits_and_takes_back() {
    let mut line = line();
    assert!(!line.apply(OTHER, at(2), &edit("mine now")));
    assert!(!line.apply(OTHER, at(2), &Body::Retract(Retract { target: TARGET })));
    assert!(line.apply(AUTHOR, at(2), &edit("second\u{202e}")));
    assert_eq!(line.text.0.expose(), "second");
    assert!(line.apply(AUTHOR, at(3), &Body::Retract(Retract { target: TARGET })));
    assert!(!line.apply(AUTHOR, at(4), &edit("third")));
    assert_eq!((line.text.0.expose(), line.retracted), ("", true));
}

proptest! {
    #[test]
    fn the_order_of_arrival_changes_nothing(
        shuffled in Just((0..8_usize).collect::<Vec<_>>()).prop_shuffle(),
    ) {
        let acts = [
            (AUTHOR, edit("a")), (OTHER, react("❤️", true)), (AUTHOR, edit("b")), (OTHER, react("❤️", false)),
            (AUTHOR, react("👍", true)), (OTHER, react("❤️", true)), (OTHER, react("👍", true)), (AUTHOR, edit("c")),
        ];
        let mut in_order = line();
        for (depth, (by, body)) in acts.iter().enumerate() {
            in_order.apply(*by, at(depth as u64 + 2), body);
        }
        let mut arrived = line();
        for depth in shuffled {
            arrived.apply(acts[depth].0, at(depth as u64 + 2), &acts[depth].1);
        }
        prop_assert_eq!(arrived.shown_reactions(), in_order.shown_reactions());
        prop_assert_eq!(arrived.text, in_order.text);
    }
}
