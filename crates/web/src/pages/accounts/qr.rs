//! A picture that a camera reads.

use maud::{Markup, html};
use qrcode::{Color, EcLevel, QrCode};
use std::fmt::Write;

/// Modules of white around it, as the standard asks for (ISO/IEC 18004).
const QUIET: usize = 4;

/// The picture of a text, dark on light in every theme. Nothing for a text that is too long for one.
pub(super) fn picture(text: &str, label: &str) -> Markup {
    let Ok(code) = QrCode::with_error_correction_level(text, EcLevel::M) else { return html! {} };
    let width = code.width();
    let side = width + 2 * QUIET;
    html! {
        svg.qr viewBox={ "0 0 " (side) " " (side) } role="img" aria-label=(label) shape-rendering="crispEdges" {
            rect width=(side) height=(side) fill="#fff" {}
            path d=(path(&code.into_colors(), width)) fill="#000" {}
        }
    }
}

fn path(modules: &[Color], width: usize) -> String {
    let mut path = String::new();
    for (index, _) in modules.iter().enumerate().filter(|(_, module)| **module == Color::Dark) {
        let (x, y) = (index % width + QUIET, index / width + QUIET);
        let _ = write!(path, "M{x} {y}h1v1h-1z");
    }
    path
}

#[cfg(test)]
mod tests {
    use super::picture;

    #[test]
    fn picture_has_its_corners_and_room_around() {
        let shown = picture("otpauth://totp/Samesky:lin%40example%2Eorg?secret=ABC", "to scan").into_string();
        assert!(shown.starts_with("<svg class=\"qr\" viewBox=\"0 0 41 41\""), "{shown}");
        assert!(shown.contains("M4 4h1v1h-1z") && !shown.contains("M3 "), "{shown}");
    }
}
