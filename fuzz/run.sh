#!/bin/sh
# Runs the fuzz target for so many seconds (an hour if none are named) on the stable compiler: the coverage that libFuzzer needs is asked of LLVM by hand.
#
#     fuzz/run.sh [SECONDS]
#
# Findings are kept in fuzz/artifacts, what was learned in fuzz/learned. Needs a C++ compiler.
set -eu
cd "$(dirname "$0")"
triple=$(rustc -vV | sed -n 's/^host: //p')
export RUSTFLAGS="--cfg fuzzing -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
-Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table"
cargo build --release --locked --target "$triple"
mkdir -p learned artifacts
python3 seeds.py learned
exec "${CARGO_TARGET_DIR:-target}/$triple/release/reading" learned -artifact_prefix=artifacts/ \
  -max_len=4096 -len_control=20 -timeout=30 -rss_limit_mb=2000 -max_total_time="${1:-3600}" -print_final_stats=1
