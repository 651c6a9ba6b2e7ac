'use strict';
{
  const { openSync, closeSync, readSync, writeSync } = require('fs');
  const { createRequire } = require('module');
  const vm = require('vm');
  const { parse, stringify } = JSON;
  const { alloc, concat, from } = Buffer;
  const leave = process.reallyExit.bind(process);
  const wait = Atomics.wait;
  const never = new Int32Array(new SharedArrayBuffer(4));
  const channel = Number(process.argv[1]);

  const read = (size) => {
    const all = alloc(size);
    for (let at = 0; at < size; ) {
      const count = readSync(0, all, at, size - at, null);
      if (count === 0) leave(0);
      at += count;
    }
    return all;
  };

  writeSync(channel, 'R');
  const request = parse(read(read(4).readUInt32BE(0)).toString('utf8'));
  const { token, limit } = request;
  closeSync(0);
  openSync('/dev/null', 'r');

  // In JSON a half of a surrogate pair stands as \ud800; two backslashes before it are a backslash of the text.
  const whole = (json) => json.replace(/\\\\|\\ud[89a-f][0-9a-f]{2}/g, (found) => (found.length > 2 ? '\ufffd' : found));

  const send = (text) => {
    const body = from(text, 'utf8');
    const size = alloc(4);
    size.writeUInt32BE(body.length);
    const all = concat([from(token), size, body]);
    for (let at = 0; at < all.length; ) at += writeSync(channel, all, at);
    // We are ended as soon as the answer has been read, and how much memory we hold.
    for (;;) wait(never, 0, 0);
  };

  const fail = (kind, message, traceback = '') =>
    send(whole(stringify({ error: { kind, message: message.slice(0, 4000), traceback: traceback.slice(-16000) } })));

  const threw = (error) => {
    let message = 'The code threw something that cannot be shown.';
    let stack = '';
    try {
      const isError = error instanceof Error;
      message = isError ? `${error.name}: ${error.message}` : `Uncaught ${String(error)}`;
      stack = isError && typeof error.stack === 'string' ? error.stack : '';
    } catch {
      // An error whose own texts throw: what is said above has to do.
    }
    const own = stack.split('\n').filter((line) => !/^ {4}at .*(\[eval\]|node:)/.test(line));
    fail('program', message, own.join('\n'));
  };

  const done = (result) => {
    let text;
    try {
      text = whole(stringify({ result: result === undefined ? null : result }));
    } catch (error) {
      fail('result', `What main handed back is no JSON: ${error && error.message}`);
    }
    const size = Buffer.byteLength(text);
    if (size > limit) fail('output', `The result has ${size} bytes; at most ${limit} are allowed.`);
    send(text);
  };

  process.on('uncaughtException', threw);
  process.on('exit', () => fail('exited', 'The program ended before main handed anything back.'));
  process.argv.length = 1;
  globalThis.require = createRequire('/tmp/main.js');
  globalThis.module = { exports: {} };
  globalThis.exports = globalThis.module.exports;
  try {
    vm.runInThisContext(request.code, { filename: 'main.js' });
    const main = vm.runInThisContext('typeof main === "function" ? main : undefined');
    if (!main) fail('program', 'The code defines no function main.');
    const result = main(request.inputs);
    if (result && typeof result.then === 'function') result.then(done, threw);
    else done(result);
  } catch (error) {
    threw(error);
  }
}
