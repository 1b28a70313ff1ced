// `npm test [-- --only unit,browser]`: installs what is missing, runs every check, and ends with one line of totals.
// Built-in modules and old syntax only, as in start.cjs.
'use strict';
var fs = require('fs');
var os = require('os');
var path = require('path');
var childProcess = require('child_process');
var root = require('./start.cjs').root;

var vitestProjects = ['unit', 'settings', 'database', 'contract', 'routes', 'wire'];
var names = ['lint', 'types'].concat(vitestProjects, ['build', 'browser']);
var reports = fs.mkdtempSync(path.join(os.tmpdir(), 'kazalliance-reports-'));
var totals = { passed: 0, failed: 0 };
/** The child processes that are running now: short checks run in parallel. */
var running = [];

function say(text) {
  process.stdout.write(text + '\n');
}

function readWanted() {
  var args = process.argv.slice(2);
  if (args.length === 0) return names;
  var wanted = args[0] === '--only' && args.length === 2 ? args[1].split(',') : [];
  var known = wanted.filter(function (name) {
    return names.indexOf(name) !== -1;
  });
  if (wanted.length > 0 && known.length === wanted.length) return wanted;
  process.stderr.write('Use: npm test [-- --only NAME,NAME], with names among ' + names.join(', ') + '.\n');
  process.exit(2);
}

/** The environment of a step: without those of the caller's settings that could change the result of a test. */
function environmentOf(step) {
  var environment = Object.assign({ HOME: os.homedir() }, process.env, { NODE_ENV: step.nodeEnv || 'test' }, step.environment);
  ['PORT', 'HOST', 'SITE_URL', 'DATA_DIR', 'SUPABASE_URL', 'SMTP_URL', 'MAILBOX', 'TRUST_PROXY', 'LOG_LEVEL', 'DEMO', 'DEMO_MEMBERS'].forEach(function (name) {
    delete environment[name];
  });
  return environment;
}

/** Runs one program in a process group of its own; resolves to its exit code, or 1 if it could not start or was killed. */
function run(step) {
  return new Promise(function (done) {
    var child = childProcess.spawn(step.command, step.args, { cwd: root, env: environmentOf(step), stdio: ['ignore', 'inherit', 'inherit'], detached: process.platform !== 'win32' });
    running.push(child);
    var end = function (code) {
      running = running.filter(function (other) {
        return other !== child;
      });
      done(code);
    };
    child.once('error', function (error) {
      process.stderr.write(step.command + ' could not be run: ' + error.message + '\n');
      end(1);
    });
    child.once('close', function (code) {
      end(code === null ? 1 : code);
    });
  });
}

function signalRunning(signal) {
  running.forEach(function (child) {
    try {
      process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
    } catch (error) {
      if (error.code !== 'ESRCH') throw error;
    }
  });
}

/** On SIGINT the test runners stop whatever they started; what is still running after fifteen seconds is killed. */
function stop(signal) {
  signalRunning('SIGINT');
  var killer = setTimeout(signalRunning, 15000, 'SIGKILL');
  var leave = function () {
    if (running.length > 0) return;
    clearTimeout(killer);
    fs.rmSync(reports, { recursive: true, force: true });
    process.exit(128 + os.constants.signals[signal]);
  };
  running.forEach(function (child) {
    child.once('close', leave);
  });
  leave();
}

function node(file, args, more) {
  return Object.assign({ command: process.execPath, args: [path.join(root, 'node_modules', file)].concat(args) }, more);
}

function ours(call) {
  return { command: process.execPath, args: ['-e', 'require("./scripts/start.cjs").' + call + '()'], nodeEnv: 'production' };
}

function readReport(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch (error) {
    return null;
  }
}

/** Skipped tests count as failed, and so does a file that broke before its first test. */
function countVitest(report) {
  var broken = report.testResults.filter(function (file) {
    return file.status === 'failed' && file.assertionResults.length === 0;
  });
  return { passed: report.numPassedTests, failed: report.numFailedTests + report.numPendingTests + report.numTodoTests + broken.length };
}

function countPlaywright(report) {
  var stats = report.stats;
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped + report.errors.length };
}

