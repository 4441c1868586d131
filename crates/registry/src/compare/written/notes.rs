//! What people write behind a name in brackets: a former name, or that it is the head office.

/// Words that a former or other name follows.
const FORMER: &[&str] = &[
    "formerly known as",
    "formerly",
    "former name",
    "previously",
    "f/k/a",
    "fka",
    "also known as",
    "a.k.a.",
    "aka",
    "ehemals",
    "vormals",
    "anciennement",
    "ex-",
    "原名称",
    "原名",
    "曾用名",
    "原",
    "旧社名",
    "旧称",
    "旧名",
    "旧",
    "舊名",
    "又名",
    "又称",
    "简称",
    "簡稱",
    "略称",
    "通称",
    "เดิมชื่อ",
    "เดิม",
    "ชื่อเดิม",
    "구",
    "옛",
    "trước đây là",
    "tên cũ",
];
/// Notes that say nothing about which organisation it is.
const EMPTY: &[&str] = &[
    "สำนักงานใหญ่",
    "head office",
    "headquarters",
    "hq",
    "总部",
    "總部",
    "总公司",
    "總公司",
    "本社",
    "本店",
    "本部",
    "본사",
    "trụ sở chính",
    "siège social",
    "hauptsitz",
    "普通合伙企业",
    "筹",
    "筹备",
    "筹建",
    "盖章",
    "公章",
    "章",
    "签章",
    "印",
    "社印",
    "在营",
    "存续",
];

/// Beginnings of notes that announce a short name for the text that follows: it means nothing outside of that text.
const CALLED: &[&str] =
    &["以下简称", "以下簡稱", "下称", "以下称", "以下，", "以下「", "以下、「", "hereinafter", "ต่อไปนี้เรียกว่า"];
/// Words that stand without brackets between a name and a former name.
const BETWEEN: &[&str] = &[" f/k/a ", " F/K/A ", " formerly known as ", ", formerly ", " formerly "];

/// The names that a text holds: the name without its notes, and a former name that a note gives.
pub(super) fn parts(text: &str) -> Vec<String> {
    let open = |char: char| matches!(char, '(' | '（' | '[' | '［' | '【' | '〔');
    let close = |char: char| matches!(char, ')' | '）' | ']' | '］' | '】' | '〕');
    let trimmed = text.trim();
    if let Some((name, former)) = BETWEEN.iter().find_map(|word| trimmed.split_once(word)) {
        return vec![name.trim_end_matches([',', ' ']).to_owned(), former.trim().to_owned()];
    }
    let Some((begin, inside)) = trimmed.strip_suffix(close).and_then(|before| before.rsplit_once(open)) else {
        return vec![trimmed.to_owned()];
    };
    let note = inside.trim();
    let small = note.to_lowercase();
    if begin.trim().is_empty() {
        return vec![trimmed.to_owned()];
    }
    if EMPTY.contains(&small.as_str()) || CALLED.iter().any(|word| small.starts_with(word)) {
        return vec![begin.trim().to_owned()];
    }
    let former = FORMER.iter().find(|word| small.starts_with(**word) && small.is_char_boundary(word.len()));
    let name = former
        .and_then(|word| note.get(word.len()..))
        .map(|name| name.trim_start_matches([':', '：', ' ', '.']).trim());
    match name.filter(|name| name.chars().count() >= 4) {
        Some(name) => vec![begin.trim().to_owned(), name.to_owned()],
        None => vec![trimmed.to_owned()],
    }
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn former_name_is_a_name_and_head_office_is_none() {
        let all = |text: &str| parts(text).join(" / ");
        assert_eq!(all("Cranes Corp. (formerly Hoists Inc.)"), "Cranes Corp. / Hoists Inc.");
        assert_eq!(all("虚构制药有限公司（原虚构制药厂）"), "虚构制药有限公司 / 虚构制药厂");
        assert_eq!(all("บริษัท สมมติ จำกัด (สำนักงานใหญ่)"), "บริษัท สมมติ จำกัด");
        assert_eq!(all("虚构制药有限公司（以下简称“虚构制药”）"), "虚构制药有限公司");
        assert_eq!(all("Cranes Corp., f/k/a Hoists Inc."), "Cranes Corp. / Hoists Inc.");
        assert_eq!(all("电装(广州南沙)"), "电装(广州南沙)");
        assert_eq!(all("(株)"), "(株)");
        assert_eq!(all("原点科技（原）"), "原点科技（原）");
    }
}
