//! Account, persona and device keys, and the numbers people compare.
