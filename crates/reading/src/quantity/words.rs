//! Word tables: the longest word that stands at a place, found by its first character.

/// Words with what they mean, ready to be looked up.
#[derive(Debug)]
pub(super) struct Table<T: 'static> {
    /// For each block of 256 code points: where its 257 borders begin in `borders`, or `NONE`.
    pages: Vec<usize>,
    borders: Vec<usize>,
    /// The longer first among those of one first character.
    entries: Vec<Entry<T>>,
    /// The characters of all words.
    letters: Vec<char>,
    /// A bit for what the first two characters of each word come to, or the only one: few are set.
    begins: Vec<u64>,
    fold_case: bool,
}

/// A word: its second character, and where its characters stand.
#[derive(Debug)]
struct Entry<T> {
    /// `NUL` where it has only one.
    second: char,
    start: u32,
    length: u32,
    value: T,
}

const NONE: usize = usize::MAX;

/// As many bits, as a power of two, tell which words may begin.
const BITS: u32 = 12;

/// The bit for two characters.
fn slot(first: char, second: char) -> usize {
    let mixed = (first as u32).wrapping_mul(0x9E37_79B1) ^ (second as u32).wrapping_mul(0x85EB_CA77);
    (mixed >> (32 - BITS)) as usize
}

impl<T: Copy> Table<T> {
    /// A table that tells upper from lower case.
    pub(super) fn exact(words: impl IntoIterator<Item = (&'static str, T)>) -> Self {
        Self::build(words, false)
    }

    /// A table for which ASCII case does not matter.
    pub(super) fn any_case(words: impl IntoIterator<Item = (&'static str, T)>) -> Self {
        Self::build(words, true)
    }

    fn build(words: impl IntoIterator<Item = (&'static str, T)>, fold_case: bool) -> Self {
        let ready = |c: char| if fold_case { super::fold::fold(c).to_ascii_lowercase() } else { super::fold::fold(c) };
        let mut entries: Vec<(Box<[char]>, T)> = words
            .into_iter()
            .map(|(word, value)| (word.chars().map(ready).collect::<Box<[char]>>(), value))
            .filter(|(word, _)| !word.is_empty())
            .collect();
        entries.sort_by(|a, b| a.0[0].cmp(&b.0[0]).then(b.0.len().cmp(&a.0.len())));
        let mut letters = Vec::new();
        let entry = |(word, value): &(Box<[char]>, T)| {
            let start = u32::try_from(letters.len()).unwrap_or(u32::MAX);
            letters.extend(word.iter());
            let length = u32::try_from(word.len()).unwrap_or(u32::MAX);
            Entry { second: word.get(1).copied().unwrap_or('\0'), start, length, value: *value }
        };
        let entries = entries.iter().map(entry).collect();
        let (pages, begins) = (vec![NONE; 256], vec![0; 1 << (BITS - 6)]);
        let mut table = Self { pages, borders: Vec::new(), entries, letters, begins, fold_case };
        table.index();
        table
    }

    fn index(&mut self) {
        for entry in &self.entries {
            let slot = slot(self.letters[entry.start as usize], entry.second);
            self.begins[slot >> 6] |= 1 << (slot & 63);
        }
        let firsts: Vec<usize> = self.entries.iter().map(|entry| self.letters[entry.start as usize] as usize).collect();
        for page in 0..256 {
            let first = |k: usize| page * 256 + k;
            let low = firsts.partition_point(|of| *of < first(0));
            let high = firsts.partition_point(|of| *of < first(256));
            if low == high {
                continue;
            }
            self.pages[page] = self.borders.len();
            for k in 0..=256 {
                let border = firsts.partition_point(|of| *of < first(k));
                self.borders.push(border);
            }
        }
    }

    /// The longest word at `i`: its length in characters and its meaning.
    pub(super) fn at(&self, c: &[char], i: usize) -> Option<(usize, T)> {
        self.all(c, i).next()
    }

    /// Every word at `i`, longest first.
    pub(super) fn all<'a>(&'a self, c: &'a [char], i: usize) -> impl Iterator<Item = (usize, T)> + 'a {
        let rest = c.get(i..).unwrap_or_default();
        let (first, second) = match rest {
            [] => ('\0', '\0'),
            [first] => (self.ready(*first), '\0'),
            [first, second, ..] => (self.ready(*first), self.ready(*second)),
        };
        let begins = self.may_begin(first, second) || self.may_begin(first, '\0');
        let slice = if begins { self.slice(first) } else { &[] };
        slice
            .iter()
            .filter(move |entry| entry.second == second || entry.length == 1)
            .filter(move |entry| self.stands(entry, rest))
            .map(|entry| (entry.length as usize, entry.value))
    }

    /// Whether a word of these first two characters may be there; for a word of one the second is NUL.
    fn may_begin(&self, first: char, second: char) -> bool {
        let slot = slot(first, second);
        self.begins.get(slot >> 6).is_some_and(|bits| bits >> (slot & 63) & 1 == 1)
    }

    /// Whether the word begins these characters; the first two of them are known to be its own.
    fn stands(&self, entry: &Entry<T>, rest: &[char]) -> bool {
        let (start, length) = (entry.start as usize, entry.length as usize);
        let word = self.letters.get(start..start + length).unwrap_or_default();
        rest.len() >= length && word.iter().zip(rest).skip(2).all(|(letter, char)| *letter == self.ready(*char))
    }

    fn slice(&self, first: char) -> &[Entry<T>] {
        let code = first as usize;
        match self.pages.get(code >> 8) {
            Some(&page) if page != NONE => {
                let at = page + (code & 0xFF);
                &self.entries[self.borders[at]..self.borders[at + 1]]
            }
            _ => &[],
        }
    }

    fn ready(&self, c: char) -> char {
        if self.fold_case { c.to_ascii_lowercase() } else { c }
    }
}

/// Splits `"元|圆|块"` rows of a table into words, each with the row's meaning.
pub(super) fn rows<T: Copy>(rows: &'static [(&'static str, T)]) -> impl Iterator<Item = (&'static str, T)> {
    rows.iter().flat_map(|&(words, value)| words.split('|').map(move |word| (word, value)))
}

#[cfg(test)]
mod tests {
    use super::Table;

    #[test]
    fn table_longest_word_wins() {
        let table = Table::any_case([("亿", 1), ("亿元", 2), ("km", 3)]);
        let text: Vec<char> = "亿元 KM".chars().collect();
        assert_eq!((table.at(&text, 0), table.at(&text, 3), table.at(&text, 1)), (Some((2, 2)), Some((2, 3)), None));
    }
}
