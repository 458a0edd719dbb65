//! How suspicious radiologists would call a spot, how sure that is, and how large the spot is.

use crate::Error;

/// A rating, calibrated by the pack.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rating {
    /// In 0..1.
    pub suspicion: f32,
    /// Where nine of ten radiologists' ratings of such a spot begin.
    pub low: f32,
    /// Where they end.
    pub high: f32,
    /// In pixels of the patch.
    pub diameter_px: f32,
}

impl Rating {
    /// From the network's answers: suspicion, low, high, diameter.
    ///
    /// # Errors
    /// Where an answer is missing or out of its range.
    pub fn of(answers: &[Vec<f32>]) -> Result<Self, Error> {
        let number = |at: usize| answers.get(at).and_then(|values| values.first()).copied();
        let whole = || Some([number(0)?, number(1)?, number(2)?, number(3)?]);
        match whole() {
            Some([suspicion, low, high, diameter_px])
                if [suspicion, low, high].iter().all(|share| (0.0..=1.0).contains(share)) && low <= high =>
            {
                Ok(Self { suspicion, low, high, diameter_px: diameter_px.max(0.0) })
            }
            _ => Err(Error::Model("its rating is out of range".into())),
        }
    }
}
