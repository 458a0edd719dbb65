//! Every example of `docs/rpc.md` is executed, and every method of the contract has one.
//!
//! In a fence marked `rpc`, `> ` starts a request and `< ` the result expected for it, `<! ` the error, and `! ` an
//! event that comes. A name before the sign (`bo> `) says whose engine it is; without one it is the first person's.
//! `"…"` stands for any value, `"$name"` for a value that is kept and must be the same wherever it stands again.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};
use tempfile::TempDir;
use tests::process::Hearth;

const METHODS: [&str; 43] = [
    "profile.create",
    "profile.unlock",
    "profile.lock",
    "profile.hide",
    "profile.get",
    "profile.set",
    "profile.set_passphrase",
    "profile.export",
    "profile.import",
    "profile.erase",
    "settings.get",
    "settings.set",
    "net.addresses",
    "net.dial",
    "net.status",
    "contact.invite",
    "contact.accept",
    "contact.list",
    "contact.safety_number",
    "contact.verify",
    "contact.block",
    "contact.unblock",
    "room.create",
    "room.invite",
    "room.preview",
    "room.join",
    "room.admit",
    "room.refuse",
    "room.list",
    "room.members",
    "room.safety_number",
    "room.leave",
    "room.transfer",
    "room.remove",
    "room.set_rank",
    "room.set_charter",
    "room.erase",
    "message.send",
    "message.list",
    "message.edit",
    "message.retract",
    "message.react",
    "message.mark_read",
];
const MORE_METHODS: [&str; 13] = [
    "message.search",
    "message.draft",
    "message.set_draft",
    "room.verify",
    "invite.read",
    "profile.recovery_make",
    "profile.recovery_save",
    "profile.recover",
    "profile.set_keyring",
    "typing.set",
    "health.get",
    "profile.confirm_clock",
    "scan.inspect",
];

/// One line of an example.
struct Step {
    actor: String,
    sign: &'static str,
    value: Value,
    line: usize,
}

fn steps(text: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut inside = false;
    for (index, line) in text.lines().enumerate() {
        if line.starts_with("```") {
            inside = line == "```rpc";
            continue;
        }
        if !inside || line.trim().is_empty() {
            continue;
        }
        let sign = ["<! ", "> ", "< ", "! "]
            .into_iter()
            .find(|sign| line.split_once(sign).is_some_and(|(name, _)| name.chars().all(char::is_alphanumeric)));
        let sign = sign.unwrap_or_else(|| panic!("docs/rpc.md:{}: no sign", index + 1));
        let (actor, json) = line.split_once(sign).expect("found above");
        let value = serde_json::from_str(json).unwrap_or_else(|error| panic!("docs/rpc.md:{}: {error}", index + 1));
        steps.push(Step { actor: actor.to_owned(), sign: sign.trim_end(), value, line: index + 1 });
    }
    steps
}

/// Whether a value is as expected; keeps what `$name` stands for.
fn matches(expected: &Value, found: &Value, kept: &mut BTreeMap<String, Value>) -> bool {
    match (expected, found) {
        (Value::String(text), _) if text == "…" => true,
        (Value::String(text), _) if text.starts_with('$') => {
            kept.entry(text.clone()).or_insert_with(|| found.clone()) == found
        }
        (Value::Object(expected), Value::Object(found)) => {
            let keys: BTreeSet<_> = expected.keys().chain(found.keys()).collect();
            keys.into_iter().all(|key| match (expected.get(key), found.get(key)) {
                (Some(expected), Some(found)) => matches(expected, found, kept),
                (None, Some(_)) => expected.contains_key("…"),
                _ => key == "…",
            })
        }
        (Value::Array(expected), Value::Array(found)) => {
            expected.len() == found.len() && expected.iter().zip(found).all(|(one, other)| matches(one, other, kept))
        }
        _ => expected == found,
    }
}

fn filled_in(value: &Value, kept: &BTreeMap<String, Value>) -> Value {
    match value {
        Value::String(text) if text.starts_with('$') => kept.get(text).unwrap_or(value).clone(),
        Value::Object(fields) => {
            let named = |key: &String| kept.get(key).and_then(Value::as_str).unwrap_or(key).to_owned();
            fields.iter().map(|(key, value)| (named(key), filled_in(value, kept))).collect()
        }
        Value::Array(items) => items.iter().map(|item| filled_in(item, kept)).collect(),
        _ => value.clone(),
    }
}

#[test]
fn every_documented_example_runs() {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/rpc.md")).expect("it exists");
    let world = TempDir::new().expect("a folder");
    let mut people: BTreeMap<String, Hearth> = BTreeMap::new();
    let mut kept = BTreeMap::new();
    kept.insert("$folder".to_owned(), json!(world.path()));
    kept.insert("$file".to_owned(), json!(world.path().join("export.hearth")));
    let mut request = Value::Null;
    let mut shown = BTreeSet::new();
    for step in steps(&text) {
        let hearth = people
            .entry(step.actor.clone())
            .or_insert_with(|| Hearth::start(&world.path().join(format!("_{}", step.actor))));
        match step.sign {
            ">" => request = step.value,
            "!" => {
                let expected = filled_in(&step.value, &kept);
                let kind = expected["type"].as_str().expect("an event has a type").to_owned();
                let event = hearth.event(&kind, |event| matches(&expected, event, &mut kept.clone()));
                assert!(matches(&expected, &event, &mut kept));
            }
            sign => {
                let method = request["method"].as_str().expect("a request has a method").to_owned();
                let params = filled_in(request.get("params").unwrap_or(&json!({})), &kept);
                let expected = filled_in(&step.value, &kept);
                let until = std::time::Instant::now() + tests::process::DEADLINE;
                loop {
                    let answer = hearth.call(&method, params.clone());
                    let found = if sign == "<" { answer.as_ref().ok() } else { answer.as_ref().err() };
                    if found.is_some_and(|found| matches(&expected, found, &mut kept)) {
                        break;
                    }
                    // What is only read may still be on its way; what changes something is asked once.
                    let reads = [".list", ".members", ".get", ".status"].iter().any(|verb| method.ends_with(verb));
                    let late = std::time::Instant::now() > until;
                    assert!(reads && !late, "docs/rpc.md:{}: {method} answered {answer:?}", step.line);
                    std::thread::sleep(std::time::Duration::from_millis(20));
                }
                shown.insert(method);
            }
        }
    }
    let missing: Vec<_> = METHODS.iter().chain(&MORE_METHODS).filter(|method| !shown.contains(**method)).collect();
    assert!(missing.is_empty(), "docs/rpc.md has no example of {missing:?}");
}
