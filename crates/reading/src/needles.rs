//! Lists of words made ready to be looked for: one pass over a text for all of them, and one look at its end.

/// Buckets of the tables; a power of two.
const BUCKETS: usize = 256;

/// Words looked for anywhere in a text.
pub(crate) struct Needles {
    /// Each with its number in the list, by the bucket of its first character.
    words: Vec<(usize, &'static str)>,
    /// Where the words of a bucket begin; those of the next begin where they end.
    borders: Vec<usize>,
}

impl Needles {
    /// These words; one that is empty is never found.
    pub(crate) fn new(words: impl IntoIterator<Item = &'static str>) -> Self {
        let (words, borders) = in_buckets(words, |word| word.chars().next().map(bucket));
        Self { words, borders }
    }

    /// Every place where one of the words stands, with the word's number; by place, then by number.
    pub(crate) fn all<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (usize, usize)> + 'a {
        text.char_indices().flat_map(move |(at, char)| {
            let place = bucket(char);
            let here = self.words.get(self.borders[place]..self.borders[place + 1]).unwrap_or_default();
            let rest = &text.as_bytes()[at..];
            here.iter().filter(move |(_, word)| rest.starts_with(word.as_bytes())).map(move |(number, _)| (at, *number))
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

/// Words looked for at the end of a text.
pub(crate) struct Endings {
    words: Vec<(usize, &'static str)>,
    borders: Vec<usize>,
}

impl Endings {
    pub(crate) fn new(words: impl IntoIterator<Item = &'static str>) -> Self {
        let (words, borders) = in_buckets(words, |word| word.bytes().next_back().map(usize::from));
        Self { words, borders }
    }

    /// The words in which the text ends, in the order of the list.
    pub(crate) fn of<'a>(&'a self, text: &'a str) -> impl Iterator<Item = &'static str> + 'a {
        let place = text.bytes().next_back().map(usize::from);
        let here = place.and_then(|place| self.words.get(self.borders[place]..self.borders[place + 1]));
        here.unwrap_or_default().iter().map(|(_, word)| *word).filter(|word| text.ends_with(word))
    }
}

/// The bucket of a character. Han characters differ in their lower bits.
const fn bucket(char: char) -> usize {
    let code = char as usize;
    (code ^ (code >> 8)) % BUCKETS
}

/// Numbered words sorted by bucket, and where each bucket begins.
fn in_buckets(
    words: impl IntoIterator<Item = &'static str>,
    bucket: impl Fn(&str) -> Option<usize>,
) -> (Vec<(usize, &'static str)>, Vec<usize>) {
    let numbered = words.into_iter().enumerate();
    let mut placed: Vec<(usize, (usize, &'static str))> =
        numbered.filter_map(|(number, word)| Some((bucket(word)?, (number, word)))).collect();
    placed.sort_by_key(|(bucket, (number, _))| (*bucket, *number));
    let borders = (0..=BUCKETS).map(|place| placed.partition_point(|(bucket, _)| *bucket < place)).collect();
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
