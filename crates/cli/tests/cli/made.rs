//! Announcements of invented places, and files of every format that hold them.

use std::io::{Cursor, Write};
use zip::write::{SimpleFileOptions, ZipWriter};

/// 24 projects at 8.64 billion yuan.
pub(crate) const CHINESE: &str = "霞川市（虚构）投资推介会签约24个项目\n\n霞川2024年5月17日讯　霞川市（虚构）投资推介会5月16日在霞川举行，\
                                  会上24个项目签约，计划总投资86.4亿元，118家企业到会。\n";
/// The same in traditional characters.
pub(crate) const TRADITIONAL: &str = "霞川市（虛構）投資說明會簽約24個項目\n\n霞川2024年5月17日電　霞川市（虛構）投資說明會5月16日在霞川舉行，\
                                      會上24個項目簽約，計劃總投資86.4億元，118家企業與會。\n";
/// The same in Japanese.
pub(crate) const JAPANESE: &str = "霞川市（架空）、投資説明会で24件に調印\n\n霞川市（架空）は2024年5月16日、投資説明会を開いた。24件の調印が行われ、\
                                   計画投資総額は86億4,000万元となった。企業118社が参加した。\n";
/// The same in Thai.
pub(crate) const THAI: &str = "เมืองธารารมณ์ (สมมติ) ลงนาม 24 โครงการ\n\nเมืองธารารมณ์ (สมมติ) จัดงานส่งเสริมการลงทุนเมื่อวันที่ 16 พฤษภาคม 2567 \
                               มีการลงนาม 24 โครงการ มูลค่าการลงทุนรวม 8,640 ล้านหยวน มีบริษัทเข้าร่วม 118 ราย\n";

/// A page with the paragraphs of a text between navigation and a foot.
pub(crate) fn html(text: &str, charset: &str) -> String {
    let mut lines = text.lines().filter(|line| !line.is_empty());
    let title = lines.next().expect("a title");
    let paragraphs: String = lines.map(|line| format!("<p>{line}</p>\n")).collect();
    format!(
        "<!doctype html><html><head><meta charset=\"{charset}\"><title>{title}</title></head><body>\
         <nav><a href=/a>A</a> <a href=/b>B</a> <a href=/c>C</a></nav>\
         <article><h1>{title}</h1>\n{paragraphs}</article><footer>ICP 99999999</footer></body></html>"
    )
}

const RELATIONSHIPS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;

/// A Word document with the paragraphs of a text.
pub(crate) fn docx(text: &str) -> Vec<u8> {
    let paragraphs: String = text
        .lines()
        .filter(|line| !line.is_empty())
        .map(|line| format!("<w:p><w:r><w:t xml:space=\"preserve\">{line}</w:t></w:r></w:p>"))
        .collect();
    let document = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="w"><w:body>{paragraphs}<w:sectPr/></w:body></w:document>"#
    );
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in [("_rels/.rels", RELATIONSHIPS), ("word/document.xml", document.as_str())] {
        zip.start_file(name, SimpleFileOptions::default()).expect("a new part");
        zip.write_all(content.as_bytes()).expect("room in memory");
    }
    zip.finish().expect("a whole archive").into_inner()
}

/// A PDF of one page with the lines of a text, broken after 24 characters and never inside a number. Codes are UTF-16 units.
pub(crate) fn pdf(text: &str) -> Vec<u8> {
    let characters: Vec<Vec<char>> =
        text.lines().filter(|line| !line.is_empty()).map(|l| l.chars().collect()).collect();
    let mut content = String::new();
    let mut height = 780;
    for paragraph in &characters {
        let inside_number = |a: &char, b: &char| a.is_ascii() && b.is_ascii();
        let whole: Vec<&[char]> = paragraph.chunk_by(inside_number).collect();
        for line in whole.chunks(24) {
            let line: String = line.concat().into_iter().collect();
            let codes: String = line.encode_utf16().map(|unit| format!("{unit:04X}")).collect();
            content.push_str(&format!("BT /F1 14 Tf 1 0 0 1 60 {height} Tm <{codes}> Tj ET\n"));
            height -= 18;
        }
        height -= 20;
    }
    assemble(&[
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [7 0 R] /Count 1 /MediaBox [0 0 595 842] >>".to_owned(),
        "<< /Type /Font /Subtype /Type0 /BaseFont /Made /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>".to_owned(),
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Made /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) \
         /Supplement 0 >> /FontDescriptor 6 0 R /DW 1000 /W [32 126 500] >>".to_owned(),
        stream("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /Made def\n/CMapType 2 def\n\
                1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n1 beginbfrange\n<0000> <FFFF> <0000>\nendbfrange\n\
                endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"),
        "<< /Type /FontDescriptor /FontName /Made /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 \
         /Descent -200 /CapHeight 700 /StemV 80 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /Contents 8 0 R /Resources << /Font << /F1 3 0 R >> >> >>".to_owned(),
        stream(&content),
    ])
}

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
