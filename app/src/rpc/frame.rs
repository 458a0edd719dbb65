//! The JSON-RPC 2.0 envelope: a line becomes a call, an outcome or an event becomes a line.

use serde::Serialize;
use serde_json::{Value, json};

use crate::engine::command::{Command, Outcome};
use crate::engine::event::Event;
use crate::engine::fault::{Code, Fault};

use super::method;
use super::params::Params;

/// One line read: what to do, and under which id to answer (`None` for a notification, which is not answered).
#[derive(Debug)]
pub struct Request {
    /// The caller's id, as given.
    pub id: Option<Value>,
    /// The command, or why there is none.
    pub command: Result<Command, Fault>,
}

/// Reads one line.
#[must_use]
pub fn read(line: &[u8]) -> Request {
    let unreadable = |detail| Request { id: Some(Value::Null), command: Err(Fault::because(Code::ParseError, detail)) };
    let Ok(value) = serde_json::from_slice::<Value>(line) else { return unreadable("the line is not JSON") };
    let Value::Object(mut request) = value else { return unreadable("a request must be an object") };
    let id = match request.remove("id") {
        id @ (None | Some(Value::Null | Value::String(_) | Value::Number(_))) => id,
        Some(_) => return unreadable("id must be a string or a number"),
    };
    let bad = |detail| Request {
        id: Some(id.clone().unwrap_or(Value::Null)),
        command: Err(Fault::because(Code::ParseError, detail)),
    };
    if request.get("jsonrpc").is_some_and(|version| version != "2.0") {
        return bad("jsonrpc must be \"2.0\"");
    }
    let Some(Value::String(name)) = request.remove("method") else { return bad("method must be a string") };
    let command = Params::new(request.remove("params")).and_then(|params| method::command(&name, params));
    Request { id, command }
}

/// The answer to the request of that id.
#[must_use]
pub fn answer(id: &Value, outcome: &Outcome) -> String {
    match outcome {
        Ok(reply) => line(&json!({"jsonrpc": "2.0", "id": id, "result": reply})),
        Err(fault) => {
            let mut data = json!({"code": fault.code.as_str()});
            let of = fault.line.as_ref();
            let more = [
                ("detail", fault.detail.map(Value::from)),
                ("retry_after_ms", fault.retry_after_ms.map(Value::from)),
                ("line", of.map(|line| line.number.into())),
                ("fits_line", of.and_then(|line| line.fits).map(Value::from)),
            ];
            if let Some(fields) = data.as_object_mut() {
                fields.extend(more.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))));
            }
            line(&json!({"jsonrpc": "2.0", "id": id, "error": {
                "code": number(fault.code), "message": fault.to_string(), "data": data,
            }}))
        }
    }
}

/// An event as a notification.
#[must_use]
pub fn notification(event: &Event) -> String {
    line(&json!({"jsonrpc": "2.0", "method": "event", "params": event}))
}

/// Tells that the caller read too slowly and missed events.
#[must_use]
pub fn missed(count: u64) -> String {
    line(&json!({"jsonrpc": "2.0", "method": "event", "params": {"type": "events.missed", "count": count}}))
}

/// JSON-RPC's own numbers for its own faults; every other is one number, told apart by `data.code`.
const fn number(code: Code) -> i32 {
    match code {
        Code::ParseError => -32700,
        Code::MethodNotFound => -32601,
        Code::InvalidParams => -32602,
        Code::Internal => -32603,
        _ => -32000,
    }
}

fn line(value: &impl Serialize) -> String {
    let mut text = serde_json::to_string(value).expect("plain data always serialises");
    text.push('\n');
    text
}
