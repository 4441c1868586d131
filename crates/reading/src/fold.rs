//! One writing to look words up in: traditional Chinese and Japanese characters become simplified ones, ASCII becomes
//! lower case. Every character keeps its number of bytes, so that offsets stay those of the text itself.

use std::sync::LazyLock;

/// Folded forms of the characters of the Basic Multilingual Plane; 0 where a character stays as it is.
static TABLE: LazyLock<Vec<u16>> = LazyLock::new(|| table(include_str!("../data/fold.tsv")));

/// The folded copy of a text. It has the same length in bytes, and its characters start at the same bytes.
pub(crate) fn fold(text: &str) -> String {
    let table = &*TABLE;
    text.chars().map(|char| fold_char(table, char)).collect()
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
