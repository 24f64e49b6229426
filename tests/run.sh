#!/usr/bin/env bash
# All tests, from a fresh clone: installs what is missing, then the suite, then Chromium. Nothing is
# skipped: what cannot run fails.
set -euo pipefail
cd "$(dirname "$0")/.."

# Installs Debian packages, as root or through sudo.
install() {
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { echo "missing: $*; install it, or run this as root" >&2; exit 2; }
    as_root=(sudo)
  fi
  command -v apt-get >/dev/null || { echo "missing: $*; there is no apt-get to install it with" >&2; exit 2; }
  "${as_root[@]}" apt-get update -qq </dev/null
  DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "$@" </dev/null >/dev/null
}

missing=()
[ -x "${CHROMIUM:-/usr/bin/chromium}" ] || missing+=(chromium)
command -v make >/dev/null || missing+=(make)
command -v fc-list >/dev/null || missing+=(fontconfig)
fc-list :lang=zh-cn 2>/dev/null | grep -q . || missing+=(fonts-noto-cjk)
command -v node >/dev/null && command -v npm >/dev/null || missing+=(nodejs npm)
[ "${#missing[@]}" -eq 0 ] || install "${missing[@]}"

# A copy of the lock file in node_modules tells whether the packages are those of this clone.
if ! cmp -s tests/browser/package-lock.json tests/browser/node_modules/.tongbao-lock; then
  (cd tests/browser && npm ci --no-progress </dev/null)
  cp tests/browser/package-lock.json tests/browser/node_modules/.tongbao-lock
fi

cargo test --quiet

TONGBAO="${CARGO_TARGET_DIR:-$PWD/target}/debug/tongbao"
export TONGBAO
node --test tests/browser/*.test.js
