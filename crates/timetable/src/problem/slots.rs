//! A set of slots, as bits.

/// How many slots an event may have.
pub const MAX_SLOTS: usize = 64 * WORDS;

const WORDS: usize = 4;

/// A set of slots by their place in the instance, below [`MAX_SLOTS`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Slots([u64; WORDS]);

impl Slots {
    /// The first `count` slots.
    pub(crate) fn first(count: usize) -> Self {
        (0..count).collect()
    }

    #[inline]
    pub(crate) fn insert(&mut self, slot: usize) {
        self.0[slot / 64] |= 1 << (slot % 64);
    }

    #[inline]
    pub(crate) fn remove(&mut self, slot: usize) {
        self.0[slot / 64] &= !(1 << (slot % 64));
    }

    #[inline]
    pub(crate) fn has(&self, slot: usize) -> bool {
        self.0[slot / 64] >> (slot % 64) & 1 == 1
    }

    #[inline]
    pub(crate) fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    #[inline]
    pub(crate) fn len(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    #[inline]
    pub(crate) fn and(self, other: Self) -> Self {
        self.zip(other, |a, b| a & b)
    }

    #[inline]
    pub(crate) fn or(self, other: Self) -> Self {
        self.zip(other, |a, b| a | b)
    }

    #[inline]
    pub(crate) fn without(self, other: Self) -> Self {
        self.zip(other, |a, b| a & !b)
    }

    #[inline]
    pub(crate) fn meets(self, other: Self) -> bool {
        !self.and(other).is_empty()
    }

    /// The slots in order.
    pub(crate) fn iter(self) -> impl Iterator<Item = usize> {
        self.0.into_iter().enumerate().flat_map(|(at, word)| Ones(word).map(move |bit| at * 64 + bit))
    }

    /// The slot with `skip` others before it.
    #[inline]
    pub(crate) fn nth(&self, mut skip: usize) -> Option<usize> {
        for (at, &word) in self.0.iter().enumerate() {
            let here = word.count_ones() as usize;
            if skip < here {
                return Ones(word).nth(skip).map(|bit| at * 64 + bit);
            }
            skip -= here;
        }
        None
    }

    #[inline]
    fn zip(self, other: Self, join: impl Fn(u64, u64) -> u64) -> Self {
        let mut both = self;
        for (a, b) in both.0.iter_mut().zip(other.0) {
            *a = join(*a, b);
        }
        both
    }
}

impl FromIterator<usize> for Slots {
    fn from_iter<I: IntoIterator<Item = usize>>(slots: I) -> Self {
        let mut set = Self::default();
        slots.into_iter().for_each(|slot| set.insert(slot));
        set
    }
}

struct Ones(u64);

impl Iterator for Ones {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        let bit = self.0.trailing_zeros() as usize;
        (self.0 != 0).then(|| {
            self.0 &= self.0 - 1;
            bit
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots_of_all_words_come_back_in_order() {
        let set: Slots = [200, 3, 64, 63].into_iter().collect();
        assert_eq!(set.iter().collect::<Vec<_>>(), [3, 63, 64, 200]);
        assert_eq!((0..5).map(|n| set.nth(n)).collect::<Vec<_>>(), [Some(3), Some(63), Some(64), Some(200), None]);
    }

    #[test]
    fn slots_without_others_keep_the_rest() {
        let left = Slots::first(5).without([1, 3].into_iter().collect());
        assert_eq!(left.iter().collect::<Vec<_>>(), [0, 2, 4]);
    }
}
