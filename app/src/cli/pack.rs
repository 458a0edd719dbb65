//! `hearth pack`: the model packs on this machine. No profile is needed; packs lie in the data folder beside it.
//! Those inside the program need no folder.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::Subcommand;
use ml::PackFault;
use ml::pack::manifest::is_id;
use ml::pack::shelf::{self, Entry};
use ml::pack::{Pack, Shelf};

use super::{Exit, say};

/// What is asked.
#[derive(Debug, Subcommand)]
pub enum Call {
    /// Lists every version of every pack, and which are in use.
    List,
    /// Prints a pack's card: what it is for, what it was tried on, and its limits.
    Show {
        /// Which pack.
        id: String,
        /// Which version; the one in use by default.
        version: Option<String>,
    },
    /// Verifies the pack in a folder and keeps a copy.
    Add {
        /// A folder with a manifest.json.
        folder: PathBuf,
    },
    /// Compares every byte of packs with their hashes.
    Verify {
        /// A pack's id, or a folder; all packs by default.
        pack: Option<PathBuf>,
        /// Which version; all of them by default.
        version: Option<String>,
    },
    /// Uses a version from now on; an earlier one too, to go back.
    Use {
        /// Which pack.
        id: String,
        /// Which version.
        version: String,
    },
    /// Removes a version that was added.
    Remove {
        /// Which pack.
        id: String,
        /// Which version.
        version: String,
    },
}

/// Does what is asked.
pub fn run(data: Option<&Path>, call: &Call) -> Exit {
    let shelf = data.map_or_else(Shelf::builtin, Shelf::at);
    let mut out = io::stdout().lock();
    let done = match call {
        Call::List => list(&shelf, &mut out),
        Call::Show { id, version } => show(&shelf, id, version.as_deref(), &mut out),
        Call::Add { folder } => add(&shelf, folder, &mut out),
        Call::Verify { pack, version } => verify(&shelf, pack.as_deref(), version.as_deref(), &mut out),
        Call::Use { id, version } => shelf.choose(id, version).map(|pack| {
            let manifest = pack.manifest();
            line(&mut out, &format!("{} {} is in use now.", manifest.id, manifest.version));
            Exit::Done
        }),
        Call::Remove { id, version } => shelf.remove(id, version).map(|in_use| {
            let now = in_use.map_or_else(|| "No version is left.".to_owned(), |left| format!("{id} {left} is in use."));
            line(&mut out, &format!("Removed {id} {version}. {now}"));
            Exit::Done
        }),
    };
    done.unwrap_or_else(|fault| say(exit(&fault), &fault.to_string()))
}

/// What a refusal means for a program that called.
const fn exit(fault: &PackFault) -> Exit {
    match fault {
        PackFault::Unknown(_) | PackFault::Taken | PackFault::BuiltIn | PackFault::NoFolder => Exit::Usage,
        PackFault::Disk(_) => Exit::Unavailable,
        _ => Exit::Unreadable,
    }
}

/// A line for people; that nobody reads it is no failure.
fn line(out: &mut impl Write, text: &str) {
    let _ = writeln!(out, "{text}");
}

fn list(shelf: &Shelf, out: &mut impl Write) -> Result<Exit, PackFault> {
    for entry in shelf.list()? {
        line(out, &told(&entry));
    }
    Ok(Exit::Done)
}

/// A pack in one line.
fn told(entry: &Entry) -> String {
    let place = if entry.builtin { "built in" } else { "added" };
    let used = if entry.in_use { ", in use" } else { "" };
    let state = match &entry.pack {
        Ok(pack) => pack.manifest().name.clone(),
        Err(fault) => fault.to_string(),
    };
    format!("{} {}  {place}{used}  {state}", entry.id, entry.version)
}

fn show(shelf: &Shelf, id: &str, version: Option<&str>, out: &mut impl Write) -> Result<Exit, PackFault> {
    let pack = match version {
        Some(version) => shelf.get(id, version)?,
        None => shelf.in_use(id)?,
    };
    let manifest = pack.manifest();
    line(out, &format!("{} {}: {}", manifest.id, manifest.version, manifest.name));
    line(out, &format!("For {}, {} only. Licence: {}", manifest.modality, manifest.purpose, manifest.licence));
    line(out, &format!("SHA-256 of the manifest: {}", pack.sha256()));
    for (name, listed) in &manifest.files {
        line(out, &format!("  {}  {:>9} bytes  {name}", listed.sha256, listed.bytes));
    }
    line(out, "");
    let card: String = pack.card()?.chars().filter(|c| *c == '\n' || !c.is_control()).collect();
    line(out, card.trim_end());
    Ok(Exit::Done)
}

fn add(shelf: &Shelf, folder: &Path, out: &mut impl Write) -> Result<Exit, PackFault> {
    let added = shelf.add(folder)?;
    let manifest = added.pack.manifest();
    let (id, version) = (&manifest.id, &manifest.version);
    let done = if added.already { "was there already" } else { "was added" };
    line(out, &format!("{id} {version} {done}."));
    if added.in_use == *version {
        line(out, "It is in use.");
    } else {
        line(out, &format!("{id} {} stays in use; `hearth pack use {id} {version}` changes that.", added.in_use));
    }
    Ok(Exit::Done)
}

fn verify(shelf: &Shelf, pack: Option<&Path>, version: Option<&str>, out: &mut impl Write) -> Result<Exit, PackFault> {
    let id = pack.and_then(Path::to_str).filter(|text| is_id(text));
    if let (Some(folder), None) = (pack, id) {
        let pack = shelf::inspect(folder)?;
        line(out, &whole(&pack));
        return Ok(Exit::Done);
    }
    let wanted =
        |entry: &Entry| id.is_none_or(|id| entry.id == id) && version.is_none_or(|version| entry.version == version);
    let entries: Vec<Entry> = shelf.list()?.into_iter().filter(wanted).collect();
    if entries.is_empty() {
        return Err(PackFault::Unknown("of that name".into()));
    }
    let mut worst = Exit::Done;
    for entry in entries {
        match &entry.pack {
            Ok(pack) => line(out, &whole(pack)),
            Err(fault) => {
                line(out, &format!("{} {}: {fault}", entry.id, entry.version));
                worst = exit(fault);
            }
        }
    }
    Ok(worst)
}

fn whole(pack: &Pack) -> String {
    let manifest = pack.manifest();
    format!("{} {} is whole: {} files, manifest {}", manifest.id, manifest.version, manifest.files.len(), pack.sha256())
}
