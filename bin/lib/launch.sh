# What the programs in bin/ share; sourced by them, with $root set to this checkout or installation and $program to what they
# are called.
#
# stdout belongs to the answer. Everything that is said here goes to stderr.
# shellcheck shell=sh disable=SC2154 # root and program are set by who sources this

say() { printf '%s: %s\n' "$program" "$*" >&2; }
fail() {
  say "$1"
  exit "${2:-1}"
}

# In a checkout, which is what has a Maven wrapper, the program is what the build leaves. Else all of it lies here.
app=$root
[ ! -x "$root/mvnw" ] || app=$root/leadgen-dist/target/app

# --- Java; its version is read from a file, because asking the program would take longer than all the rest
find_java() {
  if [ -n "${JAVA_HOME:-}" ]; then
    java=$JAVA_HOME/bin/java
    [ -x "$java" ] || fail "JAVA_HOME is set to $JAVA_HOME, but there is no program bin/java in it"
    home=$JAVA_HOME
  else
    java=$(command -v java) || fail "Java 17 or newer is needed: set JAVA_HOME, or put java on the PATH"
    home=$(readlink -f "$java" 2>/dev/null) || home=$java
    home=${home%/bin/java}
  fi
  version=
  runtime=
  if [ -r "$home/release" ]; then
    while IFS='=' read -r key value; do
      value=${value#\"}
      value=${value%\"*}
      case $key in
        JAVA_VERSION) version=$value ;;
        JAVA_RUNTIME_VERSION) runtime=$value ;; # distinguishes two builds of one version
      esac
    done <"$home/release"
  fi
  if [ -z "$version" ]; then
    version=$("$java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p')
  fi
  feature=${version%%[!0-9]*}
  [ "${feature:-0}" -ge 17 ] || fail "Java 17 or newer is needed; $java is ${version:-of an unknown version}"
}

# --- the build
out_of_date() {
  [ -f "$app/built" ] || return 0
  [ -n "$(find "$root/pom.xml" \
    "$root/leadgen-core/pom.xml" "$root/leadgen-core/src/main" \
    "$root/leadgen-runtime/pom.xml" "$root/leadgen-runtime/src/main" \
    "$root/leadgen-attacks/pom.xml" "$root/leadgen-attacks/src/main" \
    "$root/leadgen-cli/pom.xml" "$root/leadgen-cli/src/main" \
    "$root/leadgen-mcp/pom.xml" "$root/leadgen-mcp/src/main" \
    "$root/leadgen-dist/pom.xml" \
    -newer "$app/built" 2>/dev/null | head -n 1)" ]
}

# Two first uses at one time must not build into one folder: the second waits, and finds the work done.
lock=$root/leadgen-dist/target/build.lock
take_lock() {
  mkdir -p "$root/leadgen-dist/target"
  waited=
  until mkdir "$lock" 2>/dev/null; do
    owner=$(cat "$lock/pid" 2>/dev/null) || owner=
    if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; then
      # Its owner is gone. Only one of those who wait can move it away.
      mv "$lock" "$lock.$$" 2>/dev/null && rm -rf "$lock.$$"
      continue
    fi
    [ -n "$waited" ] || say "waiting for another build of this checkout"
    waited=yes
    sleep 1
  done
  alive=
  trap 'rm -rf "$lock"; [ -z "$alive" ] || kill "$alive" 2>/dev/null || :' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
  echo $$ >"$lock/pid"
}

build() {
  [ -x "$root/mvnw" ] || fail "this installation is incomplete: $app is missing"
  take_lock
  if out_of_date; then
    if [ -f "$app/built" ]; then
      say "the sources have changed: building"
    else
      say "first use: building; this takes a minute or two, and longer while libraries are fetched"
    fi
    (
      # A sign of life; Maven itself is quiet.
      seconds=0
      # shellcheck disable=SC2217 # what is on stdin is for the program
      while sleep 15 </dev/null >/dev/null 2>&1; do
        seconds=$((seconds + 15))
        say "still building ($seconds s)"
      done
    ) &
    alive=$!
    # -am: what the programs need; no tests, no reports, and a warning of a newer compiler is nothing to stop a user. What is
    # on stdin is for the program.
    (cd "$root" && ./mvnw -q -pl leadgen-dist -am -Dmaven.test.skip=true -Djacoco.skip=true -Dcyclonedx.skip=true \
      -Dleadgen.failOnWarning=false package) </dev/null >&2 || fail "the build has failed; what it says is above"
    kill "$alive" 2>/dev/null || :
    alive=
    say "built"
  fi
  rm -rf "$lock"
  trap - EXIT INT TERM
}

# prepare JAR: a Java that is new enough, and the program built; then $jar is that program.
prepare() {
  find_java
  if [ -x "$root/mvnw" ]; then
    if out_of_date; then build; fi
  fi
  for jar in "$app/lib/$1"-[0-9]*.jar; do :; done
  [ -f "$jar" ] || fail "this installation is incomplete: there is no program in $app/lib"
}

# A short-lived process, or one that waits most of its time: the first compiler and the simplest collector do best. Nothing that
# the JVM itself has to say goes to stdout. The property keeps DuckDB's driver from starting the flight recorder, which takes a
# tenth of a short command; set it to false to record. No user's argument is in here, so splitting at spaces is
# what is wanted.
flags="-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData -Xms24m -Xlog:disable -XX:+DisplayVMOutputToStderr
  -Djfr.unsupported.vm=true"

# run_java OPTION...: the program, as it is run for a user.
run_java() {
  # shellcheck disable=SC2086 # options are split
  exec "$java" $flags ${archive:+"-XX:SharedArchiveFile=$archive"} ${LEADGEN_JAVA_OPTS:-} \
    -Dorg.sqlite.lib.path="$app/lib" "$@"
}

# --- an archive of loaded classes halves the time to start. It belongs to one program in one place and to one Java, and all are
# only known here; its name holds them, so that nobody else finds it. Where it cannot be made or does not fit, Java starts
# without it and says nothing.
#
# find_archive: $archive is the archive to start with, or nothing. The function train, which runs the program once with the
# options it is given, in the folder $work, makes it if there is none.
find_archive() {
  archive=
  [ -n "${LEADGEN_HOME:-}${HOME:-}" ] || return 0
  cache=${LEADGEN_HOME:-$HOME/.leadgen}/cache
  read -r build <"$app/built"
  place=$(printf %s "$app" | cksum)
  archive=$cache/$program-$build-${place%% *}-${runtime:-$version}.jsa
  [ -e "$archive" ] || make_archive
  [ -s "$archive" ] || archive=
}

make_archive() {
  work=$cache/making.$$
  mkdir -p "$work" 2>/dev/null || return 0
  trap 'rm -rf "$work"' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
  cp "$root"/bin/lib/training/* "$work"
  record_archive >/dev/null 2>&1 || :
  if [ -s "$work/archive" ]; then
    mv -f "$work/archive" "$archive"
  else
    : >"$archive" # so that it is not tried again at every start
  fi
  # Each build leaves one, for each program.
  # shellcheck disable=SC2012 # the names are ours
  (cd "$cache" && ls -t leadgen-*.jsa | tail -n +11 | while read -r old; do rm -f "$old"; done) 2>/dev/null || :
  rm -rf "$work"
  trap - EXIT INT TERM
}

# From JDK 25 on an AOT cache (JEP 514), which holds linked classes too. Before, or where that fails, an archive of the JDK's
# classes and ours: of the two kinds of AppCDS the one that can hold picocli's, which are of an old format.
record_archive() {
  [ "$feature" -lt 25 ] || trained -XX:AOTCacheOutput="$work/archive"
  [ ! -s "$work/archive" ] || return 0
  trained -XX:DumpLoadedClassList="$work/classes"
  "$java" -Xshare:dump -XX:-CreateCoredumpOnCrash -XX:ErrorFile="$work/error" -XX:SharedClassListFile="$work/classes" \
    -XX:SharedArchiveFile="$work/archive" -cp "$jar"
}

trained() {
  # shellcheck disable=SC2086 # options are split
  train env LEADGEN_HOME="$work" "$java" $flags -XX:-CreateCoredumpOnCrash -XX:ErrorFile="$work/error" "$@" \
    -Dorg.sqlite.lib.path="$app/lib"
}
