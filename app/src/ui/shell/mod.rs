//! The frame around the screens: [`App`] holds the engine's port, the newest snapshot, the route, the screens, the
//! theme and the toasts, and nothing else. Screens answer with [`Action`]s; only this module carries them out.

mod action;
mod answer;
mod closing;
mod frame;
mod route;

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::{Context, Ui};
use jiff::tz::TimeZone;

pub use action::{Action, Asked, Out, Palette};
pub use route::Route;

use super::i18n::Words;
use super::look::{Clock, Look};
use super::port::{Port, Ticket};
use super::screens::{Screens, View};
use super::text::Text;
use super::widgets::banner::Tone;
use super::widgets::toast::Toasts;
use crate::engine::command::{self, Command};
use crate::engine::event::Event;
use crate::engine::snapshot::{ProfileState, Snapshot};
use closing::Closing;

/// How often the engine is told that somebody is there.
const ACTIVE_EVERY_MS: u64 = 10_000;

/// Reads the wall clock, in Unix milliseconds; a test brings its own.
pub type Now = Box<dyn Fn() -> u64>;

/// The whole window.
pub struct App {
    engine: Box<dyn Port>,
    snapshot: Arc<Snapshot>,
    route: Route,
    screens: Screens,
    text: Text,
    words: Words,
    palette: Palette,
    toasts: Toasts,
    pending: BTreeMap<Ticket, Asked>,
    closing: Closing,
    now: Now,
    zone: TimeZone,
    active_at_ms: u64,
}

impl App {
    /// A window on an engine, by the system's clock and time zone.
    #[must_use]
    pub fn new(engine: Box<dyn Port>) -> Self {
        let now = || {
            let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
            since.map_or(0, |since| u64::try_from(since.as_millis()).unwrap_or(u64::MAX))
        };
        Self::with_clock(engine, Box::new(now), TimeZone::system())
    }

    /// The same by a clock of one's own.
    #[must_use]
    pub fn with_clock(mut engine: Box<dyn Port>, now: Now, zone: TimeZone) -> Self {
        let snapshot = engine.snapshot();
        Self {
            engine,
            snapshot,
            route: Route::default(),
            screens: Screens::default(),
            text: Text::new(),
            words: Words::english(),
            palette: Palette::default(),
            toasts: Toasts::default(),
            pending: BTreeMap::new(),
            closing: Closing::default(),
            now,
            zone,
            active_at_ms: 0,
        }
    }

    /// Takes in what the engine has to say; draws nothing.
    pub fn listen(&mut self, ctx: &Context) {
        let before = self.snapshot.profile.state;
        self.snapshot = self.engine.snapshot();
        let after = self.snapshot.profile.state;
        while let Some((ticket, outcome)) = self.engine.next_answer() {
            if let Some(asked) = self.pending.remove(&ticket) {
                self.answered(ctx, asked, outcome);
            }
        }
        while let Some(event) = self.engine.next_event() {
            self.happened(&event);
        }
        match (before, after) {
            (ProfileState::Open, ProfileState::Open) => {}
            (ProfileState::Open, _) => self.leave(after),
            // Back from hidden: the room that was looked at is looked at again.
            (_, ProfileState::Open) if self.route.room().is_some() => {
                self.ask(Command::View(command::View::Open(self.route.room())), Asked::Nothing);
            }
            _ => {}
        }
    }

    /// Takes content out of sight and out of this process's caches.
    fn leave(&mut self, state: ProfileState) {
        self.text.forget();
        self.toasts.clear();
        if state != ProfileState::Hidden {
            // Hidden is a pause: drafts wait for the person's return. Locked keeps nothing.
            self.screens = Screens::default();
            self.route = Route::default();
            self.pending.clear();
        }
    }

