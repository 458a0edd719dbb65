//! Lines and calls as hostile callers write them.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use super::*;

fn lines(input: &[u8]) -> Vec<Result<Vec<u8>, ()>> {
    let mut input = io::BufReader::with_capacity(7, input);
    let mut found = Vec::new();
    let mut line = Vec::new();
    loop {
        line.clear();
        match read_line(&mut input, &mut line).unwrap() {
            Line::Whole => found.push(Ok(line.clone())),
            Line::TooLong => found.push(Err(())),
            Line::End => return found,
        }
    }
}

#[test]
fn reads_lines_whatever_the_buffer() {
    assert_eq!(
        lines(b"one\ntwo and more\n\nlast"),
        [&b"one"[..], b"two and more", b"", b"last"].map(|l| Ok(l.to_vec()))
    );
}

#[test]
fn a_line_too_long_spoils_no_other() {
    let mut input = vec![b'x'; LINE_BYTES + 1];
    input.extend_from_slice(b"\nnext\n");
    assert_eq!(lines(&input), [Err(()), Ok(b"next".to_vec())]);
    let fitting = vec![b'x'; LINE_BYTES];
    assert_eq!(lines(&fitting), [Ok(fitting.clone())]);
}

#[track_caller]
fn refused(line: &str, code: Code, detail: &str) {
    let request = frame::read(line.as_bytes());
    let fault = request.command.unwrap_err();
    assert_eq!(fault.code, code, "{line}");
    assert!(fault.detail.unwrap_or_default().contains(detail), "{line}: {fault}");
}

#[test]
fn what_is_no_call_is_a_parse_error() {
    refused("nonsense", Code::ParseError, "JSON");
    refused("[]", Code::ParseError, "object");
    refused("{}", Code::ParseError, "method");
    refused(r#"{"jsonrpc":"1.0","id":1,"method":"profile.get"}"#, Code::ParseError, "jsonrpc");
    refused(r#"{"id":[],"method":"profile.get"}"#, Code::ParseError, "id");
    refused(r#"{"id":1,"method":7}"#, Code::ParseError, "method");
}

#[test]
fn unknown_methods_are_told_apart_from_bad_parameters() {
    for method in ["", "profile", "profile.", "profile.fly", "room.fly", "fly.get", "Profile.get"] {
        refused(&format!(r#"{{"id":1,"method":"{method}","params":{{"x":1}}}}"#), Code::MethodNotFound, "");
    }
    let call =
        |method: &str, params: &str| format!(r#"{{"jsonrpc":"2.0","id":1,"method":"{method}","params":{params}}}"#);
    refused(&call("profile.get", "[]"), Code::InvalidParams, "object");
    refused(&call("profile.get", r#"{"x":1}"#), Code::InvalidParams, "unknown");
    refused(&call("profile.unlock", "{}"), Code::InvalidParams, "passphrase");
    refused(&call("profile.create", r#"{"name":"A","role":"king","passphrase":"p"}"#), Code::InvalidParams, "role");
    refused(&call("message.send", r#"{"room":"00","text":"x"}"#), Code::InvalidParams, "room");
    refused(
        &call("room.create", r#"{"title":"x","charter":{"retention":"record","colour":1}}"#),
        Code::InvalidParams,
        "charter",
    );
    refused(
        &call("room.invite", r#"{"room":"00000000000000000000000000000000","uses":-1}"#),
        Code::InvalidParams,
        "uses",
    );
}

#[test]
fn a_refusal_is_an_error_object_with_a_code() {
    let fault = Fault { retry_after_ms: Some(1500), ..Fault::from(Code::TooManyAttempts) };
    let line = frame::answer(&serde_json::json!("x"), &Err(fault));
    let value: Value = serde_json::from_str(&line).unwrap();
    assert_eq!(value["id"], "x");
    assert_eq!(value["error"]["data"]["code"], "too_many_attempts");
    assert_eq!(value["error"]["data"]["retry_after_ms"], 1500);
    assert!(value.get("result").is_none());
}
