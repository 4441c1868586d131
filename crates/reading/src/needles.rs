//! Lists of words made ready to be looked for: one pass over a text for all of them, and one look at its end.

/// Buckets of the tables of endings: one for every byte.
const BUCKETS: usize = 256;

/// Words looked for anywhere in a text. A word is found by its first two characters.
pub(crate) struct Needles<W = &'static str> {
    /// Each with its number in the list, by bucket, then by number.
    words: Vec<(usize, W)>,
    /// The first eight bytes of each of them, and how many of these are its own.
    heads: Vec<(u64, usize)>,
    /// The length of each word in bytes, by its number.
    lengths: Vec<u32>,
    /// Where the words of a bucket begin; those of the next begin where they end.
    borders: Vec<u32>,
    /// Beginnings of words: a bit for what two characters come to. Few bits are set, so that most places are passed by.
    bits: Vec<u64>,
    /// How far what two characters come to is shifted for a bit, and for a bucket.
    shifts: (u32, u32),
    /// Whether a word has only one character, by the last byte of it.
    singles: [bool; BUCKETS],
}

impl<W: AsRef<str>> Needles<W> {
    /// These words; one that is empty is never found.
    pub(crate) fn new(words: impl IntoIterator<Item = W>) -> Self {
        let words: Vec<W> = words.into_iter().collect();
        let lengths = words.iter().map(|word| u32::try_from(word.as_ref().len()).unwrap_or(u32::MAX)).collect();
        let words = words.into_iter().enumerate().filter(|(_, word)| !word.as_ref().is_empty());
        let words: Vec<(usize, W)> = words.collect();
        let size = words.len().clamp(4, 1 << 13).next_power_of_two().trailing_zeros();
        let (bits, buckets) = (size + 4, size);
        let shifts = (32 - bits, 32 - buckets);
        let mut placed: Vec<(u32, (usize, W))> =
            words.into_iter().map(|word| (beginning(word.1.as_ref()), word)).collect();
        placed.sort_by_key(|(mixed, (number, _))| (mixed >> shifts.1, *number));
        let mut singles = [false; BUCKETS];
        for (_, (_, word)) in placed.iter().filter(|(_, (_, word))| word.as_ref().chars().nth(1).is_none()) {
            singles[word.as_ref().bytes().next_back().map_or(0, usize::from)] = true;
        }
        let mut set = vec![0; 1 << (bits - 6)];
        for (mixed, _) in &placed {
            let slot = mixed >> shifts.0;
            if let Some(word) = set.get_mut((slot >> 6) as usize) {
                *word |= 1 << (slot & 63);
            }
        }
        let border = |bucket: u32| placed.partition_point(|(mixed, _)| mixed >> shifts.1 < bucket);
        let borders = (0..=1 << buckets).map(|bucket| u32::try_from(border(bucket)).unwrap_or(u32::MAX)).collect();
        let head = |word: &str| (ahead(word.as_bytes(), 0), word.len().min(8));
        let heads = placed.iter().map(|(_, (_, word))| head(word.as_ref())).collect();
        let words = placed.into_iter().map(|(_, word)| word).collect();
        Self { words, heads, lengths, borders, bits: set, shifts, singles }
    }

    /// Every place where one of the words stands, with the word's number; by place, then by number.
    pub(crate) fn all<'a>(&'a self, text: &'a str) -> Places<'a, W> {
        Places {
            needles: self,
            text: text.as_bytes(),
            at: 0,
            next: 0,
            ahead: 0,
            two: (0, 0),
            one: (0, 0),
            whole: false,
        }
    }

    /// The same, but none that begins within a Latin word or a number.
    pub(crate) fn at_words<'a>(&'a self, text: &'a str) -> Places<'a, W> {
        Places { whole: true, ..self.all(text) }
    }

    /// The words whose beginning comes to this, and some others.
    fn beginning_with(&self, mixed: u32) -> (u32, u32) {
        let bucket = (mixed >> self.shifts.1) as usize;
        let border = |at: usize| self.borders.get(at).copied().unwrap_or_default();
        (border(bucket), border(bucket + 1))
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
    /// Words that are still to be compared there: those of two characters and more, those of one.
    two: (u32, u32),
    one: (u32, u32),
    /// Only what does not begin within a Latin word or a number.
    whole: bool,
}

impl<W: AsRef<str>> Iterator for Places<'_, W> {
    type Item = (usize, usize);

