#!/bin/sh
# Installs leadgen and removes it again. It works in a checkout, which it builds first, and in an unpacked archive.
#
#   ./install.sh                          into /usr/local
#   PREFIX=~/.local ./install.sh          into another folder
#   PREFIX=~/.local ./install.sh uninstall
#
# The programs and this script go to PREFIX/lib/leadgen, with links in PREFIX/bin. The manual and the completion scripts go to
# PREFIX/share. DESTDIR is put before PREFIX, for package builds. ~/.leadgen is not changed.
set -eu

fail() {
  printf 'install.sh: %s\n' "$*" >&2
  exit 1
}

root=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
prefix=${DESTDIR:-}${PREFIX:-/usr/local}
home=$prefix/lib/leadgen

# The files of share, a folder that holds files of other programs too.
shared() { (cd "$1/share" && find . -type f); }

uninstall() {
  [ -f "$home/built" ] || return 0
  shared "$home" | while read -r file; do rm -f "$prefix/share/$file"; done
  rm -f "$prefix/bin/leadgen" "$prefix/bin/leadgen-mcp"
  rm -rf "$home"
}

install() {
  # The programs find it in the same way, see bin/lib/launch.sh.
  app=$root
  if [ -x "$root/mvnw" ]; then
    app=$root/leadgen-dist/target/app
    LEADGEN_HOME=/dev/null "$root/bin/leadgen" --version >/dev/null
  fi
  [ "$root" != "$home" ] || fail "this is the installation itself; run install.sh of the checkout or archive that you want to install"
  [ ! -e "$home" ] || [ -f "$home/built" ] || fail "$home exists and is not an installation of leadgen; choose another PREFIX"
  { mkdir -p "$prefix/bin" "$home" && [ -w "$prefix/bin" ] && [ -w "$home" ]; } 2>/dev/null ||
    fail "cannot write to $prefix; run as root, or choose another folder: PREFIX=~/.local $0"
  uninstall
  mkdir -p "$home"
  # tar keeps modes and times, because an archive of loaded classes fits libraries of one age. The installing user owns the files.
  (cd "$root" && tar -cf - bin install.sh LICENSE NOTICE) | (cd "$home" && tar -xof -)
  (cd "$app" && tar -cf - built lib share) | (cd "$home" && tar -xof -)
  ln -sf ../lib/leadgen/bin/leadgen "$prefix/bin/leadgen"
  ln -sf ../lib/leadgen/bin/leadgen-mcp "$prefix/bin/leadgen-mcp"
  shared "$home" | while read -r file; do
    mkdir -p "$prefix/share/$(dirname -- "$file")"
    cp "$home/share/$file" "$prefix/share/$file"
  done
  case :${PATH:-}: in
    *":${PREFIX:-/usr/local}/bin:"*) ;;
    *) printf 'install.sh: %s/bin is not on your PATH\n' "${PREFIX:-/usr/local}" >&2 ;;
  esac
}

case ${1:-install} in
  install) install ;;
  uninstall) uninstall ;;
  *) fail "unknown command: $1; use install (the default) or uninstall" ;;
esac
