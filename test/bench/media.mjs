// Large files: memory and speed while a film comes in by pieces and goes out in parts. Own process, own data.
import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { Readable } from 'node:stream';
import { memoryMegabytes, startApp, temporaryDirectory } from './server.mjs';

const MEGABYTE = 1024 * 1024;
const PIECE = 64 * MEGABYTE;
const PASSWORD = 'Shifan@2026demo';

function ask(port, host, path, { method = 'GET', headers = {}, body } = {}) {
  return new Promise((resolve, reject) => {
    const sent = request(
      { port, host: '127.0.0.1', path, method, headers: { host, ...headers } },
      (response) => {
        let size = 0;
        const kept = [];
        response.on('data', (chunk) => {
          size += chunk.length;
          if (size < MEGABYTE) kept.push(chunk);
        });
        response.on('end', () =>
          resolve({
            status: response.statusCode,
            headers: response.headers,
            size,
            text: Buffer.concat(kept).toString(),
          }),
        );
        response.on('error', reject);
      },
    );
    sent.on('error', reject);
    if (body instanceof Readable) body.pipe(sent);
    else sent.end(body);
  });
}

/** A film: a head that says what it is, then noise that no disk can shorten. */
function film() {
  const head = Buffer.alloc(24);
  head.writeUInt32BE(24, 0);
  head.write('ftypisom', 4, 'latin1');
  const noise = randomBytes(MEGABYTE);
  return function* pieces(from, to) {
    for (let at = from; at < to;) {
      const length = Math.min(MEGABYTE - (at % MEGABYTE), to - at);
      const bytes = Buffer.from(noise.subarray(at % MEGABYTE, (at % MEGABYTE) + length));
      if (at === 0) head.copy(bytes);
      // Every megabyte differs from the others.
      if (at % MEGABYTE === 0 && at > 0) bytes.writeUInt32BE(at / MEGABYTE, 0);
      yield bytes;
      at += length;
    }
  };
}

export async function measureMedia(template, megabytes = 512) {
  const data = temporaryDirectory(template);
  const app = await startApp('all-in-one', { DATA_DIR: data.path, SEED: 'none' });
  try {
    const { pid } = app;
    const json = { 'content-type': 'application/json' };
    const signedIn = await ask(app.consolePort, 'localhost', '/api/session', {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ username: 'sf-editor', password: PASSWORD }),
    });
    const cookie = signedIn.headers['set-cookie'].map((line) => line.split(';')[0]).join('; ');
    const tus = { cookie, 'tus-resumable': '1.0.0' };
    const total = megabytes * MEGABYTE;
    const pieces = film();
    const resting = memoryMegabytes(pid);
    let highest = resting;
    const watch = setInterval(() => {
      highest = Math.max(highest, memoryMegabytes(pid));
    }, 50);

    const begun = performance.now();
    const made = await ask(app.consolePort, 'localhost', '/api/sites/shifan/uploads', {
      method: 'POST',
      headers: { ...tus, 'upload-length': total, 'upload-metadata': 'filename YmVuY2gubXA0' },
    });
    if (made.status !== 201) throw new Error(`announcing a film: ${made.status} ${made.text}`);
    const path = made.headers.location;
    for (let at = 0; at < total; at += PIECE) {
      const end = Math.min(at + PIECE, total);
      const { status, text } = await ask(app.consolePort, 'localhost', path, {
        method: 'PATCH',
        headers: {
          ...tus,
          'upload-offset': at,
          'content-length': end - at,
          'content-type': 'application/offset+octet-stream',
        },
        body: Readable.from(pieces(at, end)),
      });
      if (status !== 204) throw new Error(`a piece: ${status} ${text}`);
    }
    const sent = performance.now();
    const finished = await ask(app.consolePort, 'localhost', `${path}/finish`, {
      method: 'POST',
      headers: { cookie, ...json },
      body: '{}',
    });
    const stored = performance.now();
    if (finished.status !== 200) throw new Error(`finishing: ${finished.status} ${finished.text}`);
    const uploadPeak = highest;

    highest = memoryMegabytes(pid);
    const { consoleUrl } = JSON.parse(finished.text);
    const reading = performance.now();
    const whole = await ask(app.consolePort, 'localhost', consoleUrl, { headers: { cookie } });
    const read = performance.now();
    const parts = [];
    for (let turn = 0; turn < 50; turn += 1) {
      const from = Math.floor((total / 50) * turn);
      const start = performance.now();
      const part = await ask(app.consolePort, 'localhost', consoleUrl, {
        headers: { cookie, range: `bytes=${from}-${from + 262_143}` },
      });
      if (part.status !== 206) throw new Error(`a part: ${part.status}`);
      parts.push(performance.now() - start);
    }
    clearInterval(watch);
    if (whole.size !== total) throw new Error(`read ${whole.size} of ${total} bytes`);
    return {
      megabytes,
      restingMb: resting,
      uploadPeakMb: uploadPeak,
      uploadPerSecond: megabytes / ((sent - begun) / 1000),
      finishMs: stored - sent,
      downloadPeakMb: highest,
      downloadPerSecond: megabytes / ((read - reading) / 1000),
      partP50Ms: parts.toSorted((a, b) => a - b)[25],
    };
  } finally {
    await app.stop();
    data.remove();
  }
}
