//! Opens the operating system's window around the [`App`].
//!
//! A frame is drawn when the engine wakes the window or the person does something, and at no other time.

use std::path::{Path, PathBuf};
use std::sync::Arc;

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
    Display(#[source] eframe::Error),
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

fn open(mut port: Box<dyn Port>, opening: Opening) -> Result<(), WindowError> {
    let title = match opening.demo {
        None => "Hearth",
        Some(Side::Left) => "Hearth: a demonstration, the patient",
        Some(Side::Right) => "Hearth: a demonstration, the doctor",
    };
    let viewport = egui::ViewportBuilder::default()
        .with_title(title)
        .with_app_id("hearth")
        .with_inner_size([1180.0, 800.0])
        .with_min_inner_size([420.0, 560.0]);
    let viewport = match eframe::icon_data::from_png_bytes(MARK) {
        Ok(mark) => viewport.with_icon(mark),
        Err(_) => viewport,
    };
    let options = eframe::NativeOptions {
        viewport,
        renderer: eframe::Renderer::Glow,
        centered: opening.demo.is_none(),
        persist_window: false,
        // Nothing here is a long gradient, and drawn in software every pixel would pay for it.
        dithering: false,
        ..Default::default()
    };
    let make = move |cc: &eframe::CreationContext<'_>| {
        theme::apply(&cc.egui_ctx);
        let ctx = cc.egui_ctx.clone();
        let waker: super::port::Waker = Arc::new(move || ctx.request_repaint());
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
        if let Some(side) = opening.demo {
            app = app.demonstrating(side);
        }
        if let Some(link) = opening.link {
            app.offer(link);
        }
        Ok(Box::new(Window { app, _door: door, figures: opening.figures.map(Figures::new) }) as Box<dyn eframe::App>)
    };
    eframe::run_native("Hearth", options, Box::new(make)).map_err(WindowError::Display)
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

struct Window {
    app: App,
    _door: Option<Door>,
    figures: Option<Figures>,
}

impl eframe::App for Window {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        self.app.listen(ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        if let Some(figures) = &mut self.figures {
            figures.begin(frame.info().cpu_usage);
        }
        self.app.show(ui);
        if let Some(figures) = &mut self.figures {
            figures.end(ui.ctx());
        }
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        if let Some(figures) = self.figures.take() {
            figures.write(self.app.text());
        }
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        theme::ground(visuals).to_normalized_gamma_f32()
    }
}

/// Ends the window from a thread that serves whoever opened it.
pub fn end(wishes: &Wishes) {
    wishes.wish(Wish::End);
}
