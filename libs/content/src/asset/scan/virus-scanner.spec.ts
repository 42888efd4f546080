import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FakeClamd } from '../../../test/fake-clamd';
import { ClamdScanner } from './virus-scanner';

let folder: string;
let clamd: FakeClamd;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhanqun-scan-spec-'));
  clamd = await FakeClamd.start();
});
afterAll(async () => {
  await clamd.stop();
  await rm(folder, { recursive: true, force: true });
});

const scan = async (content: Buffer | string, url = clamd.url) => {
  const path = join(folder, 'file');
  await writeFile(path, content);
  return new ClamdScanner(url, 2_000).scan(path);
};

describe('查毒', () => {
  it('sends the whole file and believes the answer', async () => {
    const content = Buffer.alloc(700_000, 'x');

    expect(await scan(content)).toEqual({ kind: 'clean' });
    expect(clamd.received.at(-1)?.equals(content)).toBe(true);
    expect(await scan('EICAR')).toEqual({ kind: 'infected', virus: 'Eicar-Test-Signature' });
  });

  it('hears an answer that comes before all was sent', async () => {
    clamd.limit = 2_000_000;
    expect(await scan(Buffer.alloc(5_000_000))).toEqual({ kind: 'tooLarge' });
    clamd.limit = Number.POSITIVE_INFINITY;
  });

  it.each(['', 'PONG', 'stream: whatever'])('takes the answer %j for no answer', async (answer) => {
    clamd.answers.push(answer);
    expect(await scan('x')).toMatchObject({ kind: 'away' });
  });

  it('says so when nobody is there', async () => {
    const gone = await FakeClamd.start();
    const { url } = gone;
    await gone.stop();

    expect(await scan('x', url)).toMatchObject({ kind: 'away' });
    expect(await scan('x', `unix:${folder}/none.sock`)).toMatchObject({ kind: 'away' });
  });
});
