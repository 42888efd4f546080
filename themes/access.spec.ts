import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { pinyin } from 'pinyin-pro';
import { ThemeLibrary } from '@zhanqun/theming';
import { contrast } from '../libs/theming/src/settings/contrast';
import { traditionalText } from '../libs/theming/src/variant/traditional-text';
import { changed } from './base/assets/js/access/changes.js';
import { actionOf, KEYS } from './base/assets/js/access/keys.js';
import { hasHan, piecesOf } from './base/assets/js/access/ruby.js';
import { sentencesOf, voiceFor } from './base/assets/js/access/sentences.js';
import { inTraditional } from './base/assets/js/access/writing.js';

const ASSETS = join(__dirname, 'base/assets');
const source = (file: string): string => readFileSync(join(ASSETS, file), 'utf8');
const gzipped = (file: string): number => gzipSync(source(file), { level: 9 }).length;

/** What the early script leaves for the toolbar. */
interface Access {
  read(): { readonly elder: boolean; readonly [choice: string]: unknown };
  keep(choices: object): void;
}

/** A page as far as the early script sees it. */
function visit(storage: { stored: string | null; isRefused?: boolean }) {
  const attributes: Record<string, string> = {};
  const refuse = (): never => {
    throw new Error('SecurityError');
  };
  const window: { localStorage: object; zhanqunAccess?: Access } = {
    localStorage: {
      getItem: storage.isRefused ? refuse : () => storage.stored,
      setItem: storage.isRefused ? refuse : (_key: string, value: string) => void (storage.stored = value),
    },
  };
  const documentElement = { setAttribute: (name: string, value: string) => void (attributes[name] = value) };
  runInNewContext(source('js/access/early.js'), { window, document: { documentElement } });
  return { access: window.zhanqunAccess!, shown: () => attributes['data-access'] };
}

describe('显示方式', () => {
  it.each([null, '', '{', '7', '[]', '"x"', '{"text":170,"contrast":"<b>","elder":"yes","rate":9}'])(
    'reads %p in the storage as no choice',
    (stored) => {
      expect(visit({ stored }).shown()).toBe('');
    },
  );

  it('stands on the document as the reader left it, before anything else runs', () => {
    const first = visit({ stored: null });
    const storage = { stored: null as string | null };
    const { access } = visit(storage);
    access.keep({ ...access.read(), text: 150, contrast: 'yellow', cursor: true });

    expect(first.shown()).toBe('');
    expect(visit(storage).shown()).toBe('cursor text-150 large contrast contrast-yellow');
  });

  it('holds for the page where the browser refuses to store', () => {
    const { access, shown } = visit({ stored: null, isRefused: true });
    access.keep({ ...access.read(), elder: true });

    expect(access.read().elder).toBe(true);
    expect(shown()).toBe('elder large');
  });
});

describe('工具条的动作', () => {
  const { access } = visit({ stored: null });
  const after = (...names: string[]) =>
    names.reduce((choices, name) => changed(access, choices, name)!.choices, access.read());

  it('enlarges in four steps and stops at the ends', () => {
    expect(after('larger').text).toBe(125);
    expect(after('larger', 'larger', 'larger', 'larger', 'larger').text).toBe(200);
    expect(after('larger', 'smaller', 'smaller').text).toBe(100);
    expect(after('faster', 'faster', 'faster', 'faster').rate).toBe(2);
    expect(after('slower', 'slower').rate).toBe(0.75);
  });

  it('goes round the contrasts by key and takes one by name, no other', () => {
    expect(after('contrast', 'contrast').contrast).toBe('dark');
    expect(after('contrast', 'contrast', 'contrast', 'contrast').contrast).toBe('');
    expect(after('contrast:yellow').contrast).toBe('yellow');
    expect(after('contrast:yellow', 'contrast:').contrast).toBe('');
    expect(after('contrast:pink').contrast).toBe('');
  });

  it('takes back everything but the open toolbar', () => {
    const all = after('bar', 'larger', 'contrast', 'cursor', 'ruler', 'pinyin', 'simple', 'elder', 'point', 'faster');
    expect(changed(access, all, 'reset')!.choices).toEqual({ ...access.clean(null), bar: true });
  });

  it('says in Chinese what it did, and knows what changes nothing', () => {
    expect(changed(access, access.read(), 'elder')!.says).toBe('长者模式已打开');
    expect(changed(access, after('elder'), 'elder')!.says).toBe('长者模式已关闭');
    expect(changed(access, access.read(), 'speak')).toBeNull();
    expect(changed(access, access.read(), 'constructor')).toBeNull();
  });
});

describe('快捷键', () => {
  const press = (code: string, more = {}) =>
    actionOf({ altKey: true, shiftKey: true, ctrlKey: false, metaKey: false, code, ...more });

  it('needs Alt and Shift and nothing else', () => {
    expect(press('KeyE')).toBe('elder');
    expect(press('KeyE', { shiftKey: false })).toBeNull();
    expect(press('KeyE', { altKey: false })).toBeNull();
    expect(press('KeyE', { ctrlKey: true })).toBeNull();
    expect(press('KeyQ')).toBeNull();
  });

  it('is told on the help page as it is, one key an action', () => {
    const page = readFileSync(join(__dirname, 'base/pages/accessibility.njk'), 'utf8');
    const told = [...page.matchAll(/<kbd>(.)<\/kbd><\/td><td>(.+?)<\/td>/g)].map(([, shown, label]) => ({ shown, label }));

    expect(told).toEqual(KEYS.map(({ shown, label }: { shown: string; label: string }) => ({ shown, label })));
    expect(new Set(KEYS.map(({ code }: { code: string }) => code)).size).toBe(KEYS.length);
  });
});

