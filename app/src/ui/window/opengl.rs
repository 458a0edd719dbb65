//! The window drawn by a graphics processor, through eframe.

use std::cell::Cell;
use std::rc::Rc;

use eframe::UserEvent;
use winit::event_loop::EventLoop;
use winit::platform::run_on_demand::EventLoopExtRunOnDemand as _;
use winit::platform::wayland::EventLoopExtWayland as _;

use super::{Frame, Start, Window, WindowError};
use crate::ui::theme;

/// Shows the window until it is closed. Where OpenGL cannot be had it returns at once, and `start` is still there.
///
/// # Errors
/// [`WindowError::Drawing`] where it was lost later on, before anybody wanted the window closed.
pub(super) fn run(system: &mut EventLoop<UserEvent>, frame: &Frame, start: &Start) -> Result<(), WindowError> {
    let options = eframe::NativeOptions {
        viewport: frame.viewport.clone(),
        renderer: eframe::Renderer::Glow,
        centered: frame.centered,
        persist_window: false,
        // Nothing here is a long gradient.
        dithering: false,
        ..Default::default()
    };
    // eframe keeps to itself why it ended.
    let wanted = Rc::new(Cell::new(false));
    let (making, ending) = (start.clone(), Rc::clone(&wanted));
    // There a window is hidden by closing it, which eframe does not do.
    let stays = system.is_wayland();
    let make = move |cc: &eframe::CreationContext<'_>| {
        let inside = making.make(&cc.egui_ctx, stays).ok_or("The window was made before")?;
        Ok(Box::new(Shown { inside, wanted: ending }) as Box<dyn eframe::App>)
    };
    let mut app = eframe::create_native("Hearth", options, Box::new(make), system);
    system.run_app_on_demand(&mut app).map_err(|error| WindowError::Display(error.into()))?;
    if start.is_whole() || wanted.get() { Ok(()) } else { Err(WindowError::Drawing) }
}

struct Shown {
    inside: Window,
    /// Whether it was to be closed when it was.
    wanted: Rc<Cell<bool>>,
}

impl eframe::App for Shown {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        self.inside.listen(ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        self.inside.show(ui, frame.info().cpu_usage);
    }

    fn raw_input_hook(&mut self, _ctx: &egui::Context, input: &mut egui::RawInput) {
        super::roomy(input);
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.wanted.set(self.inside.app.is_ending());
        self.inside.close();
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        theme::ground(visuals).to_normalized_gamma_f32()
    }
}