    fn next(&mut self) -> Option<(usize, usize)> {
        loop {
            while let Some(place) = self.take() {
                let (head, length) = *self.needles.heads.get(place as usize)?;
                if (self.ahead ^ head) & MASKS[length & 15] != 0 {
                    continue;
                }
                let (number, word) = self.needles.words.get(place as usize)?;
                if length < 8 {
                    return Some((self.at, *number));
                }
                if self.text.get(self.at..).is_some_and(|rest| rest.starts_with(word.as_ref().as_bytes())) {
                    return Some((self.at, *number));
                }
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
        loop {
            let at = next;
            let first = *self.text.get(at)?;
            let width = width(first);
            next += width;
            if self.whole && first.is_ascii_alphanumeric() && at > 0 && self.text[at - 1].is_ascii_alphanumeric() {
                continue;
            }
            let ahead = ahead(self.text, at);
            let second = (ahead >> (8 * width)).to_le_bytes()[0];
            let mixed = mix(ahead & MASKS[(width + self::width(second)) & 15]);
            let two = needles.may(mixed);
            let last = (ahead >> (8 * (width - 1))).to_le_bytes()[0];
            let alone = || mix(ahead & MASKS[width] | ALONE);
            let one = needles.singles[usize::from(last)] && needles.may(alone());
            if two || one {
                (self.at, self.next, self.ahead) = (at, next, ahead);
                self.two = if two { needles.beginning_with(mixed) } else { (0, 0) };
                self.one = if one { needles.beginning_with(alone()) } else { (0, 0) };
                return Some(());
            }
        }
    }

    /// The next of the two stretches of words, by number.
    fn take(&mut self) -> Option<u32> {
        let number = |at: u32| self.needles.words.get(at as usize).map_or(usize::MAX, |(number, _)| *number);
        let (two, one) = (self.two.0 < self.two.1, self.one.0 < self.one.1);
        let from = match (two, one) {
            (false, false) => return None,
            (true, true) if number(self.one.0) < number(self.two.0) => &mut self.one,
            (true, _) => &mut self.two,
            _ => &mut self.one,
        };
        from.0 += 1;
        Some(from.0 - 1)
    }
}

/// Marks a word of one character; no character has such a byte.
const ALONE: u64 = 0xFF << 56;

/// What the first two characters of a word come to.
fn beginning(word: &str) -> u32 {
    let length: usize = word.chars().take(2).map(char::len_utf8).sum();
    let alone = if word.chars().nth(1).is_none() { ALONE } else { 0 };
    mix(ahead(word.as_bytes(), 0) & MASKS[length] | alone)
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
    WIDTHS[first as usize] as usize
}

const WIDTHS: [u8; BUCKETS] = {
    let mut widths = [1; BUCKETS];
    let mut first = 0xC0;
    while first < BUCKETS {
        widths[first] = if first < 0xE0 { 2 } else { 3 + (first >= 0xF0) as u8 };
        first += 1;
    }
    widths
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

/// Words looked for at the end of a text.
pub(crate) struct Endings {
    words: Vec<(usize, &'static str)>,
    borders: [usize; BUCKETS + 1],
}

impl Endings {
    pub(crate) fn new(words: impl IntoIterator<Item = &'static str>) -> Self {
        let numbered = words.into_iter().enumerate();
        let mut placed: Vec<(u8, (usize, &'static str))> =
            numbered.filter_map(|(number, word)| Some((word.bytes().next_back()?, (number, word)))).collect();
        placed.sort_by_key(|(bucket, (number, _))| (*bucket, *number));
        let borders = std::array::from_fn(|place| placed.partition_point(|(bucket, _)| usize::from(*bucket) < place));
        Self { words: placed.into_iter().map(|(_, word)| word).collect(), borders }
    }

    /// The words in which the text ends, in the order of the list.
    pub(crate) fn of<'a>(&'a self, text: &'a str) -> impl Iterator<Item = &'static str> + 'a {
        let place = text.bytes().next_back().map(usize::from);
        let here = place.and_then(|place| self.words.get(self.borders[place]..self.borders[place + 1]));
        here.unwrap_or_default().iter().map(|(_, word)| *word).filter(|word| text.ends_with(word))
    }
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
