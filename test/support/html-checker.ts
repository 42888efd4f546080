import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { temporaryDirectory } from './temporary';

const JAR = resolve(__dirname, '../../node_modules/vnu-jar/build/dist/vnu.jar');

interface Message {
  readonly type: string;
  readonly url: string;
  readonly lastLine?: number;
  readonly message: string;
  readonly extract?: string;
}

/**
 * Errors that the Nu HTML checker finds, each with the name of its document; all documents in one run of
 * the machine that it needs.
 */
export async function htmlErrors(documents: ReadonlyMap<string, string>): Promise<string[]> {
  const folder = temporaryDirectory();
  try {
    const names = [...documents.keys()];
    names.forEach((name, at) =>
      writeFileSync(join(folder.path, `${at}.html`), documents.get(name) as string),
    );
    const report = await new Promise<string>((done, refuse) => {
      const args = [
        '-Xss4m',
        '-jar',
        JAR,
        '--errors-only',
        '--format',
        'json',
        '--skip-non-html',
        folder.path,
      ];
      // Errors found make it end with 1; anything else it says is a failure of the checker itself.
      execFile('java', args, { maxBuffer: 64 * 1024 * 1024 }, (error, _out, text) =>
        error && !text.startsWith('{') ? refuse(new Error(`${error.message}\n${text}`)) : done(text),
      );
    });
    const { messages } = JSON.parse(report) as { messages: readonly Message[] };
    return messages.map(({ url, lastLine, message, extract }) => {
      const name = names[Number(/(\d+)\.html$/.exec(url)?.[1])] ?? url;
      return `${name}:${lastLine ?? 0} ${message} ${(extract ?? '').replace(/\s+/g, ' ').slice(0, 120)}`;
    });
  } finally {
    await folder.remove();
  }
}
