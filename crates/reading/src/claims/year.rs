//! Years that the text itself tells beside dates: in the names of events, and in full dates.

use super::event::{has_year, start_of};
use super::sentence::Sentence;
use crate::quantity::Found;
use crate::text::Text;

/// The years of a text.
pub(crate) struct Years {
    /// Where a full date with its year ends, and the year; by place.
    dated: Vec<(usize, i16)>,
    /// The only year that names carry (2024…交流会), where there is one.
    named: Option<i16>,
}

impl Years {
    pub(crate) fn of(text: &Text<'_>, found: &[Found], sentences: &[Sentence]) -> Self {
        let dated = found.iter().filter_map(|found| {
            let date = start_of(found)?;
            (date.day().is_some() && has_year(&found.quantity.quote)).then_some((found.bytes.end, date.year()?))
        });
        let mut named = sentences.iter().flat_map(|sentence| beside_names(text.folded_slice(&sentence.bytes)));
        let first = named.next();
        let only = first.filter(|first| named.all(|year| year == *first));
        Self { dated: dated.collect(), named: only }
    }

    /// The year of the last full date before this byte, else the only year that names carry.
    pub(crate) fn before(&self, byte: usize) -> Option<i16> {
        let at = self.dated.partition_point(|(end, _)| *end <= byte);
        at.checked_sub(1).and_then(|at| self.dated.get(at)).map(|(_, year)| *year).or(self.named)
    }
}

/// Years that stand without 年 before a name: `2024(第13回)`, `2023上海`.
pub(crate) fn beside_names(words: &str) -> impl Iterator<Item = i16> {
    memchr::memmem::find_iter(words.as_bytes(), b"20").filter_map(|at| {
        let year = words.get(at..at + 4).filter(|year| year.bytes().all(|byte| byte.is_ascii_digit()))?;
        let before = words[..at].chars().next_back();
        let after = words[at + 4..].chars().next()?;
        let name = (!after.is_ascii() && after.is_alphabetic() && !"年万亿元个家人月日名项兆件社回".contains(after))
            || after == '(';
        let alone = !before.is_some_and(|char| char.is_ascii_digit() || char == '.' || char == ',');
        (name && alone).then(|| year.parse().ok()).flatten()
    })
}

#[cfg(test)]
mod tests {
    use super::beside_names;

    #[test]
    fn years_beside_names_only() {
        let years = |words: &str| beside_names(words).collect::<Vec<_>>();
        assert_eq!(years("2024(第十三届)展览会和2023上海推介会"), [2024, 2023]);
        assert_eq!(years("2024年有2035家企业,投资2098万元,编号12024上海"), Vec::<i16>::new());
    }
}
