//! The window drawn by a graphics processor, through eframe.

use eframe::UserEvent;
use egui_winit::winit::error::EventLoopError;
use egui_winit::winit::event_loop::EventLoop;
use egui_winit::winit::platform::run_on_demand::EventLoopExtRunOnDemand as _;

use super::{Frame, Start, Window};
use crate::ui::theme;

/// Shows the window until it is closed. Where OpenGL cannot be had it returns at once, and `start` is still there.
pub(super) fn run(system: &mut EventLoop<UserEvent>, frame: &Frame, start: &Start) -> Result<(), EventLoopError> {
    let options = eframe::NativeOptions {
        viewport: frame.viewport.clone(),
        renderer: eframe::Renderer::Glow,
        centered: frame.centered,
        persist_window: false,
        // Nothing here is a long gradient.
        dithering: false,
        ..Default::default()
    };
    let start = start.clone();
    let make = move |cc: &eframe::CreationContext<'_>| {
        let window = start.make(&cc.egui_ctx).ok_or("The window was made before")?;
        Ok(Box::new(window) as Box<dyn eframe::App>)
    };
    let mut app = eframe::create_native("Hearth", options, Box::new(make), system);
    system.run_app_on_demand(&mut app)
}

impl eframe::App for Window {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        self.listen(ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        self.show(ui, frame.info().cpu_usage);
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.close();
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        theme::ground(visuals).to_normalized_gamma_f32()
    }
}
