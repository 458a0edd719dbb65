//! Work that ends, is stopped, is late, or fails.

use std::sync::mpsc::sync_channel;
use std::time::{Duration, Instant};

use super::*;

/// Works until it is stopped.
fn endless(watch: &Watch) -> Result<(), Error> {
    loop {
        watch.step()?;
        std::thread::yield_now();
    }
}

#[test]
fn gives_the_result_and_counts_the_steps() {
    let job = Job::start("test", Watch::new(), |watch| {
        watch.expect(3);
        for _ in 0..3 {
            watch.step()?;
        }
        Ok(7)
    })
    .unwrap();
    let watch = job.watch().clone();
    assert_eq!(job.wait().unwrap(), 7);
    assert_eq!(watch.progress(), Progress { done: 3, steps: 3 });
}

#[test]
fn stops_when_told() {
    let job = Job::start("test", Watch::new(), endless).unwrap();
    assert!(!job.ended());
    job.watch().cancel();
    assert!(matches!(job.wait(), Err(Error::Cancelled)));
}

#[test]
fn stops_at_its_deadline() {
    let past = Instant::now();
    let job = Job::start("test", Watch::until(past), endless).unwrap();
    assert!(matches!(job.wait(), Err(Error::Late)));
    let later = Watch::until(Instant::now() + Duration::from_secs(3600));
    assert!(later.step().is_ok());
}

#[test]
fn dropping_it_stops_the_work_and_waits() {
    let (ended, waits) = sync_channel(1);
    let job = Job::start("test", Watch::new(), move |watch| {
        let found = endless(watch);
        ended.send(()).unwrap();
        found
    })
    .unwrap();
    drop(job);
    assert!(waits.try_recv().is_ok(), "the work had ended when the drop came back");
}

#[test]
fn a_fault_of_the_work_is_an_error() {
    let job = Job::start("test", Watch::new(), |_| -> Result<(), Error> { panic!("on purpose") }).unwrap();
    assert!(matches!(job.wait(), Err(Error::Work(_))));
}
