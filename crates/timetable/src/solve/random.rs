//! Numbers that look random and are the same for the same seed.

/// The generator known as SplitMix64 (Steele, Lea and Flood, 2014).
#[derive(Clone, Debug)]
pub(crate) struct Random(u64);

impl Random {
    /// A stream of its own for each seed and lane.
    pub(crate) fn new(seed: u64, lane: u64) -> Self {
        let mut first = Self(seed ^ lane.wrapping_mul(0xD1B5_4A32_D192_ED03));
        Self(first.next() ^ first.next().rotate_left(17))
    }

    #[inline]
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `limit`, which is not 0.
    #[inline]
    #[expect(clippy::cast_possible_truncation, reason = "the upper half of a product is below the limit")]
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        ((u128::from(self.next()) * limit as u128) >> 64) as usize
    }

    /// A number from 0 to 1.
    #[inline]
    #[expect(clippy::float_arithmetic, reason = "chances are fractions")]
    pub(crate) fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 * (1.0 / (1u64 << 53) as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_one_seed_repeat_and_of_another_lane_differ() {
        let draw = |seed, lane| {
            let mut random = Random::new(seed, lane);
            (0..5).map(|_| random.below(1000)).collect::<Vec<_>>()
        };
        assert_eq!(draw(1, 0), draw(1, 0));
        assert_ne!(draw(1, 0), draw(1, 1));
        assert_ne!(draw(1, 0), draw(2, 0));
    }
}
