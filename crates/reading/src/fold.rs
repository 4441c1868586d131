//! One writing to look words up in: traditional Chinese and Japanese characters become simplified ones, ASCII becomes
//! lower case. Every character keeps its number of bytes, so that offsets stay those of the text itself.

use std::sync::LazyLock;

/// Folded forms of the characters of the Basic Multilingual Plane; 0 where a character stays as it is.
static TABLE: LazyLock<Vec<u16>> = LazyLock::new(|| table(include_str!("../data/fold.tsv")));

/// The folded copy of a text. It has the same length in bytes, and its characters start at the same bytes.
pub(crate) fn fold(text: &str) -> String {
    let table = &*TABLE;
    let mut bytes = text.as_bytes().to_ascii_lowercase();
    let mut at = 0;
    // Every folded character is three bytes long, as is what it becomes.
    while let Some(byte) = bytes.get(at) {
        match *byte {
            // No character that is folded begins with a smaller byte: Thai does not.
            0xE0..=0xE2 => at += 3,
            0xE3..=0xEF => {
                if let Some(char) = bytes.get_mut(at..at + 3) {
                    fold_three(table, char);
                }
                at += 3;
            }
            _ => at += 1,
        }
    }
    let folded = simdutf8::basic::from_utf8(&bytes).map(str::to_owned);
    folded.unwrap_or_else(|_| text.chars().map(|char| fold_char(table, char)).collect())
}

/// Folds one character of three bytes in its place.
fn fold_three(table: &[u16], bytes: &mut [u8]) {
    let [first, second, third] = bytes else { return };
    let code = u16::from(*first & 0x0F) << 12 | u16::from(*second & 0x3F) << 6 | u16::from(*third & 0x3F);
    if let Some(to) = table.get(usize::from(code)).copied().filter(|to| *to != 0) {
        let six = |by: u16| 0x80 | u8::try_from(to >> by & 0x3F).unwrap_or_default();
        (*first, *second, *third) = (0xE0 | u8::try_from(to >> 12).unwrap_or_default(), six(6), six(0));
    }
}

fn fold_char(table: &[u16], char: char) -> char {
    if char.is_ascii() {
        return char.to_ascii_lowercase();
    }
    match table.get(char as usize).copied() {
        Some(0) | None => char,
        Some(to) => char::from_u32(u32::from(to)).unwrap_or(char),
    }
}

fn table(data: &str) -> Vec<u16> {
    let mut table = vec![0; 0x1_0000];
    for line in data.lines().filter(|line| !line.starts_with('#')) {
        let mut chars = line.chars();
        if let (Some(from), Some('\t'), Some(to)) = (chars.next(), chars.next(), chars.next())
            && from.len_utf8() == 3
            && to.len_utf8() == 3
            && let Ok(to) = u16::try_from(to as u32)
            && let Some(place) = table.get_mut(from as usize)
        {
            *place = to;
        }
    }
    table
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn fold_three_writings_become_one() {
        assert_eq!(fold("經濟協議總額"), "经济协议总额");
        assert_eq!(fold("経済協定総額"), "经济协定总额");
        assert_eq!(fold("Co., LTD."), "co., ltd.");
    }

    #[test]
    fn fold_whole_table_keeps_bytes() {
        let all: String = (0..=0xFFFF).filter_map(char::from_u32).collect();
        assert_eq!(fold(&all).len(), all.len());
    }
}
