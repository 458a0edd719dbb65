//! Machines of their own, in network namespaces: two behind a gateway that records every packet (tcpdump), or two homes
//! behind routers (nftables) and one machine in the open.
//!
//! Needs root and the right to make namespaces; where that is refused, [`Gateway::build`] says so and a test that needs
//! it is skipped with a printed reason.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::net::Ipv4Addr;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};

/// One of the two machines.
pub struct Machine {
    /// The namespace's name, for [`crate::process::Hearth::start_in`].
    pub namespace: String,
    /// Its only address.
    pub address: Ipv4Addr,
}

/// The gateway between them.
pub struct Gateway {
    /// The machines on either side.
    pub machines: [Machine; 2],
    namespace: String,
    recorder: Option<Child>,
    seen: Arc<Mutex<BTreeSet<(String, String)>>>,
}

fn ip(arguments: &str) -> Result<(), String> {
    let output = Command::new("ip").args(arguments.split_whitespace()).output().map_err(|error| error.to_string())?;
    if output.status.success() {
        return Ok(());
    }
    Err(format!("ip {arguments}: {}", String::from_utf8_lossy(&output.stderr)))
}

impl Gateway {
    /// Builds both machines, each on a network of its own with the gateway as its only way out.
    ///
    /// # Errors
    /// Says what was refused.
    pub fn build(tag: &str) -> Result<Self, String> {
        let namespace = format!("hearth-{tag}-g");
        let machine =
            |side: u8| Machine { namespace: format!("hearth-{tag}-{side}"), address: Ipv4Addr::new(10, 77, side, 2) };
        let gateway = Self { machines: [machine(1), machine(2)], namespace, recorder: None, seen: Arc::default() };
        gateway.remove();
        ip(&format!("netns add {}", gateway.namespace))?;
        for (side, machine) in [1, 2].into_iter().zip(&gateway.machines) {
            let (inner, outer, name) = (&machine.namespace, &gateway.namespace, format!("h{tag}{side}"));
            ip(&format!("netns add {inner}"))?;
            ip(&format!("link add {name} netns {outer} type veth peer name eth0 netns {inner}"))?;
            ip(&format!("-n {outer} address add 10.77.{side}.1/24 dev {name}"))?;
            ip(&format!("-n {outer} link set {name} up"))?;
            ip(&format!("-n {inner} address add {}/24 dev eth0", machine.address))?;
            for link in ["lo", "eth0"] {
                ip(&format!("-n {inner} link set {link} up"))?;
            }
            ip(&format!("-n {inner} route add default via 10.77.{side}.1"))?;
        }
        let forward = "echo 1 > /proc/sys/net/ipv4/ip_forward; for f in /proc/sys/net/ipv6/conf/*/disable_ipv6; do echo 1 > $f; done";
        for inner in gateway.machines.iter().map(|machine| &machine.namespace).chain([&gateway.namespace]) {
            ip(&format!("netns exec {inner} true"))?;
            let status = Command::new("ip").args(["netns", "exec", inner, "sh", "-c", forward]).status();
            status.map_err(|error| error.to_string())?;
        }
        Ok(gateway)
    }

    /// Records source and destination of every IP packet that comes by, from now on.
    ///
    /// # Errors
    /// Says why tcpdump could not run.
    pub fn record(&mut self) -> Result<(), String> {
        let mut child = Command::new("ip")
            .args(["netns", "exec", &self.namespace, "tcpdump", "-i", "any", "-n", "-l", "-q", "ip or ip6"])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(|error| error.to_string())?;
        // Its first line on standard error says that it listens.
        let mut notes = BufReader::new(child.stderr.take().ok_or("no standard error")?);
        let mut note = String::new();
        while !note.contains("listening") {
            note.clear();
            if notes.read_line(&mut note).map_err(|error| error.to_string())? == 0 {
                return Err("tcpdump does not listen".into());
            }
        }
        let lines = BufReader::new(child.stdout.take().ok_or("no standard output")?);
        let seen = Arc::clone(&self.seen);
        let read = move || {
            for line in lines.lines().map_while(Result::ok) {
                if let Some(pair) = endpoints(&line) {
                    seen.lock().expect("no reader panics").insert(pair);
                }
            }
        };
        std::thread::Builder::new().name("recorder".into()).spawn(read).map_err(|error| error.to_string())?;
        self.recorder = Some(child);
        Ok(())
    }

    /// Every (source, destination) seen so far, without ports.
    #[must_use]
    pub fn seen(&self) -> BTreeSet<(String, String)> {
        self.seen.lock().expect("no reader panics").clone()
    }

    fn remove(&self) {
        for namespace in self.machines.iter().map(|machine| &machine.namespace).chain([&self.namespace]) {
            // There may be none yet, which is what is wanted.
            let _ = ip(&format!("netns delete {namespace}"));
        }
    }
}

impl Drop for Gateway {
    fn drop(&mut self) {
        if let Some(mut recorder) = self.recorder.take() {
            let _ = recorder.kill();
            let _ = recorder.wait();
        }
        self.remove();
    }
}

