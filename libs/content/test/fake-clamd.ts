import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** Speaks clamd's INSTREAM: `EICAR` anywhere in a file is a virus. */
export class FakeClamd {
  readonly received: Buffer[] = [];
  /** Said instead of the truth, one a file. */
  readonly answers: string[] = [];
  limit = Number.POSITIVE_INFINITY;
  private readonly sockets = new Set<Socket>();

  private constructor(private readonly server: Server) {
    server.on('connection', (socket) => this.serve(socket));
  }

  static async start(port = 0): Promise<FakeClamd> {
    const server = createServer();
    const fake = new FakeClamd(server);
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return fake;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `tcp://127.0.0.1:${this.port}`;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private serve(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('close', () => this.sockets.delete(socket));
    socket.on('error', () => undefined);
    let buffered = Buffer.alloc(0);
    const file: Buffer[] = [];
    let size = 0;
    let isOpen = false;
    socket.on('data', (piece: Buffer) => {
      buffered = Buffer.concat([buffered, piece]);
      if (!isOpen) {
        if (buffered.length < 10) return;
        isOpen = buffered.toString('latin1', 0, 10) === 'zINSTREAM\0';
        if (!isOpen) return void socket.end('UNKNOWN COMMAND\0');
        buffered = buffered.subarray(10);
      }
      while (buffered.length >= 4) {
        const length = buffered.readUInt32BE(0);
        if (length === 0) return void socket.end(this.verdict(Buffer.concat(file)));
        if (buffered.length < 4 + length) return;
        file.push(buffered.subarray(4, 4 + length));
        size += length;
        buffered = buffered.subarray(4 + length);
        if (size > this.limit) return void socket.end('INSTREAM size limit exceeded. ERROR\0');
      }
    });
  }

  private verdict(content: Buffer): string {
    this.received.push(content);
    const said = this.answers.shift();
    if (said !== undefined) return said === '' ? '' : `${said}\0`;
    return content.includes('EICAR') ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0';
  }
}
