//! Messages: write, page, edit, take back, react, mark as read.

use std::collections::BTreeMap;

use crypto::id::{EntryId, MemberId, RoomId};
use crypto::secret::Personal;
use net::room::{History as _, Input, Refused};
use net::wire::body::{Edit, MAX_TEXT_BYTES, React, Retract, Text};
use net::wire::{Body, Place};
use unicode_segmentation::UnicodeSegmentation;

use super::command::{Message as Verb, Outcome};
use super::event::Reply;
use super::fault::{Code, Fault};
use super::happened::delivery;
use super::home::Home;
use super::log::Log;
use super::snapshot::{Delivery, MessageView};
use super::text;
use super::timeline::{self, Line};
use super::turn::{Asker, Turn};

/// Messages in a page, where the caller doesn't say, and at most.
const PAGE: usize = 50;
const LARGEST_PAGE: usize = 200;

/// The machine's refusal, for a face.
pub fn fault(refused: Refused) -> Fault {
    match refused {
        Refused::TooLong => Code::TextTooLong.into(),
        Refused::NotAMember | Refused::UnknownMember => Code::NotAMember.into(),
        Refused::NotAllowed => Code::NotAllowed.into(),
        Refused::Full => Code::RoomFull.into(),
        Refused::BadKeys | Refused::Keys => Code::Internal.into(),
    }
}

/// The text as it will be shown, where it may be sent.
fn checked(text: &Personal) -> Result<Personal, Fault> {
    if text.expose().len() > MAX_TEXT_BYTES {
        return Err(Code::TextTooLong.into());
    }
    let harmless = text::harmless(text.expose());
    if harmless.trim().is_empty() {
        return Err(Fault::because(Code::InvalidParams, "text: nothing to send"));
    }
    Ok(harmless.into())
}

fn one_emoji(emoji: &str) -> Result<(), Fault> {
    let shown = emoji.graphemes(true).count() == 1 && emoji.len() <= 64;
    let symbol = !emoji.chars().all(|c| c.is_alphanumeric() || c.is_control() || c.is_whitespace());
    if shown && symbol && text::harmless(emoji) == emoji {
        Ok(())
    } else {
        Err(Fault::because(Code::InvalidParams, "emoji: exactly one"))
    }
}

impl Home {
    pub(super) fn message(&mut self, turn: &mut Turn, verb: Verb, reply: Asker) {
        let outcome = match verb {
            Verb::Send { room, text, reply_to } => self.send_text(turn, room, &text, reply_to),
            Verb::List { room, before, limit } => self.list_messages(room, before.as_deref(), limit),
            Verb::Edit { room, message, text } => self.edit(turn, room, message, &text),
            Verb::Retract { room, message } => self.retract(turn, room, message),
            Verb::React { room, message, emoji, on } => self.react(turn, room, message, emoji, on),
            Verb::MarkRead { room, message } => self.mark_read(turn, room, message),
            Verb::Draft { room } => self.draft(room),
            Verb::SetDraft { room, text } => self.set_draft(turn, room, &text),
            Verb::Search { query, room } => return self.search(turn, &query, room, reply),
        };
        turn.answer(reply, outcome);
    }

    fn author(&mut self, turn: &mut Turn, room: RoomId, body: Body) -> Result<EntryId, Fault> {
        let driven = self.drive(turn, room, Input::Author(body));
        match (driven.authored, driven.refused) {
            (Some((id, _)), _) => Ok(id),
            (None, Some(refused)) => Err(fault(refused)),
            (None, None) => Err(Code::Internal.into()),
        }
    }

    fn send_text(&mut self, turn: &mut Turn, room: RoomId, text: &Personal, reply_to: Option<EntryId>) -> Outcome {
        self.joined_room(room)?;
        let text = checked(text)?;
        if let Some(target) = reply_to {
            self.line(room, target)?;
        }
        let message = self.author(turn, room, Body::Text(Text { text, reply_to }))?;
        Ok(Reply::Sent { message })
    }

    fn edit(&mut self, turn: &mut Turn, room: RoomId, target: EntryId, text: &Personal) -> Outcome {
        self.joined_room(room)?;
        let text = checked(text)?;
        self.own_line(room, target)?;
        self.author(turn, room, Body::Edit(Edit { target, text }))?;
        Ok(Reply::Done {})
    }

    fn retract(&mut self, turn: &mut Turn, room: RoomId, target: EntryId) -> Outcome {
        self.joined_room(room)?;
        self.own_line(room, target)?;
        self.author(turn, room, Body::Retract(Retract { target }))?;
        Ok(Reply::Done {})
    }

    fn react(&mut self, turn: &mut Turn, room: RoomId, target: EntryId, emoji: String, on: bool) -> Outcome {
        self.joined_room(room)?;
        one_emoji(&emoji)?;
        let (_, line) = self.line(room, target)?;
        if line.retracted {
            return Err(Fault::because(Code::NotAllowed, "the message was taken back"));
        }
        let mine = self.my_member(room);
        let set = line.reactions.iter().any(|r| Some(r.member) == mine && r.emoji == emoji && r.on);
        if set != on {
            self.author(turn, room, Body::React(React { target, emoji, on }))?;
        }
        Ok(Reply::Done {})
    }