    fn happened(&mut self, event: &Event) {
        let look = look(&self.text, &self.words, &self.palette, (self.now)(), &self.zone);
        let open = matches!(self.snapshot.profile.state, ProfileState::Open);
        match event {
            Event::RoomKnock { name, .. } if open => {
                let said = look.say("toast-knock", &[("name", super::i18n::Arg::Text(name.expose()))]);
                self.toasts.add(Tone::Info, said, look.clock.now_ms);
            }
            Event::ContactAdded { name, .. } if open => {
                let said = look.say("toast-contact", &[("name", super::i18n::Arg::Text(name.expose()))]);
                self.toasts.add(Tone::Success, said, look.clock.now_ms);
            }
            _ => {}
        }
    }

    /// Draws one frame.
    pub fn show(&mut self, ui: &mut Ui) {
        let system = ui.ctx().theme();
        let theme = self.palette.theme(system);
        if theme != system {
            ui.ctx().set_theme(theme);
        }
        self.palette.shown = theme;
        let tokens = self.palette.tokens();
        self.text.begin_frame(tokens.dark);
        ui.painter().rect_filled(ui.ctx().content_rect(), 0.0, tokens.canvas);
        let mut out = Out::default();
        {
            let look = look(&self.text, &self.words, &self.palette, (self.now)(), &self.zone);
            let view = View { look, snapshot: &self.snapshot, palette: &self.palette, route: self.route };
            frame::show(ui, &view, &mut self.screens, &mut out);
            self.closing.show(ui, &view, &mut out);
            self.toasts.show(ui, &look);
        }
        super::widgets::layer::settle(ui.ctx());
        self.sign_of_life(ui.ctx());
        self.carry_out(ui.ctx(), out);
    }

    /// How many messages were laid out in the last frame, for tests and figures.
    #[must_use]
    pub const fn laid_out(&self) -> usize {
        self.screens.room.laid_out()
    }

    fn sign_of_life(&mut self, ctx: &Context) {
        let now = (self.now)();
        let input = ctx.input(|i| !i.events.is_empty());
        if input && self.snapshot.profile.state == ProfileState::Open && now >= self.active_at_ms + ACTIVE_EVERY_MS {
            self.active_at_ms = now;
            self.ask(Command::View(command::View::Active), Asked::Nothing);
        }
    }

    fn carry_out(&mut self, ctx: &Context, out: Out) {
        for action in out.take() {
            match action {
                Action::Go(route) => self.go(route),
                Action::Message(room, message) => {
                    self.screens.room.want(room, message);
                    self.go(Route::Room(room));
                }
                Action::Ask(command, asked) => self.ask(command, asked),
                Action::Copy(text, said) => {
                    ctx.copy_text(text);
                    self.say(Tone::Success, said);
                }
                Action::Say(tone, key) => self.say(tone, key),
                Action::Theme(choice) => self.palette.chosen = choice,
                Action::TextSize(percent) => ctx.set_zoom_factor(f32::from(percent) / 100.0),
                Action::Close => ctx.send_viewport_cmd(egui::ViewportCommand::Close),
            }
            ctx.request_repaint();
        }
    }

    fn say(&mut self, tone: Tone, key: &str) {
        let said = self.words.say(key, &[]);
        self.toasts.add(tone, said, (self.now)());
    }

    fn go(&mut self, route: Route) {
        let (before, after) = (self.route.room(), route.room());
        if before != after {
            self.ask(Command::View(command::View::Open(after)), Asked::Nothing);
        }
        self.screens.leaving(self.route, route);
        self.route = route;
    }

    fn ask(&mut self, command: Command, asked: Asked) {
        match self.engine.send(command) {
            Ok(ticket) => {
                self.pending.insert(ticket, asked);
            }
            Err(_) => self.refused(asked, &crate::engine::fault::Code::Busy.into()),
        }
    }
}

/// Joins the parts of a look; a function of its own so that the borrows stay apart.
fn look<'a>(text: &'a Text, words: &'a Words, palette: &Palette, now_ms: u64, zone: &'a TimeZone) -> Look<'a> {
    Look { text, words, tokens: palette.tokens(), clock: Clock { now_ms, zone }, still: palette.still }
}

#[cfg(test)]
#[path = "shell_tests.rs"]
mod tests;
