//! The window and what is around it: focus, wishes from outside, links that were handed over, dropped files, and
//! whether closing means going to the background.
//!
//! Nothing that comes from outside does anything by itself: a link is put into the field where a person may use it.

use std::path::PathBuf;

use egui::{Context, ViewportCommand};

use super::closing::Leaving;
use super::{App, Asked, Route, Setting};
use crate::engine::command::{self, Command};
use crate::engine::event::Event;
use crate::engine::snapshot::ProfileState;
use crate::ui::desktop::{Bare, Desktop, Said, Taste, Wish, door};
use crate::ui::widgets::banner::Tone;

/// While a notification stands, the same news is not told again for this long.
const QUIET_MS: u64 = 60_000;
/// A dropped file larger than this is no link.
const LINK_FILE_BYTES: u64 = 4096;

/// What the shell keeps of the world outside.
pub(super) struct Outside {
    desktop: Box<dyn Desktop>,
    said: Said,
    focused: Option<bool>,
    /// A page that offers the desktop's keyring is before the person's eyes.
    offers_keyring: bool,
    told_ms: Option<u64>,
    link: Option<String>,
    /// Whether the person was told that a link waits for them.
    link_said: bool,
    /// Whether the window can neither be hidden nor called back.
    stays: bool,
}

impl Default for Outside {
    fn default() -> Self {
        Self {
            desktop: Box::new(Bare::default()),
            said: Said::default(),
            focused: None,
            offers_keyring: false,
            told_ms: None,
            link: None,
            link_said: false,
            stays: false,
        }
    }
}

impl Outside {
    pub fn on(desktop: Box<dyn Desktop>) -> Self {
        Self { desktop, ..Self::default() }
    }

    /// Keeps a link until there is a profile to use it with.
    pub fn offer(&mut self, link: String) {
        self.link = Some(link);
        self.link_said = false;
    }

    /// What closing the window may mean just now.
    pub fn leaving(&self, demonstration: bool) -> Leaving {
        match (demonstration, self.desktop.has_tray() && !self.stays) {
            (true, _) => Leaving::Freely,
            (false, true) => Leaving::ToBackground,
            (false, false) => Leaving::Quits,
        }
    }

    /// Whether this is the person's own window, which comes back where it stood.
    pub fn seated(&self) -> bool {
        self.desktop.keeps_place()
    }

    /// How the desktop wants things to look.
    pub fn taste(&self) -> Taste {
        self.desktop.taste()
    }

    /// Tells the person of news unless they were told just now.
    pub fn news(&mut self, now_ms: u64) {
        if self.told_ms.is_none_or(|told| now_ms >= told.saturating_add(QUIET_MS)) {
            self.told_ms = Some(now_ms);
            self.desktop.notify();
        }
    }

    fn seen(&mut self) {
        if self.told_ms.take().is_some() {
            self.desktop.withdraw();
        }
    }
}

impl App {
    /// The same window on a desktop.
    #[must_use]
    pub fn on(mut self, desktop: Box<dyn Desktop>) -> Self {
        self.outside = Outside::on(desktop);
        self
    }

    /// The same where the window can neither be hidden nor called back: closing it ends Hearth.
    #[must_use]
    pub const fn staying(mut self) -> Self {
        self.outside.stays = true;
        self
    }

    /// Whether the person agreed that Hearth ends, or whoever opened it has gone.
    #[must_use]
    pub const fn is_ending(&self) -> bool {
        self.closing.agreed()
    }

    /// Offers a link that Hearth was started with.
    pub fn offer(&mut self, link: String) {
        self.outside.offer(link);
    }

    /// Takes in what comes from outside; part of [`App::listen`], so it happens while the window is hidden too.
    pub(super) fn attend(&mut self, ctx: &Context) {
        self.say_outside();
        self.look_up(ctx);
        self.hold_open(ctx);
        self.look_for_keyring(ctx);
        while let Some(wish) = self.outside.desktop.next_wish() {
            self.grant(ctx, wish);
        }
        let dropped = ctx.input(|i| i.raw.dropped_files.first().map(|file| file.path().to_owned()));
        if let Some(path) = dropped {
            self.dropped(path);
        }
        let open = self.snapshot.profile.state == ProfileState::Open;
        if open && let Some(link) = self.outside.link.take() {
            self.go(Route::Join);
            self.screens.join.offered(&link);
            ctx.request_repaint();
        } else if self.outside.link.is_some() && !self.outside.link_said {
            self.outside.link_said = true;
            self.say(Tone::Info, "outside-link-waits");
        }
    }

