//! The few elements of a data set that say how to read its picture, and where the picture's bytes lie. Nested data sets
//! are walked over; names, dates and all else are skipped unread.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::ops::Range;

use dicom_core::header::Header;
use dicom_core::value::PrimitiveValue;
use dicom_core::{Tag, VR};
use dicom_dictionary_std::{tags, uids};
use dicom_parser::StatefulDecode;
use dicom_parser::dataset::LazyDataToken;
use dicom_parser::dataset::lazy_read::LazyDataSetReader;
use dicom_parser::dataset::read::ValueReadStrategy;
use dicom_transfer_syntax_registry::{TransferSyntaxIndex, TransferSyntaxRegistry};

use crate::Unreadable;

use super::DAMAGED;
use super::meta::Meta;

/// Longest value of an element that is read.
const VALUE_BYTES: usize = 1024;
/// Deepest nesting that is followed: real files have three or four.
const DEPTH: usize = 32;
/// Most fragments of an encoded frame.
const FRAGMENTS: usize = 65_536;

const WANTED: [Tag; 17] = [
    tags::SOP_CLASS_UID,
    tags::MODALITY,
    tags::SAMPLES_PER_PIXEL,
    tags::PHOTOMETRIC_INTERPRETATION,
    tags::PLANAR_CONFIGURATION,
    tags::NUMBER_OF_FRAMES,
    tags::ROWS,
    tags::COLUMNS,
    tags::BITS_ALLOCATED,
    tags::BITS_STORED,
    tags::HIGH_BIT,
    tags::PIXEL_REPRESENTATION,
    tags::WINDOW_CENTER,
    tags::WINDOW_WIDTH,
    tags::RESCALE_INTERCEPT,
    tags::RESCALE_SLOPE,
    tags::VOILUT_FUNCTION,
];

/// Where the picture's bytes lie in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pixels {
    /// As they are; whether as words of 16 bits.
    Native { bytes: Range<usize>, words: bool },
    /// Encoded, in pieces; the offset table is none of them.
    Encoded(Vec<Range<usize>>),
    /// Floating point, which is not read.
    Float,
}

/// What was found.
#[derive(Debug, Default)]
pub struct Elements {
    values: BTreeMap<Tag, PrimitiveValue>,
    /// Where the picture lies; `None` in files without one.
    pub pixels: Option<Pixels>,
}

impl Elements {
    /// A whole number, where the element is there.
    pub fn number(&self, tag: Tag) -> Result<Option<u32>, Unreadable> {
        self.values.get(&tag).map(|value| value.to_int::<u32>().map_err(|_| DAMAGED)).transpose()
    }

    /// The first of an element's decimal numbers, where it is there and not empty.
    pub fn decimal(&self, tag: Tag) -> Result<Option<f64>, Unreadable> {
        let Some(value) = self.values.get(&tag).filter(|value| !value.to_str().trim().is_empty()) else {
            return Ok(None);
        };
        let number = value.to_multi_float64().ok().and_then(|numbers| numbers.first().copied());
        number.filter(|number| number.is_finite() && number.abs() < 1e9).map(Some).ok_or(DAMAGED)
    }

    /// A text, trimmed; empty where the element is not there.
    pub fn text(&self, tag: Tag) -> String {
        let text = self.values.get(&tag).map(|value| value.to_str().into_owned()).unwrap_or_default();
        text.trim_matches([' ', '\0']).to_owned()
    }

    /// The modality by its element, else by the file's class.
    pub fn modality(&self) -> String {
        let named = self.text(tags::MODALITY);
        let harmless =
            |text: &str| text.len() <= 16 && text.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
        if !named.is_empty() && harmless(&named) {
            return named;
        }
        let class = self.text(tags::SOP_CLASS_UID);
        let by_class = [
            (uids::CT_IMAGE_STORAGE, "CT"),
            (uids::COMPUTED_RADIOGRAPHY_IMAGE_STORAGE, "CR"),
            (uids::DIGITAL_X_RAY_IMAGE_STORAGE_FOR_PRESENTATION, "DX"),
            (uids::DIGITAL_X_RAY_IMAGE_STORAGE_FOR_PROCESSING, "DX"),
        ];
        by_class.iter().find(|(uid, _)| *uid == class).map_or("OT", |(_, code)| code).to_owned()
    }
}

/// What a walk is inside of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Inside {
    Sequence,
    Item,
    Pixels,
    Piece,
}

