//! Inspection: simulated worlds, real processes and the house rules.
