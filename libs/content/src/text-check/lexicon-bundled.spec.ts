import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { LexiconEntry } from './lexicon';
import { faultsOf, readLexicon } from './lexicon';
import { isExcepted } from './lexicon-context';

const ROOT = join(__dirname, '../../../..');
const lexicon = readLexicon();
const byBeginning = new Map<string, LexiconEntry[]>();
for (const entry of lexicon) {
  const beginning = entry.wrong.slice(0, 2);
  byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), entry]);
}

/** Slow and plain on purpose: what the engine finds has to be the same. */
function findings(text: string): string[] {
  const found: string[] = [];
  for (let at = 0; at < text.length - 1; at++)
    for (const entry of byBeginning.get(text.slice(at, at + 2)) ?? [])
      if (text.startsWith(entry.wrong, at) && !isExcepted(entry, text, at))
        found.push(`${entry.list} ${entry.wrong}: ${text.slice(Math.max(0, at - 10), at + 20)}`);
  return found;
}

function textsOf(folder: string, ending: string): { name: string; text: string }[] {
  return readdirSync(join(ROOT, folder)).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(join(ROOT, path)).isDirectory()) return textsOf(path, ending);
    return name.endsWith(ending) ? [{ name: path, text: readFileSync(join(ROOT, path), 'utf8') }] : [];
  });
}

const show = ({ list, wrong }: LexiconEntry): string => `${list}: ${wrong}`;

describe('the bundled lexicon', () => {
  it('has at least 1,500 entries, each once', () => {
    expect(new Set(lexicon.map(({ wrong }) => wrong)).size).toBe(lexicon.length);
    expect(lexicon.length).toBeGreaterThanOrEqual(1500);
  });

  it('has many entries of each kind', () => {
    const count = (kind: string): number => lexicon.filter((entry) => entry.kind === kind).length;

    expect(count('misspelling')).toBeGreaterThan(1000);
    expect(count('wording')).toBeGreaterThan(500);
    expect(count('organisation')).toBeGreaterThan(150);
    expect(count('sensitive')).toBeGreaterThan(50);
  });

  it('never finds an entry in its own correction', () => {
    expect(lexicon.flatMap(faultsOf)).toEqual([]);
  });

  it('never corrects one mistake into another', () => {
    const chained = lexicon.filter(({ right }) => right !== null && findings(right).length > 0);

    expect(chained.map(show)).toEqual([]);
  });

  it('finds every entry in a sentence', () => {
    const missed = lexicon.filter((entry) => isExcepted(entry, `请核对${entry.wrong}。`, 3));

    expect(missed.map(show)).toEqual([]);
  });

  it('explains every entry in Chinese and gives a way out', () => {
    const mute = lexicon.filter(
      ({ reason }) => (reason.match(/[\u4e00-\u9fff]/g)?.length ?? 0) < 4 || reason.includes('{'),
    );

    expect(mute.map(show)).toEqual([]);
  });

  it.each([
    ['会议对明年工作作出布署', 'misspelled-words 布署'],
    ['既使困难再多也要完成', 'misspelled-words 既使'],
    ['这首歌烩炙人口', 'misspelled-idioms 烩炙人口'],
    ['按装路灯二十盏', 'misspelled-words 按装'],
    ['代表队凯旋归来', 'wording 凯旋归来'],
    ['由县国土资源局负责', 'organisations 国土资源局'],
    ['银保监会发布通知', 'organisations 银保监会'],
    ['中国和台湾的贸易', 'hong-kong-macao-taiwan 中国和台湾'],
    ['依据《合同法》签约', 'laws 《合同法》'],
    ['限速60公里/小时', 'units-numbers 公里/小时'],
    ['占地三百平方公尺', 'units-numbers 平方公尺'],
  ])('finds the mistake in %s', (text, expected) => {
    expect(findings(text).map((line) => line.split(':')[0])).toContain(expected);
  });

  it.each([
    [
      'hand-written sentences with difficult boundaries',
      () => [readFileSync(join(__dirname, 'lexicon.clean.txt'), 'utf8')],
    ],
    [
      'the texts of the demonstration county',
      () =>
        ['texts', 'topics', 'county'].flatMap((part) =>
          textsOf(`libs/demo/src/${part}`, '.ts').map(({ text }) => text),
        ),
    ],
    ['the regulations', () => textsOf('config/regulations', '.yaml').map(({ text }) => text)],
    [
      'the manuals',
      () =>
        textsOf('docs/manual', '.md')
          .filter(({ name }) => !name.endsWith('text-check.md'))
          .map(({ text }) => text),
    ],
  ])('finds nothing in %s', (_, read) => {
    expect(read().flatMap(findings)).toEqual([]);
  });
});
