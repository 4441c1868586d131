//! Compares two names given on the command line and says how each was taken apart; or, with one argument, the lines
//! `verdict|name|name` of a file, and prints those that are answered otherwise.
#![allow(clippy::print_stdout, clippy::expect_used)]

use samesky_registry::{Comparer, Known, Party};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let comparer = Comparer::new(Known::built_in());
    let party = |name: &str| Party { names: vec![name.to_owned()], ..Party::default() };
    match arguments.as_slice() {
        [file] => {
            let text = std::fs::read_to_string(file).expect("a file");
            for line in text.lines() {
                if let [label, one, other] = line.split('|').collect::<Vec<_>>()[..] {
                    let answer = comparer.compare(&party(one), &party(other));
                    if answer.verdict.code() != label {
                        let evidence: Vec<String> = answer.evidence.iter().map(ToString::to_string).collect();
                        println!("{label} -> {} | {one} | {other} | {}", answer.verdict, evidence.join("; "));
                    }
                }
            }
        }
        [one, other] => {
            let (one, other) = (party(one), party(other));
            println!("{:#?}\n{:#?}", comparer.profile(&one), comparer.profile(&other));
            println!("{:#?}", comparer.compare(&one, &other));
        }
        _ => println!("two names, or a file"),
    }
}
