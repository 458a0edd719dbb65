//! One message as it is seen: who wrote it and when, what it answers, the bubble, how far one's own came; and the marks
//! between messages.

use egui::{Align2, Color32, Sense, Ui, accesskit::Role, vec2};

use super::delivery;
use super::state::RoomScreen;
use super::stream::{places, quoted};
use crate::engine::snapshot::{MemberView, MessageView, OpenRoom, RoomView};
use crate::ui::i18n::Arg;
use crate::ui::look::Look;
use crate::ui::screens::View;
use crate::ui::shell::Out;
use crate::ui::text::{Icon, Style};
use crate::ui::theme::space;
use crate::ui::widgets::bubble::{self, Bubble, INDENT};
use crate::ui::widgets::cut::Cut;
use crate::ui::widgets::pane::{self, Keys};
use crate::ui::widgets::{avatar, badge, empty, label, page};

/// Messages of one person closer than this stand together.
const TOGETHER_MS: u64 = 5 * 60_000;
/// The height of the line that says who is writing.
const TYPING: f32 = 34.0;
/// The same in a low window, where it takes no room while nobody is.
const TYPING_SHORT: f32 = 30.0;
/// With less room than this nothing is said of it.
const CRAMPED: f32 = 60.0;

impl RoomScreen {
    pub(super) fn message(
        &mut self,
        ui: &mut Ui,
        view: &View<'_>,
        out: &mut Out,
        (room, open): (&RoomView, &OpenRoom),
        message: &MessageView,
        (before, after): (Option<&MessageView>, Option<&MessageView>),
    ) {
        let look = &view.look;
        let own = is_mine(open, message);
        let first = before.is_none_or(|b| !together(b, message));
        ui.add_space(if first { space::L } else { space::S });
        let doctor = doctor(look, open, message).filter(|_| !own);
        if first && !own {
            author(ui, look, open, message, doctor.as_ref());
        }
        let text = if message.retracted { look.t("message-retracted") } else { message.text.expose().to_owned() };
        let quote = message.reply_to.map(|id| quoted(look, open, id));
        let doctor = doctor.as_ref().map(|(_, words, _)| words.as_str());
        let spoken = spoken(look, (message, doctor), &text, quote.as_ref(), own);
        let bubble = Bubble {
            text: &text,
            quote: quote.as_ref().map(|(name, line)| (name.as_str(), line.as_str())),
            own,
            first,
            faint: message.retracted,
            focusable: self.current == Some(message.message),
            chosen: self.chosen == Some(message.message),
            spoken: &spoken,
        };
        let pressed = bubble::show(ui, look, bubble);
        let place = places(open, message.depth);
        ui.ctx().accesskit_node_builder(pressed.response.id, |node| node.set_position_in_set(place));
        if ui.is_visible() {
            self.pressed(ui, open, message, &pressed);
        }
        self.reactions(ui, view, out, (room, open), message, own);
        if own {
            receipt(ui, look, message, after, room.direct);
        } else if message.edited {
            aside(ui, look, &look.t("message-edited"), INDENT + 4.0);
        }
        if self.chosen == Some(message.message) {
            self.actions(ui, view, out, (room, open), message, own);
        }
    }

    fn pressed(&mut self, ui: &Ui, open: &OpenRoom, message: &MessageView, pressed: &bubble::Pressed) {
        let response = &pressed.response;
        if let Some(answered) = message.reply_to.filter(|_| pressed.quote) {
            self.go_to(answered);
            ui.ctx().request_repaint();
        } else if response.clicked() {
            self.chosen = if self.chosen == Some(message.message) { None } else { Some(message.message) };
            self.current = Some(message.message);
            self.scroll.reveal(message.message);
            ui.ctx().request_repaint();
        }
        if self.go_to == Some(message.message) {
            self.go_to = None;
            response.request_focus();
        }
        if response.has_focus() {
            self.roam(ui, open, message.message, response.id);
        }
    }
}

pub(super) fn is_mine(open: &OpenRoom, message: &MessageView) -> bool {
    message.states.is_some() || open.members.iter().any(|m| m.me && m.member == message.author)
}

fn together(a: &MessageView, b: &MessageView) -> bool {
    a.author == b.author && b.sent_at.saturating_sub(a.sent_at) < TOGETHER_MS
}

