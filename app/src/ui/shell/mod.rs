//! The frame around the screens: [`App`] holds the engine's port, the newest snapshot, the route, the screens, the
//! theme and the toasts, and nothing else. Screens answer with [`Action`]s; only this module carries them out.

mod action;
mod answer;
mod closing;
mod demo;
mod frame;
mod outside;
mod place;
mod route;

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::{Context, Ui};
use jiff::tz::TimeZone;

pub use action::{Action, Asked, Out};
pub use demo::Side;
pub use route::{Help, Route, Setting};

use super::flow::Flow;
use super::i18n::{Arg, Language, Words};
use super::look::{Clock, Look};
use super::port::{Port, Ticket};
use super::screens::{Screens, View};
use super::text::Text;
use super::theme;
use super::widgets::banner::Tone;
use super::widgets::toast::Toasts;
use crate::engine::command::{self, Command};
use crate::engine::display::{Contrast, Display, DisplayPatch, Motion};
use crate::engine::event::Event;
use crate::engine::snapshot::{ProfileState, Snapshot};
use closing::Closing;
use demo::Demo;
use outside::Outside;
use place::Seat;

/// How often the engine is told that somebody is there.
const ACTIVE_EVERY_MS: u64 = 10_000;

/// So many points across, words stand whole: larger than chosen nothing becomes that leaves fewer.
const WORDS: f32 = 300.0;

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
    display: Arc<Display>,
    /// As the engine last had it; what differs was chosen meanwhile.
    known: Arc<Display>,
    desktop: Option<Language>,
    strong: bool,
    toasts: Toasts,
    pending: BTreeMap<Ticket, Asked>,
    closing: Closing,
    outside: Outside,
    seat: Seat,
    demo: Option<Demo>,
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
        let mut app = Self::with_clock(engine, Box::new(now), TimeZone::system());
        app.desktop = Some(Language::of_desktop().unwrap_or_default());
        let country = Language::default().country_of_desktop();
        app.words = Words::default().with_country(country.as_deref());
        app
    }

    /// The same by a clock of one's own.
    #[must_use]
    pub fn with_clock(mut engine: Box<dyn Port>, now: Now, zone: TimeZone) -> Self {
        let snapshot = engine.snapshot();
        Self {
            engine,
            route: Route::default(),
            screens: Screens::default(),
            text: Text::new(),
            words: Words::default(),
            display: Arc::clone(&snapshot.display),
            known: Arc::clone(&snapshot.display),
            snapshot,
            desktop: None,
            strong: false,
            toasts: Toasts::default(),
            pending: BTreeMap::new(),
            closing: Closing::default(),
            outside: Outside::default(),
            seat: Seat::default(),
            demo: None,
            now,
            zone,
            active_at_ms: 0,
        }
    }

    /// The text engine, to measure it.
    #[must_use]
    pub const fn text(&self) -> &Text {
        &self.text
    }

    /// Takes in what the engine has to say; draws nothing.
    pub fn listen(&mut self, ctx: &Context) {
        let before = self.snapshot.profile.state;
        self.snapshot = self.engine.snapshot();
        let after = self.snapshot.profile.state;
        if *self.snapshot.display != *self.known {
            self.known = Arc::clone(&self.snapshot.display);
            self.display = Arc::clone(&self.known);
        }
        let language = self.language();
        if self.words.language() != language {
            let country = self.desktop.and_then(|_| language.country_of_desktop());
            self.words = Words::new(language).with_country(country.as_deref());
            self.text.prefer_japanese(language == Language::Japanese);
            ctx.request_repaint();
        }
        while let Some((ticket, outcome)) = self.engine.next_answer() {
            if let Some(asked) = self.pending.remove(&ticket) {
                self.answered(ctx, asked, outcome);
            }
        }
        while let Some(event) = self.engine.next_event() {
            self.happened(&event);
            self.heard(&event);
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
        self.attend(ctx);
        self.demonstrate(ctx);
        self.sit(ctx);
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
        if self.snapshot.profile.state != ProfileState::Open {
            return;
        }
        let (tone, key, name) = match event {
            Event::RoomKnock { name, .. } => (Tone::Info, "toast-knock", name),
            Event::ContactAdded { name, .. } => (Tone::Success, "toast-contact", name),
            _ => return,
        };
        let said = self.words.say(key, &[("name", Arg::Text(name.expose()))]);
        self.toasts.add(tone, said, (self.now)());
    }

    /// Draws one frame onto a window that was cleared to the canvas ([`theme::ground`]): in software, painting it once
    /// more would cost as much as everything else.
    pub fn show(&mut self, ui: &mut Ui) {
        let system = ui.ctx().theme();
        let theme = action::theme(self.display.theme, system);
        if theme != system {
            ui.ctx().set_theme(theme);
        }
        // What was chosen here counts before what the desktop wants.
        let taste = self.outside.taste();
        let strong = match self.display.contrast {
            Contrast::System => taste.strong,
            contrast => contrast == Contrast::High,
        };
        let still = match self.display.motion {
            Motion::System => taste.still,
            motion => motion == Motion::Reduced,
        };
        if self.strong != strong {
            self.strong = strong;
            theme::restyle(ui.ctx(), strong);
        }
        theme::set_still(ui.ctx(), still);
        let tokens = theme::tokens(theme, strong);
        let flow = Flow::of(self.words.language());
        self.text.begin_frame(tokens.dark, flow.leftward());
        self.resize(ui.ctx());
        let mut out = Out::default();
        {
            let clock = Clock { now_ms: (self.now)(), zone: &self.zone };
            let (text, words, display) = (&self.text, &self.words, &*self.display);
            let look = Look { text, words, tokens, flow, display, clock, still };
            let view = View { look, snapshot: &self.snapshot, route: self.route };
            if self.demo.is_some() {
                demo::banner(ui, &look);
            }
            if self.demo.as_ref().is_some_and(Demo::curtain) {
                demo::curtain(ui, &look);
            } else {
                frame::show(ui, &view, &mut self.screens, &mut out);
            }
            self.closing.show(ui, &view, self.outside.leaving(self.demo.is_some()), &mut out);
            self.toasts.show(ui, &look);
        }
        super::widgets::layer::settle(ui.ctx());
        ui.ctx().accesskit_node_builder(egui::accesskit_root_id(), |node| node.set_label("Hearth"));
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
                Action::Display(patch) => self.change_display(patch),
                Action::Quit => self.closing.quit(),
                Action::Close => {
                    self.keep_draft();
                    ctx.send_viewport_cmd(egui::ViewportCommand::Close);
                }
                Action::Background => ctx.send_viewport_cmd(egui::ViewportCommand::Visible(false)),
            }
            ctx.request_repaint();
        }
    }

    /// The chosen language, the desktop's where none was chosen, or English.
    fn language(&self) -> Language {
        let chosen = self.display.language.as_deref().and_then(Language::of_tag);
        chosen.or(self.desktop).unwrap_or_default()
    }

    /// Shown at once; the engine keeps it.
    fn change_display(&mut self, patch: DisplayPatch) {
        self.display = Arc::new(self.display.as_ref().clone().patched(&patch));
        self.ask(Command::Display(patch), Asked::Quiet);
    }

    fn resize(&self, ctx: &Context) {
        let chosen = f32::from(self.display.text_percent) / 100.0;
        // The simple view shows less, and all of it larger, as far as a small window has room for words.
        let room = ctx.content_rect().width() * ctx.zoom_factor() / WORDS;
        let larger = if self.display.simple { (room / chosen).clamp(1.0, 1.2) } else { 1.0 };
        let zoom = chosen * larger;
        if (ctx.zoom_factor() - zoom).abs() > 0.001 {
            ctx.set_zoom_factor(zoom);
        }
    }

    fn say(&mut self, tone: Tone, key: &str) {
        let said = self.words.say(key, &[]);
        self.toasts.add(tone, said, (self.now)());
    }

    /// Shows another page.
    pub fn go(&mut self, route: Route) {
        self.keep_draft();
        let (before, after) = (self.route.room(), route.room());
        if before != after {
            self.ask(Command::View(command::View::Open(after)), Asked::Nothing);
        }
        self.screens.leaving(self.route, route);
        self.route = route;
    }

    /// What was begun in the open room goes to the engine before the page or the window is left.
    fn keep_draft(&mut self) {
        if let Some((room, text)) = self.screens.room.unkept() {
            let keep = command::Message::SetDraft { room, text: text.into() };
            self.ask(Command::Message(keep), Asked::Nothing);
        }
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

#[cfg(test)]
#[path = "shell_tests.rs"]
pub(super) mod tests;

#[cfg(test)]
#[path = "pages_tests.rs"]
mod pages_tests;

#[cfg(test)]
#[path = "journey_tests.rs"]
mod journey_tests;

#[cfg(test)]
#[path = "pictures_tests.rs"]
mod pictures_tests;

#[cfg(test)]
#[path = "scenes_tests.rs"]
mod scenes_tests;

#[cfg(test)]
#[path = "keyring_tests.rs"]
mod keyring_tests;

#[cfg(test)]
#[path = "held_tests.rs"]
mod held_tests;

#[cfg(test)]
#[path = "offer_tests.rs"]
mod offer_tests;

#[cfg(test)]
#[path = "told_tests.rs"]
mod told_tests;

#[cfg(test)]
#[path = "words_tests.rs"]
mod words_tests;

#[cfg(test)]
#[path = "paging_tests.rs"]
mod paging_tests;

#[cfg(test)]
#[path = "short_tests.rs"]
mod short_tests;

#[cfg(test)]
#[path = "simple_tests.rs"]
mod simple_tests;
