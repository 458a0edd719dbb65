//! What happens before the windows are the person's own: two people meet, one opens a room, the other knocks, and they
//! write to each other. Every step is an ordinary call to an ordinary engine.

use std::time::{Duration, Instant};

use serde_json::{Map, Value, json};

use super::actor::Side::{self, Doctor, Patient};
use super::{Error, Stage};

/// How long any one step may take.
const STEP: Duration = Duration::from_secs(60);

/// What is written in the room, in this order.
const ROOM: [(Side, &str); 5] = [
    (Patient, "Good morning. Third cycle done yesterday. The tiredness came sooner this time, but I slept."),
    (
        Doctor,
        "Good morning Marta. Tiredness like that is common after the third cycle. Rest is treatment too. Call the ward \
         today if your temperature goes above 38 °C.",
    ),
    (Patient, "37.2 °C this morning. I took ondansetron 8 mg before breakfast and kept it down. 😊"),
    (Doctor, "That is good to hear. Small sips of water, often."),
    (Patient, "Thank you. My fingers are numb again, so I write slowly today."),
];

/// What is written between the two alone.
const ALONE: [(Side, &str); 2] = [
    (Doctor, "Hello Marta, here we can write about your treatment. The two of us have read this, and nobody else."),
    (Patient, "That helps. See you on Thursday at 14:30."),
];

/// Tells it.
pub(super) fn tell(stage: &mut Stage, looks: Map<String, Value>) -> Result<(), Error> {
    // Nobody is locked out of a demonstration by a pause, nor called to it by its other half.
    let mut settings = looks;
    settings.insert("hide_after_ms".into(), 0.into());
    settings.insert("lock_after_ms".into(), 0.into());
    settings.insert("notifications".into(), false.into());
    let settings = Value::from(settings);
    let begun = [stage.patient.create(Patient)?, stage.doctor.create(Doctor)?];
    for (side, id) in [Patient, Doctor].into_iter().zip(begun) {
        stage.answer(side, id, "profile.create")?;
        stage.ok(side, "settings.set", &settings)?;
    }
    let alone = meet(stage)?;
    write(stage, &alone, &ALONE)?;
    let room = gather(stage)?;
    write(stage, &room, &ROOM)
}

fn meet(stage: &mut Stage) -> Result<String, Error> {
    let link = text(&stage.ok(Patient, "contact.invite", &json!({}))?, "link")?;
    let accepted = stage.ok(Doctor, "contact.accept", &json!({"link": link}))?;
    let room = text(&accepted, "room")?;
    stage.until_joined(&room)?;
    Ok(room)
}

fn gather(stage: &mut Stage) -> Result<String, Error> {
    let charter = json!({
        "retention": "ephemeral",
        "relay_only": false,
        "rules": "Speak for yourself. What is said here stays here. Nobody gives orders; everybody may rest.",
    });
    let created =
        stage.ok(Patient, "room.create", &json!({"title": "Tuesday circle", "charter": charter, "name": "Marta"}))?;
    let room = text(&created, "room")?;
    let link = text(&stage.ok(Patient, "room.invite", &json!({"room": room}))?, "link")?;
    let joined = stage.ok(Doctor, "room.join", &json!({"link": link, "name": "Anneke"}))?;
    if text(&joined, "state")? == "knocking" {
        let knock =
            stage.event(Patient, "room.knock", |event| event.get("room").and_then(Value::as_str) == Some(&room))?;
        stage.ok(Patient, "room.admit", &json!({"room": room, "member": text(&knock, "member")?}))?;
    }
    stage.until_joined(&room)?;
    Ok(room)
}

/// Writes, each after the one before has been read, so that the order is the same on both sides.
fn write(stage: &mut Stage, room: &str, lines: &[(Side, &str)]) -> Result<(), Error> {
    for (from, line) in lines {
        let sent = stage.ok(*from, "message.send", &json!({"room": room, "text": line}))?;
        let message = text(&sent, "message")?;
        let to = if *from == Patient { Doctor } else { Patient };
        stage.event(to, "message.received", |event| event.get("message").and_then(Value::as_str) == Some(&message))?;
    }
    Ok(())
}

fn text(value: &Value, field: &str) -> Result<String, Error> {
    value.get(field).and_then(Value::as_str).map(str::to_owned).ok_or(Error::Broken)
}

impl Stage {
    fn ok(&mut self, side: Side, method: &str, params: &Value) -> Result<Value, Error> {
        let id = self.actor(side).ask(method, params)?;
        self.answer(side, id, method)
    }

    fn answer(&mut self, side: Side, id: u64, method: &str) -> Result<Value, Error> {
        let until = Instant::now() + STEP;
        let ours = |(from, line): &(Side, Value)| *from == side && line.get("id").and_then(Value::as_u64) == Some(id);
        let line = loop {
            // It may have come while the other one's answer was waited for.
            if let Some(at) = self.aside.iter().position(ours) {
                break self.aside.swap_remove(at).1;
            }
            let line = self.next(until)?;
            self.aside.push(line);
        };
        match line.get("result") {
            Some(result) => Ok(result.clone()),
            None => {
                let code = line.pointer("/error/data/code").and_then(Value::as_str).unwrap_or("internal");
                Err(Error::Refused { method: method.to_owned(), code: code.to_owned() })
            }
        }
    }

    fn event(&mut self, side: Side, kind: &str, holds: impl Fn(&Value) -> bool) -> Result<Value, Error> {
        let wanted = |from: Side, line: &Value| {
            let event = line.get("params")?;
            let ours = from == side && event.get("type").and_then(Value::as_str) == Some(kind) && holds(event);
            ours.then(|| event.clone())
        };
        if let Some(found) = self.aside.iter().find_map(|(from, line)| wanted(*from, line)) {
            return Ok(found);
        }
        let until = Instant::now() + STEP;
        loop {
            let (from, line) = self.next(until)?;
            if let Some(found) = wanted(from, &line) {
                return Ok(found);
            }
            self.aside.push((from, line));
        }
    }

    /// Waits until both are members.
    fn until_joined(&mut self, room: &str) -> Result<(), Error> {
        let until = Instant::now() + STEP;
        for side in [Patient, Doctor] {
            loop {
                let rooms = self.ok(side, "room.list", &json!({}))?;
                let listed = rooms.get("rooms").and_then(Value::as_array).into_iter().flatten();
                let joined = |found: &&Value| {
                    found.get("room").and_then(Value::as_str) == Some(room)
                        && found.get("state").and_then(Value::as_str) == Some("joined")
                };
                if listed.into_iter().any(|found| joined(&found)) {
                    break;
                }
                if Instant::now() >= until {
                    return Err(Error::Late);
                }
                // Whatever is said next may be it; the list tells for certain.
                if let Some(line) = self.listen(Duration::from_millis(200))? {
                    self.aside.push(line);
                }
            }
        }
        Ok(())
    }

    fn next(&mut self, until: Instant) -> Result<(Side, Value), Error> {
        loop {
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Err(Error::Late);
            }
            if let Some(line) = self.listen(left)? {
                return Ok(line);
            }
            if !self.closed.is_empty() {
                return Err(Error::Stopped);
            }
        }
    }
}
