//! One real `hearth rpc` process: calls, events, kills and restarts, each with a deadline.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// How long a condition may take before a test gives up; generous, since the machine may be busy.
pub const DEADLINE: Duration = Duration::from_secs(60);

/// The error object of a refused call.
pub type Refusal = Value;

/// A running engine without a window.
pub struct Hearth {
    child: Child,
    stdin: Option<ChildStdin>,
    lines: Receiver<Value>,
    events: VecDeque<Value>,
    next_id: u64,
    /// The profile's folder.
    pub data: PathBuf,
    arguments: Vec<String>,
    namespace: Option<String>,
}

/// The binary under test: `HEARTH_BIN`, or the one built beside this test.
pub fn binary() -> PathBuf {
    if let Some(path) = std::env::var_os("HEARTH_BIN") {
        return path.into();
    }
    let test = std::env::current_exe().expect("a test knows its own path");
    let folder = test.parent().and_then(Path::parent).expect("tests lie in deps");
    let path = folder.join("hearth");
    assert!(path.exists(), "build the hearth binary first: cargo build -p app");
    path
}

impl Hearth {
    /// Starts an engine on loopback only, on a port of the system's choice.
    pub fn start(data: &Path) -> Self {
        Self::start_with(data, &["--no-mdns", "--listen", "/ip4/127.0.0.1/tcp/0"])
    }

    /// Starts an engine with arguments of one's own.
    pub fn start_with(data: &Path, arguments: &[&str]) -> Self {
        Self::start_in(None, data, arguments)
    }

    /// Starts an engine inside a network namespace.
    pub fn start_in(namespace: Option<&str>, data: &Path, arguments: &[&str]) -> Self {
        let mut command = match namespace {
            Some(namespace) => {
                let mut command = Command::new("ip");
                command.args(["netns", "exec", namespace]).arg(binary());
                command
            }
            None => Command::new(binary()),
        };
        command.arg("rpc").arg("--data").arg(data).args(arguments);
        let mut hearth = Self::spawn(command, data);
        hearth.arguments = arguments.iter().map(|&argument| argument.to_owned()).collect();
        hearth.namespace = namespace.map(str::to_owned);
        hearth
    }

    /// Starts an engine like [`Self::start`] in surroundings of one's own.
    pub fn start_among(data: &Path, surroundings: &[(&str, &str)]) -> Self {
        let mut command = Command::new(binary());
        command.arg("rpc").arg("--data").arg(data).args(["--no-mdns", "--listen", "/ip4/127.0.0.1/tcp/0"]);
        command.envs(surroundings.iter().copied());
        Self::spawn(command, data)
    }

    /// Opens a window that answers calls beside what a person does in it.
    pub fn start_window(data: &Path, arguments: &[&str], surroundings: &[(&str, &str)]) -> Self {
        let mut command = Command::new(binary());
        command.arg("--data").arg(data).args(["window", "--piped"]).args(arguments);
        command.envs(surroundings.iter().copied());
        Self::spawn(command, data)
    }

    fn spawn(mut command: Command, data: &Path) -> Self {
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(std::fs::File::create(data.with_extension("stderr")).expect("a log can be made"))
            .spawn()
            .expect("the binary starts");
        let stdout = child.stdout.take().expect("stdout is piped");
        let lines = read_lines("reader", stdout, 65_536);
        Self {
            stdin: child.stdin.take(),
            child,
            lines,
            events: VecDeque::new(),
            next_id: 1,
            data: data.to_path_buf(),
            arguments: Vec::new(),
            namespace: None,
        }
    }

    /// Writes one line as it is.
    pub fn write_line(&mut self, line: &[u8]) {
        let stdin = self.stdin.as_mut().expect("stdin is open");
        stdin.write_all(line).and_then(|()| stdin.write_all(b"\n")).expect("the engine reads");
    }

    /// Calls a method and returns its result or its error object.
    pub fn call(&mut self, method: &str, params: Value) -> Result<Value, Refusal> {
        let id = self.next_id;
        self.next_id += 1;
        self.write_line(json!({"jsonrpc": "2.0", "id": id, "method": method, "params": params}).to_string().as_bytes());
        let answer = self.answer(&json!(id), method);
        match answer.get("error") {
            Some(error) => Err(error.clone()),
            None => Ok(answer["result"].clone()),
        }
    }