fn spoken(
    look: &Look<'_>,
    (message, doctor): (&MessageView, Option<&str>),
    text: &str,
    quote: Option<&(String, String)>,
    own: bool,
) -> String {
    let name = if own { look.t("you") } else { message.author_name.expose().to_owned() };
    let answers = quote.map(|(whom, _)| look.say("message-answers", &[("name", Arg::Text(whom))]));
    let told = [Some(name), doctor.map(str::to_owned), Some(look.time(message.sent_at)), answers];
    format!("{}: {text}", told.into_iter().flatten().collect::<Vec<_>>().join(", "))
}

/// A pictogram, the words, and the colours of both.
type Standing = (Icon, String, crate::ui::theme::Pair);

/// How somebody who wrote stands as a doctor, where they say that they are one.
fn doctor(look: &Look<'_>, open: &OpenRoom, message: &MessageView) -> Option<Standing> {
    let member = open.members.iter().find(|m| m.member == message.author)?;
    (member.role == crate::engine::command::Role::Doctor).then(|| standing(look, member))
}

/// Who wrote, whether they are a doctor, and when. What is said of a doctor is never cut: where it has no room beside the
/// name it stands below it.
fn author(ui: &mut Ui, look: &Look<'_>, open: &OpenRoom, message: &MessageView, doctor: Option<&Standing>) {
    let name = message.author_name.expose();
    let member = open.members.iter().find(|m| m.member == message.author);
    let when = look.time(message.sent_at);
    let time = look.text.line(ui.ctx(), &when, Style::CAPTION).size.x;
    let wide = doctor.map_or(0.0, |(_, words, _)| badge::width(ui, look, words) + 10.0);
    let room = ui.available_width() - INDENT;
    let whole = look.text.line(ui.ctx(), name, Style::BUTTON).size.x;
    let beside = whole + 10.0 + wide + time <= room;
    let below = match doctor {
        Some((_, words, _)) if !beside => badge::height(ui, look, words, room.min(wide - 10.0)) + 4.0,
        _ => 0.0,
    };
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 31.0 + below), Sense::hover());
    let mut cut = Cut::of(rect, look);
    let face = cut.start(40.0).center_top() + vec2(0.0, 22.0);
    avatar::paint(ui, look, face, 40.0, name);
    if member.is_some_and(|m| m.online) {
        avatar::here(ui, look, face, 40.0, look.tokens.surface);
    }
    cut.start(INDENT - 40.0);
    let mut lines = Cut::of(cut.rest(), look);
    let mut cut = Cut::of(lines.top(28.0), look);
    // A whole name is worth more than the time, which is read out all the same.
    let timed = beside || whole + 10.0 + time <= room;
    let taken = if timed { time + 10.0 } else { 0.0 } + if beside { wide } else { 0.0 };
    let shown = look.text.elide(ui.ctx(), name, Style::BUTTON, (room - taken).max(60.0));
    let place = cut.start(shown.size.x);
    label::line_in(ui, look, place.expand2(vec2(0.5, 0.0)), (name, Style::BUTTON), look.tokens.ink);
    cut.start(10.0);
    if let Some((icon, words, pair)) = doctor {
        let mut second = Cut::of(lines.rest().translate(vec2(0.0, -2.0)), look);
        let place = if beside { cut.start(wide - 10.0) } else { second.start((wide - 10.0).min(room)) };
        badge::word_in(ui, look, place, *icon, words, *pair);
        cut.start(if beside { 10.0 } else { 0.0 });
    }
    if timed {
        label::line_in(ui, look, cut.rest(), (&when, Style::CAPTION), look.tokens.ink3);
    }
}

fn standing(look: &Look<'_>, doctor: &MemberView) -> Standing {
    if doctor.certified {
        (Icon::BadgeCheck, look.t("doctor-certified"), look.tokens.info)
    } else {
        (Icon::Stethoscope, look.t("doctor-unverified"), look.tokens.caution)
    }
}

/// A day, or where the new ones begin.
pub(super) fn mark(ui: &mut Ui, look: &Look<'_>, text: &str, ink: Color32) {
    ui.add_space(space::M);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 24.0), Sense::hover());
    let taken = label::at(ui, look, (rect.center(), Align2::CENTER_CENTER), (text, Style::CAPTION), rect.width(), ink);
    let y = rect.center().y.round();
    for side in [rect.min.x..=taken.min.x - space::M, taken.max.x + space::M..=rect.max.x] {
        ui.painter().hline(side, y, look.tokens.line());
    }
    crate::ui::widgets::name(&response, Role::Label, text);
}

