//! Bytes in any encoding to characters.
//!
//! The order of belief: a byte-order mark; UTF-8 where the bytes are UTF-8; what was declared (HTTP, then the page's own
//! `meta`) if the bytes fit it; the best guess of a detector. A declaration that the bytes contradict is not believed.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{DecoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// Decoded text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Decoded {
    /// The characters; each run of bytes that is none became one U+FFFD.
    pub(crate) text: String,
    /// The encoding's name.
    pub(crate) encoding: &'static str,
    /// How many bytes were no text.
    pub(crate) bad: usize,
}

/// Decodes bytes; `declared` is a charset label from outside.
pub(crate) fn decode(bytes: &[u8], declared: Option<&str>) -> Decoded {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return decode_as(bytes.get(mark..).unwrap_or_default(), encoding);
    }
    if let Some(decoded) = utf_16_without_mark(bytes) {
        return decoded;
    }
    if is_mostly_utf_8(bytes) && (declared.is_none() || !is_pairs_only(bytes)) {
        return decode_as(bytes, UTF_8);
    }
    let labels = [declared.map(str::as_bytes), declared_inside(bytes)];
    let stated = labels.into_iter().flatten().filter_map(Encoding::for_label).map(|stated| decode_as(bytes, stated));
    let guessed = || decode_as(bytes, guess(bytes));
    stated.filter(|decoded| decoded.bad == 0).find(is_plausible).unwrap_or_else(guessed)
}

/// Whether a decoded text is text at all: nearly no control characters and not mostly bad bytes.
pub(crate) fn is_text(decoded: &Decoded) -> bool {
    let (mut all, mut odd) = (0_usize, 0_usize);
    for c in decoded.text.chars() {
        all += 1;
        odd +=
            usize::from(c == '\u{FFFD}' || (c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{C}' | '\u{1B}')));
    }
    odd * 20 <= all || (all < 20 && odd <= 1)
}

fn decode_as(bytes: &[u8], encoding: &'static Encoding) -> Decoded {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let room = decoder.max_utf8_buffer_length(bytes.len()).unwrap_or(bytes.len().saturating_mul(3));
    let (mut text, mut bad, mut rest) = (String::with_capacity(room.min(bytes.len().saturating_mul(2) + 64)), 0, bytes);
    loop {
        let (result, read) = decoder.decode_to_string_without_replacement(rest, &mut text, true);
        rest = rest.get(read..).unwrap_or_default();
        match result {
            DecoderResult::InputEmpty => return Decoded { text, encoding: encoding.name(), bad },
            DecoderResult::OutputFull => text.reserve(rest.len().saturating_mul(2) + 64),
            DecoderResult::Malformed(length, _) => {
                bad += usize::from(length);
                text.push('\u{FFFD}');
            }
        }
    }
}

/// UTF-8 with a few broken places is still UTF-8: other encodings hardly ever form its sequences.
fn is_mostly_utf_8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().bytes().filter(|byte| !byte.is_ascii()).count();
        bad += chunk.invalid().len();
    }
    if bad == 0 { !is_iso_2022_jp(bytes) } else { good >= bad * 4 }
}

/// Two bytes for every character that is not ASCII: a few Chinese characters in GBK can look like this, so a
/// declaration is asked first. Chinese, Japanese and Thai in UTF-8 take three bytes.
fn is_pairs_only(bytes: &[u8]) -> bool {
    bytes.iter().all(|byte| *byte < 0xE0) && !bytes.is_ascii()
}

/// ISO-2022-JP is ASCII to the eye; its escapes give it away.
fn is_iso_2022_jp(bytes: &[u8]) -> bool {
    bytes.windows(3).any(|window| matches!(window, b"\x1b$B" | b"\x1b$@"))
}

/// UTF-16 that forgot its mark shows as NULs on one side of every pair only.
fn utf_16_without_mark(bytes: &[u8]) -> Option<Decoded> {
    let nulls = |offset: usize| bytes.iter().skip(offset).step_by(2).filter(|byte| **byte == 0).count();
    let encoding = match (nulls(0), nulls(1)) {
        (0, odd) if odd > 0 => UTF_16LE,
        (even, 0) if even > 0 => UTF_16BE,
        _ => return None,
    };
    let decoded = decode_as(bytes, encoding);
    (decoded.bad == 0 && is_plausible(&decoded)).then_some(decoded)
}

/// Whether nearly all characters are of the scripts and signs that announcements use.
fn is_plausible(decoded: &Decoded) -> bool {
    let usual = |c: &char| {
        matches!(c, '\t' | '\n' | '\r' | ' '..='~' | '\u{A0}'..='\u{24F}' | '\u{370}'..='\u{52F}' | '\u{E00}'..='\u{E7F}'
            | '\u{2000}'..='\u{27BF}' | '\u{2E80}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}' | '\u{F900}'..='\u{FAFF}'
            | '\u{FE30}'..='\u{FE4F}' | '\u{FF01}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}')
    };
    let all = decoded.text.chars().count();
    decoded.text.chars().filter(usual).count() * 20 >= all * 19
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Allow)
}

