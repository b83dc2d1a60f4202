#!/bin/sh
# Installs leadgen, from a checkout (which is built first) or from the archive that this lies in, and removes it again.
#
#   ./install.sh                          into /usr/local
#   PREFIX=~/.local ./install.sh          into another place
#   PREFIX=~/.local ./install.sh uninstall
#
# The programs lie in PREFIX/lib/leadgen with this script, links to them in PREFIX/bin, the manual and what shells complete by
# in PREFIX/share. DESTDIR, before PREFIX, is for those who build packages. What users have in ~/.leadgen stays.
set -eu

fail() {
  printf 'install.sh: %s\n' "$*" >&2
  exit 1
}

root=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
prefix=${DESTDIR:-}${PREFIX:-/usr/local}
home=$prefix/lib/leadgen

# The files of share, which others have files beside.
shared() { (cd "$1/share" && find . -type f); }

uninstall() {
  [ -f "$home/built" ] || return 0
  shared "$home" | while read -r file; do rm -f "$prefix/share/$file"; done
  rm -f "$prefix/bin/leadgen" "$prefix/bin/leadgen-mcp"
  rm -rf "$home"
}

install() {
  # As the programs themselves find it, see bin/lib/launch.sh.
  app=$root
  if [ -x "$root/mvnw" ]; then
    app=$root/leadgen-dist/target/app
    LEADGEN_HOME=/dev/null "$root/bin/leadgen" --version >/dev/null
  fi
  [ "$root" != "$home" ] || fail "this is the installation itself; run the install.sh of what is to be installed"
  [ ! -e "$home" ] || [ -f "$home/built" ] || fail "$home is there, and is not an installation of leadgen"
  { mkdir -p "$prefix/bin" "$home" && [ -w "$prefix/bin" ] && [ -w "$home" ]; } 2>/dev/null ||
    fail "cannot write to $prefix; become root, or choose another place: PREFIX=~/.local $0"
  uninstall
  mkdir -p "$home"
  # tar keeps modes and times (an archive of loaded classes fits libraries of one age) and gives the files to who installs.
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
  *) fail "there is install (the default) and uninstall" ;;
esac
