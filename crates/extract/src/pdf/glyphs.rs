//! Characters as a page places them.

use super::radicals::push_usual;
use pdf_extract::{MediaBox, OutputDev, OutputError, Transform};

/// A character or ligature with its place. Lengths are thousandths of a point, from the top left of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Glyph {
    pub(crate) x: i64,
    pub(crate) y: i64,
    pub(crate) width: i64,
    pub(crate) size: i64,
    pub(crate) text: String,
}

/// The characters of a page in the order in which the file draws them.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct PageGlyphs {
    pub(crate) glyphs: Vec<Glyph>,
}

/// Takes characters from the parser.
#[derive(Default)]
pub(crate) struct Collector {
    page: PageGlyphs,
    top: f64,
}

impl Collector {
    pub(crate) fn into_page(self) -> PageGlyphs {
        self.page
    }
}

impl OutputDev for Collector {
    fn begin_page(&mut self, _: u32, media_box: &MediaBox, _: Option<(f64, f64, f64, f64)>) -> Result<(), OutputError> {
        self.top = media_box.ury;
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    // The parser speaks in floats; they end here.
    #[allow(clippy::float_arithmetic)]
    fn output_character(
        &mut self,
        place: &Transform,
        width: f64,
        _spacing: f64,
        font_size: f64,
        text: &str,
    ) -> Result<(), OutputError> {
        let across = (place.m11 * place.m11 + place.m12 * place.m12).sqrt() * font_size;
        let down = (place.m21 * place.m21 + place.m22 * place.m22).sqrt() * font_size;
        let mut usual = String::new();
        if text.is_empty() {
            usual.push('\u{FFFD}');
        }
        text.chars().for_each(|c| push_usual(&mut usual, c));
        let (x, y) = (thousandths(place.m31), thousandths(self.top - place.m32));
        self.page.glyphs.push(Glyph {
            x,
            y,
            width: thousandths(width * across),
            size: thousandths(down).abs().max(1),
            text: usual,
        });
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}

/// Points to thousandths of a point. A page is at most 14,400 points wide, so a million bounds whatever a file claims.
#[allow(clippy::float_arithmetic, clippy::cast_possible_truncation)]
fn thousandths(points: f64) -> i64 {
    if points.is_finite() { (points.clamp(-1_000_000.0, 1_000_000.0) * 1000.0).round() as i64 } else { 0 }
}
