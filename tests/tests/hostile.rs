//! Garbage on standard input and on the port hurts nobody.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use serde_json::{Value, json};
use tempfile::TempDir;
use tests::cast::{Actor, introduce};

#[test]
fn malformed_lines_get_a_clear_error_and_lose_nothing() {
    let world = TempDir::new().expect("a folder");
    let mut marta = Actor::create(&world, "Marta", "patient");
    let nested = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    for (line, code) in [
        (&b"{"[..], "parse_error"),
        (b"\xff\xfe\x00", "parse_error"),
        (nested.as_bytes(), "parse_error"),
        (b"[]", "parse_error"),
        (b"17", "parse_error"),
        (br#"{"jsonrpc":"2.0","id":null,"method":17}"#, "parse_error"),
        (br#"{"jsonrpc":"2.0","id":null,"method":"room.burn","params":{}}"#, "method_not_found"),
        (br#"{"jsonrpc":"2.0","id":null,"method":"room.create","params":[1]}"#, "invalid_params"),
        (br#"{"jsonrpc":"2.0","id":null,"method":"room.create","params":{"title":"x"}}"#, "invalid_params"),
        (br#"{"jsonrpc":"2.0","id":null,"method":"room.leave","params":{"room":"../../etc"}}"#, "invalid_params"),
        (br#"{"jsonrpc":"2.0","id":null,"method":"profile.get","params":{"surprise":1}}"#, "invalid_params"),
    ] {
        marta.hearth.write_line(line);
        let answer = marta.hearth.answer(&Value::Null, "an error");
        assert_eq!(answer["error"]["data"]["code"], code, "{}", String::from_utf8_lossy(&line[..line.len().min(90)]));
    }
    let mut long = br#"{"jsonrpc":"2.0","id":null,"method":"message.send","params":{"text":""#.to_vec();
    long.resize(9 * 1024 * 1024, b'x');
    marta.hearth.write_line(&long);
    assert_eq!(marta.hearth.answer(&Value::Null, "an error")["error"]["data"]["code"], "parse_error");
    assert_eq!(marta.hearth.ok("profile.get", json!({}))["name"], "Marta");
}

fn resident_kib(process: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).expect("the process runs");
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).expect("it has memory");
    line.split_whitespace().nth(1).and_then(|kib| kib.parse().ok()).expect("a number")
}

#[test]
fn floods_and_half_open_connections_hurt_nobody() {
    let world = TempDir::new().expect("a folder");
    let mut marta = Actor::create(&world, "Marta", "patient");
    let mut anneke = Actor::create(&world, "Anneke", "doctor");
    let room = introduce(&mut marta, &mut anneke);
    let addresses = marta.hearth.ok("net.addresses", json!({}));
    let address = addresses["addresses"][0].as_str().expect("one").to_owned();
    let port: u16 = address.split('/').nth(4).and_then(|port| port.parse().ok()).expect("a TCP port");
    let before = resident_kib(marta.hearth.id());

    let mut held = Vec::new();
    for round in 0_u32..300 {
        let Ok(mut stream) = TcpStream::connect(("127.0.0.1", port)) else { continue };
        stream.set_write_timeout(Some(Duration::from_secs(1))).expect("a timeout can be set");
        stream.set_read_timeout(Some(Duration::from_millis(1))).expect("a timeout can be set");
        match round % 3 {
            0 => held.push(stream),
            1 => {
                let garbage: Vec<u8> = (0..20_000_u32).map(|at| (at.wrapping_mul(round + 31) >> 3) as u8).collect();
                // The other side may hang up first, which is as good.
                let _ = stream.write_all(&garbage);
            }
            _ => {
                let _ = stream.write_all(b"\x13/multistream/1.0.0\n\x07/noise\n\xff\xff");
                let _ = stream.read(&mut [0; 64]);
                held.push(stream);
            }
        }
        if round % 30 == 0 {
            let text = format!("through the noise {round}");
            let said = anneke.say(&room, &text);
            marta.hearth.event("message.received", |event| event["message"] == said.as_str());
        }
    }
    let said = marta.say(&room, "still here");
    marta.expect_state(&room, &said, "delivered");
    let grown = resident_kib(marta.hearth.id()).saturating_sub(before);
    assert!(grown < 64 * 1024, "memory grew by {grown} KiB");
}