/** A step without a report counts as one check; a program that fails without reporting a failed test counts as one failure. */
function countOf(step, code) {
  if (!step.count) return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  var report = readReport(step.report);
  var counted = report ? step.count(report) : { passed: 0, failed: 1 };
  if (counted.failed === 0 && (code !== 0 || counted.passed === 0)) counted.failed = 1;
  return counted;
}

function findOnPath(name) {
  return (process.env.PATH || '')
    .split(path.delimiter)
    .map(function (folder) {
      return path.join(folder, name);
    })
    .filter(function (file) {
      return fs.existsSync(file);
    })[0];
}

/** The headless shell opens pages faster; older systems only have the full browser. */
var chromiumPackages = ['chromium-headless-shell', 'chromium'];

function findChromium() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  return chromiumPackages.concat(['chromium-browser', 'google-chrome']).map(findOnPath).filter(Boolean)[0];
}

/** Resolves to the path of Chromium. Installs it if we are root and have apt-get, else says what to do and resolves to undefined. */
async function provideChromium() {
  if (!findChromium() && os.userInfo().uid === 0 && findOnPath('apt-get')) {
    say('Installing Chromium (once, about a minute) …');
    var quietly = { DEBIAN_FRONTEND: 'noninteractive' };
    await run({ command: 'apt-get', args: ['update', '-qq'], environment: quietly });
    for (var name of chromiumPackages) {
      if (!findChromium()) await run({ command: 'apt-get', args: ['install', '-y', '-qq', '--no-install-recommends', name], environment: quietly });
    }
  }
  var found = findChromium();
  if (!found) process.stderr.write('The browser journeys need Chromium: install it (apt-get install chromium), or name it with CHROMIUM_PATH=/path/to/chromium npm test\n');
  return found;
}

function vitestStep(projects) {
  var report = path.join(reports, 'vitest.json');
  var args = ['run', '--reporter=default', '--reporter=json', '--outputFile.json=' + report];
  projects.forEach(function (project) {
    args.push('--project', project);
  });
  return node('vitest/vitest.mjs', args, { title: 'Tests: ' + projects.join(', '), report: report, count: countVitest });
}

function playwrightStep(chromium) {
  var report = path.join(reports, 'playwright.json');
  var environment = { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  return node('@playwright/test/cli.js', ['test', '--reporter=list,json'], { report: report, environment: environment, count: countPlaywright });
}

async function check(title, step) {
  say('\n=== ' + title + ' ===');
  var begun = Date.now();
  var counted = step ? countOf(step, await run(step)) : { passed: 0, failed: 1 };
  totals.passed += counted.passed;
  totals.failed += counted.failed;
  say(title + ': ' + counted.passed + ' passed, ' + counted.failed + ' failed, ' + Math.round((Date.now() - begun) / 1000) + ' s');
}

async function runAll(wanted) {
  var wants = function (name) {
    return wanted.indexOf(name) !== -1;
  };
  // Downloads while the other checks use the CPU.
  var provided = wants('browser') ? provideChromium() : null;
  if ((await run(ours('install'))) !== 0) {
    totals.failed += 1;
    return;
  }
  await Promise.all([
    wants('lint') && check('Lint', node('eslint/bin/eslint.js', ['.'])),
    wants('types') && check('Types', node('typescript/bin/tsc', [])),
    (wants('build') || wants('wire') || wants('browser')) && check('Build', ours('build')),
  ]);
  var projects = vitestProjects.filter(wants);
  if (projects.length > 0) await check('Tests (' + projects.join(', ') + ')', vitestStep(projects));
  if (wants('browser')) {
    var chromium = await provided;
    await check('Browser journeys', chromium && playwrightStep(chromium));
  }
}

['SIGINT', 'SIGTERM', 'SIGHUP'].forEach(function (signal) {
  process.once(signal, stop);
});

runAll(readWanted()).then(function () {
  fs.rmSync(reports, { recursive: true, force: true });
  process.exitCode = totals.failed === 0 ? 0 : 1;
  say('\n' + totals.passed + ' passed, ' + totals.failed + ' failed');
});
