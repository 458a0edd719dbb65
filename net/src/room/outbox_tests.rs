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
    let ack = Ack { since: 1, delivered: 2, met: true, sent: 9, lost: Gaps::default() };
    let bytes = crate::wire::codec::encode(&ack);
    assert_eq!(data_encoding::HEXLOWER.encode(&bytes), "830102f5");
    let again: Ack = crate::wire::codec::decode(&bytes, 9).unwrap();
    assert_eq!(again, Ack { sent: 0, ..ack }, "what was never confirmed is sent again");
}

#[test]
fn what_lies_below_a_floor_that_rose_is_not_claimed() {
    let (device, member) = (DeviceId([1; 16]), MemberId([2; 16]));
    let mut outbox = Outbox::default();
    outbox.meet(device, 0);
    outbox.delivered(device, 4);
    outbox.read(member, 2);
    // It restarted in an ephemeral room, and goes on above 7.
    outbox.skipped(device, member, 7);
    outbox.skipped(device, member, 7);
    outbox.delivered(device, 9);
    outbox.read(member, 9);
    let states: Vec<_> = (1..=9).map(|seq| outbox.state(member, &[device], seq).unwrap()).collect();
    use Delivery::{Delivered, Queued, Read};
    assert_eq!(states, [Read, Read, Delivered, Delivered, Queued, Queued, Queued, Read, Read]);
}