    /// Waits for the answer with an id; events that come before it are kept.
    pub fn answer(&mut self, id: &Value, what: &str) -> Value {
        let until = Instant::now() + DEADLINE;
        loop {
            let value = self.next_line(until, what);
            if value.get("method").is_some() {
                self.events.push_back(value["params"].clone());
            } else if value.get("id") == Some(id) {
                return value;
            }
        }
    }

    /// Calls a method that has to succeed.
    pub fn ok(&mut self, method: &str, params: Value) -> Value {
        self.call(method, params).unwrap_or_else(|error| panic!("{method}: {error}"))
    }

    /// Calls a method that has to be refused, and returns the stable code.
    pub fn refused(&mut self, method: &str, params: Value) -> String {
        match self.call(method, params) {
            Ok(result) => panic!("{method} was not refused: {result}"),
            Err(error) => error["data"]["code"].as_str().expect("every error has a code").to_owned(),
        }
    }

    /// Waits for an event of a type for which the condition holds; others before it are dropped.
    pub fn event(&mut self, kind: &str, holds: impl Fn(&Value) -> bool) -> Value {
        let until = Instant::now() + DEADLINE;
        loop {
            let event = match self.events.pop_front() {
                Some(event) => event,
                None => match self.next_line(until, kind) {
                    value if value.get("method").is_some() => value["params"].clone(),
                    _ => continue,
                },
            };
            if event["type"] == kind && holds(&event) {
                return event;
            }
        }
    }

    /// The next event of any type.
    pub fn any_event(&mut self, what: &str) -> Value {
        let until = Instant::now() + DEADLINE;
        loop {
            if let Some(event) = self.events.pop_front() {
                return event;
            }
            let line = self.next_line(until, what);
            if line.get("method").is_some() {
                return line["params"].clone();
            }
        }
    }

    /// Calls a method until the condition holds of its result.
    pub fn until(&mut self, method: &str, params: &Value, holds: impl Fn(&Value) -> bool) -> Value {
        let until = Instant::now() + DEADLINE;
        loop {
            let result = self.call(method, params.clone());
            if let Ok(result) = &result
                && holds(result)
            {
                return result.clone();
            }
            assert!(Instant::now() < until, "{method} never came to it; last: {result:?}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    fn next_line(&mut self, until: Instant, what: &str) -> Value {
        let left = until.saturating_duration_since(Instant::now());
        match self.lines.recv_timeout(left) {
            Ok(value) => value,
            Err(RecvTimeoutError::Timeout) => panic!("nothing came in time while waiting for {what}"),
            Err(RecvTimeoutError::Disconnected) => panic!("the engine ended while waiting for {what}"),
        }
    }

    /// Drops events that came so far.
    pub fn forget_events(&mut self) {
        self.events.clear();
    }

    /// Ends the process at once, as a power cut would.
    pub fn kill(&mut self) {
        self.child.kill().expect("the process can be killed");
        self.child.wait().expect("it ends");
    }

    /// Kills it where it still runs, and starts it again on the same profile.
    pub fn restart(self) -> Self {
        let (data, arguments, namespace) = (self.data.clone(), self.arguments.clone(), self.namespace.clone());
        drop(self);
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        Self::start_in(namespace.as_deref(), &data, &arguments)
    }

    /// Closes its standard input and waits for it to end by itself.
    pub fn close(mut self) -> std::process::ExitStatus {
        self.stdin = None;
        self.child.wait().expect("it ends")
    }

    /// Waits for it to end by itself.
    pub fn ended(&mut self) -> std::process::ExitStatus {
        let until = Instant::now() + DEADLINE;
        loop {
            if let Some(status) = self.child.try_wait().expect("the process can be asked") {
                return status;
            }
            assert!(Instant::now() < until, "it never ended");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// The process id.
    pub fn id(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for Hearth {
    fn drop(&mut self) {
        // Ended already is what is wanted here.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The JSON objects that a process prints, one a line, read on a thread of this name until it ends or nobody listens.
pub fn read_lines(name: &str, stdout: ChildStdout, capacity: usize) -> Receiver<Value> {
    let (sender, lines) = sync_channel(capacity);
    std::thread::Builder::new()
        .name(name.into())
        .spawn(move || {
            for line in BufReader::new(stdout).lines().map_while(Result::ok) {
                let value = serde_json::from_str(&line).unwrap_or_else(|error| panic!("{error}: {line}"));
                if sender.send(value).is_err() {
                    return;
                }
            }
        })
        .expect("a thread starts");
    lines
}
