//! Lists of words made ready to be looked for: one pass over a text for all of them, and one look at its end.

/// Buckets of the tables of endings: one for every byte.
const BUCKETS: usize = 256;

/// Words looked for anywhere in a text. A word is found by its first three characters, or by all it has.
pub(crate) struct Needles<W = &'static str> {
    /// The words, by bucket, then by number.
    words: Vec<W>,
    /// What is compared of each of them before anything else.
    heads: Vec<Head>,
    /// The length of each word in bytes, by its number.
    lengths: Vec<u32>,
    /// Where the words of a bucket begin; those of the next begin where they end.
    borders: Vec<u32>,
    /// Beginnings of words: a bit for what two characters come to, and for what leads to the bucket. Few bits are set, so
    /// that most places are passed by.
    bits: Vec<u64>,
    /// How far what characters come to is shifted for a bit, and for a bucket.
    shifts: (u32, u32),
    /// Whether a word has only one character, by the last byte of it.
    singles: [bool; BUCKETS],
}

/// The beginning of a word.
#[derive(Clone, Copy)]
struct Head {
    /// Its first eight bytes.
    bytes: u64,
    /// How many bytes it has.
    length: u32,
    /// Its number in the list.
    number: u32,
}

impl<W: AsRef<str>> Needles<W> {
    /// These words; one that is empty is never found.
    pub(crate) fn new(words: impl IntoIterator<Item = W>) -> Self {
        let words: Vec<W> = words.into_iter().collect();
        let lengths: Vec<u32> = words.iter().map(|word| short(word.as_ref().len())).collect();
        let size = words.len().clamp(4, 1 << 13).next_power_of_two().trailing_zeros();
        let (bits, buckets) = (size + 4, size);
        let shifts = (32 - bits, 32 - buckets);
        let mut placed: Vec<(u32, Head, W)> = words
            .into_iter()
            .enumerate()
            .filter(|(_, word)| !word.as_ref().is_empty())
            .map(|(number, word)| (bucket(word.as_ref()) >> shifts.1, head(word.as_ref(), number), word))
            .collect();
        placed.sort_by_key(|(bucket, head, _)| (*bucket, head.number));
        let mut singles = [false; BUCKETS];
        let mut set = vec![0; 1 << (bits - 6)];
        for word in placed.iter().map(|(_, _, word)| word.as_ref()) {
            let alone = count(word) == 1;
            if alone {
                singles[word.bytes().next_back().map_or(0, usize::from)] = true;
            }
            let beginning = if alone { bucket(word) } else { mix(bytes_of(word, 2)) };
            for slot in [beginning >> shifts.0, bucket(word) >> shifts.0] {
                if let Some(word) = set.get_mut((slot >> 6) as usize) {
                    *word |= 1 << (slot & 63);
                }
            }
        }
        let border = |at: u32| placed.partition_point(|(bucket, ..)| *bucket < at);
        let borders = (0..=1 << buckets).map(|bucket| short(border(bucket))).collect();
        let heads = placed.iter().map(|(_, head, _)| *head).collect();
        let words = placed.into_iter().map(|(_, _, word)| word).collect();
        Self { words, heads, lengths, borders, bits: set, shifts, singles }
    }

    /// Every place where one of the words stands, with the word's number; by place, then by number.
    pub(crate) fn all<'a>(&'a self, text: &'a str) -> Places<'a, W> {
        Places { needles: self, text: text.as_bytes(), at: 0, next: 0, ahead: 0, left: [NONE; 3], whole: false }
    }

    /// The same, but none that begins within a Latin word or a number.
    pub(crate) fn at_words<'a>(&'a self, text: &'a str) -> Places<'a, W> {
        Places { whole: true, ..self.all(text) }
    }

    /// The words of the bucket to which this comes, where a word may.
    fn bucket(&self, mixed: u32) -> (u32, u32) {
        if !self.may(mixed) {
            return NONE;
        }
        let bucket = (mixed >> self.shifts.1) as usize;
        match self.borders.get(bucket..) {
            Some([from, to, ..]) => (*from, *to),
            _ => NONE,
        }
    }

    /// Whether a word may begin with what comes to this.
    fn may(&self, mixed: u32) -> bool {
        let slot = mixed >> self.shifts.0;
        self.bits.get((slot >> 6) as usize).is_some_and(|word| word >> (slot & 63) & 1 == 1)
    }

