// A process of its own: what it costs to check a text. Prints one line of JSON; never fails by time.
// The reference is the plain way: every term looked for by itself with `indexOf`, in the same run.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../../apps/all-in-one/setup.mjs';
import { median, percentile } from './server.mjs';

const require = createRequire(import.meta.url);
const check = (path) => require(join(root, 'dist/libs/content/src/text-check', path));
require('reflect-metadata');
const { TermList } = check('engine/term-list.js');
const { findTerms } = check('engine/find-terms.js');
const { readLexicon } = check('lexicon.js');
const { EffectiveList } = check('lists/effective-list.js');
const { checkText } = check('check-text.js');

const TERMS = 20_000;
const CHARACTERS = 10_000;
const TIMES = 200;

let seed = 20261122;
const random = (most) => (seed = (seed * 48271) % 2147483647) % most;
const SIGNS = [
  ...'的一国在人了有中是年和大业不为发会工作地市要主出部行方多后理能县政府关于通知布署安排农村经济社会',
];

/** Terms that begin like each other and like words of the text, as long as those of real lists. */
function madeUpTerms(count) {
  const words = new Set();
  while (words.size < count)
    words.add(Array.from({ length: 2 + random(5) }, () => SIGNS[random(SIGNS.length)]).join(''));
  const plain = {
    right: null,
    kind: 'wording',
    severity: 'warn',
    reason: '不宜使用',
    list: 'bench',
    category: '',
  };
  const contexts = { notAfter: [], notBefore: [], within: [], isQuotable: false };
  return [...words].map((wrong) => ({ wrong, ...plain, ...contexts }));
}

/** Sentences of an office with a wrong word in every thirtieth. */
function text(length, isHostile) {
  const parts = [];
  for (let made = 0; made < length;) {
    const sentence = isHostile
      ? Array.from({ length: 40 }, () => SIGNS[random(SIGNS.length)]).join('')
      : `为深入贯彻落实省、市关于${['农业', '教育', '就业', '防汛'][random(4)]}工作的决策${random(30) ? '部署' : '布署'}，现就有关事项通知如下。`;
    parts.push(sentence);
    made += sentence.length;
  }
  return parts.join('').slice(0, length);
}

function timed(work) {
  for (let time = 0; time < 20; time += 1) work();
  const took = [];
  for (let time = 0; time < TIMES; time += 1) {
    const begun = performance.now();
    work();
    took.push(performance.now() - begun);
  }
  return { p50Ms: median(took), p95Ms: percentile(took, 0.95) };
}

const place = (terms, placeId) => ({ placeId, terms, stances: new Map(), levels: new Map() });
const lexicon = readLexicon();
const entries = [...lexicon, ...madeUpTerms(TERMS - lexicon.length)];
const begun = performance.now();
const terms = await TermList.of(entries);
const buildMs = performance.now() - begun;
const list = new EffectiveList([place(terms, null)]);
const article = text(CHARACTERS, false);
const hostile = text(CHARACTERS, true);

const found = findTerms(list.lists, list.judge, article).length;
const words = entries.map(({ wrong }) => wrong);
const plain = () => {
  let hits = 0;
  for (const word of words)
    for (let at = article.indexOf(word); at >= 0; at = article.indexOf(word, at + 1)) hits += 1;
  return hits;
};
plain();
const plainBegun = performance.now();
for (let time = 0; time < 3; time += 1) plain();
const plainMs = (performance.now() - plainBegun) / 3;

const search = timed(() => findTerms(list.lists, list.judge, article));
process.stdout.write(
  `${JSON.stringify({
    terms: terms.terms.length,
    characters: CHARACTERS,
    hits: found,
    search,
    searchOfNothingButHits: timed(() => findTerms(list.lists, list.judge, hostile)),
    withDetectors: timed(() => checkText(list, article)),
    plainMs,
    ratioToPlain: search.p50Ms / plainMs,
    buildMs,
    automatonMb: terms.bytes / 1024 / 1024,
  })}\n`,
);
