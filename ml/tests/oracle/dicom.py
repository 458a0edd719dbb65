"""Writes DICOM files with pydicom and dcmtk into a folder, and beside each what pydicom reads from it.

NAME.dcm, NAME.values (float32, little endian: after slope and intercept), NAME.shown (float32: brightness 0..1 by the
file's own window) and one line of `index` each: name, columns, rows, tolerance of the values. Run by a test.
"""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pydicom
from pydicom.dataset import FileDataset, FileMetaDataset
from pydicom.pixel_data_handlers.util import apply_modality_lut, apply_windowing
from pydicom.sequence import Sequence
from pydicom.uid import ExplicitVRLittleEndian, ImplicitVRLittleEndian

OUT = Path(sys.argv[1])
CT, DX = "1.2.840.10008.5.1.4.1.1.2", "1.2.840.10008.5.1.4.1.1.1.1"


def dataset(pixels, bits, signed, modality="CT", implicit=False, **more):
    """A file with one picture, and a nested sequence with a picture of its own before it."""
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = CT if modality == "CT" else DX
    meta.MediaStorageSOPInstanceUID = pydicom.uid.generate_uid(entropy_srcs=["hearth", str(more)])
    meta.TransferSyntaxUID = ImplicitVRLittleEndian if implicit else ExplicitVRLittleEndian
    found = FileDataset(None, {}, file_meta=meta, preamble=b"\0" * 128)
    found.is_little_endian, found.is_implicit_VR = True, implicit
    found.SOPClassUID, found.SOPInstanceUID = meta.MediaStorageSOPClassUID, meta.MediaStorageSOPInstanceUID
    found.Modality, found.PatientName, found.PatientID = modality, "Nobody^At^All", "0"
    icon = pydicom.Dataset()
    icon.Rows, icon.Columns, icon.BitsAllocated, icon.BitsStored, icon.HighBit = 2, 2, 8, 8, 7
    icon.SamplesPerPixel, icon.PhotometricInterpretation, icon.PixelRepresentation = 1, "MONOCHROME2", 0
    icon.PixelData = b"\1\2\3\4"
    found.IconImageSequence = Sequence([icon])
    found.Rows, found.Columns = pixels.shape
    found.SamplesPerPixel, found.PhotometricInterpretation = 1, more.pop("photometric", "MONOCHROME2")
    found.BitsAllocated = 8 if pixels.dtype.itemsize == 1 else 16
    found.BitsStored, found.HighBit, found.PixelRepresentation = bits, bits - 1, int(signed)
    for name, value in more.items():
        setattr(found, name, value)
    data = pixels.tobytes()
    found.PixelData = data + b"\0" * (len(data) % 2)
    found["PixelData"].VR = "OB" if pixels.dtype.itemsize == 1 else "OW"
    return found


def keep(name, path, plain, tolerance=0.0):
    """Notes what pydicom reads from `plain`, a file that needs no decoder of its own."""
    read = pydicom.dcmread(plain)
    values = apply_modality_lut(read.pixel_array, read).astype(np.float64)
    values.astype("<f4").tofile(OUT / f"{name}.values")
    if "WindowWidth" in read:
        bits, low = read.BitsStored, 0
        if read.PixelRepresentation:
            low = -(2 ** (bits - 1))
        high = low + 2**bits - 1
        if "RescaleSlope" in read:
            low, high = (v * float(read.RescaleSlope) + float(read.RescaleIntercept) for v in (low, high))
        shown = (apply_windowing(values, read) - low) / (high - low)
    else:
        shown = (values - values.min()) / (values.max() - values.min())
    if read.PhotometricInterpretation == "MONOCHROME1":
        shown = 1.0 - shown
    shown.astype("<f4").tofile(OUT / f"{name}.shown")
    with open(OUT / "index", "a") as index:
        index.write(f"{name} {read.Columns} {read.Rows} {tolerance}\n")
    if path != OUT / f"{name}.dcm":
        path.rename(OUT / f"{name}.dcm")


def run(*words):
    subprocess.run([str(word) for word in words], check=True, capture_output=True)


def main():
    rng = np.random.default_rng(7)
    y, x = np.mgrid[0:61, 0:75]
    hills = (np.hypot(x - 30, y - 25) * 31 + rng.integers(0, 60, x.shape)) % 2900
    unsigned = hills.astype("<u2")
    signed = (hills - 1024).astype("<i2")
    byte = (hills / 12).astype("u1")
    window = {"WindowCenter": -600, "WindowWidth": 1500}
    lung = {"RescaleIntercept": -1024, "RescaleSlope": 1, **window}
    cases = {
        "explicit": dataset(unsigned, 12, False, **lung),
        "implicit": dataset(unsigned, 12, False, implicit=True, **lung),
        "signed": dataset(signed, 16, True, RescaleIntercept=0, RescaleSlope=1, **window),
        "slope": dataset(unsigned, 12, False, RescaleIntercept=-1000.5, RescaleSlope=0.75, **window),
        "two-windows": dataset(unsigned, 12, False, RescaleIntercept=-1024, RescaleSlope=1, WindowCenter=[40, -600], WindowWidth=[400, 1500]),
        "exact": dataset(unsigned, 12, False, VOILUTFunction="LINEAR_EXACT", **lung),
        "sigmoid": dataset(unsigned, 12, False, VOILUTFunction="SIGMOID", **lung),
        "x-ray": dataset(unsigned, 12, False, modality="DX", photometric="MONOCHROME1", WindowCenter=1500, WindowWidth=2000),
        "bytes": dataset(byte, 8, False),
    }
    for name, found in cases.items():
        path = OUT / f"{name}.dcm"
        found.save_as(path, write_like_original=False)
        keep(name, path, path)
    coded = [
        ("big-endian", "signed", ["dcmconv", "+tb"], 0.0),
        ("rle", "signed", ["dcmcrle"], 0.0),
        ("rle-bytes", "bytes", ["dcmcrle"], 0.0),
        ("lossless", "explicit", ["dcmcjpeg", "+e1"], 0.0),
        ("lossless-first", "signed", ["dcmcjpeg", "+el"], 0.0),
        ("lossless-pieces", "explicit", ["dcmcjpeg", "+e1", "+fs", "1"], 0.0),
        ("baseline", "bytes", ["dcmcjpeg", "+eb", "+q", "95"], 3.0),
    ]
    for name, source, command, tolerance in coded:
        path, plain = OUT / f"{name}.dcm", OUT / f"{name}.plain"
        run(*command, OUT / f"{source}.dcm", path)
        run({"dcmcrle": "dcmdrle", "dcmcjpeg": "dcmdjpeg", "dcmconv": "dcmconv"}[command[0]], path, plain)
        keep(name, path, plain, tolerance)


main()
