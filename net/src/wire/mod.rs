//! What travels: versioned entries and frames, their decoders and size caps.
