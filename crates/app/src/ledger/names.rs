//! Names as keys: what two writings of one name have in common before any deeper comparison.

use samesky_model::record::WrittenName;

/// Letters and digits only, small, half-width: `ＪＦＥ（広州）` and `jfe(広州)` have one key.
///
/// Legal forms, scripts and readings are not looked at here.
pub(crate) fn key(name: &str) -> String {
    name.chars().map(narrow).filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Full-width ASCII (U+FF01–U+FF5E) lies 0xFEE0 above the half-width form.
fn narrow(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// Adds the names that are not there yet.
pub(crate) fn merge(into: &mut Vec<WrittenName>, name: WrittenName) {
    let key = key(&name.text);
    if !into.iter().any(|known| known.announcement == name.announcement && self::key(&known.text) == key) {
        into.push(name);
    }
}

#[cfg(test)]
mod tests {
    use super::key;

    #[test]
    fn key_width_case_and_punctuation_do_not_count() {
        assert_eq!(key("ＪＦＥ（広州）鋼板"), key("jfe(広州) 鋼板"));
        assert_ne!(key("電装（広州）"), key("電装（蘇州）"));
    }
}
