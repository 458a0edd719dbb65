//! Opens the operating system's window around the [`App`].
//!
//! A frame is drawn when the engine wakes the window or the person does something, and at no other time.

use std::sync::Arc;

use super::engine_port::EnginePort;
use super::port::Port;
use super::shell::App;
use super::theme;
use crate::engine::EngineHandle;

/// The window cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum WindowError {
    /// No display, or no way to draw on it.
    #[error("Cannot open a window: is there a display?")]
    Display(#[source] eframe::Error),
}

/// Shows the window until the person closes it.
///
/// # Errors
/// [`WindowError::Display`] where there is no display to draw on.
pub fn run(handle: EngineHandle) -> Result<(), WindowError> {
    show(Box::new(EnginePort::new(handle)))
}

/// The same over any engine: the pictures in the documentation are taken of a staged one.
///
/// # Errors
/// [`WindowError::Display`] where there is no display to draw on.
pub fn show(mut port: Box<dyn Port>) -> Result<(), WindowError> {
    let viewport = egui::ViewportBuilder::default()
        .with_title("Hearth")
        .with_app_id("hearth")
        .with_inner_size([1180.0, 800.0])
        .with_min_inner_size([420.0, 560.0]);
    let options = eframe::NativeOptions {
        viewport,
        renderer: eframe::Renderer::Glow,
        centered: true,
        persist_window: false,
        ..Default::default()
    };
    let make = move |cc: &eframe::CreationContext<'_>| {
        theme::apply(&cc.egui_ctx);
        let ctx = cc.egui_ctx.clone();
        port.set_waker(Arc::new(move || ctx.request_repaint()));
        Ok(Box::new(Window(App::new(port))) as Box<dyn eframe::App>)
    };
    eframe::run_native("Hearth", options, Box::new(make)).map_err(WindowError::Display)
}

struct Window(App);

impl eframe::App for Window {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        self.0.listen(ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.0.show(ui);
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }
}