    /// The length of a word in bytes, by its number.
    pub(crate) fn length(&self, number: usize) -> usize {
        self.lengths.get(number).map_or(0, |length| *length as usize)
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

/// The places where words stand, while they are looked for.
pub(crate) struct Places<'a, W> {
    needles: &'a Needles<W>,
    text: &'a [u8],
    /// The character that was looked at last, and the one behind it.
    at: usize,
    next: usize,
    /// The eight bytes from the character on.
    ahead: u64,
    /// Words that are still to be compared there: those of three characters and more, of two, of one.
    left: [(u32, u32); 3],
    /// Only what does not begin within a Latin word or a number.
    whole: bool,
}

impl<W: AsRef<str>> Iterator for Places<'_, W> {
    type Item = (usize, usize);

    fn next(&mut self) -> Option<(usize, usize)> {
        loop {
            if let Some(number) = self.here() {
                return Some((self.at, number as usize));
            }
            self.go_on()?;
        }
    }
}

impl<W: AsRef<str>> Places<'_, W> {
    /// To the next character at which words may stand.
    fn go_on(&mut self) -> Option<()> {
        let needles = self.needles;
        let mut next = self.next;
        let mut after_word = next > 0 && FIRSTS[usize::from(self.text[next - 1])] & WORD != 0;
        loop {
            let at = next;
            let first = FIRSTS[usize::from(*self.text.get(at)?)];
            let one = usize::from(first & WIDTH);
            next += one;
            let inside = after_word && first & WORD != 0;
            after_word = first & WORD != 0;
            if self.whole && inside {
                continue;
            }
            let ahead = ahead(self.text, at);
            let two = one + width((ahead >> (8 * one)).to_le_bytes()[0]);
            let mixed = mix(ahead & MASKS[two & 15]);
            let longer = needles.may(mixed);
            let last = (ahead >> (8 * (one - 1))).to_le_bytes()[0];
            let alone = mix(ahead & MASKS[one] | ALONE);
            let single = needles.singles[usize::from(last)];
            if longer || single {
                let three = || two + ahead.checked_shr(8 * short(two)).map_or(0, |rest| width(rest.to_le_bytes()[0]));
                let beginning = |chars: usize| mix(ahead & MASKS[chars & 15]);
                let long = if longer { needles.bucket(beginning(three())) } else { NONE };
                let pair = if longer { needles.bucket(mixed ^ PAIR) } else { NONE };
                let alone = if single { needles.bucket(alone) } else { NONE };
                // Where two come to one bucket, its words are looked at once.
                let alone = if alone == pair || alone == long { NONE } else { alone };
                self.left = [long, if pair == long { NONE } else { pair }, alone];
                if self.left.iter().any(|left| left.0 < left.1) {
                    (self.at, self.next, self.ahead) = (at, next, ahead);
                    return Some(());
                }
            }
        }
    }

    /// The next word that stands at this character, by number.
    fn here(&mut self) -> Option<u32> {
        let (ahead, needles, at) = (self.ahead, self.needles, self.at);
        let text = self.text;
        let stands = |place: u32| {
            let head = needles.heads.get(place as usize)?;
            let begins = (ahead ^ head.bytes) & MASKS[head.length.min(8) as usize] == 0;
            let whole =
                || text.get(at..)?.starts_with(needles.words.get(place as usize)?.as_ref().as_bytes()).then_some(());
            (begins && (head.length <= 8 || whole().is_some())).then_some(head.number)
        };
        let mut least: Option<(u32, usize)> = None;
        for (of, left) in self.left.iter_mut().enumerate() {
            // Words that do not stand here are passed by once.
            while left.0 < left.1 {
                match stands(left.0) {
                    None => left.0 += 1,
                    Some(number) => {
                        if least.is_none_or(|(other, _)| number < other) {
                            least = Some((number, of));
                        }
                        break;
                    }
                }
            }
        }
        let (number, of) = least?;
        self.left[of].0 += 1;
        Some(number)
    }
}

/// No words.
const NONE: (u32, u32) = (0, 0);

/// Marks a word of one character; no character has such a byte.
const ALONE: u64 = 0xFF << 56;

/// Parts words of two characters from longer ones that begin with them.
const PAIR: u32 = 0x5555_5555;

/// How many characters a word has, up to three.
fn count(word: &str) -> usize {
    word.chars().take(3).count()
}

/// The bytes of so many characters of a word.
fn bytes_of(word: &str, chars: usize) -> u64 {
    let length: usize = word.chars().take(chars).map(char::len_utf8).sum();
    ahead(word.as_bytes(), 0) & MASKS[length & 15]
}

/// What a word comes to that is looked for in the buckets.
fn bucket(word: &str) -> u32 {
    match count(word) {
        1 => mix(bytes_of(word, 1) | ALONE),
        2 => mix(bytes_of(word, 2)) ^ PAIR,
        _ => mix(bytes_of(word, 3)),
    }
}

fn head(word: &str, number: usize) -> Head {
    Head { bytes: ahead(word.as_bytes(), 0), length: short(word.len()), number: short(number) }
}

