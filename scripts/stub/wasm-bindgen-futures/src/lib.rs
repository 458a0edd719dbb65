//! Empty stand-in for a crate that only WebAssembly builds compile; see the workspace manifest.
