//! The body that stands above another in its name: 四川省人民政府商务厅 is 四川省商务厅, 経済産業省九州経済産業局 is 九州経済産業局.

use super::{compact, segment};
use crate::fold::fold;
use crate::lexicon::Lexicon;
use std::sync::LazyLock;

const GOVERNMENT: &str = "人民政府";
/// What a place ends with that has such a government.
const SEATS: [char; 6] = ['省', '市', '区', '县', '州', '旗'];
/// What a department of it ends with.
const DEPARTMENTS: [&str; 6] = ["厅", "局", "委员会", "办公室", "委", "办"];

/// Ministries of Japan that have bureaus in the regions.
static MINISTRIES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let names = ["経済産業省", "国土交通省", "農林水産省", "厚生労働省", "財務省", "総務省", "法務省", "環境省"];
    names.iter().map(|name| fold(name)).collect()
});

/// Regions of Japan that are no places of an address.
static REGIONS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let names = ["北海道", "東北", "関東", "信越", "北陸", "中部", "東海", "近畿", "中国", "四国", "九州", "沖縄"];
    names.iter().map(|name| fold(name)).collect()
});

/// The folded name without the body above, and that body.
pub(super) fn part(lexicon: &'static Lexicon, folded: String) -> (String, Option<String>) {
    match without_government(&folded).or_else(|| without_ministry(lexicon, &folded)) {
        Some((rest, above)) => (rest, Some(compact(&above))),
        None => (folded, None),
    }
}

/// The office of the government itself, and what it has elsewhere, are its own.
fn without_government(folded: &str) -> Option<(String, String)> {
    let (place, department) = folded.split_once(GOVERNMENT)?;
    let (place, department) = (place.trim(), department.trim());
    let own = department.starts_with("办公") || department.contains(['驻', '(']);
    let told = place.ends_with(SEATS) && DEPARTMENTS.iter().any(|end| department.ends_with(end));
    (told && !own && department.chars().count() > 2)
        .then(|| (format!("{place}{department}"), format!("{place}{GOVERNMENT}")))
}

fn without_ministry(lexicon: &'static Lexicon, folded: &str) -> Option<(String, String)> {
    let ministry = MINISTRIES.iter().find(|ministry| folded.starts_with(ministry.as_str()))?;
    let bureau = folded.strip_prefix(ministry.as_str())?.trim();
    let regional = REGIONS.iter().any(|region| bureau.starts_with(region.as_str()))
        || segment(lexicon, bureau).first().is_some_and(|piece| piece.is_place());
    (regional && bureau.ends_with('局')).then(|| (bureau.to_owned(), ministry.clone()))
}

#[cfg(test)]
mod tests {
    use super::part;
    use crate::fold::fold;
    use crate::lexicon::Lexicon;

    #[test]
    fn body_above_another_is_left_out_and_offices_of_its_own_are_not() {
        let dropped = |text: &str| part(Lexicon::get(), fold(text)).0;
        assert_eq!(dropped("四川省人民政府商务厅"), fold("四川省商务厅"));
        assert_eq!(dropped("経済産業省 九州経済産業局"), fold("九州経済産業局"));
        assert_eq!(dropped("厚生労働省大阪労働局"), fold("大阪労働局"));
        for kept in
            ["成都市人民政府", "杭州市人民政府办公厅", "杭州市人民政府驻北京办事处", "財務省関税局", "広東省商務庁"]
        {
            assert_eq!(dropped(kept), fold(kept));
        }
    }
}