/// The charset that a page or an XML declaration states about itself within its first 4,096 bytes.
fn declared_inside(bytes: &[u8]) -> Option<&[u8]> {
    let head = bytes.get(..4096).unwrap_or(bytes);
    let lower = head.to_ascii_lowercase();
    if !lower.contains(&b'<') {
        return None;
    }
    let after = |key: &[u8]| lower.windows(key.len()).position(|window| window == key).map(|at| at + key.len());
    let at = after(b"charset=").or_else(|| after(b"encoding="))?;
    let value = head.get(at..)?;
    let value = value.strip_prefix(b"\"").or_else(|| value.strip_prefix(b"'")).unwrap_or(value);
    let end = value.iter().position(|byte| !(byte.is_ascii_alphanumeric() || b"-_:.".contains(byte)))?;
    value.get(..end).filter(|label| !label.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{Decoded, decode, is_text};
    use encoding_rs::Encoding;

    const CHINESE: &str = "某市商务局在东京举行投资推介会,签约项目12个,总投资约35.6亿元。";
    const TRADITIONAL: &str = "某市商務局在東京舉行投資說明會,簽約項目12個,總投資約35.6億元。";
    const JAPANESE: &str = "架空県は東京で投資セミナーを開き、12件の案件、総額356億円の協定に調印した。";
    const THAI: &str = "สำนักงานสมมติจัดงานส่งเสริมการลงทุนที่กรุงเทพฯ มีโครงการ 12 โครงการ มูลค่า 3,560 ล้านบาท";

    fn encoded(text: &str, label: &str) -> Vec<u8> {
        Encoding::for_label(label.as_bytes()).expect("a known label").encode(text).0.into_owned()
    }

    #[test]
    fn decode_every_encoding_without_a_hint_gives_the_text() {
        for (text, label, name) in [
            (CHINESE, "gbk", "GBK"),
            (CHINESE, "gb18030", "GBK"),
            (TRADITIONAL, "big5", "Big5"),
            (JAPANESE, "shift_jis", "Shift_JIS"),
            (JAPANESE, "euc-jp", "EUC-JP"),
            (JAPANESE, "iso-2022-jp", "ISO-2022-JP"),
            (THAI, "windows-874", "windows-874"),
            (THAI, "tis-620", "windows-874"),
            (CHINESE, "utf-8", "UTF-8"),
        ] {
            let expected = Decoded { text: text.to_owned(), encoding: name, bad: 0 };
            assert_eq!(decode(&encoded(text, label), None), expected, "{label}");
        }
    }

    #[test]
    fn decode_byte_order_marks_are_dropped_and_obeyed() {
        let utf_16 = |big: bool| {
            std::iter::once(0xFEFF_u16)
                .chain(CHINESE.encode_utf16())
                .flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() })
                .collect::<Vec<u8>>()
        };
        let utf_8 = [b"\xef\xbb\xbf", CHINESE.as_bytes()].concat();
        for (bytes, encoding) in [(utf_16(true), "UTF-16BE"), (utf_16(false), "UTF-16LE"), (utf_8, "UTF-8")] {
            assert_eq!(decode(&bytes, Some("gbk")), Decoded { text: CHINESE.to_owned(), encoding, bad: 0 });
        }
    }

    #[test]
    fn decode_utf_16_without_mark_is_told_by_its_nulls() {
        let bytes: Vec<u8> = CHINESE.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(&bytes, None), Decoded { text: CHINESE.to_owned(), encoding: "UTF-16LE", bad: 0 });
    }

    #[test]
    fn decode_broken_utf_8_stays_utf_8_and_counts_its_bad_bytes() {
        let bytes = [CHINESE.as_bytes(), b"\xff\xfe", "签约".as_bytes(), b"\xe4\xb8"].concat();
        let text = format!("{CHINESE}\u{FFFD}\u{FFFD}签约\u{FFFD}");
        assert_eq!(decode(&bytes, None), Decoded { text, encoding: "UTF-8", bad: 4 });
    }

    #[test]
    fn decode_declaration_is_believed_only_if_the_bytes_fit() {
        assert_eq!(decode("签约5个".as_bytes(), Some("gbk")).encoding, "UTF-8");
        assert_eq!(decode(&encoded("签约5个", "gbk"), Some("gb2312")).text, "签约5个");
        assert_eq!(decode(&encoded("<meta charset='big5'>簽約5個", "big5"), None).encoding, "Big5");
    }

    #[test]
    fn decode_newlines_and_composition_stay_as_they_are() {
        let text = "a\r\nb\rc\u{2028}e\u{301}\u{200B}ﬁ⼈\0";
        assert_eq!(decode(text.as_bytes(), None).text, text);
    }

    #[test]
    fn is_text_tells_letters_from_machine_bytes() {
        let noise: Vec<u8> = (0..2000_u32).map(|n| n.wrapping_mul(2_654_435_761).to_be_bytes()[0]).collect();
        assert!(!is_text(&decode(&noise, None)));
        assert!(is_text(&decode(b"a\0b", None)));
        assert!(is_text(&decode(CHINESE.as_bytes(), None)));
    }
}
