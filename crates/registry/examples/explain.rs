//! Compares two names given on the command line, and says how each was taken apart.
#![allow(clippy::print_stdout)]

use samesky_registry::{Comparer, Known, Party};

fn main() {
    let names: Vec<String> = std::env::args().skip(1).collect();
    let party = |at: usize| Party { names: names.get(at).cloned().into_iter().collect(), ..Party::default() };
    let comparer = Comparer::new(Known::built_in());
    println!("{:#?}\n{:#?}", comparer.profile(&party(0)), comparer.profile(&party(1)));
    println!("{:#?}", comparer.compare(&party(0), &party(1)));
}