/// How the routers of [`Homes`] choose the port that a connection leaves from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mapping {
    /// The one it had, as most do: connections can be punched.
    Kept,
    /// A random one for each destination: they cannot.
    Random,
}

/// Two homes, each behind a router that lets nobody in, and one machine with a public address.
pub struct Homes {
    /// Behind the routers.
    pub homes: [Machine; 2],
    /// In the open.
    pub public: Machine,
    namespaces: Vec<String>,
}

fn in_namespace(namespace: &str, script: &str) -> Result<(), String> {
    let mut command = Command::new("ip");
    let output = command.args(["netns", "exec", namespace, "sh", "-ec", script]).output();
    let output = output.map_err(|error| error.to_string())?;
    if output.status.success() {
        return Ok(());
    }
    Err(format!("in {namespace}: {}", String::from_utf8_lossy(&output.stderr)))
}

impl Homes {
    /// Builds them. The addresses are public ones: nothing here leads to the machines that really have them.
    ///
    /// # Errors
    /// Says what was refused.
    pub fn build(tag: &str, mapping: Mapping) -> Result<Self, String> {
        let name = |part: &str| format!("hearth-{tag}-{part}");
        let machine = |part: &str, address| Machine { namespace: name(part), address };
        let world = Self {
            homes: [machine("home1", Ipv4Addr::new(192, 168, 1, 2)), machine("home2", Ipv4Addr::new(192, 168, 2, 2))],
            public: machine("public", Ipv4Addr::new(44, 0, 3, 2)),
            namespaces: ["core", "router1", "router2", "home1", "home2", "public"].map(name).into(),
        };
        world.remove();
        for namespace in &world.namespaces {
            ip(&format!("netns add {namespace}"))?;
            let quiet = "for f in /proc/sys/net/ipv6/conf/*/disable_ipv6; do echo 1 > $f; done; ip link set lo up";
            in_namespace(namespace, &format!("echo 1 > /proc/sys/net/ipv4/ip_forward; {quiet}"))?;
        }
        for (at, outer) in [(1, "router1"), (2, "router2"), (3, "public")] {
            cable(
                (&name("core"), &format!("44.0.{at}.1")),
                (&name(outer), &format!("44.0.{at}.2")),
                &format!("{tag}{at}"),
            )?;
            ip(&format!("-n {} route add default via 44.0.{at}.1", name(outer)))?;
        }
        for (at, router) in [(1, name("router1")), (2, name("router2"))] {
            let (inner, home) = (format!("192.168.{at}.1"), format!("192.168.{at}.2"));
            let wires = format!("{tag}{}", at + 3);
            cable((&router, &inner), (&name(&format!("home{at}")), &home), &wires)?;
            ip(&format!("-n {} route add default via {inner}", name(&format!("home{at}"))))?;
            in_namespace(&router, &rules(&format!("{tag}{at}b"), mapping))?;
        }
        Ok(world)
    }

    fn remove(&self) {
        for namespace in &self.namespaces {
            // There may be none yet, which is what is wanted.
            let _ = ip(&format!("netns delete {namespace}"));
        }
    }
}

impl Drop for Homes {
    fn drop(&mut self) {
        self.remove();
    }
}

/// A cable between two namespaces, whose ends are called `WIRESa` and `WIRESb`.
fn cable(one: (&str, &str), other: (&str, &str), wires: &str) -> Result<(), String> {
    ip(&format!("link add {wires}a netns {} type veth peer name {wires}b netns {}", one.0, other.0))?;
    for ((namespace, address), end) in [(one, "a"), (other, "b")] {
        ip(&format!("-n {namespace} address add {address}/24 dev {wires}{end}"))?;
        ip(&format!("-n {namespace} link set {wires}{end} up"))?;
    }
    Ok(())
}

/// What a router at home does: everybody inside shares its address, and nobody gets in who was not written to.
fn rules(outside: &str, mapping: Mapping) -> String {
    let masquerade = if mapping == Mapping::Random { "masquerade random,fully-random" } else { "masquerade" };
    [
        "nft add table ip home".to_owned(),
        "nft 'add chain ip home out { type nat hook postrouting priority 100; }'".to_owned(),
        format!("nft add rule ip home out oifname {outside} {masquerade}"),
        "nft 'add chain ip home through { type filter hook forward priority 0; }'".to_owned(),
        "nft add rule ip home through ct state established,related accept".to_owned(),
        format!("nft add rule ip home through iifname {outside} drop"),
        "nft 'add chain ip home inward { type filter hook input priority 0; }'".to_owned(),
        format!("nft add rule ip home inward iifname {outside} ct state new drop"),
    ]
    .join("\n")
}

/// Source and destination of a line such as `… IP 10.77.1.2.4001 > 10.77.2.2.5002: tcp 0`.
fn endpoints(line: &str) -> Option<(String, String)> {
    let (before, after) = line.split_once(" > ")?;
    let source = before.split_whitespace().last()?;
    let destination = after.split(':').next()?;
    let without_port = |text: &str| text.split('.').take(4).collect::<Vec<_>>().join(".");
    Some((without_port(source), without_port(destination)))
}
