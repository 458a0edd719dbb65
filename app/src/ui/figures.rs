//! What drawing costs, measured in the real window and written to a file when it closes: `scripts/bench` reads it.
//!
//! Off unless asked for. It holds times, sizes and counts, never a word of what was drawn.

use std::path::PathBuf;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use egui::Context;
use serde::Serialize;

use super::text::{Style, Text};

/// Frames kept: an hour of scrolling.
const FRAMES: usize = 200_000;
/// The width bubbles are shaped for.
const WIDTH: f32 = 520.0;

/// A hundred and some characters in several scripts, as bubbles hold them; the number makes each one new.
const SAMPLES: [(&str, &str); 6] = [
    (
        "en",
        "Marta, tiredness like that is common after the third cycle. Rest is treatment too. Call us above 38 °C. No. ",
    ),
    ("ru", "Доброе утро. Сегодня легче дышать, температура 37,2 °C, приняла ондансетрон 8 мг вчера вечером. No. "),
    ("ar", "صباح الخير مارتا. أين الألم الآن؟ أخذتُ Ondansetron 8 mg قبل الجلسة وساعدني كثيرًا هذا الصباح. No. "),
    ("hi", "आप अकेली नहीं हैं। क्या आज कुछ खा पाईं? थोड़ा-थोड़ा पानी पीते रहिए, 10 mg की गोली रात को लीजिए। No. "),
    ("te", "శుభోదయం. ఈ రోజు కొంచెం బాగుంది. నిన్న రాత్రి 10 mg మాత్ర వేసుకున్నాను, నిద్ర బాగా పట్టింది. No. "),
    ("ja", "おはようございます。少し眠れました。昨夜は10 mgの錠剤を飲んで、今朝は熱が37.2 °Cでした。 No. "),
];

/// One drawn frame.
#[derive(Clone, Copy, Serialize)]
struct Frame {
    /// When it began, Unix milliseconds.
    at_ms: u64,
    /// Since the frame before it began, in microseconds.
    since_us: u64,
    /// Spent in the window's own code, in microseconds.
    ui_us: u64,
    /// Spent on the whole frame before this one but for showing it, in microseconds.
    cpu_us: u64,
}

/// What shaping one bubble costs, in microseconds.
#[derive(Serialize)]
struct Bubble {
    script: &'static str,
    miss_us: f64,
    hit_us: f64,
}

#[derive(Serialize)]
struct Written {
    first_frame_ms: f64,
    frames: Vec<Frame>,
    bubbles: Vec<Bubble>,
    atlas_pages: usize,
    atlas_glyphs: usize,
    shaped_texts: usize,
    shaped_bytes: usize,
}

/// Collects them.
pub(super) struct Figures {
    path: PathBuf,
    first_frame: Option<Duration>,
    began: Option<Instant>,
    frames: Vec<Frame>,
    ctx: Option<Context>,
}

impl Figures {
    pub const fn new(path: PathBuf) -> Self {
        Self { path, first_frame: None, began: None, frames: Vec::new(), ctx: None }
    }

    /// A frame begins; `cpu_s` is what the one before it cost.
    pub fn begin(&mut self, cpu_s: Option<f32>) {
        let now = Instant::now();
        let since = self.began.replace(now).map_or(Duration::ZERO, |before| now - before);
        // The second frame begins when the first one stands on the screen.
        if self.frames.len() == 1 && self.first_frame.is_none() {
            self.first_frame = age();
        }
        let at_ms = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_millis();
        if self.frames.len() < FRAMES {
            self.frames.push(Frame {
                at_ms: u64::try_from(at_ms).unwrap_or(u64::MAX),
                since_us: microseconds(since),
                ui_us: 0,
                cpu_us: microseconds(Duration::from_secs_f32(cpu_s.unwrap_or(0.0).max(0.0))),
            });
        }
    }

    /// The window's own code is done.
    pub fn end(&mut self, ctx: &Context) {
        if let (Some(began), Some(frame)) = (self.began, self.frames.last_mut()) {
            frame.ui_us = microseconds(began.elapsed());
        }
        if self.ctx.is_none() {
            self.ctx = Some(ctx.clone());
            ctx.request_repaint();
        }
    }

    /// Measures what shaping costs, and writes all of it.
    pub fn write(self, text: &Text) {
        let (atlas_pages, atlas_glyphs, shaped_texts, shaped_bytes) = text.usage();
        let written = Written {
            first_frame_ms: self.first_frame.unwrap_or_default().as_secs_f64() * 1000.0,
            bubbles: self.ctx.as_ref().map(|ctx| bubbles(ctx, text)).unwrap_or_default(),
            frames: self.frames,
            atlas_pages,
            atlas_glyphs,
            shaped_texts,
            shaped_bytes,
        };
        let written = serde_json::to_vec(&written).map_err(std::io::Error::from);
        if let Err(error) = written.and_then(|bytes| std::fs::write(&self.path, bytes)) {
            tracing::warn!(%error, "Cannot write the figures");
        }
    }
}

fn bubbles(ctx: &Context, text: &Text) -> Vec<Bubble> {
    const TIMES: u32 = 50;
    let shape = |sample: &str, number: u32| {
        text.wrap(ctx, &format!("{sample}{number}"), Style::BODY, WIDTH);
    };
    let each = |sample: &str| {
        let began = Instant::now();
        for number in 0..TIMES {
            shape(sample, number);
        }
        began.elapsed().as_secs_f64() * 1_000_000.0 / f64::from(TIMES)
    };
    let measure = |(script, sample): (&'static str, &str)| {
        // The first use of a script reads its fonts; that is part of no bubble.
        shape(sample, TIMES);
        let miss_us = each(sample);
        Bubble { script, miss_us, hit_us: each(sample) }
    };
    SAMPLES.into_iter().map(measure).collect()
}

fn microseconds(duration: Duration) -> u64 {
    u64::try_from(duration.as_micros()).unwrap_or(u64::MAX)
}

/// How long this process has lived, by the system's count (to a hundredth of a second).
fn age() -> Option<Duration> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    let began_ticks: f64 = stat.rsplit(')').next()?.split_whitespace().nth(19)?.parse().ok()?;
    let up_s: f64 = std::fs::read_to_string("/proc/uptime").ok()?.split_whitespace().next()?.parse().ok()?;
    Duration::try_from_secs_f64(up_s - began_ticks / 100.0).ok()
}