/// Reads the data set up to its picture; `None` where its transfer syntax is not one that can be walked.
pub fn read(bytes: &[u8], meta: &Meta) -> Result<Option<Elements>, Unreadable> {
    let Some(syntax) = TransferSyntaxRegistry.get(&meta.syntax) else { return Ok(None) };
    if meta.syntax == uids::DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN {
        return Ok(None);
    }
    let mut source = Cursor::new(bytes);
    source.set_position(meta.begin as u64);
    let mut reader = LazyDataSetReader::new_with_ts(source, syntax).map_err(|_| DAMAGED)?;
    let mut walk = Walk { bytes, found: Elements::default(), inside: Vec::new(), pieces: Vec::new(), items: 0 };
    while let Some(token) = reader.advance() {
        if walk.take(token.map_err(|_| DAMAGED)?)? == Step::End {
            return Ok(Some(walk.found));
        }
    }
    // A file may well end without a picture, but not inside of something.
    if walk.inside.is_empty() { Ok(Some(walk.found)) } else { Err(DAMAGED) }
}

#[derive(Debug, PartialEq, Eq)]
enum Step {
    On,
    End,
}

struct Walk<'b> {
    bytes: &'b [u8],
    found: Elements,
    inside: Vec<Inside>,
    pieces: Vec<Range<usize>>,
    items: usize,
}

impl Walk<'_> {
    fn take<D: StatefulDecode>(&mut self, token: LazyDataToken<D>) -> Result<Step, Unreadable> {
        match token {
            LazyDataToken::SequenceStart { .. } => self.enter(Inside::Sequence)?,
            LazyDataToken::PixelSequenceStart => {
                self.items = 0;
                self.enter(Inside::Pixels)?;
            }
            LazyDataToken::ItemStart { .. } => match self.inside.last() {
                Some(Inside::Sequence) => self.enter(Inside::Item)?,
                Some(Inside::Pixels) => {
                    self.items += 1;
                    self.enter(Inside::Piece)?;
                }
                _ => return Err(DAMAGED),
            },
            LazyDataToken::ItemEnd => match self.inside.pop() {
                Some(Inside::Item | Inside::Piece) => {}
                _ => return Err(DAMAGED),
            },
            LazyDataToken::SequenceEnd => match self.inside.pop() {
                Some(Inside::Sequence) => {}
                Some(Inside::Pixels) if self.inside.is_empty() => {
                    self.found.pixels = Some(Pixels::Encoded(std::mem::take(&mut self.pieces)));
                    return Ok(Step::End);
                }
                // The icon of a nested data set.
                Some(Inside::Pixels) => self.pieces.clear(),
                _ => return Err(DAMAGED),
            },
            LazyDataToken::LazyValue { header, decoder } => {
                return self.value(header.tag(), header.vr(), header.len.0, decoder);
            }
            LazyDataToken::LazyItemValue { len, mut decoder } => {
                let range = self.range(&decoder, len)?;
                if self.pieces.len() >= FRAGMENTS {
                    return Err(DAMAGED);
                }
                // The first one is the offset table.
                if self.items > 1 {
                    self.pieces.push(range);
                }
                decoder.skip_bytes(len).map_err(|_| DAMAGED)?;
            }
            _ => {}
        }
        Ok(Step::On)
    }

    fn enter(&mut self, what: Inside) -> Result<(), Unreadable> {
        if self.inside.len() >= DEPTH {
            return Err(DAMAGED);
        }
        self.inside.push(what);
        Ok(())
    }

    /// Where a value of that length lies, if all of it is there.
    fn range<D: StatefulDecode>(&self, decoder: &D, len: u32) -> Result<Range<usize>, Unreadable> {
        let begin = usize::try_from(decoder.position()).map_err(|_| DAMAGED)?;
        let end = begin.checked_add(len as usize).filter(|end| *end <= self.bytes.len()).ok_or(DAMAGED)?;
        Ok(begin..end)
    }

    fn value<D: StatefulDecode>(&mut self, tag: Tag, vr: VR, len: u32, mut decoder: D) -> Result<Step, Unreadable> {
        let range = self.range(&decoder, len)?;
        let top = self.inside.is_empty();
        if top && tag == tags::PIXEL_DATA {
            self.found.pixels = Some(Pixels::Native { bytes: range, words: vr != VR::OB });
            return Ok(Step::End);
        }
        if top && matches!(tag, tags::FLOAT_PIXEL_DATA | tags::DOUBLE_FLOAT_PIXEL_DATA) {
            self.found.pixels = Some(Pixels::Float);
            return Ok(Step::End);
        }
        if !top || !WANTED.contains(&tag) {
            decoder.skip_bytes(len).map_err(|_| DAMAGED)?;
            return Ok(Step::On);
        }
        if range.len() > VALUE_BYTES || self.found.values.contains_key(&tag) {
            return Err(DAMAGED);
        }
        let header = dicom_core::DataElementHeader::new(tag, vr, dicom_core::Length(len));
        let value = LazyDataToken::LazyValue { header, decoder }
            .into_value_with_strategy(ValueReadStrategy::Preserved)
            .map_err(|_| DAMAGED)?;
        self.found.values.insert(tag, value);
        Ok(Step::On)
    }
}
