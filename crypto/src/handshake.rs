//! The Noise handshake of a link.
