//! `hearth scan`: what a model says about scans, as a research evaluator. No profile is needed, and nothing is kept.

use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use clap::Args;
use ml::job::{Job, Watch};
use ml::pack::{self, Shelf};
use ml::scan::report::Detail;
use ml::scan::{Explained, Finding, Question, Study, heatmap, read};

use super::{Exit, say};

/// A file takes about a second; this is for a machine that does much else.
const PATIENCE: Duration = Duration::from_secs(600);

/// What is asked.
#[derive(Debug, Args)]
pub struct Scan {
    /// CT slices as JPEG, PNG or DICOM; the content decides, not the name.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// One JSON object a line, in the order of the files.
    #[arg(long)]
    json: bool,
    /// Rate each picture as one spot in its middle, about 128 by 128 pixels.
    #[arg(long)]
    patch: bool,
    /// Rate the spot at this place instead of looking for spots, in pixels from the upper left.
    #[arg(long, value_name = "X,Y", value_parser = mark, allow_hyphen_values = true, conflicts_with = "patch")]
    mark: Option<Mark>,
    /// Write a picture of what made the most suspicious spot so; for one file.
    #[arg(long, value_name = "OUT.png")]
    heatmap: Option<PathBuf>,
}

/// A place in a picture.
#[derive(Debug, Clone, Copy)]
struct Mark {
    x: f64,
    y: f64,
}

fn mark(text: &str) -> Result<Mark, String> {
    let number = |text: &str| text.trim().parse::<f64>().ok().filter(|number| number.is_finite());
    let place = text.split_once(',').and_then(|(x, y)| Some(Mark { x: number(x)?, y: number(y)? }));
    place.ok_or_else(|| "give two numbers, such as 120,88".to_owned())
}

/// Answers about each file in turn.
pub fn run(data: Option<&Path>, scan: &Scan) -> Exit {
    if let Some(refusal) = misused(scan) {
        return say(Exit::Usage, refusal);
    }
    let study = match data.map_or_else(Shelf::builtin, Shelf::at).in_use(pack::LUNG) {
        Ok(pack) => Arc::new(Study::new(pack)),
        Err(refusal) => return say(Exit::Unavailable, &refusal.to_string()),
    };
    let mut round = Round { study, scan, progress: Progress::of(scan.files.len()), worst: Exit::Done };
    for (at, file) in scan.files.iter().enumerate() {
        round.progress.tell(at);
        let told = match round.look(file) {
            Ok(finding) => round.tell(file, &finding),
            Err(error) => return say(Exit::Unavailable, &error.to_string()),
        };
        if told.is_err() {
            // Nobody reads on.
            return round.worst;
        }
    }
    round.progress.tell(scan.files.len());
    round.worst
}

/// What cannot be asked for together.
fn misused(scan: &Scan) -> Option<&'static str> {
    let out = scan.heatmap.as_deref()?;
    let [file] = scan.files.as_slice() else {
        return Some("Cannot draw heat maps of several files: give one with --heatmap");
    };
    let same = out.canonicalize().ok().zip(file.canonicalize().ok()).is_some_and(|(out, file)| out == file);
    same.then_some("Cannot write the heat map over the scan itself: give another name")
}

/// One call with all its files.
struct Round<'s> {
    study: Arc<Study>,
    scan: &'s Scan,
    progress: Progress,
    worst: Exit,
}

impl Round<'_> {
    /// Reads a file and asks about it, on a thread that can be given up on.
    fn look(&self, file: &Path) -> Result<Finding, ml::Error> {
        let question = match (self.scan.patch, self.scan.mark) {
            (true, _) => Question::Patch,
            (false, Some(Mark { x, y })) => Question::Mark { x, y },
            (false, None) => Question::Slice,
        };
        let explained = if self.scan.heatmap.is_some() { Explained::Yes } else { Explained::No };
        let (study, file) = (Arc::clone(&self.study), file.to_owned());
        let watch = Watch::until(Instant::now() + PATIENCE);
        let job = Job::start("scan", watch, move |watch| {
            let decoded = read::file(&file).and_then(|bytes| ml::scan::decode(&bytes));
            study.inspect(decoded, question, explained, watch)
        })?;
        job.wait()
    }

    /// Prints a file's answer, and writes its heat map.
    fn tell(&mut self, file: &Path, finding: &Finding) -> io::Result<()> {
        match finding.detail {
            Some(Detail::File(_)) => self.at_least(Exit::Unreadable),
            Some(Detail::Outside { .. }) => self.at_least(Exit::Usage),
            None => {}
        }
        let mut out = io::stdout().lock();
        if self.scan.json {
            let report = finding.report(&file.to_string_lossy(), self.study.pack());
            serde_json::to_writer(&mut out, &report)?;
            writeln!(out)?;
        } else {
            writeln!(out, "{}", shown(file))?;
            for sentence in finding.sentences() {
                writeln!(out, "  {sentence}")?;
            }
            writeln!(out, "  {}", self.limits())?;
        }
        out.flush()?;
        drop(out);
        if self.scan.json
            && let Some(why) = finding.detail.and(finding.sentences().into_iter().next())
        {
            say(Exit::Done, &format!("{}: {why}", shown(file)));
        }
        self.draw(finding);
        Ok(())
    }

    fn limits(&self) -> String {
        let manifest = self.study.pack().manifest();
        format!(
            "For research; not a diagnosis. {} {} estimates what radiologists would say of a spot, not what it is; \
             it never rules cancer out. `hearth pack show {}` tells what it was tried on.",
            manifest.id, manifest.version, manifest.id
        )
    }

    fn draw(&mut self, finding: &Finding) {
        let Some(out) = &self.scan.heatmap else { return };
        match &finding.explanation {
            None => {
                say(Exit::Done, "No heat map was written: there is no rated spot to explain.");
            }
            Some(explanation) => {
                if let Err(error) = heatmap::write(explanation, out) {
                    say(Exit::Unavailable, &format!("Cannot write the heat map to {}: {}", shown(out), why(&error)));
                    self.at_least(Exit::Unavailable);
                }
            }
        }
    }

    fn at_least(&mut self, exit: Exit) {
        if exit as u8 > self.worst as u8 {
            self.worst = exit;
        }
    }
}

/// Why something could not be written, without a path of our own.
fn why(error: &io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => "there is no such folder",
        io::ErrorKind::InvalidInput | io::ErrorKind::IsADirectory => "it is no ordinary file",
        io::ErrorKind::StorageFull => "the disk is full",
        _ => "the system refused",
    }
}

/// A path for a terminal: what could steer one is replaced.
pub fn shown(path: &Path) -> String {
    path.to_string_lossy().chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect()
}

/// How many files are done, on standard error, where there is more than one.
struct Progress {
    files: usize,
    every: usize,
    terminal: bool,
}

impl Progress {
    fn of(files: usize) -> Self {
        let terminal = io::stderr().is_terminal();
        // A log gets ten lines at most, a terminal one that changes.
        Self { files, every: if terminal { 1 } else { files.div_ceil(10).max(1) }, terminal }
    }

    fn tell(&self, done: usize) {
        if self.files < 2 || (!done.is_multiple_of(self.every) && done != self.files) {
            return;
        }
        let end = if self.terminal && done < self.files { "\r" } else { "\n" };
        let _ = write!(io::stderr(), "Looked at {done} of {} files{end}", self.files);
    }
}
