// `npm start`: built-in modules and old syntax only, so that it runs before anything is installed, and on an old Node.
'use strict';
var fs = require('fs');
var path = require('path');
var crypto = require('crypto');
var childProcess = require('child_process');

var root = path.resolve(__dirname, '..');
var isDevelopment = process.argv.indexOf('--dev') !== -1;

function fail(sentence) {
  process.stderr.write('\n' + sentence + '\n');
  process.exit(1);
}

function checkNode() {
  var parts = process.versions.node.split('.').map(Number);
  if (parts[0] > 20 || (parts[0] === 20 && parts[1] >= 19)) return;
  fail('Node 20.19 or newer is needed, this is ' + process.versions.node + '. Get it from https://nodejs.org and start again.');
}

function hashOf(text) {
  return crypto.createHash('sha256').update(text).digest('hex');
}

function filesBelow(folder, found) {
  fs.readdirSync(folder, { withFileTypes: true }).forEach(function (entry) {
    var file = path.join(folder, entry.name);
    if (entry.isDirectory()) filesBelow(file, found);
    else if (!/\.test\.tsx?$/.test(entry.name)) found.push(file);
  });
  return found;
}

/** Hash of everything that goes into the build; if it changed, the build is stale. */
function sourcesHash() {
  var files = [];
  ['app', 'server', 'public', 'supabase/seed', 'scripts'].forEach(function (folder) {
    if (fs.existsSync(path.join(root, folder))) filesBelow(path.join(root, folder), files);
  });
  ['package-lock.json', 'vite.config.ts', 'remix.config.js', 'tsconfig.json'].forEach(function (file) {
    files.push(path.join(root, file));
  });
  files.sort();
  return hashOf(
    files
      .map(function (file) {
        return path.relative(root, file) + ' ' + hashOf(fs.readFileSync(file));
      })
      .join('\n')
  );
}

function readOr(file, otherwise) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    return otherwise;
  }
}

function writeMark(file, text) {
  try {
    fs.writeFileSync(file, text);
  } catch (error) {
    fail('The folder ' + path.dirname(file) + ' cannot be written to. Copy the project to a folder of your own.');
  }
}

function run(what, command, args) {
  process.stdout.write(what + ' …\n');
  var begun = Date.now();
  var result = childProcess.spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' });
  if (result.status !== 0) fail(what + ' failed. What went wrong is written above.');
  process.stdout.write('  done in ' + Math.round((Date.now() - begun) / 1000) + ' s\n');
}

function checkFolder() {
  try {
    fs.accessSync(root, fs.constants.W_OK);
  } catch (error) {
    fail('The folder ' + root + ' cannot be written to. Copy the project to a folder of your own.');
  }
}

function install() {
  var mark = path.join(root, 'node_modules', '.kazalliance-lock');
  var lock = hashOf(fs.readFileSync(path.join(root, 'package-lock.json')));
  if (readOr(mark, '') === lock) return;
  run('Installing packages (once, about a minute)', 'npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
  writeMark(mark, lock);
}

function build() {
  var mark = path.join(root, 'build', '.sources');
  var sources = sourcesHash();
  if (readOr(mark, '') === sources) return;
  run('Building the site', process.execPath, [path.join(root, 'node_modules', '@remix-run', 'dev', 'dist', 'cli.js'), 'vite:build', '--logLevel', 'warn']);
  run('Packing the server and its files', process.execPath, [path.join(root, 'scripts', 'build-server.mjs')]);
  writeMark(mark, sources);
}

function serve() {
  process.chdir(root);
  process.env.NODE_ENV = isDevelopment ? 'development' : 'production';
  // `import()` is hidden from old parsers: they would fail on it before we could report that Node is too old.
  new Function('url', 'return import(url)')(require('url').pathToFileURL(path.join(root, 'build', 'server.js')).href).then(
    function (server) {
      return server.main({ isDevelopment: isDevelopment });
    }
  ).catch(function (error) {
    fail(error && error.isSentence ? error.message : (error && error.stack) || String(error));
  });
}

checkNode();
if (require.main === module) {
  checkFolder();
  process.env.NODE_ENV = isDevelopment ? 'development' : 'production';
  install();
  if (isDevelopment) run('Packing the server', process.execPath, [path.join(root, 'scripts', 'build-server.mjs'), '--server-only']);
  else build();
  serve();
}

module.exports = { install: install, build: build, serve: serve, run: run, root: root };
