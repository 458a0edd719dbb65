//! A seeded network of simulated devices.
