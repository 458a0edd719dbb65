//! Entry points for a fuzzer, one for each decoder: any bytes, no panic, memory bounded. The property tests call them too.

use super::{decode, dicom, raster};

/// Whatever the first bytes say.
pub fn any(bytes: &[u8]) {
    drop(decode(bytes));
}

/// Bytes taken for a JPEG.
pub fn jpeg(bytes: &[u8]) {
    drop(raster::jpeg(bytes));
}

/// Bytes taken for a PNG.
pub fn png(bytes: &[u8]) {
    drop(raster::png(bytes));
}

/// Bytes taken for a DICOM file, and the frame in it brought to brightness.
pub fn dicom(bytes: &[u8]) {
    if let Ok(found) = dicom::decode(bytes)
        && let Ok(frame) = found.frame
    {
        drop(frame.shown());
    }
}
