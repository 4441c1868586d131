#!/usr/bin/env bash
# How long a newcomer waits: from a clean clone, with nothing built, to the first page of the demo.
#
#   benches/first_page.sh [--download]
#
# Crates are taken from Cargo's cache; with --download they are fetched anew, into a folder that goes away.
set -Eeuo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

scratch=$(mktemp -d)
group=
finish() {
  if [[ -n $group ]]; then kill -TERM -- "-$group" 2>/dev/null || true; fi
  rm -rf "$scratch"
}
trap finish EXIT

case ${1-} in
  '') ;;
  --download) export CARGO_HOME=$scratch/cargo ;;
  *) echo "usage: benches/first_page.sh [--download]" >&2; exit 2 ;;
esac
unset CARGO_TARGET_DIR

git clone --quiet --local . "$scratch/samesky"
cd "$scratch/samesky"
port=$((20000 + RANDOM % 12000))
begin=$(date +%s%N)
set -m
cargo run --locked -- demo --listen "127.0.0.1:$port" >"$scratch/log" 2>&1 &
group=$!
set +m

built=
while true; do
  if [[ -z $built ]] && grep -q '^ *Finished' "$scratch/log"; then built=$(date +%s%N); fi
  curl -sf -o "$scratch/page" "http://127.0.0.1:$port/" && break
  if ! kill -0 "$group" 2>/dev/null; then tail -n 20 "$scratch/log" >&2; exit 1; fi
  sleep 0.2
done
end=$(date +%s%N)
seconds() { awk -v from="$1" -v to="$2" 'BEGIN { printf "%.1f s", (to - from) / 1e9 }'; }
echo "build: $(seconds "$begin" "${built:-$end}")"
echo "first page: $(seconds "$begin" "$end") ($(wc -c <"$scratch/page") bytes)"
echo "machine: $(nproc) cores, $(awk -F': ' '/model name/ { print $2; exit }' /proc/cpuinfo), $(rustc --version)"
