//! Lists of words made ready to be looked for: one pass over a text for all of them, and one look at its end.

/// Buckets of the tables: one for every byte.
const BUCKETS: usize = 256;

/// Words looked for anywhere in a text.
pub(crate) struct Needles {
    /// Each with its number in the list, by the bucket of its first character.
    words: Vec<(usize, &'static str)>,
    /// Where the words of a bucket begin; those of the next begin where they end.
    borders: [usize; BUCKETS + 1],
}

impl Needles {
    /// These words; one that is empty is never found.
    pub(crate) fn new(words: impl IntoIterator<Item = &'static str>) -> Self {
        let (words, borders) = in_buckets(words, |word| (!word.is_empty()).then(|| first_character(word.as_bytes()).0));
        Self { words, borders }
    }

    /// Every place where one of the words stands, with the word's number; by place, then by number.
    pub(crate) fn all<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (usize, usize)> + 'a {
        let (mut rest, mut next) = (text.as_bytes(), 0);
        let mut here: &[(usize, &str)] = &[];
        std::iter::from_fn(move || {
            loop {
                while let Some(((number, word), others)) = here.split_first() {
                    here = others;
                    if rest.starts_with(word.as_bytes()) {
                        return Some((text.len() - rest.len(), *number));
                    }
                }
                rest = rest.get(next..).filter(|rest| !rest.is_empty())?;
                let (bucket, length) = first_character(rest);
                next = length;
                here = self.words.get(self.borders[usize::from(bucket)]..self.borders[usize::from(bucket) + 1])?;
            }
        })
    }

    /// The first place where one of the words stands.
    pub(crate) fn first(&self, text: &str) -> Option<usize> {
        self.all(text).next().map(|(at, _)| at)
    }

    /// Whether any of the words stands in the text.
    pub(crate) fn any(&self, text: &str) -> bool {
        self.first(text).is_some()
    }
}

/// The bucket of the first character of what is not empty, and its length in bytes.
fn first_character(text: &[u8]) -> (u8, usize) {
    match text {
        [0xE0..=0xEF, second, third, ..] => (second << 6 | third & 0x3F, 3),
        [0xC0..=0xDF, second, ..] => (*second, 2),
        [0xF0..=0xFF, second, third, fourth, ..] => (second ^ third ^ fourth, 4),
        [byte, ..] => (*byte, 1),
        [] => (0, 1),
    }
}

/// Words looked for at the end of a text.
pub(crate) struct Endings {
    words: Vec<(usize, &'static str)>,
    borders: [usize; BUCKETS + 1],
}

impl Endings {
    pub(crate) fn new(words: impl IntoIterator<Item = &'static str>) -> Self {
        let (words, borders) = in_buckets(words, |word| word.bytes().next_back());
        Self { words, borders }
    }

    /// The words in which the text ends, in the order of the list.
    pub(crate) fn of<'a>(&'a self, text: &'a str) -> impl Iterator<Item = &'static str> + 'a {
        let place = text.bytes().next_back().map(usize::from);
        let here = place.and_then(|place| self.words.get(self.borders[place]..self.borders[place + 1]));
        here.unwrap_or_default().iter().map(|(_, word)| *word).filter(|word| text.ends_with(word))
    }
}

/// Numbered words sorted by bucket, and where each bucket begins.
fn in_buckets(
    words: impl IntoIterator<Item = &'static str>,
    bucket: impl Fn(&str) -> Option<u8>,
) -> (Vec<(usize, &'static str)>, [usize; BUCKETS + 1]) {
    let numbered = words.into_iter().enumerate();
    let mut placed: Vec<(u8, (usize, &'static str))> =
        numbered.filter_map(|(number, word)| Some((bucket(word)?, (number, word)))).collect();
    placed.sort_by_key(|(bucket, (number, _))| (*bucket, *number));
    let borders = std::array::from_fn(|place| placed.partition_point(|(bucket, _)| usize::from(*bucket) < place));
    (placed.into_iter().map(|(_, word)| word).collect(), borders)
}

#[cfg(test)]
mod tests {
    use super::{Endings, Needles};
    use proptest::prelude::*;

    const WORDS: [&str; 8] = ["和", "以及", "与", "et", "a", "ที่", "一以及", "と"];

    proptest! {
        #[test]
        fn needles_find_what_searching_for_each_finds(text in "[和以及与一eta ที่と。]{0,24}") {
            let mut each: Vec<(usize, usize)> = WORDS
                .iter()
                .enumerate()
                .flat_map(|(number, word)| text.char_indices().filter(|(at, _)| text[*at..].starts_with(word)).map(move |(at, _)| (at, number)).collect::<Vec<_>>())
                .collect();
            each.sort_unstable();
            let found: Vec<(usize, usize)> = Needles::new(WORDS).all(&text).collect();
            prop_assert_eq!(found, each);
        }

        #[test]
        fn endings_are_those_in_which_the_text_ends(text in "[和以及与一eta ที่と。]{0,8}") {
            let each: Vec<&str> = WORDS.into_iter().filter(|word| text.ends_with(word)).collect();
            prop_assert_eq!(Endings::new(WORDS).of(&text).collect::<Vec<_>>(), each);
        }
    }
}