    /// Where an entry of the room stands.
    pub(super) fn place_of(&self, room: RoomId, id: EntryId) -> Option<Place> {
        let held = self.rooms.get(&room)?;
        Log { shelf: &self.shelf, memory: &held.memory, room }.by_id(id)
    }

    /// A message by its id.
    pub(super) fn line(&self, room: RoomId, id: EntryId) -> Result<(Place, Line), Fault> {
        let held = self.room(room)?;
        let place = self.place_of(room, id).ok_or(Code::UnknownMessage)?;
        let line = held.lines.get(&self.shelf, place)?.ok_or(Code::UnknownMessage)?;
        Ok((place, line))
    }

    fn own_line(&self, room: RoomId, id: EntryId) -> Result<Line, Fault> {
        let (_, line) = self.line(room, id)?;
        if Some(line.author) != self.my_member(room) {
            return Err(Fault::because(Code::NotAllowed, "the message is another's"));
        }
        if line.retracted {
            return Err(Fault::because(Code::NotAllowed, "the message was taken back"));
        }
        Ok(line)
    }

    /// This person's member id in a room.
    pub(super) fn my_member(&self, room: RoomId) -> Option<MemberId> {
        self.rooms.get(&room).map(|held| held.me(&self.account))
    }

    fn list_messages(&self, room: RoomId, before: Option<&str>, limit: Option<usize>) -> Outcome {
        let held = self.room(room)?;
        let limit = limit.unwrap_or(PAGE);
        if limit == 0 || limit > LARGEST_PAGE {
            return Err(Fault::because(Code::InvalidParams, "limit: between 1 and 200"));
        }
        let end = before.map(cursor).transpose()?;
        let mut lines = held.lines.before(&self.shelf, end, limit + 1)?;
        let more = lines.len() > limit;
        lines.truncate(limit);
        let next = if more { lines.last().map(|(place, _)| shown_cursor(*place)) } else { None };
        lines.reverse();
        let messages = lines.iter().map(|(place, line)| self.message_view(room, *place, line)).collect();
        Ok(Reply::Messages { messages, next })
    }

    /// A message as it is shown.
    pub(super) fn message_view(&self, room: RoomId, place: Place, line: &Line) -> MessageView {
        let states = (line.mine && Some(line.author) == self.my_member(room)).then(|| self.states(room, place));
        MessageView {
            message: line.message,
            author: line.author,
            author_name: self.member_name(room, line.author),
            text: line.text.0.clone(),
            sent_at: line.sent_at,
            depth: place.depth,
            reply_to: line.reply_to,
            edited: line.edited.is_some() && !line.retracted,
            retracted: line.retracted,
            reactions: line.shown_reactions(),
            states,
        }
    }

    fn states(&self, room: RoomId, place: Place) -> BTreeMap<MemberId, Delivery> {
        let Some(machine) = self.rooms.get(&room).and_then(|held| held.machine.as_ref()) else {
            return BTreeMap::new();
        };
        // What was written after somebody had gone was never meant for them.
        let meant = |member| machine.member(member).is_none_or(|member| member.ended.is_none_or(|end| place < end));
        let states = machine.delivery(place.seq).into_iter().filter(|(member, _)| meant(*member));
        states.map(|(member, came)| (member, delivery(came))).collect()
    }

    fn mark_read(&mut self, turn: &mut Turn, room: RoomId, message: EntryId) -> Outcome {
        let (place, _) = self.line(room, message)?;
        let held = self.room_mut(room)?;
        if held.kept.mark.is_some_and(|mark| mark >= place) {
            return Ok(Reply::Done {});
        }
        held.kept.mark = Some(place);
        held.changed = true;
        self.count_unread(room)?;
        turn.stale.rooms = true;
        turn.stale.open = true;
        if self.room(room)?.joined() {
            self.drive(turn, room, Input::MarkRead { up_to: place });
        }
        Ok(Reply::Done {})
    }

    /// Counts the messages of others after the mark anew. What is unread is little, or it is counted in pages.
    pub(super) fn count_unread(&mut self, room: RoomId) -> Result<(), Fault> {
        let held = self.room(room)?;
        let mut from = held.kept.mark;
        let mut unread = 0;
        loop {
            let page = held.lines.after(&self.shelf, from, LARGEST_PAGE)?;
            unread += page.iter().filter(|(_, line)| !line.mine).count() as u64;
            match page.last() {
                Some((place, _)) if page.len() == LARGEST_PAGE => from = Some(*place),
                _ => break,
            }
        }
        self.room_mut(room)?.kept.unread = unread;
        Ok(())
    }
}

/// A place as the opaque `before` of a page.
fn shown_cursor(place: Place) -> String {
    data_encoding::BASE64URL_NOPAD.encode(&timeline::order(place))
}

fn cursor(text: &str) -> Result<Place, Fault> {
    let bytes = data_encoding::BASE64URL_NOPAD.decode(text.as_bytes()).ok();
    bytes.and_then(|bytes| timeline::place(&bytes)).ok_or(Fault::because(Code::InvalidParams, "before"))
}
