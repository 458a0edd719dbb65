//! Files made in tests: PNG with any header and chunk, JPEG, and DICOM with any element, honest or lying.

use std::io::Cursor;

use image::{ExtendedColorType, ImageEncoder};

/// A PNG of raw rows, uncompressed inside; the header says what it is told to.
pub struct Png {
    pub width: u32,
    pub height: u32,
    pub depth: u8,
    pub colour: u8,
    /// Rows without their filter byte.
    pub rows: Vec<Vec<u8>>,
    /// Chunks between the header and the picture.
    pub before: Vec<([u8; 4], Vec<u8>)>,
}

impl Png {
    pub fn new(width: u32, height: u32, depth: u8, colour: u8, rows: Vec<Vec<u8>>) -> Self {
        Self { width, height, depth, colour, rows, before: Vec::new() }
    }

    pub fn bytes(&self) -> Vec<u8> {
        let mut header = Vec::new();
        header.extend(self.width.to_be_bytes());
        header.extend(self.height.to_be_bytes());
        header.extend([self.depth, self.colour, 0, 0, 0]);
        let mut raw = Vec::new();
        for row in &self.rows {
            raw.push(0);
            raw.extend(row);
        }
        let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
        png.extend(chunk(*b"IHDR", &header));
        for (kind, data) in &self.before {
            png.extend(chunk(*kind, data));
        }
        png.extend(chunk(*b"IDAT", &stored(&raw)));
        png.extend(chunk(*b"IEND", &[]));
        png
    }
}

pub fn chunk(kind: [u8; 4], data: &[u8]) -> Vec<u8> {
    let mut chunk = u32::try_from(data.len()).unwrap().to_be_bytes().to_vec();
    chunk.extend(kind);
    chunk.extend(data);
    let sum = crc32(&chunk[4..]);
    chunk.extend(sum.to_be_bytes());
    chunk
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { 0xedb8_8320 ^ (sum >> 1) } else { sum >> 1 })
    })
}

/// A zlib stream that stores its bytes.
fn stored(bytes: &[u8]) -> Vec<u8> {
    let mut stream = vec![0x78, 0x01];
    let mut blocks = bytes.chunks(65_535).peekable();
    while let Some(block) = blocks.next() {
        let length = u16::try_from(block.len()).unwrap();
        stream.push(u8::from(blocks.peek().is_none()));
        stream.extend(length.to_le_bytes());
        stream.extend((!length).to_le_bytes());
        stream.extend(block);
    }
    let (a, b) = bytes.iter().fold((1u32, 0u32), |(a, b), byte| {
        let a = (a + u32::from(*byte)) % 65_521;
        (a, (b + a) % 65_521)
    });
    stream.extend(((b << 16) | a).to_be_bytes());
    stream
}

/// A JPEG of a soft ramp, grey or coloured.
pub fn jpeg(width: u32, height: u32, colour: bool) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut pixels = Vec::new();
    for at in 0..width * height {
        let grey = (at % width * 255 / width) as u8;
        if colour { pixels.extend([grey, 10, 200]) } else { pixels.push(grey) }
    }
    let kind = if colour { ExtendedColorType::Rgb8 } else { ExtendedColorType::L8 };
    let encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(Cursor::new(&mut bytes), 90);
    encoder.write_image(&pixels, width, height, kind).unwrap();
    bytes
}

/// A DICOM file, explicit little endian unless told otherwise.
#[derive(Clone)]
pub struct Dcm {
    pub syntax: &'static str,
    pub elements: Vec<(u16, u16, &'static [u8; 2], Vec<u8>)>,
    /// Written as they are, after the elements.
    pub tail: Vec<u8>,
}

pub const EXPLICIT: &str = "1.2.840.10008.1.2.1";
pub const IMPLICIT: &str = "1.2.840.10008.1.2";
pub const BIG: &str = "1.2.840.10008.1.2.2";
pub const RLE: &str = "1.2.840.10008.1.2.5";
pub const JPEG: &str = "1.2.840.10008.1.2.4.50";
pub const J2K: &str = "1.2.840.10008.1.2.4.90";
pub const DEFLATED: &str = "1.2.840.10008.1.2.1.99";

impl Dcm {
    /// A signed CT slice of 16 bits with slope 1 and intercept -1024, its pixels as words.
    pub fn ct(columns: u16, rows: u16, words: &[i16]) -> Self {
        let pixels = words.iter().flat_map(|word| word.to_le_bytes()).collect();
        Self::of(columns, rows, 16)
            .with(0x0028, 0x0103, b"US", 1u16.to_le_bytes().to_vec())
            .with(0x0028, 0x1052, b"DS", b"-1024".to_vec())
            .with(0x0028, 0x1053, b"DS", b"1 ".to_vec())
            .with(0x7fe0, 0x0010, b"OW", pixels)
    }

