//! Logs: standard error, and a small rotated file inside the profile's folder. Local, redacted, never sent anywhere.
//!
//! Only Hearth's own lines are written: libraries name addresses and peers. Hearth's own lines name ids at `debug` and
//! below, and nothing about a person at any level (their types are redacted).

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use tracing_subscriber::filter::{EnvFilter, LevelFilter, Targets};
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;
use tracing_subscriber::{Layer, fmt};

/// A file is put aside when it has grown to this.
const FILE_BYTES: u64 = 512 * 1024;
/// Files kept besides the one being written.
const KEPT: u32 = 3;
/// The folder inside the profile's.
const FOLDER: &str = "log";

static KEEPER: Mutex<Option<Kept>> = Mutex::new(None);

struct Kept {
    folder: PathBuf,
    file: File,
    bytes: u64,
}

/// Installs the logger of the process: standard error now, the file from [`keep_in`] on. `HEARTH_LOG` chooses what
/// standard error shows.
pub fn start() {
    let ours = || {
        Targets::new()
            .with_targets(["app", "net", "crypto", "media", "ml", "hearth"].map(|target| (target, LevelFilter::INFO)))
    };
    let screen = fmt::layer().with_writer(io::stderr).with_ansi(false);
    let screen = match std::env::var("HEARTH_LOG") {
        Ok(wish) => screen.with_filter(EnvFilter::new(wish)).boxed(),
        Err(_) => screen.with_filter(ours()).boxed(),
    };
    let file = fmt::layer().with_writer(|| Writer).with_ansi(false).with_filter(ours());
    // Refused where a test has installed one before.
    let _ = tracing_subscriber::registry().with(screen).with(file).try_init();
}

/// Keeps the log in the profile's folder from now on.
pub fn keep_in(profile: &Path) {
    let folder = profile.join(FOLDER);
    let opened = fs::create_dir_all(&folder).and_then(|()| Kept::open(folder));
    *KEEPER.lock().unwrap_or_else(PoisonError::into_inner) = opened.ok();
}

/// Stops keeping the log, so that its folder can be erased.
pub fn forget() {
    *KEEPER.lock().unwrap_or_else(PoisonError::into_inner) = None;
}

impl Kept {
    fn open(folder: PathBuf) -> io::Result<Self> {
        let file = OpenOptions::new().create(true).append(true).open(folder.join("hearth.log"))?;
        let bytes = file.metadata()?.len();
        Ok(Self { folder, file, bytes })
    }

    fn write(&mut self, line: &[u8]) -> io::Result<()> {
        if self.bytes >= FILE_BYTES {
            self.rotate()?;
        }
        self.bytes += line.len() as u64;
        self.file.write_all(line)
    }

    fn rotate(&mut self) -> io::Result<()> {
        let old = |age: u32| self.folder.join(format!("hearth.{age}.log"));
        for age in (1..KEPT).rev() {
            if old(age).exists() {
                fs::rename(old(age), old(age + 1))?;
            }
        }
        fs::rename(self.folder.join("hearth.log"), old(1))?;
        *self = Self::open(std::mem::take(&mut self.folder))?;
        Ok(())
    }
}

/// Writes each line into whatever file is kept just now.
struct Writer;

impl Write for Writer {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        if let Some(kept) = KEEPER.lock().unwrap_or_else(PoisonError::into_inner).as_mut() {
            kept.write(line)?;
        }
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
