//! Text to quantities and claims with spans, in Chinese, Japanese, Thai and English.
//!
//! ```
//! use samesky_reading::{Input, Options, read};
//! let text = "河口市招商推介会\n3月5日,河口市投资推介会在大阪举行,12个项目现场签约,计划投资总额86.4亿元。";
//! let reading = read(&Input::text(text), &Options::default());
//! assert_eq!(reading.title.map(|title| title.text).as_deref(), Some("河口市招商推介会"));
//! ```

mod block;
mod claims;
mod fold;
pub mod gazetteer;
mod head;
mod layer;
mod letter;
mod lexicon;
mod needles;
mod page;
pub mod quantity;
mod text;

pub use layer::Layer;

use gazetteer::Gazetteer;
use samesky_model::reading::Reading;
use samesky_model::span::Block;

/// An announcement to be read.
#[derive(Debug, Clone, Copy, Default)]
pub struct Input<'a> {
    /// The identifier that came with it.
    pub id: Option<&'a str>,
    /// Its text.
    pub text: &'a str,
    /// BCP 47 tag of its language, where somebody said so.
    pub language: Option<&'a str>,
    /// The day from which dates are counted: the date of publication, where the caller knows it.
    pub reference_date: Option<jiff::civil::Date>,
    /// The address it came from.
    pub url: Option<&'a str>,
    /// The stretches that are the announcement itself, where extraction told (HTML); `None` for plain text.
    pub blocks: Option<&'a [Block]>,
}

impl<'a> Input<'a> {
    /// A text of which nothing else is known.
    #[must_use]
    pub fn text(text: &'a str) -> Self {
        Self { text, ..Self::default() }
    }
}

/// What the answer is to hold beside the claims.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options {
    /// Every number expression too.
    pub quantities: bool,
    /// Which rule made each claim and quantity, and by which words.
    pub explain: bool,
}

/// Reads an announcement. Never fails: what cannot be read gives remarks. Checks are left empty.
#[must_use]
pub fn read(input: &Input<'_>, options: &Options) -> Reading {
    read_with(input, options, Gazetteer::built_in())
}

/// The same with a gazetteer of one's own.
#[must_use]
pub fn read_with(input: &Input<'_>, options: &Options, gazetteer: &Gazetteer) -> Reading {
    read_several(std::slice::from_ref(input), options, gazetteer).pop().unwrap_or_default()
}

/// Reads several announcements, each for itself, and gives the answers in their order. It is quicker than one by one: a
/// hundred short texts at once take about a quarter less time, and the memory of a hundred.
///
/// ```
/// use samesky_reading::{Input, Options, gazetteer::Gazetteer, read, read_several};
/// let inputs = ["12个项目现场签约。", "28社が参加した。"].map(Input::text);
/// let several = read_several(&inputs, &Options::default(), Gazetteer::built_in());
/// assert_eq!(several, inputs.map(|input| read(&input, &Options::default())));
/// ```
#[must_use]
pub fn read_several(inputs: &[Input<'_>], options: &Options, gazetteer: &Gazetteer) -> Vec<Reading> {
    read_watched(inputs, options, gazetteer, &mut |_| {})
}

/// The same, telling `done` of every step when it is done for all of them: the caller has a clock, the reader has none.
#[must_use]
pub fn read_watched(
    inputs: &[Input<'_>],
    options: &Options,
    gazetteer: &Gazetteer,
    done: &mut dyn FnMut(Layer),
) -> Vec<Reading> {
    claims::read(inputs, options, gazetteer, done)
}

/// The examples of the README are run as tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
