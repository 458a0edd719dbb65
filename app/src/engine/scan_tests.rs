//! What is called off is not looked at, not even its file.

use std::path::Path;
use std::sync::{Arc, Mutex};

use ml::job::Watch;
use ml::pack::Shelf;
use ml::scan::Question;

use super::{Desk, Line};
use crate::engine::fault::Code;

#[test]
fn calling_off_stops_the_one_that_runs_and_those_that_wait_and_no_later_one() {
    let mut line = Line::default();
    let round = line.round;
    let running = line.enter(round);
    assert!(running.step().is_ok());
    line.call_off();
    assert!(running.step().is_err(), "the one that runs");
    assert!(line.enter(round).step().is_err(), "one that waits");
    let later = line.round;
    assert!(line.enter(later).step().is_ok(), "one asked afterwards");
    assert!(line.enter(round).step().is_err(), "another that waited behind it");
}

#[test]
fn a_scan_that_was_called_off_is_answered_as_locked_without_a_look() {
    let world = tempfile::tempdir().expect("a folder");
    let mut desk = Desk { shelf: Shelf::at(world.path()), study: None, line: Arc::new(Mutex::new(Line::default())) };
    let missing = world.path().join("none.png");
    let watch = Watch::new();
    let looked = desk.look(&missing, Question::Slice, &watch);
    assert!(looked.is_ok(), "a missing file is an answer");
    watch.cancel();
    let stopped = desk.look(Path::new(&missing), Question::Slice, &watch);
    assert_eq!(stopped.expect_err("it was called off").code, Code::Locked);
}
