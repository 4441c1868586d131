//! Small PDFs, written by hand.

/// A line to be set: x and y from the bottom left, size, words.
pub(crate) type Set<'a> = (u32, u32, u32, &'a str);

/// A PDF whose pages hold lines in any script. Characters are set in a composite font whose codes are UTF-16 units and
/// whose widths are 1 em, or half an em for ASCII.
pub(crate) fn pdf(pages: &[Vec<Set<'_>>]) -> Vec<u8> {
    let contents: Vec<String> = pages.iter().map(|lines| lines.iter().map(line).collect()).collect();
    with_contents(&contents, "")
}

/// A PDF whose font is named by a predefined encoding and not embedded, as older writers of Chinese and Japanese do. The
/// lines are codes of that encoding.
pub(crate) fn predefined(name: &str, lines: &[(u32, &[u8])]) -> Vec<u8> {
    let set = |(y, codes): &(u32, &[u8])| {
        let codes: String = codes.iter().map(|byte| format!("{byte:02X}")).collect();
        format!("BT /F1 12 Tf 1 0 0 1 72 {y} Tm <{codes}> Tj ET\n")
    };
    let font = format!("<< /Type /Font /Subtype /Type0 /BaseFont /Made /Encoding /{name} /DescendantFonts [4 0 R] >>");
    with_font(&[lines.iter().map(set).collect()], "", &font)
}

/// A PDF with a page that draws no characters, as a scan does.
pub(crate) fn scan() -> Vec<u8> {
    with_contents(&["0 0 100 100 re f\n".to_owned()], "")
}

/// A PDF whose page draws a form that draws itself, without end.
pub(crate) fn endless() -> Vec<u8> {
    let form = "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 9 0 R >> >> /Length 5 >>\nstream\n/X Do\nendstream";
    with_contents(&["/X Do\n".to_owned()], form)
}

/// A PDF whose page names a font encoding that the parser does not have.
pub(crate) fn with_a_broken_page(text: &str) -> Vec<u8> {
    with_contents(&[line(&(72, 700, 12, text)), "BT /Nowhere 12 Tf (x) Tj ET\n".to_owned()], "")
}

/// A PDF whose catalogue has an array nested to a depth.
pub(crate) fn nested(depth: usize) -> Vec<u8> {
    let deep = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    assemble(&[
        format!("<< /Type /Catalog /Pages 2 0 R /Deep {deep} >>"),
        "<< /Type /Pages /Kids [] /Count 0 >>".to_owned(),
    ])
}

fn line((x, y, size, words): &Set<'_>) -> String {
    let codes: String = words.encode_utf16().map(|unit| format!("{unit:04X}")).collect();
    format!("BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm <{codes}> Tj ET\n")
}

fn with_contents(contents: &[String], form: &str) -> Vec<u8> {
    let font = "<< /Type /Font /Subtype /Type0 /BaseFont /Made /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>";
    with_font(contents, form, font)
}

fn with_font(contents: &[String], form: &str, font: &str) -> Vec<u8> {
    let first = 10;
    let kids: Vec<String> = (0..contents.len()).map(|n| format!("{} 0 R", first + 2 * n)).collect();
    let below = "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Made /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) \
                 /Supplement 0 >> /FontDescriptor 6 0 R /DW 1000 /W [32 126 500] >>";
    let descriptor = "<< /Type /FontDescriptor /FontName /Made /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 \
                      /Descent -200 /CapHeight 700 /StemV 80 >>";
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Kids [{}] /Count {} /MediaBox [0 0 595 842] >>", kids.join(" "), contents.len()),
        font.to_owned(),
        below.to_owned(),
        stream(UNICODE_MAP),
        descriptor.to_owned(),
        "null".to_owned(),
        "null".to_owned(),
        if form.is_empty() { "null".to_owned() } else { form.to_owned() },
    ];
    for (n, content) in contents.iter().enumerate() {
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /Contents {} 0 R /Resources << /Font << /F1 3 0 R >> /XObject << /X 9 0 R >> >> >>",
            first + 2 * n + 1
        ));
        objects.push(stream(content));
    }
    assemble(&objects)
}

const UNICODE_MAP: &str = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /Made def\n/CMapType 2 def\n\
1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n1 beginbfrange\n<0000> <FFFF> <0000>\nendbfrange\nendcmap\n\
CMapName currentdict /CMap defineresource pop\nend\nend\n";

fn stream(content: &str) -> String {
    format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len())
}

fn assemble(objects: &[String]) -> Vec<u8> {
    let mut file = String::from("%PDF-1.7\n");
    let mut offsets = Vec::new();
    for (n, object) in objects.iter().enumerate() {
        offsets.push(file.len());
        file.push_str(&format!("{} 0 obj\n{object}\nendobj\n", n + 1));
    }
    let table = file.len();
    file.push_str(&format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1));
    offsets.iter().for_each(|offset| file.push_str(&format!("{offset:010} 00000 n \n")));
    file.push_str(&format!("trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n", objects.len() + 1));
    file.into_bytes()
}
