//! Pictures without a screen: runs the window's drawing and has [`paint`] fill its triangles, as the window itself does
//! where there is no OpenGL, so that they are the same on every machine. For snapshot tests and for looking at pages.

use egui::{Color32, Context, Event, FullOutput, Pos2, RawInput, Rect, Ui, Vec2};
use paint::{Frame, Painter};

use super::theme;

/// A picture, row by row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// In pixels.
    pub width: usize,
    /// In pixels.
    pub height: usize,
    /// Opaque.
    pub pixels: Vec<Color32>,
}

/// A window of a size that nobody sees.
pub struct Studio {
    /// Its context; a test may set the theme.
    pub ctx: Context,
    size: Vec2,
    time: f64,
    painter: Painter,
    /// How many pixels the last picture filled, those filled twice counted twice: what drawing it in software costs.
    pub filled: usize,
}

impl Studio {
    /// A window of so many points at this size of everything.
    #[must_use]
    pub fn new(width: f32, height: f32, zoom: f32) -> Self {
        let ctx = Context::default();
        theme::apply(&ctx);
        ctx.set_zoom_factor(zoom);
        ctx.enable_accesskit();
        Self { ctx, size: Vec2::new(width, height), time: 0.0, painter: Painter::default(), filled: 0 }
    }

    /// Runs a frame a second after the last, with these events.
    pub fn frame(&mut self, events: Vec<Event>, draw: impl FnMut(&mut Ui)) -> FullOutput {
        self.time += 1.0;
        let rect = Rect::from_min_size(Pos2::ZERO, self.size / self.ctx.zoom_factor());
        let input =
            RawInput { screen_rect: Some(rect), time: Some(self.time), focused: true, events, ..RawInput::default() };
        let mut output = self.ctx.run_ui(input, draw);
        self.painter.take(std::mem::take(&mut output.textures_delta));
        output
    }

    /// The picture of a whole window once nothing changes in it any more.
    pub fn window(&mut self, app: &mut super::shell::App) -> Picture {
        let mut draw = |ui: &mut Ui| {
            app.listen(ui.ctx());
            app.show(ui);
        };
        for _ in 0..4 {
            self.frame(Vec::new(), &mut draw);
        }
        self.picture(draw)
    }

    /// Runs a frame and takes its picture.
    pub fn picture(&mut self, draw: impl FnMut(&mut Ui)) -> Picture {
        let output = self.frame(Vec::new(), draw);
        let jobs = self.ctx.tessellate(output.shapes, output.pixels_per_point);
        let (width, height) = (self.size.x.round() as usize, self.size.y.round() as usize);
        let ground = theme::ground(&self.ctx.global_style().visuals);
        let mut pixels = vec![0; width * height];
        let frame = Frame { pixels: &mut pixels, width, ground };
        self.filled = self.painter.paint(frame, &jobs, output.pixels_per_point);
        let colour = |pixel: u32| {
            let [_, r, g, b] = pixel.to_be_bytes();
            Color32::from_rgb(r, g, b)
        };
        Picture { width, height, pixels: pixels.into_iter().map(colour).collect() }
    }
}

impl Picture {
    /// Red, green and blue of each pixel.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        self.pixels.iter().flat_map(|pixel| [pixel.r(), pixel.g(), pixel.b()]).collect()
    }

    /// Puts another to its right.
    #[must_use]
    pub fn beside(&self, other: &Self) -> Self {
        let height = self.height.max(other.height);
        let mut pixels = Vec::with_capacity((self.width + other.width) * height);
        for y in 0..height {
            for part in [self, other] {
                let row = part.pixels.chunks(part.width.max(1)).nth(y);
                pixels.extend(row.map_or_else(|| vec![Color32::BLACK; part.width], <[Color32]>::to_vec));
            }
        }
        Self { width: self.width + other.width, height, pixels }
    }
}