/// Lists are shorter than four thousand million words.
fn short(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// The next eight bytes; nothing where the text ends.
fn ahead(text: &[u8], at: usize) -> u64 {
    let rest = text.get(at..).unwrap_or_default();
    let bytes = rest.first_chunk().copied().unwrap_or_else(|| {
        let mut bytes = [0; 8];
        bytes.iter_mut().zip(rest).for_each(|(to, byte)| *to = *byte);
        bytes
    });
    u64::from_le_bytes(bytes)
}

/// The length of a character by its first byte.
const fn width(first: u8) -> usize {
    (FIRSTS[first as usize] & WIDTH) as usize
}

/// The bits of the length of a character.
const WIDTH: u8 = 7;
/// It is a Latin letter or a digit.
const WORD: u8 = 8;

/// What the first byte tells of a character.
const FIRSTS: [u8; BUCKETS] = {
    let mut firsts = [1; BUCKETS];
    let mut first = 0;
    while first < BUCKETS {
        firsts[first] = match first {
            0x30..=0x39 | 0x41..=0x5A | 0x61..=0x7A => 1 | WORD,
            0xC0..=0xDF => 2,
            0xE0..=0xEF => 3,
            0xF0..=0xFF => 4,
            _ => 1,
        };
        first += 1;
    }
    firsts
};

/// The first so many bytes of eight; more than eight are all of them.
const MASKS: [u64; 16] = {
    let mut masks = [u64::MAX; 16];
    let mut bytes = 0;
    while bytes < 8 {
        masks[bytes] = (1 << (8 * bytes)) - 1;
        bytes += 1;
    }
    masks
};

/// One number of so many bytes, whose upper bits differ where they differ.
#[allow(clippy::cast_possible_truncation)] // The upper half is what is wanted.
const fn mix(bytes: u64) -> u32 {
    ((bytes ^ bytes >> 29).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32) as u32
}

/// Where a word stands first. Most words do not stand in most texts, and whether one does is told without making ready for
/// a search.
pub(crate) fn find(text: &str, word: &str) -> Option<usize> {
    if text.contains(word) { text.find(word) } else { None }
}

/// Where a word stands last.
pub(crate) fn rfind(text: &str, word: &str) -> Option<usize> {
    if text.contains(word) { text.rfind(word) } else { None }
}

/// What stands before a word and behind it, where it stands first.
pub(crate) fn split_once<'a>(text: &'a str, word: &str) -> Option<(&'a str, &'a str)> {
    if text.contains(word) { text.split_once(word) } else { None }
}

/// Words looked for at the end of a text.
pub(crate) struct Endings {
    /// Each with its last eight bytes.
    words: Vec<(u64, &'static str)>,
    borders: [usize; BUCKETS + 1],
}

impl Endings {
    pub(crate) fn new(words: impl IntoIterator<Item = &'static str>) -> Self {
        let numbered = words.into_iter().enumerate();
        let mut placed: Vec<(u8, usize, &'static str)> =
            numbered.filter_map(|(number, word)| Some((word.bytes().next_back()?, number, word))).collect();
        placed.sort_by_key(|(bucket, number, _)| (*bucket, *number));
        let borders = std::array::from_fn(|place| placed.partition_point(|(bucket, ..)| usize::from(*bucket) < place));
        Self { words: placed.into_iter().map(|(.., word)| (behind(word.as_bytes()), word)).collect(), borders }
    }

    /// The words in which the text ends, in the order of the list.
    pub(crate) fn of<'a>(&'a self, text: &'a str) -> impl Iterator<Item = &'static str> + 'a {
        let place = text.bytes().next_back().map(usize::from);
        let here = place.and_then(|place| self.words.get(self.borders[place]..self.borders[place + 1]));
        let here = here.unwrap_or_default();
        let last = if here.is_empty() { 0 } else { behind(text.as_bytes()) };
        let ends = move |(tail, word): &&(u64, &'static str)| {
            let other = tail ^ last;
            let same = word.len() >= 8 && other == 0 || word.len() < 8 && other >> (64 - 8 * word.len()) == 0;
            same && text.len() >= word.len() && (word.len() <= 8 || text.ends_with(word))
        };
        here.iter().filter(ends).map(|(_, word)| *word)
    }
}

/// The last eight bytes, the very last one highest; nothing before the beginning.
fn behind(text: &[u8]) -> u64 {
    let bytes = text.last_chunk().copied().unwrap_or_else(|| {
        let mut bytes = [0; 8];
        bytes.iter_mut().rev().zip(text.iter().rev()).for_each(|(to, byte)| *to = *byte);
        bytes
    });
    u64::from_le_bytes(bytes)
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
