//! The only I/O of this crate: libp2p, and Noise inside each of its streams.
