//! Opens the operating system's window around the [`App`].
//!
//! A frame is drawn when the engine wakes the window or the person does something, and at no other time. What draws it
//! is OpenGL under X11 where a graphics processor stands behind it ([`drawing`] looks), and [`paint`] everywhere else.

mod drawing;
mod opengl;
mod screen;
mod software;

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

use egui::{Context, RawInput, Rect, Vec2, ViewportBuilder, vec2};
use winit::error::EventLoopError;
use winit::event_loop::EventLoop;

use super::desktop::door::Door;
use super::desktop::linux::Linux;
use super::desktop::{Bare, Desktop, MARK, Wish, Wishes};
use super::engine_port::EnginePort;
use super::figures::Figures;
use super::port::Port;
use super::shell::{App, Side};
use super::theme;
use crate::engine::EngineHandle;

/// The window cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum WindowError {
    /// No display, or no way to draw on it.
    #[error("Cannot open a window: is there a display?")]
    Display(#[source] Box<dyn std::error::Error>),
    /// OpenGL stopped while the window stood.
    #[error("The window can no longer be drawn. HEARTH_DRAWING=software in front of hearth draws it without OpenGL.")]
    Drawing,
}

/// How the window is opened.
#[derive(Default)]
pub struct Opening {
    /// The profile whose window this is: it speaks to the desktop, and a second start finds it.
    pub profile: Option<PathBuf>,
    /// Offered as soon as there is a profile to use it with.
    pub link: Option<String>,
    /// One side of a demonstration.
    pub demo: Option<Side>,
    /// Told how the window's thread of wishes is reached, when that is known.
    pub wishes: Option<Box<dyn FnOnce(Wishes)>>,
    /// Where figures of the drawing go when the window closes.
    pub figures: Option<PathBuf>,
}

/// Shows the window until the person closes it.
///
/// # Errors
/// [`WindowError::Display`] where there is no display to draw on.
pub fn run(handle: EngineHandle, opening: Opening) -> Result<(), WindowError> {
    open(Box::new(EnginePort::new(handle)), opening)
}

/// The same over any engine: the pictures in the documentation are taken of a staged one.
///
/// # Errors
/// [`WindowError::Display`] where there is no display to draw on.
pub fn show(port: Box<dyn Port>) -> Result<(), WindowError> {
    open(port, Opening::default())
}

fn open(port: Box<dyn Port>, opening: Opening) -> Result<(), WindowError> {
    let failed = |error: EventLoopError| WindowError::Display(error.into());
    let mut system = EventLoop::with_user_event().build().map_err(failed)?;
    let frame = Frame::of(&opening);
    let start = Start::new(port, opening);
    if drawing::by_opengl() {
        opengl::run(&mut system, &frame, &start)?;
    }
    // Where OpenGL could not even begin, the window is drawn without it.
    if start.is_whole() { software::run(&mut system, frame, start) } else { Ok(()) }
}

/// The smallest window that is laid out, in points: the least one at the largest text.
const LEAST: Vec2 = vec2(210.0, 280.0);

/// Lays a window out as if it were not smaller than that, whatever the desktop makes of it: what does not fit is cut off.
fn roomy(input: &mut RawInput) {
    if let Some(rect) = &mut input.screen_rect {
        *rect = Rect::from_min_size(rect.min, rect.size().max(LEAST));
    }
}

/// How the operating system's window is made, however it is drawn.
struct Frame {
    viewport: ViewportBuilder,
    /// In the middle of the screen, rather than wherever the desktop puts it.
    centered: bool,
}

impl Frame {
    fn of(opening: &Opening) -> Self {
        let title = match opening.demo {
            None => "Hearth",
            Some(Side::Left) => "Hearth: a demonstration, the patient",
            Some(Side::Right) => "Hearth: a demonstration, the doctor",
        };
        let viewport = ViewportBuilder::default()
            .with_title(title)
            .with_app_id("hearth")
            .with_inner_size([1180.0, 800.0])
            .with_min_inner_size([420.0, 560.0]);
        let viewport = match eframe::icon_data::from_png_bytes(MARK) {
            Ok(mark) => viewport.with_icon(mark),
            Err(_) => viewport,
        };
        Self { viewport, centered: opening.demo.is_none() }
    }
}

/// What a window begins with, until something draws it.
#[derive(Clone)]
struct Start(Rc<RefCell<Option<Beginning>>>);

type Beginning = (Box<dyn Port>, Opening);

impl Start {
    fn new(port: Box<dyn Port>, opening: Opening) -> Self {
        Self(Rc::new(RefCell::new(Some((port, opening)))))
    }

    /// Whether no window was made of it yet.
    fn is_whole(&self) -> bool {
        self.0.borrow().is_some()
    }

    /// The window's inside, of a window that can be hidden or that `stays`. None where one was made of it before.
    fn make(&self, ctx: &Context, stays: bool) -> Option<Window> {
        let (mut port, opening) = self.0.borrow_mut().take()?;
        theme::apply(ctx);
        let waking = ctx.clone();
        let waker: super::port::Waker = Arc::new(move || waking.request_repaint());
        port.set_waker(Arc::clone(&waker));
        let (wishes, queue) = Wishes::new(waker);
        let door = opening.profile.as_deref().and_then(|profile| listen(profile, &wishes));
        if let Some(tell) = opening.wishes {
            tell(wishes.clone());
        }
        let desktop: Box<dyn Desktop> = match opening.profile {
            Some(_) => Box::new(Linux::start(wishes, queue)),
            None => Box::new(Bare::new(queue)),
        };
        let mut app = App::new(port).on(desktop);
        if stays {
            app = app.staying();
        }
        if let Some(side) = opening.demo {
            app = app.demonstrating(side);
        }
        if let Some(link) = opening.link {
            app.offer(link);
        }
        Some(Window { app, _door: door, figures: opening.figures.map(Figures::new) })
    }
}

fn listen(profile: &Path, wishes: &Wishes) -> Option<Door> {
    match Door::open(profile, wishes.clone()) {
        Ok(door) => Some(door),
        Err(error) => {
            tracing::warn!(%error, "A second start cannot find this window");
            None
        }
    }
}

/// What is inside the operating system's window.
struct Window {
    app: App,
    _door: Option<Door>,
    figures: Option<Figures>,
}

impl Window {
    /// What goes on whether the window is seen or not.
    fn listen(&mut self, ctx: &Context) {
        self.app.listen(ctx);
    }

    /// Draws; `cpu_s` is what the frame before took.
    fn show(&mut self, ui: &mut egui::Ui, cpu_s: Option<f32>) {
        if let Some(figures) = &mut self.figures {
            figures.begin(cpu_s);
        }
        self.app.show(ui);
        if let Some(figures) = &mut self.figures {
            figures.end(ui.ctx());
        }
    }

    fn close(&mut self) {
        if let Some(figures) = self.figures.take() {
            figures.write(self.app.text());
        }
    }
}

/// Ends the window from a thread that serves whoever opened it.
pub fn end(wishes: &Wishes) {
    wishes.wish(Wish::End);
}

#[cfg(test)]
#[path = "small_tests.rs"]
mod small_tests;
