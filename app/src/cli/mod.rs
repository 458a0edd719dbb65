//! The command line: which face is asked for, and how the process ends.

mod doctor;
mod pack;
mod scan;
#[cfg(feature = "gui")]
mod window;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

use crate::engine::handle::{Discovery, EngineHandle, Face, Options};
#[cfg(feature = "gui")]
use window::open;

/// How a call ended; the numbers are stable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Done.
    Done = 0,
    /// A fault of Hearth's own.
    Bug = 1,
    /// Bad usage.
    Usage = 2,
    /// A file could not be read as what it should be.
    Unreadable = 3,
    /// Locked, no device, no peer, no display.
    Unavailable = 4,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// Talk, consult and support one another, with nobody in the middle.
#[derive(Debug, Parser)]
#[command(name = "hearth", version, about)]
struct Line {
    /// The profile's folder.
    #[arg(long, value_name = "DIR", global = true)]
    data: Option<PathBuf>,
    /// An invitation to open the window with; nothing is done with it until you say so.
    #[arg(value_name = "LINK")]
    link: Option<String>,
    #[command(subcommand)]
    call: Option<Call>,
}

#[derive(Debug, Subcommand)]
enum Call {
    /// The engine without a window: JSON-RPC 2.0 on standard input and output.
    Rpc(Rpc),
    /// Asks a model about CT slices of the lungs: for research, not a diagnosis.
    Scan(scan::Scan),
    /// The model packs on this machine.
    #[command(subcommand)]
    Pack(pack::Call),
    /// A patient's and a doctor's window side by side, talking for real; nothing of it is kept.
    #[cfg(feature = "gui")]
    Demo(crate::demo::Looks),
    /// Checks this machine and says in plain words what is wrong.
    Doctor,
    /// A window for another part of Hearth.
    #[cfg(feature = "gui")]
    #[command(hide = true)]
    Window(window::Window),
}

#[derive(Debug, Args)]
struct Rpc {
    /// Where to listen, as a multiaddr; may be given several times.
    #[arg(long, value_name = "ADDR")]
    listen: Vec<String>,
    /// Say nothing on the local network: neither look for people there (mDNS) nor ask the router for a port (UPnP).
    #[arg(long)]
    no_mdns: bool,
}

/// Does what the command line asks for.
#[must_use]
pub fn main() -> ExitCode {
    let line = match Line::try_parse() {
        Ok(line) => line,
        Err(error) => {
            // Help and version are no failure; clap prints each to the stream where it belongs.
            let exit = if error.use_stderr() { Exit::Usage } else { Exit::Done };
            let _ = error.print();
            return exit.into();
        }
    };
    if line.link.is_some() && line.call.is_some() {
        return say(Exit::Usage, "Cannot do both: a link opens the window, and nothing else").into();
    }
    let data = line.data.or_else(default_data);
    match (line.call, data) {
        // These need no folder: what ships inside the program answers.
        (Some(Call::Scan(scan)), data) => scan::run(data.as_deref(), &scan).into(),
        (Some(Call::Pack(call)), data) => pack::run(data.as_deref(), &call).into(),
        (_, None) => say(Exit::Usage, "Cannot tell where the profile lies: give --data, or set HOME").into(),
        (None, Some(data)) => open(data, line.link).into(),
        (Some(Call::Rpc(rpc)), Some(data)) => serve(data, rpc).into(),
        #[cfg(feature = "gui")]
        (Some(Call::Demo(looks)), Some(_)) => crate::demo::run(&looks).into(),
        (Some(Call::Doctor), Some(data)) => doctor::run(&data).into(),
        #[cfg(feature = "gui")]
        (Some(Call::Window(asked)), Some(data)) => window::serve(&data, asked).into(),
    }
}

/// `$XDG_DATA_HOME/hearth`, or `~/.local/share/hearth`.
fn default_data() -> Option<PathBuf> {
    let absolute = |name: &str| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let base = absolute("XDG_DATA_HOME").or_else(|| absolute("HOME").map(|home| home.join(".local/share")))?;
    Some(base.join("hearth"))
}

/// Tells a person something on standard error. That nobody reads it is no failure.
fn say(exit: Exit, sentence: &str) -> Exit {
    use std::io::Write as _;
    let _ = writeln!(std::io::stderr(), "{sentence}");
    exit
}

/// Starts the engine for whoever asks.
fn start(options: Options) -> Result<EngineHandle, Exit> {
    EngineHandle::start(options).map_err(|error| {
        tracing::error!(%error, "Cannot start the engine");
        Exit::Bug
    })
}

fn serve(data: PathBuf, rpc: Rpc) -> Exit {
    crate::log::start();
    let mdns = if rpc.no_mdns { Discovery::Off } else { Discovery::Lan };
    let options = Options { data, listen: rpc.listen, mdns, face: Face::Program };
    let engine = match start(options) {
        Ok(engine) => engine,
        Err(exit) => return exit,
    };
    let served = crate::rpc::run(&engine);
    engine.stop();
    if served.is_ok() { Exit::Done } else { Exit::Bug }
}

#[cfg(not(feature = "gui"))]
fn open(_data: PathBuf, _link: Option<String>) -> Exit {
    say(Exit::Unavailable, "Cannot open a window: this build has none; use `hearth rpc`")
}
