//! Delivery states never claim more than is known.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use super::*;

const MEMBER: MemberId = MemberId([1; 16]);
const DEVICE: DeviceId = DeviceId([2; 16]);

fn state(outbox: &Outbox, seq: u64) -> Option<Delivery> {
    outbox.state(MEMBER, &[DEVICE], seq)
}

#[test]
fn each_step_needs_its_proof() {
    let mut outbox = Outbox::default();
    assert_eq!(state(&outbox, 1), Some(Delivery::Queued));
    assert!(outbox.sent(DEVICE, 1) && !outbox.sent(DEVICE, 1));
    assert_eq!(state(&outbox, 1), Some(Delivery::Sent));
    assert!(outbox.delivered(DEVICE, 1) && !outbox.delivered(DEVICE, 1));
    assert_eq!((state(&outbox, 1), state(&outbox, 2)), (Some(Delivery::Delivered), Some(Delivery::Queued)));
    assert!(outbox.read(MEMBER, 1) && !outbox.read(MEMBER, 1));
    assert_eq!(state(&outbox, 1), Some(Delivery::Read));
}

#[test]
fn what_came_before_them_has_no_state() {
    let mut outbox = Outbox::default();
    outbox.joined(DEVICE, 5);
    assert_eq!((state(&outbox, 5), state(&outbox, 6)), (None, Some(Delivery::Queued)));
    outbox.meet(DEVICE, 4);
    assert_eq!((state(&outbox, 4), state(&outbox, 5)), (None, Some(Delivery::Queued)));
    outbox.delivered(DEVICE, 6);
    outbox.meet(DEVICE, 6);
    assert_eq!(state(&outbox, 5), Some(Delivery::Delivered), "a floor that rose later changes nothing");
}

#[test]
fn the_stored_form_is_frozen() {
    let ack = Ack { since: 1, delivered: 2, met: true, sent: 9 };
    let bytes = crate::wire::codec::encode(&ack);
    assert_eq!(data_encoding::HEXLOWER.encode(&bytes), "830102f5");
    let again: Ack = crate::wire::codec::decode(&bytes, 9).unwrap();
    assert_eq!(again, Ack { sent: 0, ..ack }, "what was never confirmed is sent again");
}
