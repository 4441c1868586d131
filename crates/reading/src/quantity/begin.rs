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

fn slot(first: char, second: char) -> usize {
    let mixed = (first as u32).wrapping_mul(0x9E37_79B1) ^ (second as u32).wrapping_mul(0x85EB_CA77);
    (mixed >> (32 - BITS)) as usize
}

#[cfg(test)]
mod tests {
    use super::Begin;

    #[test]
    fn begin_knows_every_word_and_refuses_most_others() {
        let set = Begin::of(["昨日", "第", "January"]);
        assert!(set.may('昨', '日') && set.may('第', '三') && set.may('j', 'A'));
        assert!(!set.may('昨', '年') && !set.may('k', 'a'));
    }
}
