//! What an XLS hides ([MS-XLS] 2.4.221 Row, 2.4.53 ColInfo). The reader of workbooks does not tell, so the stream is taken out of the
//! compound file ([MS-CFB]) once more. Nothing of it is relied on: what does not fit hides nothing.

use super::hidden::Hidden;

const BOUND_SHEET: u16 = 0x0085;
const ROW: u16 = 0x0208;
const COLUMNS: u16 = 0x007D;
const FILE_PASS: u16 = 0x002F;
const END: u16 = 0x000A;

/// What is hidden of the sheet at that place.
pub(super) fn of(bytes: &[u8], place: usize) -> Hidden {
    workbook(bytes).and_then(|stream| of_stream(&stream, place)).unwrap_or_default()
}

/// Whether its records are scrambled with a password ([MS-XLS] 2.4.117 FilePass), also by the old way that the reader of workbooks passes over.
pub(super) fn is_locked(bytes: &[u8]) -> bool {
    let kinds =
        |stream: &[u8]| records(stream, 0).map(|(kind, _)| kind).take_while(|kind| *kind != END).collect::<Vec<_>>();
    workbook(bytes).is_some_and(|stream| kinds(&stream).contains(&FILE_PASS))
}

fn of_stream(stream: &[u8], place: usize) -> Option<Hidden> {
    let sheets = records(stream, 0).take_while(|(kind, _)| *kind != END).filter(|(kind, _)| *kind == BOUND_SHEET);
    let start = sheets.filter_map(|(_, data)| number(data, 0)).nth(place)?;
    let mut hidden = Hidden::default();
    for (kind, data) in records(stream, usize::try_from(start).ok()?).take_while(|(kind, _)| *kind != END) {
        match kind {
            ROW if data.get(12).is_some_and(|flags| flags & 0x20 != 0) => {
                let row = u32::from(short(data, 0)?) + 1;
                hidden.rows.push((row, row));
            }
            COLUMNS if data.get(8).is_some_and(|flags| flags & 1 != 0) => {
                hidden.hide_columns(short(data, 0)?.into(), short(data, 2)?.into());
            }
            _ => {}
        }
    }
    hidden.rows.sort_unstable();
    Some(hidden)
}

/// Records with their kind, from a place on.
fn records(stream: &[u8], from: usize) -> impl Iterator<Item = (u16, &[u8])> {
    let mut at = from;
    std::iter::from_fn(move || {
        let (kind, length) = (short(stream, at)?, usize::from(short(stream, at + 2)?));
        let data = stream.get(at + 4..at + 4 + length)?;
        at += 4 + length;
        Some((kind, data))
    })
}

/// The stream of the workbook out of the compound file.
fn workbook(bytes: &[u8]) -> Option<Vec<u8>> {
    let shift = usize::from(short(bytes, 30)?);
    let size = 1_usize.checked_shl(u32::try_from(shift).ok().filter(|shift| (7..=16).contains(shift))?)?;
    let sector = |number: u32| {
        let from = usize::try_from(number).ok()?.checked_add(1)?.checked_mul(size)?;
        bytes.get(from..(from + size).min(bytes.len()))
    };
    let table = table(bytes, &sector)?;
    let chain = |first: u32| {
        let (mut data, mut next) = (Vec::new(), first);
        for _ in 0..=table.len() {
            let Some(piece) = sector(next) else { break };
            data.extend_from_slice(piece);
            let Some(after) = usize::try_from(next).ok().and_then(|at| table.get(at)) else { break };
            next = *after;
        }
        data
    };
    let directory = chain(number(bytes, 48)?);
    let named = |name: &str| {
        let wanted: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        directory
            .chunks_exact(128)
            .find(|entry| usize::from(short(entry, 64).unwrap_or(0)) == wanted.len() + 2 && entry.starts_with(&wanted))
    };
    let entry = named("Workbook").or_else(|| named("Book"))?;
    let (start, length) = (number(entry, 116)?, usize::try_from(number(entry, 120)?).ok()?);
    if length >= usize::try_from(number(bytes, 56)?).ok()? {
        return Some(chain(start));
    }
    let root = directory.chunks_exact(128).next()?;
    Some(small(&chain(number(root, 116)?), &chain(number(bytes, 60)?), start))
}

/// Which sector follows which: the sectors of the table are named in the header, further ones in a chain of their own.
fn table<'a>(bytes: &[u8], sector: &impl Fn(u32) -> Option<&'a [u8]>) -> Option<Vec<u32>> {
    let mut named: Vec<u32> = (0..109).filter_map(|at| number(bytes, 76 + at * 4)).collect();
    let (mut next, count) = (number(bytes, 68)?, number(bytes, 72)?);
    for _ in 0..count.min(10_000) {
        let Some(piece) = sector(next) else { break };
        let last = piece.len().saturating_sub(4);
        named.extend((0..last / 4).filter_map(|at| number(piece, at * 4)));
        next = number(piece, last)?;
    }
    let pieces = named.into_iter().filter_map(sector);
    Some(pieces.flat_map(|piece| (0..piece.len() / 4).filter_map(|at| number(piece, at * 4))).collect())
}

/// A short stream lies in pieces of 64 bytes within another stream.
fn small(stream: &[u8], table: &[u8], first: u32) -> Vec<u8> {
    let (mut data, mut next) = (Vec::new(), first);
    for _ in 0..=table.len() / 4 {
        let Some(at) = usize::try_from(next).ok().and_then(|at| at.checked_mul(64)) else { break };
        let Some(piece) = stream.get(at..(at + 64).min(stream.len())).filter(|piece| !piece.is_empty()) else { break };
        data.extend_from_slice(piece);
        let Some(after) = number(table, at / 16) else { break };
        next = after;
    }
    data
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..at.checked_add(2)?).and_then(|two| two.try_into().ok()).map(u16::from_le_bytes)
}

fn number(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at.checked_add(4)?).and_then(|four| four.try_into().ok()).map(u32::from_le_bytes)
}
