import type { OutgoingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import { visit, type Answer } from './visitor';

/** A signed-in person at the console API, as the browser would speak to it. */
export class Desk {
  private constructor(
    private readonly port: number,
    private cookie: string,
  ) {}

  static async signIn(port: number, username: string, password: string): Promise<Desk> {
    const answer = await visit(port, 'localhost', '/api/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password }),
    });
    if (answer.status !== 200) throw new Error(`登录失败（${answer.status}）：${answer.body}`);
    const cookie = (answer.headers['set-cookie'] ?? []).map((line) => line.split(';')[0]).join('; ');
    return new Desk(port, cookie);
  }

  async ask(method: string, path: string, body?: unknown): Promise<Answer> {
    return visit(this.port, 'localhost', `/api${path}`, {
      method,
      headers: { cookie: this.cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  /** Anything but JSON: pieces of a file, questions in headers. */
  async send(
    method: string,
    path: string,
    headers: OutgoingHttpHeaders = {},
    body?: Buffer | Readable,
  ): Promise<Answer> {
    return visit(this.port, 'localhost', `/api${path}`, {
      method,
      headers: { cookie: this.cookie, ...headers },
      ...(body === undefined ? {} : { body }),
    });
  }

  /** A file in a form, as the browser sends it. */
  async upload<T>(path: string, fileName: string, content: Buffer): Promise<T> {
    const edge = 'edge-of-the-form';
    const body = Buffer.concat([
      Buffer.from(
        `--${edge}\r\nContent-Disposition: form-data; name="file"; filename="${fileName}"\r\n` +
          'Content-Type: application/octet-stream\r\n\r\n',
      ),
      content,
      Buffer.from(`\r\n--${edge}--\r\n`),
    ]);
    const type = { 'content-type': `multipart/form-data; boundary=${edge}` };
    const answer = await this.send('POST', path, type, body);
    if (answer.status >= 300) throw new Error(`upload ${path} → ${answer.status} ${answer.body}`);
    return JSON.parse(answer.body) as T;
  }

  /** Asks and expects success; the answer's JSON. */
  async get<T>(path: string): Promise<T> {
    return this.done<T>('GET', path);
  }

  async post<T>(path: string, body: unknown = {}): Promise<T> {
    return this.done<T>('POST', path, body);
  }

  async patch<T>(path: string, body: unknown): Promise<T> {
    return this.done<T>('PATCH', path, body);
  }

  async put<T>(path: string, body: unknown): Promise<T> {
    return this.done<T>('PUT', path, body);
  }

  private async done<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await this.ask(method, path, body);
    if (answer.status >= 300) throw new Error(`${method} ${path} → ${answer.status} ${answer.body}`);
    return (answer.body ? JSON.parse(answer.body) : undefined) as T;
  }
}