fn aside(ui: &mut Ui, look: &Look<'_>, text: &str, lead: f32) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 22.0), Sense::hover());
    let mut cut = Cut::of(rect, look);
    cut.start(lead);
    label::line_in(ui, look, cut.rest(), (text, Style::CAPTION), look.tokens.ink3);
    crate::ui::widgets::name(&response, Role::Label, text);
}

/// Time and state below one's own, once for several that came equally far.
fn receipt(ui: &mut Ui, look: &Look<'_>, message: &MessageView, after: Option<&MessageView>, direct: bool) {
    let state = delivery::words(look, message, direct);
    let same = after.is_some_and(|a| together(message, a) && delivery::words(look, a, direct) == state);
    if same && !message.edited {
        return;
    }
    let edited = if message.edited { look.t("message-edited") } else { String::new() };
    let words = state.as_ref().map_or("", |(_, words)| words.as_str());
    let line = [edited.as_str(), &look.time(message.sent_at), words]
        .iter()
        .filter(|w| !w.is_empty())
        .fold(String::new(), |line, word| if line.is_empty() { (*word).to_owned() } else { format!("{line}  {word}") });
    let width = ui.available_width();
    let shaped = look.text.clamp(ui.ctx(), &line, Style::CAPTION, width - 30.0, 2);
    let size = vec2(width, (shaped.size.y + 4.0).max(24.0));
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let mut cut = Cut::of(rect, look);
    cut.end(4.0);
    let place = cut.end(shaped.size.x);
    let at = egui::pos2(place.min.x, place.center().y - shaped.size.y / 2.0);
    let (ink, tint) = match state.as_ref().map(|(icon, _)| *icon) {
        Some(Icon::CircleAlert) => (look.tokens.danger.ink, look.tokens.danger.ink),
        Some(Icon::Clock) => (look.tokens.ink3, look.tokens.ink3),
        _ => (look.tokens.ink3, look.tokens.success.ink),
    };
    look.text.paint(ui.painter(), &shaped, at, ink);
    if let Some((icon, _)) = state {
        look.text.icon(ui.painter(), icon, 15.0, cut.end(24.0).center(), tint);
    }
    crate::ui::widgets::name(&response, Role::Label, &line);
}

/// The room that who is writing takes below the messages.
pub(super) fn typing_height(ui: &Ui, open: &OpenRoom) -> f32 {
    let cramped = ui.max_rect().height() < CRAMPED;
    match (page::short(ui), writers(open).next().is_some()) {
        _ if cramped => 0.0,
        (true, true) => TYPING_SHORT,
        (true, false) => 0.0,
        (false, _) => TYPING,
    }
}

/// The others who are writing just now.
fn writers(open: &OpenRoom) -> impl Iterator<Item = &MemberView> {
    open.typing.iter().filter_map(|id| open.members.iter().find(|m| m.member == *id && !m.me))
}

/// Who is writing just now, below the messages.
pub(super) fn typing(ui: &mut Ui, look: &Look<'_>, open: &OpenRoom) {
    let names: Vec<&str> = writers(open).map(|m| m.name.expose()).collect();
    let line = match names.as_slice() {
        [] => return,
        [one] => look.say("typing-one", &[("name", Arg::Text(one))]),
        many => look.say("typing-many", &[("count", Arg::Count(many.len() as u64))]),
    };
    let height = typing_height(ui, open);
    if height <= 0.0 {
        return;
    }
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let mut cut = Cut::of(rect, look);
    cut.start(24.0 + INDENT);
    let mut above = Cut::of(cut.rest(), look);
    label::line_in(ui, look, above.top(22.0), (&line, Style::CAPTION), look.tokens.ink3);
    crate::ui::widgets::name(&response, Role::Status, &line);
}

/// A room in which nothing was written yet; true where somebody is to be invited into it.
pub(super) fn empty(ui: &mut Ui, look: &Look<'_>, room: &RoomView) -> bool {
    let alone = room.members <= 1;
    let title = look.t(if alone { "room-empty-alone" } else { "room-empty" });
    let text = look.t(if alone { "room-empty-alone-text" } else { "room-empty-text" });
    let invite = look.t("room-invite");
    let act = (alone && !room.direct).then_some(invite.as_str());
    let words = (title.as_str(), text.as_str());
    pane::show(ui, "room-empty", Keys::Any, |ui| empty::show(ui, look, Icon::MessageCircle, words, act))
}