    /// The elements of a grey picture without its pixels.
    pub fn of(columns: u16, rows: u16, bits: u16) -> Self {
        let us = |number: u16| number.to_le_bytes().to_vec();
        Self { syntax: EXPLICIT, elements: Vec::new(), tail: Vec::new() }
            .with(0x0008, 0x0060, b"CS", b"CT".to_vec())
            .with(0x0028, 0x0002, b"US", us(1))
            .with(0x0028, 0x0004, b"CS", b"MONOCHROME2 ".to_vec())
            .with(0x0028, 0x0010, b"US", us(rows))
            .with(0x0028, 0x0011, b"US", us(columns))
            .with(0x0028, 0x0100, b"US", us(bits))
            .with(0x0028, 0x0101, b"US", us(bits))
            .with(0x0028, 0x0102, b"US", us(bits - 1))
            .with(0x0028, 0x0103, b"US", us(0))
    }

    /// Sets an element.
    pub fn with(mut self, group: u16, element: u16, vr: &'static [u8; 2], value: Vec<u8>) -> Self {
        self.elements.retain(|(g, e, ..)| (*g, *e) != (group, element));
        self.elements.push((group, element, vr, value));
        self.elements.sort_by_key(|(group, element, ..)| (*group, *element));
        self
    }

    /// Takes an element out.
    pub fn without(mut self, group: u16, element: u16) -> Self {
        self.elements.retain(|(g, e, ..)| (*g, *e) != (group, element));
        self
    }

    /// Pieces of an encoded frame instead of plain pixels.
    pub fn encoded(mut self, syntax: &'static str, pieces: &[Vec<u8>]) -> Self {
        self = self.without(0x7fe0, 0x0010);
        self.syntax = syntax;
        self.tail = vec![0xe0, 0x7f, 0x10, 0x00, b'O', b'B', 0, 0, 0xff, 0xff, 0xff, 0xff];
        for piece in [Vec::new()].iter().chain(pieces) {
            self.tail.extend([0xfe, 0xff, 0x00, 0xe0]);
            self.tail.extend(u32::try_from(piece.len()).unwrap().to_le_bytes());
            self.tail.extend(piece);
        }
        self.tail.extend([0xfe, 0xff, 0xdd, 0xe0, 0, 0, 0, 0]);
        self
    }

    pub fn bytes(&self) -> Vec<u8> {
        let mut file = vec![0; 128];
        file.extend(b"DICM");
        let mut syntax = self.syntax.as_bytes().to_vec();
        syntax.resize(syntax.len().next_multiple_of(2), 0);
        file.extend([0x02, 0x00, 0x10, 0x00, b'U', b'I']);
        file.extend(u16::try_from(syntax.len()).unwrap().to_le_bytes());
        file.extend(syntax);
        for (group, element, vr, value) in &self.elements {
            file.extend(self.element(*group, *element, vr, value));
        }
        file.extend(&self.tail);
        file
    }

    fn element(&self, group: u16, element: u16, vr: &[u8; 2], value: &[u8]) -> Vec<u8> {
        let big = self.syntax == BIG;
        let word = |number: u16| if big { number.to_be_bytes() } else { number.to_le_bytes() };
        let long = |number: u32| if big { number.to_be_bytes() } else { number.to_le_bytes() };
        let mut bytes = [word(group), word(element)].concat();
        let mut value = value.to_vec();
        if big && matches!(vr, b"US" | b"OW") {
            value.chunks_exact_mut(2).for_each(<[u8]>::reverse);
        }
        if value.len() % 2 == 1 {
            value.push(b' ');
        }
        let length = u32::try_from(value.len()).unwrap();
        if self.syntax == IMPLICIT {
            bytes.extend(long(length));
        } else {
            bytes.extend(*vr);
            if matches!(vr, b"OB" | b"OW" | b"SQ" | b"UN") {
                bytes.extend([0, 0]);
                bytes.extend(long(length));
            } else {
                bytes.extend(word(u16::try_from(length).unwrap()));
            }
        }
        bytes.extend(value);
        bytes
    }
}

/// One frame by DICOM's run-length coding, its byte planes as given.
pub fn rle(planes: &[Vec<u8>]) -> Vec<u8> {
    let mut coded = Vec::new();
    let mut header = vec![u32::try_from(planes.len()).unwrap()];
    for plane in planes {
        header.push(u32::try_from(64 + coded.len()).unwrap());
        for run in plane.chunk_by(|one, other| one == other).flat_map(|run| run.chunks(128)) {
            match run {
                [byte] => coded.extend([0, *byte]),
                [byte, ..] => coded.extend([u8::try_from(257 - run.len()).unwrap(), *byte]),
                [] => {}
            }
        }
        if coded.len() % 2 == 1 {
            coded.push(128);
        }
    }
    header.resize(16, 0);
    header.iter().flat_map(|word| word.to_le_bytes()).chain(coded).collect()
}
