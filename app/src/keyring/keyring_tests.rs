//! What is said where no bus is, and how secrets travel.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use super::*;

/// A keyring that does not answer is given up after a while, and nothing but that is said.
#[test]
fn what_does_not_answer_is_absent() {
    let silent = finish(Duration::from_millis(10), std::future::pending::<Result<()>>());
    assert_eq!(silent, Err(Error::Absent));
}

/// The signature that the Secret Service asks for: session, parameters, value, content type.
#[test]
fn secrets_travel_as_the_service_wants_them() {
    assert_eq!(Carried::SIGNATURE.to_string(), "(oayays)");
}
