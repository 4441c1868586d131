//! กว่า, ราว, เกือบ: words around a Thai number that say how it relates to the true one.

use crate::quantity::line::Line;
use samesky_model::reading::Qualifier::{self, About, Over, Under};

const BEFORE: &[(&str, Qualifier)] = &[
    ("ไม่น้อยกว่า", Over),
    ("ไม่ต่ำกว่า", Over),
    ("ไม่มากกว่า", Under),
    ("ไม่เกินกว่า", Under),
    ("ไม่เกิน", Under),
    ("ไม่ถึง", Under),
    ("น้อยกว่า", Under),
    ("ต่ำกว่า", Under),
    ("มากกว่า", Over),
    ("สูงกว่า", Over),
    ("เกินกว่า", Over),
    ("อย่างน้อย", Over),
    ("อย่างต่ำ", Over),
    ("ขั้นต่ำ", Over),
    ("ใกล้เคียง", About),
    ("ประมาณ", About),
    ("โดยประมาณ", About),
    ("ราวๆ", About),
    ("ราว ๆ", About),
    ("เกือบ", Under),
    ("เฉียด", Under),
    ("ใกล้", Under),
    ("สูงสุด", Under),
    ("อย่างมาก", Under),
    ("หลาย", Over),
    ("นับ", Over),
    ("ทะลุ", Over),
    ("กว่า", Over),
    ("เกิน", Over),
    ("ราว", About),
    ("จวน", Under),
];

const AFTER: &[(&str, Qualifier)] = &[
    ("ขึ้นไป", Over),
    ("โดยประมาณ", About),
    ("กว่า", Over),
    ("เศษ", Over),
    ("เป็นอย่างน้อย", Over),
    ("ลงมา", Under),
    ("หรือมากกว่า", Over),
];

/// The qualifier that ends at `i`: where it begins, and what it says.
pub(super) fn before(line: &Line, i: usize) -> Option<(usize, Qualifier)> {
    let i = line.space_back(i);
    let &(word, said) = BEFORE.iter().find(|(word, _)| line.ends(i, word))?;
    let start = i - word.chars().count();
    // งบประมาณ is a budget.
    (!line.ends(start, "งบ")).then_some((start, said))
}

/// The qualifier that begins at `i`: one past its end, and what it says.
pub(super) fn after(line: &Line, i: usize) -> Option<(usize, Qualifier)> {
    let i = line.space(i);
    AFTER.iter().find(|(word, _)| line.is(i, word)).map(|(word, said)| (i + word.chars().count(), *said))
}
