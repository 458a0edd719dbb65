//! The AEAD envelope and the sealed box.
