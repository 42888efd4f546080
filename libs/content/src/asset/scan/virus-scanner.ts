import { createReadStream } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { once } from 'node:events';

export type Verdict =
  | { readonly kind: 'clean' }
  | { readonly kind: 'infected'; readonly virus: string }
  /** The scanner takes no file of this size. */
  | { readonly kind: 'tooLarge' }
  /** Nobody was there, or the answer made no sense. */
  | { readonly kind: 'away'; readonly reason: string };

/** 查毒. */
export abstract class VirusScanner {
  abstract scan(path: string): Promise<Verdict>;
}

/** No scanner is configured: other fences must do. */
export class NoScanner extends VirusScanner {
  override async scan(): Promise<Verdict> {
    return { kind: 'clean' };
  }
}

const PIECE = 256 * 1024;
const PATIENCE_MS = 60_000;
const LONGEST_ANSWER = 1024;
/** A scanner that breaks off after so much did not like the size. */
const HEARD_BYTES = 1024 * 1024;

const isReset = (error: unknown): boolean =>
  ['ECONNRESET', 'EPIPE'].includes((error as NodeJS.ErrnoException | null)?.code ?? '');

/**
 * clamd over its INSTREAM command: pieces with a length of four bytes before each, a length of zero at
 * the end, one line back. The file is streamed; an answer may come before all of it was sent.
 */
export class ClamdScanner extends VirusScanner {
  constructor(
    private readonly url: string,
    private readonly patienceMs: number = PATIENCE_MS,
  ) {
    super();
  }

  override async scan(path: string): Promise<Verdict> {
    const socket = this.connect();
    const answer = answerOf(socket, this.patienceMs);
    answer.catch(() => undefined);
    try {
      await once(socket, 'connect');
      // clamd that has heard enough closes its side; what it said still counts.
      await send(socket, path, answer).catch(() => undefined);
      return read(await answer);
    } catch (error) {
      // A scanner that has had enough may hang up before its answer is read.
      if (isReset(error) && socket.bytesWritten > HEARD_BYTES) return { kind: 'tooLarge' };
      return { kind: 'away', reason: error instanceof Error ? error.message : String(error) };
    } finally {
      socket.destroy();
    }
  }

  private connect(): Socket {
    if (this.url.startsWith('unix:'))
      return connect(this.url.slice('unix:'.length).replace(/^\/\/(?=\/)/, ''));
    const { hostname, port } = new URL(this.url);
    return connect(Number(port || 3310), hostname.replace(/^\[|\]$/g, ''));
  }
}

async function send(socket: Socket, path: string, answer: Promise<string>): Promise<void> {
  let isAnswered = false;
  const answered = answer
    .catch(() => undefined)
    .then(() => {
      isAnswered = true;
    });
  socket.write('zINSTREAM\0');
  for await (const piece of createReadStream(path, { highWaterMark: PIECE })) {
    const bytes = piece as Buffer;
    const head = Buffer.alloc(4);
    head.writeUInt32BE(bytes.length);
    socket.write(head);
    if (!socket.write(bytes)) await Promise.race([once(socket, 'drain'), answered]);
    if (isAnswered || !socket.writable) return;
  }
  socket.write(Buffer.alloc(4));
}

function answerOf(socket: Socket, patienceMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    socket.setTimeout(patienceMs, () => reject(new Error('the scanner did not answer in time')));
    socket.on('data', (piece: Buffer) => {
      text += piece.toString('latin1');
      if (text.includes('\0') || text.includes('\n') || text.length > LONGEST_ANSWER) resolve(text);
    });
    socket.on('error', reject);
    socket.on('close', () => (text === '' ? reject(new Error('the scanner hung up')) : resolve(text)));
  });
}

function read(answer: string): Verdict {
  const line = answer.split(/[\0\n]/)[0] ?? '';
  if (/^stream: OK$/.test(line)) return { kind: 'clean' };
  const found = /^stream: (.{1,120}) FOUND$/.exec(line);
  if (found) return { kind: 'infected', virus: (found[1] as string).replace(/[^\w .:/()-]/g, '_') };
  if (/size limit exceeded/i.test(line)) return { kind: 'tooLarge' };
  return { kind: 'away', reason: `unexpected answer: ${line.slice(0, 80)}` };
}
