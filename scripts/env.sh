# Sourced by the other scripts: where builds are cached, and how a step announces itself.
# One target folder per user serves every checkout, so that dependencies are built once.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/hearth/target}"
export CARGO_TERM_COLOR="${CARGO_TERM_COLOR:-auto}"
export PATH="$PATH:$HOME/.cargo/bin"

say() { printf '\n== %s\n' "$*"; }

# A Python that has onnxruntime; `scripts/setup --test` makes it.
onnxruntime="${XDG_CACHE_HOME:-$HOME/.cache}/hearth/onnxruntime/bin/python"

# The binary that `cargo build` leaves, wherever the target folder is.
hearth_binary() { printf '%s/debug/hearth' "$CARGO_TARGET_DIR"; }
