//! The words by which announcements say how numbers hang together, in the four languages.
//!
//! Latin words are in small letters. Chinese words are given in both scripts. The lists are ours; where a word can mean
//! several things, the weaker meaning is taken.

/// What follows are all the parts.
pub(super) const ALL_PARTS: &[&str] = &[
    "分别为",
    "分別為",
    "分别是",
    "分別是",
    "构成为",
    "構成為",
    "内訳",
    "内わけ",
    "broken down into",
    "breakdown",
    "made up of",
    "consisting of",
    "consists of",
    "comprising",
    "divided into",
    "แบ่งเป็น",
    "แบ่งออกเป็น",
    "ประกอบด้วย",
];

/// What follows are parts, perhaps not all.
pub(super) const SOME_PARTS: &[&str] = &[
    "其中",
    "当中",
    "當中",
    "うち",
    "内数",
    "of which",
    "of these",
    "of them",
    "of those",
    "among them",
    "among these",
    "among which",
    "including",
    "ในจำนวนนี้",
    "ในจำนวนดังกล่าว",
    "ซึ่งในนี้",
];

/// A list of names follows, and it is complete.
pub(super) const CLOSED_LIST: &[&str] =
    &["分别为", "分別為", "分别是", "分別是", "即", "内訳は", "namely", "คือ", "ได้แก่"];

/// A list of names follows; it may be complete.
pub(super) const LIST: &[&str] = &[
    "包括",
    "包含",
    "涵盖",
    "涵蓋",
    "including",
    "includes",
    "include",
    "ประกอบด้วย",
    "รวมถึง",
    "อาทิ",
    "เช่น",
    "such as",
    "比如",
    "例如",
    "如",
];

/// A list that says itself that it is not complete.
pub(super) const OPEN: &[&str] = &[
    "等",
    "など",
    "ほか",
    "例如",
    "比如",
    "such as",
    "and others",
    "among others",
    "etc",
    "เช่น",
    "อาทิ",
    "เป็นต้น",
    "และอื่น",
];

/// Stands between a list and the number of its members (甲、乙等15个项目).
pub(super) const LIST_THEN_NUMBER: &[&str] = &["等", "など", "ほか"];

/// The last link of a list.
pub(super) const LAST_LINK: &[&str] = &["和", "及", "以及", "与", "與", "and", "および", "並びに", "と", "และ", "กับ"];
