//! `hearth doctor`: what this machine has and lacks, in plain words.

use std::io::{self, Write};
use std::net::{IpAddr, Ipv6Addr, TcpListener, UdpSocket};
use std::path::{Path, PathBuf};

use ml::pack::Shelf;
use net::link::address::Address;

use crate::store::{Error, Profile};

use super::Exit;

/// How a check went.
enum Finding {
    Good(String),
    Note(String),
    Bad(String),
}

/// Prints one line for each check; unavailable where any is bad.
pub fn run(data: &Path) -> Exit {
    let findings = [folder(data), profile(data), packs(data), network(), reach(), display(), fonts(), keyring()];
    let mut bad = false;
    let mut out = io::stdout().lock();
    for finding in findings {
        let (mark, sentence) = match finding {
            Finding::Good(sentence) => ("ok  ", sentence),
            Finding::Note(sentence) => ("note", sentence),
            Finding::Bad(sentence) => {
                bad = true;
                ("bad ", sentence)
            }
        };
        if writeln!(out, "{mark}  {sentence}").is_err() {
            break;
        }
    }
    if bad { Exit::Unavailable } else { Exit::Done }
}

/// The nearest folder that exists, from `path` upwards.
fn existing(path: &Path) -> Option<&Path> {
    path.ancestors().find(|folder| folder.exists() && !folder.as_os_str().is_empty())
}

fn folder(data: &Path) -> Finding {
    let absolute = std::path::absolute(data).unwrap_or_else(|_| data.to_path_buf());
    let Some(base) = existing(&absolute) else {
        return Finding::Bad("The profile's folder cannot be made: nothing above it exists.".into());
    };
    match tempfile::tempfile_in(base) {
        Ok(_) if absolute.exists() => Finding::Good("The profile's folder can be written.".into()),
        Ok(_) => Finding::Good("The profile's folder does not exist yet and can be made.".into()),
        Err(_) => Finding::Bad("The profile's folder cannot be written: check whose it is and the free space.".into()),
    }
}

fn profile(data: &Path) -> Finding {
    if !data.exists() {
        return Finding::Note("There is no profile yet: the first start makes one.".into());
    }
    match Profile::claim(data) {
        Ok(profile) if profile.exists() => Finding::Good("There is a profile; its passphrase opens it.".into()),
        Ok(_) => Finding::Note("There is no profile yet: the first start makes one.".into()),
        Err(Error::InUse) => Finding::Note("Hearth is running with this profile just now.".into()),
        Err(_) => Finding::Bad("The profile cannot be read: check whose files they are.".into()),
    }
}

fn packs(data: &Path) -> Finding {
    let entries = match Shelf::at(data).list() {
        Ok(entries) => entries,
        Err(fault) => return Finding::Bad(format!("{fault}.")),
    };
    let refused = entries.iter().find_map(|entry| entry.pack.as_ref().err().map(|fault| (entry, fault)));
    match refused {
        Some((entry, fault)) => Finding::Bad(format!("{} {}: {fault}.", entry.id, entry.version)),
        None => Finding::Good(format!("Every model pack is whole ({}).", entries.len())),
    }
}

fn keyring() -> Finding {
    if crate::keyring::is_here() {
        Finding::Good("This desktop has a keyring: it can open Hearth, if you turn that on in the settings.".into())
    } else {
        Finding::Note("No keyring answers here: the passphrase opens Hearth.".into())
    }
}

fn network() -> Finding {
    let tcp = TcpListener::bind((Ipv6Addr::UNSPECIFIED, 0)).or_else(|_| TcpListener::bind(("0.0.0.0", 0)));
    let udp = UdpSocket::bind((Ipv6Addr::UNSPECIFIED, 0)).or_else(|_| UdpSocket::bind(("0.0.0.0", 0)));
    match (tcp, udp) {
        (Ok(_), Ok(_)) => {
            Finding::Good("This machine can be reached by TCP and by UDP (as far as it alone can tell).".into())
        }
        (Ok(_), Err(_)) => Finding::Note("UDP is not available: connections take a little longer.".into()),
        (Err(_), Ok(_)) => Finding::Note("TCP is not available: some networks will not be reached.".into()),
        (Err(_), Err(_)) => Finding::Bad("No port can be opened: nobody can reach this machine.".into()),
    }
}

/// The address that packets to others would leave from; asking for it sends none.
fn own_address(bind: &str, elsewhere: &str) -> Option<IpAddr> {
    let socket = UdpSocket::bind(bind).ok()?;
    socket.connect(elsewhere).ok()?;
    socket.local_addr().ok().map(|address| address.ip())
}

fn reach() -> Finding {
    let addresses = [own_address("0.0.0.0:0", "192.0.2.1:9"), own_address("[::]:0", "[2001:db8::1]:9")];
    let public = |ip: &IpAddr| {
        let family = if ip.is_ipv4() { "ip4" } else { "ip6" };
        format!("/{family}/{ip}/tcp/1").parse::<Address>().is_ok_and(|address| address.is_global())
    };
    let known: Vec<IpAddr> = addresses.into_iter().flatten().collect();
    if known.iter().any(public) {
        Finding::Good(
            "This machine has an address that people elsewhere can reach, unless a firewall is in between.".into(),
        )
    } else if known.is_empty() {
        Finding::Note("This machine is on no network just now.".into())
    } else {
        Finding::Note(
            "This machine is behind a router. People elsewhere reach it through somebody of a shared room who can be \
             reached; where nobody can, a node is needed, and net.status says so."
                .into(),
        )
    }
}

fn display() -> Finding {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if set("WAYLAND_DISPLAY") || set("DISPLAY") {
        Finding::Good("There is a display for the window.".into())
    } else {
        Finding::Note("There is no display: the window cannot open here; `hearth rpc` works.".into())
    }
}

fn fonts() -> Finding {
    let home = std::env::var_os("HOME").map(PathBuf::from).unwrap_or_default();
    let places =
        [PathBuf::from("/usr/share/fonts"), PathBuf::from("/usr/local/share/fonts"), home.join(".local/share/fonts")];
    if places.iter().any(|place| place.read_dir().is_ok_and(|mut files| files.next().is_some())) {
        Finding::Good("There are system fonts for every script they cover.".into())
    } else {
        Finding::Note("There are no system fonts: only the scripts whose fonts Hearth brings along are shown.".into())
    }
}
