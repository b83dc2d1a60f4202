#!/usr/bin/env node
// Starts the server by the Java of this machine. stdin and stdout are the protocol's, so nothing is printed there.
'use strict';
const { spawn, spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

const NEEDED = 17;

function fail(message) {
  console.error(`leadgen-mcp: ${message}`);
  console.error(`leadgen-mcp: Java ${NEEDED} or newer is needed: install one, and set JAVA_HOME, or LEADGEN_JAVA to its program java`);
  process.exit(1);
}

function executable(home) {
  return path.join(home, 'bin', process.platform === 'win32' ? 'java.exe' : 'java');
}

/** The Java to use, as a path or, if it is to be looked up on the PATH, as a name. */
function java() {
  for (const [variable, candidate] of [
    ['LEADGEN_JAVA', process.env.LEADGEN_JAVA],
    ['JAVA_HOME', process.env.JAVA_HOME && executable(process.env.JAVA_HOME)],
  ]) {
    if (candidate) {
      if (!fs.existsSync(candidate)) fail(`${variable} is set to ${process.env[variable]}, but there is no ${candidate}`);
      return candidate;
    }
  }
  return 'java';
}

/** From the file beside the program, because asking the program takes longer; else from the program. */
function version(program) {
  try {
    const release = fs.readFileSync(path.join(fs.realpathSync(program), '..', '..', 'release'), 'utf8');
    const found = /^JAVA_VERSION="([^"]+)"/m.exec(release);
    if (found) return found[1];
  } catch {
    // No such file: a name on the PATH, or an unusual layout.
  }
  const asked = spawnSync(program, ['-version'], { encoding: 'utf8', windowsHide: true });
  if (asked.error) fail(`${program} cannot be started (${asked.error.code})`);
  const found = / version "([^"]+)"/.exec(asked.stderr + asked.stdout);
  return found ? found[1] : 'of an unknown version';
}

const program = java();
const found = version(program);
if (!(parseInt(found, 10) >= NEEDED)) fail(`${program} is ${found}`);

const given = process.argv.slice(2);
// Over HTTP there are many callers for hours: worth the second compiler.
const http = given.some((word) => word === '--http' || word.startsWith('--http='));
const child = spawn(
  program,
  [
    `-XX:TieredStopAtLevel=${http ? 4 : 1}`,
    '-XX:+UseSerialGC',
    '-XX:-UsePerfData',
    '-Xshare:auto',
    // Whatever the JVM has to say goes to stderr.
    '-Xlog:disable',
    '-XX:+DisplayVMOutputToStderr',
    '-jar',
    path.join(__dirname, '..', 'lib', 'leadgen-mcp.jar'),
    ...given,
  ],
  { stdio: 'inherit', windowsHide: true },
);
child.on('error', (error) => fail(`${program} cannot be started (${error.code})`));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 1 : code));
