//! Writes instances in which every meeting has to be held, each with a plan of it, into a folder:
//! `cargo run -p samesky-timetable --example mandatory -- FOLDER [SEEDS]`.

use samesky_timetable::sample::{Mandatory, mandatory};
use std::error::Error;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let folder = arguments.first().ok_or("expected a folder")?;
    let seeds = arguments.get(1).map_or(Ok(20), |seeds| seeds.parse())?;
    std::fs::create_dir_all(folder)?;
    for seed in 1..=seeds {
        let (instance, plan) = mandatory(Mandatory::of_seed(seed), seed);
        let file = |kind: &str| Path::new(folder).join(format!("{}{kind}.json", instance.name));
        std::fs::write(file(""), serde_json::to_string_pretty(&instance)?)?;
        std::fs::write(file(".drawn"), serde_json::to_string_pretty(&plan)?)?;
    }
    Ok(())
}
