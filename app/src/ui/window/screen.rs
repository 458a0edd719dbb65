//! The operating system's window, and the pixels in it.

use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;

use egui::epaint::ClippedPrimitive;
use egui::{Color32, Context, Vec2, ViewportBuilder, vec2};
use paint::Painter;
use softbuffer::Surface;
use winit::event_loop::ActiveEventLoop;
use winit::window::Window;

use super::Frame;

/// Frames a second where the screen does not say how many it shows, and the most that are drawn, in thousandths.
const USUAL_MHZ: u32 = 60_000;
const MOST_MHZ: u32 = 240_000;

/// Why a window cannot be had or painted.
type Fault = Box<dyn std::error::Error>;

/// A window on the screen.
pub(super) struct Screen {
    pub window: Arc<Window>,
    surface: Surface<Arc<Window>, Arc<Window>>,
    painted: bool,
}

impl Screen {
    /// Opens a window; it is shown once something is painted in it.
    pub fn open(system: &ActiveEventLoop, ctx: &Context, frame: &Frame) -> Result<Self, Fault> {
        let viewport = placed(frame, ctx, system).with_visible(false);
        let window = Arc::new(egui_winit::create_window(ctx, system, &viewport)?);
        let surface = Surface::new(&softbuffer::Context::new(Arc::clone(&window))?, Arc::clone(&window))?;
        Ok(Self { window, surface, painted: false })
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
        let frame = paint::Frame { pixels: &mut pixels, width: width.get() as usize, ground };
        painter.paint(frame, jobs, scale);
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

    /// How large it is, in points of a text size of 100 %, and whether it fills the screen.
    pub fn extent(&self) -> (Vec2, bool) {
        let size = self.window.inner_size().to_logical::<f32>(self.window.scale_factor());
        (vec2(size.width, size.height), self.window.is_maximized())
    }

    /// How long the screen shows a frame.
    pub fn period(&self) -> Duration {
        let rate = self.window.current_monitor().and_then(|monitor| monitor.refresh_rate_millihertz());
        let rate = rate.unwrap_or(USUAL_MHZ).clamp(USUAL_MHZ / 2, MOST_MHZ);
        Duration::from_secs_f64(1000.0 / f64::from(rate))
    }
}

/// No larger than the screen, and in its middle if that is wanted. Sizes are the window's own, whatever size a person
/// gives to text by then.
fn placed(frame: &Frame, ctx: &Context, system: &ActiveEventLoop) -> ViewportBuilder {
    let zoom = ctx.zoom_factor();
    let mut viewport = frame.viewport.clone();
    viewport.min_inner_size = viewport.min_inner_size.map(|least| least / zoom);
    viewport.inner_size = viewport.inner_size.map(|wanted| wanted / zoom);
    let monitor = system.primary_monitor().or_else(|| system.available_monitors().next());
    let (Some(monitor), Some(wanted)) = (monitor, viewport.inner_size) else { return viewport };
    let scale = f64::from(zoom) * monitor.scale_factor();
    let (extent, corner) = (monitor.size().to_logical::<f32>(scale), monitor.position().to_logical::<f32>(scale));
    let (screen, corner) = (vec2(extent.width, extent.height), vec2(corner.x, corner.y));
    if screen.min_elem() <= 0.0 {
        return viewport;
    }
    let size = wanted.min(screen);
    let viewport = viewport.with_inner_size(size);
    if frame.centered { viewport.with_position((corner + (screen - size) / 2.0).to_pos2()) } else { viewport }
}
