//! The operating system's window and the pixels in it.

use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;

use eframe::UserEvent;
use egui::epaint::ClippedPrimitive;
use egui::{Color32, Context, Vec2, ViewportBuilder, ViewportId, vec2};
use egui_winit::winit::event_loop::{ActiveEventLoop, EventLoopProxy};
use egui_winit::winit::window::Window;
use paint::Painter;
use softbuffer::Surface;

use super::Frame;

/// Frames a second where the screen does not say how many it shows, and the most that are drawn, in thousandths.
const USUAL_MHZ: u32 = 60_000;
const MOST_MHZ: u32 = 240_000;

/// Why a window cannot be had or painted.
type Fault = Box<dyn std::error::Error>;

/// A window on the screen.
pub(super) struct Screen {
    pub window: Arc<Window>,
    /// What the person does in it.
    pub input: egui_winit::State,
    surface: Surface<Arc<Window>, Arc<Window>>,
    painted: bool,
}

impl Screen {
    /// Opens a window; it is shown once something is painted in it.
    pub fn open(
        system: &ActiveEventLoop,
        proxy: EventLoopProxy<UserEvent>,
        ctx: &Context,
        frame: &Frame,
    ) -> Result<Self, Fault> {
        let viewport = placed(frame, ctx, system).with_visible(false);
        let window = Arc::new(egui_winit::create_window(ctx, system, &viewport)?);
        let surface = Surface::new(&softbuffer::Context::new(Arc::clone(&window))?, Arc::clone(&window))?;
        let scale = Some(window.scale_factor() as f32);
        let theme = system.system_theme();
        let mut input = egui_winit::State::new(ctx.clone(), ViewportId::ROOT, system, scale, theme, None);
        // Before the window is seen: that is when screen readers look whether it speaks to them.
        input.init_accesskit(system, &window, proxy);
        Ok(Self { window, input, surface, painted: false })
    }

    /// Paints all of it anew, at so many pixels to a point.
    pub fn paint(
        &mut self,
        painter: &Painter,
        ground: Color32,
        jobs: &[ClippedPrimitive],
        scale: f32,
    ) -> Result<(), Fault> {
        let size = self.window.inner_size();
        // A window without a pixel has nothing to paint.
        let (Some(width), Some(height)) = (NonZeroU32::new(size.width), NonZeroU32::new(size.height)) else {
            return Ok(());
        };
        self.surface.resize(width, height)?;
        let mut pixels = self.surface.buffer_mut()?;
        pixels.fill(paint::pixel(ground));
        painter.paint(paint::Frame { pixels: &mut pixels, width: width.get() as usize }, jobs, scale);
        self.window.pre_present_notify();
        pixels.present()?;
        if !self.painted {
            self.painted = true;
            self.window.set_visible(true);
        }
        Ok(())
    }

    /// Whether anything painted in it could be seen, as far as the window itself knows.
    pub fn is_shown(&self) -> bool {
        !self.painted || (self.window.is_visible() != Some(false) && self.window.is_minimized() != Some(true))
    }

    /// How long the screen shows a frame.
    pub fn period(&self) -> Duration {
        let rate = self.window.current_monitor().and_then(|monitor| monitor.refresh_rate_millihertz());
        let rate = rate.unwrap_or(USUAL_MHZ).clamp(USUAL_MHZ / 2, MOST_MHZ);
        Duration::from_secs_f64(1000.0 / f64::from(rate))
    }
}

/// No larger than the screen, and in its middle if that is wanted.
fn placed(frame: &Frame, ctx: &Context, system: &ActiveEventLoop) -> ViewportBuilder {
    let viewport = frame.viewport.clone();
    let monitor = system.primary_monitor().or_else(|| system.available_monitors().next());
    let (Some(monitor), Some(wanted)) = (monitor, viewport.inner_size) else { return viewport };
    let points = monitor.size().to_logical::<f32>(f64::from(ctx.zoom_factor()) * monitor.scale_factor());
    let screen = vec2(points.width, points.height);
    if screen.min_elem() <= 0.0 {
        return viewport;
    }
    let size = wanted.min(screen);
    let viewport = viewport.with_inner_size(size);
    if frame.centered { viewport.with_position(((screen - size) / 2.0).max(Vec2::ZERO).to_pos2()) } else { viewport }
}
