//! The one table of domain-separation labels.
