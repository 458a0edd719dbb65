//! JSON-RPC 2.0 on standard input and output: one object a line.
//!
//! One thread reads lines and hands their commands to the engine in the order read; the calling thread writes answers
//! and events. Answers come when they are ready, not in the order of the questions. Nothing is decided here.

mod frame;
mod method;
mod params;

use std::io::{self, BufRead, Write};
use std::time::Duration;

use serde_json::Value;
use tokio::sync::{broadcast, mpsc};
use tokio::task::JoinSet;

use crate::engine::fault::{Code, Fault};
use crate::engine::handle::{EngineHandle, Ticket};

/// The longest line that is read.
const LINE_BYTES: usize = 8 * 1024 * 1024;
/// How long answers that are still due are waited for after standard input closed.
const GRACE: Duration = Duration::from_secs(15);

/// What the reading thread found.
enum Read {
    Due(Value, Ticket),
    Answered(String),
}

/// Serves until standard input closes or nobody reads standard output.
///
/// # Errors
/// Where no thread or runtime is to be had.
pub fn run(engine: &EngineHandle) -> io::Result<()> {
    let (found, mut lines) = mpsc::channel(1024);
    let mut events = engine.events();
    let reader = engine.clone();
    // Not joined: it may sit in a read that nothing interrupts, and the process ends with it.
    std::thread::Builder::new().name("rpc-read".into()).spawn(move || read_all(io::stdin().lock(), &reader, &found))?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build()?;
    runtime.block_on(async move {
        let mut out = io::stdout().lock();
        let mut due = JoinSet::new();
        let served = serve(&mut lines, &mut events, &mut due, &mut out).await;
        if served.is_ok() {
            let _ = tokio::time::timeout(GRACE, last_answers(&mut events, &mut due, &mut out)).await;
        }
    });
    Ok(())
}

async fn serve(
    lines: &mut mpsc::Receiver<Read>,
    events: &mut broadcast::Receiver<crate::engine::event::Event>,
    due: &mut JoinSet<String>,
    out: &mut impl Write,
) -> io::Result<()> {
    loop {
        tokio::select! {
            line = lines.recv() => match line {
                None => return Ok(()),
                Some(Read::Answered(line)) => out.write_all(line.as_bytes())?,
                Some(Read::Due(id, ticket)) => {
                    due.spawn(async move { frame::answer(&id, &ticket.await) });
                }
            },
            Some(Ok(line)) = due.join_next() => out.write_all(line.as_bytes())?,
            event = events.recv() => match event {
                Ok(event) => out.write_all(frame::notification(&event).as_bytes())?,
                Err(broadcast::error::RecvError::Lagged(count)) => out.write_all(frame::missed(count).as_bytes())?,
                Err(broadcast::error::RecvError::Closed) => return Ok(()),
            },
        }
        out.flush()?;
    }
}

async fn last_answers(
    events: &mut broadcast::Receiver<crate::engine::event::Event>,
    due: &mut JoinSet<String>,
    out: &mut impl Write,
) {
    while !due.is_empty() {
        let line = tokio::select! {
            Some(Ok(line)) = due.join_next() => line,
            Ok(event) = events.recv() => frame::notification(&event),
            else => return,
        };
        if out.write_all(line.as_bytes()).and_then(|()| out.flush()).is_err() {
            return;
        }
    }
}

fn read_all(mut input: impl BufRead, engine: &EngineHandle, found: &mpsc::Sender<Read>) {
    let mut line = Vec::new();
    loop {
        line.clear();
        let read = match read_line(&mut input, &mut line) {
            Ok(Line::End) | Err(_) => return,
            Ok(Line::TooLong) => {
                let fault = Fault::because(Code::ParseError, "the line is longer than 8 MiB");
                Some(Read::Answered(frame::answer(&Value::Null, &Err(fault))))
            }
            Ok(Line::Whole) if line.iter().all(u8::is_ascii_whitespace) => None,
            Ok(Line::Whole) => take(engine, frame::read(&line)),
        };
        if let Some(read) = read
            && found.blocking_send(read).is_err()
        {
            return;
        }
    }
}

fn take(engine: &EngineHandle, request: frame::Request) -> Option<Read> {
    match (request.id, request.command) {
        (Some(id), Ok(command)) => Some(Read::Due(id, engine.send_blocking(command))),
        (Some(id), Err(fault)) => Some(Read::Answered(frame::answer(&id, &Err(fault)))),
        (None, Ok(command)) => {
            drop(engine.send_blocking(command));
            None
        }
        (None, Err(_)) => None,
    }
}

/// Entry point for fuzzing: reads bytes as a caller's line and writes the answer that a refusal would get.
#[cfg(feature = "fuzz")]
pub fn fuzz_line(data: &[u8]) {
    let mut line = Vec::new();
    if let Ok(Line::Whole) = read_line(&mut io::Cursor::new(data), &mut line) {
        let request = frame::read(&line);
        if let (Some(id), Err(fault)) = (request.id, request.command) {
            let answer = frame::answer(&id, &Err(fault));
            assert!(answer.ends_with('\n'), "an answer is a line");
        }
    }
}

enum Line {
    Whole,
    TooLong,
    End,
}

/// Reads up to a line feed; a line past the limit is read to its end and thrown away, so that the next one is whole.
fn read_line(input: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<Line> {
    let mut too_long = false;
    loop {
        let chunk = input.fill_buf()?;
        if chunk.is_empty() {
            return Ok(if line.is_empty() && !too_long {
                Line::End
            } else if too_long {
                Line::TooLong
            } else {
                Line::Whole
            });
        }
        let (part, ended) = match chunk.iter().position(|byte| *byte == b'\n') {
            Some(at) => (chunk.get(..at).unwrap_or_default(), true),
            None => (chunk, false),
        };
        let used = part.len() + usize::from(ended);
        if line.len() + part.len() > LINE_BYTES {
            too_long = true;
            line.clear();
        } else if !too_long {
            line.extend_from_slice(part);
        }
        input.consume(used);
        if ended {
            return Ok(if too_long { Line::TooLong } else { Line::Whole });
        }
    }
}

#[cfg(test)]
#[path = "mod_tests.rs"]
mod tests;
