//! A quick test whether a word of our tables can begin at a place: the first two characters, in a small set of bits.

use super::fold::fold;

/// A set of pairs of characters. It may say yes to a pair that is not in it, never no to one that is.
#[derive(Debug)]
pub(super) struct Begin {
    bits: Vec<u64>,
}

const BITS: u32 = 16;

impl Begin {
    /// The set of the first two characters of `words`. A word of one character goes with every second one.
    pub(super) fn of<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        let mut set = Self { bits: vec![0; 1 << (BITS - 6)] };
        for word in words {
            let mut letters = word.chars().map(|c| fold(c).to_ascii_lowercase());
            match (letters.next(), letters.next()) {
                (Some(first), Some(second)) => set.insert(first, second),
                (Some(first), None) => set.insert(first, '\0'),
                _ => (),
            }
        }
        set
    }

    /// The set of the first three characters of `words`, for [`Self::may_three`]. Shorter words go with every following one.
    pub(super) fn of_three<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        let mut set = Self { bits: vec![0; 1 << (BITS - 6)] };
        for word in words {
            let mut letters = word.chars().map(|c| fold(c).to_ascii_lowercase());
            if let Some(first) = letters.next() {
                let second = letters.next().unwrap_or_default();
                set.insert(first, joined(second, letters.next().unwrap_or_default()));
            }
        }
        set
    }

    /// Whether a word may begin with these three characters.
    pub(super) fn may_three(&self, first: char, second: char, third: char) -> bool {
        let (first, second) = (first.to_ascii_lowercase(), second.to_ascii_lowercase());
        self.has(slot(first, joined(second, third.to_ascii_lowercase())))
            || self.has(slot(first, joined(second, '\0')))
            || self.has(slot(first, joined('\0', '\0')))
    }

    /// Whether a word may begin with these two characters.
    pub(super) fn may(&self, first: char, second: char) -> bool {
        let first = first.to_ascii_lowercase();
        self.has(slot(first, second.to_ascii_lowercase())) || self.has(slot(first, '\0'))
    }

    fn insert(&mut self, first: char, second: char) {
        let slot = slot(first, second);
        if let Some(word) = self.bits.get_mut(slot >> 6) {
            *word |= 1 << (slot & 63);
        }
    }

    fn has(&self, slot: usize) -> bool {
        self.bits.get(slot >> 6).is_some_and(|word| word >> (slot & 63) & 1 == 1)
    }
}

/// A character that stands for two.
fn joined(second: char, third: char) -> char {
    char::from_u32((second as u32 ^ (third as u32).wrapping_mul(0x97)) & 0xFFFF).unwrap_or(second)
}

fn slot(first: char, second: char) -> usize {
    let mixed = (first as u32).wrapping_mul(0x9E37_79B1) ^ (second as u32).wrapping_mul(0x85EB_CA77);
    (mixed >> (32 - BITS)) as usize
}

#[cfg(test)]
mod tests {
    use super::Begin;

    #[test]
    fn begin_of_three_knows_every_word_and_refuses_most_others() {
        let set = Begin::of_three(["January", "a ", "q1"]);
        assert!(set.may_three('j', 'A', 'n') && set.may_three('a', ' ', 'd') && set.may_three('Q', '1', '0'));
        assert!(!set.may_three('j', 'a', 'b') && !set.may_three('a', 'n', 'd'));
    }

    #[test]
    fn begin_knows_every_word_and_refuses_most_others() {
        let set = Begin::of(["昨日", "第", "January"]);
        assert!(set.may('昨', '日') && set.may('第', '三') && set.may('j', 'A'));
        assert!(!set.may('昨', '年') && !set.may('k', 'a'));
    }
}