describe('拼音', () => {
  const read = (text: string) => piecesOf(text, pinyin(text, { type: 'all' }));

  it.each([
    '县政府召开第80次常务会议，研究“三农”工作。',
    '  𠮷野家 123 abc（一行）\n银行行长重新走进重庆 ',
    '无 Han? No. Привет',
    '〇二〇二六年',
  ])('loses no character of %p', (text) => {
    expect(read(text).map((piece: { text: string }) => piece.text).join('')).toBe(text);
  });

  it('reads a character by its word', () => {
    const readings = Object.fromEntries(
      ['银行', '行走', '重庆', '重要'].map((word) => [word, read(word).map((piece: { pinyin: string }) => piece.pinyin).join(' ')]),
    );
    expect(readings).toEqual({ 银行: 'yín háng', 行走: 'xíng zǒu', 重庆: 'chóng qìng', 重要: 'zhòng yào' });
  });

  it('leaves text without Chinese characters alone', () => {
    expect(hasHan('2026-03-05 14:30')).toBe(false);
    expect(hasHan('3月')).toBe(true);
  });
});

describe('朗读', () => {
  it('is cut at the ends of sentences into pieces short enough for every browser', () => {
    const long = `${'为进一步加强森林防火工作，'.repeat(30)}特此通知。`;
    const pieces = sentencesOf(` 县政府\n  召开会议。“好！”大家说；散会？ ${long}${'长'.repeat(300)}`);

    expect(pieces.slice(0, 4)).toEqual(['县政府 召开会议。', '“好！”', '大家说；', '散会？']);
    expect(Math.max(...pieces.map((piece: string) => piece.length))).toBeLessThanOrEqual(120);
    expect(pieces.join('').length).toBeGreaterThan(650);
    expect(sentencesOf(' \n ')).toEqual([]);
  });

  const voice = (lang: string, localService = true) => ({ lang, localService });

  it.each([
    ['zh-CN', [voice('en-US'), voice('zh_CN')], 'zh_CN'],
    ['zh-CN', [voice('zh-HK'), voice('zh-TW')], 'zh-TW'],
    ['zh-CN', [voice('cmn-CN')], 'cmn-CN'],
    ['', [voice('zh-CN', false)], 'zh-CN'],
    ['en', [voice('zh-CN'), voice('en-GB')], 'en-GB'],
  ])('for a page in %p of %j takes %s', (lang, voices, taken) => {
    expect(voiceFor(voices, lang)?.lang).toBe(taken);
  });

  it.each([
    ['zh-CN', []],
    ['zh-CN', [voice('en-US'), voice('zh-HK'), voice('yue-HK')]],
  ])('finds no voice for a page in %p in %j', (lang, voices) => {
    expect(voiceFor(voices, lang)).toBeNull();
  });
});

describe('配色', () => {
  it.each(['light', 'dark', 'yellow'])('%s keeps text, links and marks at 7 : 1 by its own tokens', (name) => {
    const [, tokens = ''] = new RegExp(`~='contrast-${name}'\\] \\{([^}]+)\\}`).exec(source('css/access.css')) ?? [];
    const colour = (token: string): string => new RegExp(`--${token}: (#[0-9a-f]{6})`).exec(tokens)![1]!;

    for (const token of ['ink', 'accent', 'mark'])
      expect([token, contrast(colour(token), colour('paper')) >= 7]).toEqual([token, true]);
  });
});

describe('繁体', () => {
  it.each(['bar.js', 'help.js', 'say.js', 'changes.js', 'keys.js', 'speech.js', 'actions.js'])(
    'what %s says is written as the rest of the page is',
    async (file) => {
      const convert = await traditionalText();
      const script = source(`js/access/${file}`).replace(/\/\*[^]*?\*\//g, '');
      const said = script.match(/'[^'\n]*\p{Script=Han}[^'\n]*'/gu) ?? [];

      expect(said).not.toEqual([]);
      expect(said.map(inTraditional)).toEqual(said.map(convert));
    },
  );
});

describe('轻', () => {
  it('costs a reader who chooses nothing at most 3 KB of script and 4 KB of style', () => {
    const scripts = ['early.js', 'entry.js', 'keys.js'].map((file) => gzipped(`js/access/${file}`));
    expect(scripts.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(3 * 1024);
    expect(gzipped('css/access.css')).toBeLessThanOrEqual(4 * 1024);
  });

  it('takes the readings of characters from the installed package, unchanged and below 150 KB', () => {
    const asset = ThemeLibrary.read(__dirname).get('portal-red').assets.get('js/access/pinyin-pro.js')!;
    expect(asset.body.equals(readFileSync(require.resolve('pinyin-pro')))).toBe(true);
    expect(asset.brotli!.length).toBeLessThanOrEqual(150 * 1024);
  });
});
