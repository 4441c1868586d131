//! Makes Cargo notice new files among the translations and assets, which macros embed by folder.

fn main() {
    println!("cargo::rerun-if-changed=../../translations");
    println!("cargo::rerun-if-changed=../../assets");
}
