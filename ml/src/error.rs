//! The crate's one place for what can go wrong. Sentences are for people: capital first letter, no final dot, no path.

use std::io;

/// Why a file is no picture that can be looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// Nothing lies there.
    #[error("Cannot find the file")]
    Missing,
    /// The operating system refused.
    #[error("Cannot read the file: the system refused")]
    Refused,
    /// A folder, a device, a pipe.
    #[error("Cannot read it: it is no ordinary file")]
    NoFile,
    /// Nothing in it.
    #[error("Cannot read the file: it is empty")]
    Empty,
    /// Past [`crate::scan::MAX_FILE_BYTES`].
    #[error("Cannot read the file: it is larger than 64 MiB")]
    TooLarge,
    /// Past [`crate::scan::MAX_PIXELS`], or past what decoding may take.
    #[error("Cannot read the picture: it is too large (at most 24 million pixels)")]
    TooManyPixels,
    /// The first bytes are of no kind that is read here.
    #[error("Cannot read the file: it is neither JPEG, PNG nor DICOM")]
    UnknownKind,
    /// Cut off, altered, or made to mislead.
    #[error("Cannot read the {0}: it is cut off or damaged")]
    Damaged(&'static str),
    /// A valid file of a kind that is not read here.
    #[error("Cannot read the DICOM file: {0}")]
    Unsupported(&'static str),
}

/// Why a model pack is refused. The name of a file is shown only once it is known to be harmless.
#[derive(Debug, thiserror::Error)]
pub enum PackFault {
    /// There is no such pack, or no such version of it.
    #[error("Cannot find the pack {0}")]
    Unknown(String),
    /// The manifest is missing, no JSON, or says what it must not.
    #[error("Cannot use the pack: its manifest {0}")]
    Manifest(&'static str),
    /// A file is not the one that the manifest names.
    #[error("Cannot use the pack: {0} was changed or is damaged")]
    Changed(String),
    /// A file that the manifest names is not there.
    #[error("Cannot use the pack: {0} is missing")]
    Missing(String),
    /// Something lies in the folder that the manifest does not name, or is no ordinary file.
    #[error("Cannot use the pack: it holds {0}")]
    Stray(&'static str),
    /// More or larger files than any pack needs.
    #[error("Cannot use the pack: it is too large")]
    TooLarge,
    /// The same id and version is there with other content.
    #[error("Cannot add the pack: another one of that id and version is there")]
    Taken,
    /// It ships with the program.
    #[error("Cannot remove the pack: it is part of Hearth")]
    BuiltIn,
    /// Written for a newer program, or for another purpose.
    #[error("Cannot use the pack: {0}")]
    Unfit(&'static str),
    /// There is no data folder to keep packs in.
    #[error("Cannot tell where packs are kept: give --data, or set HOME")]
    NoFolder,
    /// The disk.
    #[error("Cannot read or write the folder of packs")]
    Disk(#[source] io::Error),
}

impl From<io::Error> for PackFault {
    fn from(error: io::Error) -> Self {
        Self::Disk(error)
    }
}

/// Why work came to no result.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The pack was refused.
    #[error(transparent)]
    Pack(#[from] PackFault),
    /// A model could not be loaded or run, or answered what it must not.
    #[error("Cannot run the model: {0}")]
    Model(String),
    /// Whoever asked no longer wants it.
    #[error("Stopped")]
    Cancelled,
    /// It took longer than allowed.
    #[error("Stopped: it took too long")]
    Late,
    /// The operating system gave no thread, or the work ended by a fault.
    #[error("Cannot do the work: {0}")]
    Work(&'static str),
}
