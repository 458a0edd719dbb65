//! A safety number: digits to read to each other, and a code for two telephones to look at.

use egui::Ui;

use crate::ui::look::Look;
use crate::ui::widgets::{digits, label, qr};

/// A number as the engine told it.
#[derive(Debug, Clone)]
pub struct Number {
    digits: String,
    code: Vec<u8>,
}

impl Number {
    /// From the digits and the code's content in base64.
    #[must_use]
    pub fn new(digits: String, code: &str) -> Self {
        let code = data_encoding::BASE64.decode(code.as_bytes()).unwrap_or_default();
        Self { digits, code }
    }

    /// Draws the digits.
    pub fn digits(&self, ui: &mut Ui, look: &Look<'_>) {
        digits::show(ui, look, &self.digits, 4);
    }

    /// Draws the code, for two who sit side by side.
    pub fn square(&self, ui: &mut Ui, look: &Look<'_>) {
        if !self.code.is_empty() {
            label::hint(ui, look, &look.t("safety-code-text"));
            qr::show(ui, &self.code, &look.t("safety-code"));
        }
    }
}
