//! Companies named before the title of somebody who speaks for them: `…首席执行官某某表示`.

use super::mention::{Mention, left, only_places};
use crate::claims::context::Context;
use crate::lexicon::Cue;
use samesky_model::reading::OrganisationKind;
use std::ops::Range;

/// Titles that only companies give.
const TITLES: &[&str] = &[
    "董事长",
    "总经理",
    "首席执行官",
    "首席财务官",
    "首席运营官",
    "首席技术官",
    "总裁",
    "副总裁",
    "执行董事",
    "社长",
    "取缔役",
];
/// Words that name no company.
const GENERIC: &[&str] = &[
    "公司",
    "集团",
    "企业",
    "该",
    "其",
    "中国区",
    "亚太区",
    "大中华区",
    "全球",
    "区域",
    "联合",
    "副",
    "执行",
    "国际",
    "代表",
    "中德",
    "中日",
    "中韩",
    "中美",
    "中泰",
];

/// The words before such a title.
pub(super) fn mentions(context: &Context<'_>, bytes: &Range<usize>) -> Vec<Mention> {
    let mut mentions = Vec::new();
    for mark in context.cues(bytes, Cue::Title) {
        if !TITLES.contains(&context.text.folded_slice(&(mark.start..mark.end))) {
            continue;
        }
        let end = before_prefix(context, mark.start);
        let name = left(context, end, bytes.start)..end;
        let words = context.text.folded_slice(&name);
        let size = (2..=14).contains(&words.chars().count());
        let generic = GENERIC.iter().any(|word| words.ends_with(word)) || words.contains("区");
        let other = context.has(&name, Cue::Title) || words.contains(['家', '位', '名']);
        if size && !generic && !other && !only_places(context, &name) {
            mentions.push(Mention { bytes: name, kind: OrganisationKind::Company, rank: 4 });
        }
    }
    mentions
}

/// 联合创始人、首席运营官: what stands before the title itself.
fn before_prefix(context: &Context<'_>, start: usize) -> usize {
    let prefix = ["中国区", "全球", "副", "集团"].iter().find(|prefix| context.ends_with(start, prefix));
    prefix.map_or(start, |prefix| start - prefix.len())
}
