//! The agenda: by time, then by when it was planned.

use super::*;

#[test]
fn things_happen_in_order_of_time_and_then_of_planning() {
    let mut clock = Clock::starting_at(100);
    clock.after(5, "b");
    clock.at(103, "a");
    clock.after(5, "c");
    clock.at(7, "past");
    let mut seen = Vec::new();
    while let Some(what) = clock.advance(104) {
        seen.push((clock.now_ms(), what));
    }
    assert_eq!(seen, [(100, "past"), (103, "a")]);
    assert_eq!(clock.now_ms(), 104);
    assert_eq!((clock.advance(200), clock.advance(200), clock.advance(200)), (Some("b"), Some("c"), None));
    assert_eq!(clock.now_ms(), 200);
}
