//! Who published an announcement.

use crate::block::{Layout, LineKind};
use crate::needles::split_once;
use crate::text::Text;
use std::ops::Range;

/// What stands before the name of a source.
const LABELS: &[&str] = &["信息来源", "文章来源", "来源", "稿源", "出典", "発表元", "提供元", "Source", "ที่มา"];

/// The source named at the head or foot, else the wire of the dateline.
pub(crate) fn publisher(text: &Text<'_>, layout: &Layout) -> Option<Range<usize>> {
    let body = layout.body.clone();
    let near = layout
        .lines
        .iter()
        .enumerate()
        .filter(|(at, line)| line.kind != LineKind::Blank && *at + 15 >= body.start && *at <= body.end + 5);
    let lines: Vec<(usize, &str)> = near.map(|(_, line)| (line.bytes.start, text.slice(&line.bytes))).collect();
    let labelled = lines
        .iter()
        .filter(|(_, line)| line.len() < 600)
        .find_map(|(start, line)| placed(*start, line, &after_label(line)?));
    labelled.or_else(|| lines.iter().find_map(|(start, line)| placed(*start, line, &byline(line)?)))
}

fn placed(start: usize, line: &str, name: &str) -> Option<Range<usize>> {
    let at = start + line.find(name)?;
    Some(at..at + name.len())
}

fn after_label(line: &str) -> Option<String> {
    let colon = memchr::memchr(b':', line.as_bytes()).is_some() || line.contains('：');
    if !colon {
        return None;
    }
    LABELS.iter().find_map(|label| {
        let rest = split_once(line, label)?.1.trim_start();
        let rest = rest.strip_prefix([':', '：'])?.trim_start();
        if rest.starts_with(|char: char| char.is_ascii()) {
            let name = rest.split(['(', '|', '（']).next().unwrap_or_default().trim_end_matches(['.', ' ']);
            return ((2..=80).contains(&name.len())).then(|| name.to_owned());
        }
        let name: &str = rest.split([' ', '\u{3000}', '\t', ']', '】', ')', '|', '\u{a0}']).next()?;
        (!name.is_empty() && name.chars().count() <= 30 && name != "转载").then(|| name.to_owned())
    })
}

/// News agencies and sites that a byline names.
const WIRES: &[&str] = &[
    "中新网",
    "中新社",
    "新华社",
    "新华网",
    "人民网",
    "央视网",
    "共同通信",
    "AsiaNet",
    "PRNewswire",
    "Xinhua",
    "ซินหัว",
    "時事通信",
    "中央社",
];

/// `中新网广州4月1日电`, `21世纪经济报道 记者…`, `… /PRNewswire/`, `AsiaNet …`, `(ซินหัว)`.
fn byline(line: &str) -> Option<String> {
    let start = line.char_indices().nth(60).map_or(line, |(end, _)| &line[..end]);
    if let Some(wire) = WIRES.iter().find(|wire| start.contains(**wire)) {
        let told = start.contains(['电', '讯', '電', '【', '/', '(']);
        return told.then(|| (*wire).to_owned());
    }
    let (before, _) = split_once(start, "记者")?;
    let name = before.trim().trim_start_matches(['(', '（', '【']).trim_end_matches(['(', '（', ' ']);
    let name = name.strip_suffix(['讯', '电', '訊', '電']).unwrap_or(name);
    ((2..=20).contains(&name.chars().count()) && !name.contains(['，', ',', '。', '“'])).then(|| name.to_owned())
}