    /// The window's own button. It may be pressed while nothing is drawn (in a list of windows): nothing is lost unasked
    /// then either, and the window comes to the front to ask.
    fn hold_open(&mut self, ctx: &Context) {
        if self.closing.agreed() || !ctx.input(|i| i.viewport().close_requested()) {
            return;
        }
        if self.closing.press(&self.snapshot, self.outside.leaving(self.demo.is_some())) {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            raise(ctx);
            ctx.request_repaint();
        } else {
            self.keep_draft();
        }
    }

    fn say_outside(&mut self) {
        let words = |key| self.words.say(key, &[]);
        let said = Said {
            message: words("outside-message"),
            open: words("outside-open"),
            lock: words("outside-lock"),
            quit: words("outside-quit"),
        };
        if said != self.outside.said {
            self.outside.desktop.say(&said);
            self.outside.said = said;
        }
    }

    /// Tells the engine whether this window has the person's eyes.
    fn look_up(&mut self, ctx: &Context) {
        // A closed profile knows nothing of it, and is told anew when it opens.
        let open = matches!(self.snapshot.profile.state, ProfileState::Open | ProfileState::Hidden);
        let focused = open.then(|| ctx.input(|i| i.focused));
        if self.outside.focused == focused {
            return;
        }
        self.outside.focused = focused;
        if let Some(focused) = focused {
            if focused {
                self.outside.seen();
            }
            self.ask(Command::View(command::View::Focus(focused)), Asked::Nothing);
        }
    }

    /// Has the engine look for the desktop's keyring each time that a page which offers it comes before the person's
    /// eyes: it may have come while Hearth ran.
    fn look_for_keyring(&mut self, ctx: &Context) {
        let shut = matches!(self.snapshot.profile.state, ProfileState::Locked | ProfileState::Hidden);
        let offers = shut || self.route == Route::Setting(Setting::Keyring);
        let offers = offers && ctx.input(|i| i.focused);
        if offers && !self.outside.offers_keyring {
            self.ask(Command::View(command::View::Keyring), Asked::Nothing);
        }
        self.outside.offers_keyring = offers;
    }

    pub(super) fn heard(&mut self, event: &Event) {
        if matches!(event, Event::NoticeMessage { .. }) {
            self.outside.news((self.now)());
        }
    }

    fn grant(&mut self, ctx: &Context, wish: Wish) {
        match wish {
            Wish::Show => raise(ctx),
            Wish::Lock => self.ask(Command::Profile(command::Profile::Lock), Asked::Nothing),
            Wish::Quit => {
                // Asked in the window, where something would be lost.
                raise(ctx);
                self.closing.quit();
            }
            Wish::End => {
                self.closing.agree();
                ctx.send_viewport_cmd(ViewportCommand::Close);
            }
            Wish::Link(link) => {
                self.outside.offer(link);
                raise(ctx);
            }
        }
        ctx.request_repaint();
    }

    /// A file was dropped onto the window: a picture may hold an invitation, a small text a link. No other file has a
    /// place yet, and the person is told so.
    fn dropped(&mut self, path: PathBuf) {
        if self.snapshot.profile.state != ProfileState::Open {
            return;
        }
        let kind = path.extension().map(|kind| kind.to_string_lossy().to_lowercase()).unwrap_or_default();
        if ["png", "jpg", "jpeg", "webp", "gif", "bmp"].contains(&kind.as_str()) {
            self.go(Route::Join);
            self.screens.join.dropped(path);
        } else if let Some(link) = link_in(&path) {
            self.outside.offer(link);
        } else {
            self.say(Tone::Info, "outside-files-later");
        }
    }
}

/// Brings the window to the front, from wherever it is.
fn raise(ctx: &Context) {
    for command in [ViewportCommand::Visible(true), ViewportCommand::Minimized(false), ViewportCommand::Focus] {
        ctx.send_viewport_cmd(command);
    }
}

/// The link in a small text file, if there is one.
fn link_in(path: &std::path::Path) -> Option<String> {
    let held = std::fs::metadata(path).ok()?;
    if !held.is_file() || held.len() > LINK_FILE_BYTES {
        return None;
    }
    let text = std::fs::read_to_string(path).ok()?;
    text.split_whitespace().find_map(|word| door::link(word.strip_prefix("URL=").unwrap_or(word)))
}

#[cfg(test)]
#[path = "outside_tests.rs"]
mod tests;
