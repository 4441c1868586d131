//! Pages nested without measure.

use std::borrow::Cow;

/// Elements may stand this deep inside one another; browsers stop at 512.
const DEEPEST: usize = 256;

/// Elements without content, and those whose end tag may be left out: they do not add to the depth.
const FLAT: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p",
    "li", "dt", "dd", "option", "optgroup", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "rt", "rp",
    "html", "head", "body",
];

/// Elements whose content is not markup.
const RAW: &[&str] = &["script", "style", "textarea", "title", "xmp", "noscript", "iframe"];

/// The page with every tag below [`DEEPEST`] replaced by a line break, so that the parser's work stays in proportion.
pub(crate) fn flattened(html: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let (mut kept, mut at, mut depth, mut changed) = (0, 0, 0_usize, false);
    while let Some(tag) = next_tag(html, at) {
        at = tag.end;
        let deep = !FLAT.contains(&tag.name.as_str());
        let over = match (deep, tag.closing) {
            (true, false) => {
                depth += 1;
                depth > DEEPEST
            }
            (true, true) => {
                depth = depth.saturating_sub(1);
                depth >= DEEPEST
            }
            (false, _) => false,
        };
        if over {
            out.push_str(html.get(kept..tag.start).unwrap_or_default());
            out.push_str("<br>");
            (kept, changed) = (tag.end, true);
        }
    }
    if !changed {
        return Cow::Borrowed(html);
    }
    out.push_str(html.get(kept..).unwrap_or_default());
    Cow::Owned(out)
}

struct Tag {
    name: String,
    closing: bool,
    start: usize,
    end: usize,
}

/// The next tag at or after a byte offset; comments are passed over, and so is what stands inside raw elements.
fn next_tag(html: &str, mut from: usize) -> Option<Tag> {
    loop {
        let start = from + html.get(from..)?.find('<')?;
        let rest = html.get(start + 1..)?;
        if let Some(comment) = rest.strip_prefix("!--") {
            from = start + 4 + comment.find("-->")? + 3;
            continue;
        }
        let (closing, named) = rest.strip_prefix('/').map_or((false, rest), |named| (true, named));
        let length = named.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(named.len());
        if length == 0 || length > 40 || !named.starts_with(|c: char| c.is_ascii_alphabetic()) {
            from = start + 1;
            continue;
        }
        let name = named.get(..length)?.to_ascii_lowercase();
        let mut end = start + 1 + tag_end(rest)?;
        if !closing && RAW.contains(&name.as_str()) {
            end = end_of_raw(html, end, &name);
            return Some(Tag { name: "br".to_owned(), closing: false, start, end });
        }
        return Some(Tag { name, closing, start, end });
    }
}

/// Past the `>` that ends a tag; one inside a quoted value does not.
fn tag_end(tag: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in tag.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return Some(at + 1),
            (None, b'"' | b'\'') if tag.as_bytes().get(at.wrapping_sub(1)) == Some(&b'=') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    None
}

fn end_of_raw(html: &str, from: usize, name: &str) -> usize {
    let bytes = html.as_bytes();
    let closes = |at: usize| {
        bytes.get(at..at + 2) == Some(b"</")
            && bytes.get(at + 2..at + 2 + name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()))
    };
    (from..bytes.len()).find(|at| closes(*at)).unwrap_or(bytes.len())
}

#[cfg(test)]
mod tests {
    use super::flattened;
    use std::borrow::Cow;

    #[test]
    fn flattened_usual_page_is_untouched() {
        let page = "<!-- <div> --><div><p>a<p>b<script>if (1<2) '<div>'</script></div>".repeat(300);
        assert!(matches!(flattened(&page), Cow::Borrowed(_)));
    }

    #[test]
    fn flattened_depth_is_cut_and_words_stay() {
        let page = format!("{}签约{}尾", "<div>".repeat(1000), "</div>".repeat(1000));
        let flat = flattened(&page);
        assert_eq!(flat.matches("<div>").count(), 256);
        assert_eq!(flat.matches("</div>").count(), 256);
        assert!(flat.contains("签约") && flat.ends_with("</div>尾"));
    }
}
