// Search over many documents: how fast they go in, how large the file is, how long a question takes.
// `node test/bench/search.mjs [documents]`; figures are processor time of one thread; nothing but the index is measured, no database and no http.
// `--keep FOLDER` leaves the index there and takes it from there the next time; `--questions 300`; `--json` for programs.
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { root } from '../../apps/all-in-one/setup.mjs';
import { memoryMegabytes } from './server.mjs';

const SITES = 1_000;
const CHUNK = 500;
const DAY = 86_400_000;
const NOW = new Date('2026-03-05T02:00:00Z');

/** A sequence of numbers that is the same in every run. */
function random(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
const SUBJECTS =
  '公积金提取 医疗保险参保 农田水利设施维修 春耕备耕 防汛抗旱 义务教育招生 乡村振兴资金 食品安全抽检 道路交通管制 人居环境整治 招商引资 就业创业补贴 危房改造 森林防火 疫苗接种 财政预算公开 行政处罚决定 建设用地审批 养老服务补贴 残疾人证办理 扶贫项目验收 饮水安全工程 污水处理厂建设 学前教育资助 安全生产检查 税费减免 河道采砂管理 不动产登记 户籍迁移 公共文化服务'.split(
    ' ',
  );
const PLACES =
  '清水 龙潭 河西 云山 白鹭 梅岭 竹溪 蓝田 石桥 松涛 杨柳 青山 平安 古城 长岭 双江 凤凰 金沙 大坪 小溪'.split(
    ' ',
  );
const FORMS = '通知 公告 意见 实施方案 工作总结 公示 办法 情况通报 政策解读 结果'.split(' ');
const SENTENCES = [
  '为进一步加强全县{s}工作，根据上级有关规定，结合{p}镇实际，现将有关事项通知如下。',
  '各村（社区）要高度重视{s}，压实责任，细化措施，确保各项任务按期完成。',
  '会议指出，今年以来{p}镇在{s}方面取得了阶段性成效，群众满意度进一步提高。',
  '符合条件的申请人可持本人身份证到{p}镇便民服务中心办理{s}，五个工作日内办结。',
  '请各单位于月底前将{s}落实情况书面报送县人民政府办公室，逾期未报的将予以通报。',
  '联系人：{p}镇党政综合办公室；监督电话每日上午九时至下午五时有人接听。',
];

function documentOf(n, pick) {
  const [subject, place, form] = [
    SUBJECTS[pick(SUBJECTS.length)],
    PLACES[pick(PLACES.length)],
    FORMS[pick(FORMS.length)],
  ];
  const year = 2016 + pick(11);
  const body = Array.from({ length: 8 }, () =>
    SENTENCES[pick(SENTENCES.length)]
      .replaceAll('{s}', pick(3) === 0 ? SUBJECTS[pick(SUBJECTS.length)] : subject)
      .replaceAll('{p}', PLACES[pick(PLACES.length)]),
  ).join('\n');
  return {
    siteId: 1 + (n % SITES),
    networkId: 1,
    id: n + 1,
    title: `${place}镇关于${year}年${subject}的${form}（${n}）`,
    path: `/art/202603/${n + 1}.html`,
    channelId: 1 + (n % SITES) * 10 + pick(10),
    channelName: '通知公告',
    kind: ['news', 'notice', 'policyDocument'][pick(3)],
    validity: '',
    number: pick(4) === 0 ? `示政发〔${year}〕${1 + pick(200)}号` : '',
    publishedAt: new Date(NOW.getTime() - pick(3650) * DAY - pick(DAY)),
    summary: `${place}镇${subject}${form}。`,
    body,
    files: '',
    stamp: '1',
  };
}

/** What people type: common words, rare ones, titles, numbers, slips; each new, so that nothing kept answers. */
function questions(count, documents) {
  const pick = random(7);
  const kinds = [
    () => SUBJECTS[pick(SUBJECTS.length)],
    () => `${PLACES[pick(PLACES.length)]}镇${SUBJECTS[pick(SUBJECTS.length)]}`,
    () => `${2016 + pick(11)}年${SUBJECTS[pick(SUBJECTS.length)]}${FORMS[pick(FORMS.length)]}`,
    () => `示政发[${2016 + pick(11)}]${1 + pick(200)}号`,
    () =>
      `${PLACES[pick(PLACES.length)]}镇关于2020年${SUBJECTS[pick(SUBJECTS.length)]}的通知（${pick(documents)}）`,
    () => '便民服务中心 办理 身份证',
    () => '滿意度調查',
    () => '公积斤提取',
    () => '量子望远镜',
    () => '通知',
  ];
  return Array.from({ length: count }, (_, at) => ({
    kind: at % kinds.length,
    text: kinds[at % kinds.length](),
  }));
}

const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
const figures = (times) => {
  const sorted = times.toSorted((left, right) => left - right);
  return { p50: at(sorted, 0.5), p95: at(sorted, 0.95), most: sorted.at(-1) };
};

/** Time of the processor: what a question takes on a machine that does nothing else. */
const cpuMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** The index as the product builds it; in `folder` it stays for the next run. */
function buildIndex({ FtsWriter, IndexFiles, emptyLexicon }, folder, documents) {
  const files = new IndexFiles(folder);
  const note = join(folder, 'built.json');
  if (existsSync(note) && files.current()) return { files, ...JSON.parse(readFileSync(note, 'utf8')) };
  const name = files.newName(NOW);
  const writer = new FtsWriter(files.path(name));
  const pick = random(42);
  const began = cpuMs();
  for (let from = 0; from < documents; from += CHUNK) {
    const count = Math.min(CHUNK, documents - from);
    writer.put(
      Array.from({ length: count }, (_, n) => documentOf(from + n, pick)),
      () => emptyLexicon,
    );
    if (from % 50_000 === 0)
      process.stderr.write(`${from}：${Math.round(from / ((cpuMs() - began) / 1000))} 篇/秒\n`);
  }
  writer.complete(NOW);
  const seconds = (cpuMs() - began) / 1000;
  files.use(name);
  writer.close();
  writeFileSync(note, JSON.stringify({ documents, seconds }));
  return { files, documents, seconds };
}

export async function measureSearch(wanted = 50_000, asked = 300, keep = null) {
  const require = createRequire(import.meta.url);
  const built = process.env.BENCH_DIST ?? join(root, 'dist');
  const product = require(join(built, 'libs/platform/src/search/index.js'));
  const { FtsIndex, FtsWriter, emptyLexicon } = product;
  const folder = keep ?? mkdtempSync(join(tmpdir(), 'zhanqun-bench-search-'));
  try {
    const { files, documents, seconds } = buildIndex(product, folder, wanted);
    const name = files.current();
    const writer = new FtsWriter(files.path(name));
    const late = { ...documentOf(documents, random(1)), title: '刚刚发布的公积金通知' };
    const publish = performance.now();
    writer.put([late], () => emptyLexicon);
    const publishMs = performance.now() - publish;
    writer.remove(late.siteId, [late.id]);
    writer.close();

    const index = new FtsIndex(files, () => NOW);
    const ask = (text, scope) =>
      // A lexicon of its own: results of an earlier question are not looked up.
      index.search(
        { text, scope, filters: {}, sort: 'relevance', page: 1, pageSize: 10 },
        Object.create(emptyLexicon),
      );
    const everywhere = { kind: 'network', networkId: 1 };
    await ask('预热', everywhere);
    const measure = async (scopeOf) => {
      const byKind = new Map();
      const times = [];
      for (const [n, { kind, text }] of questions(asked, documents).entries()) {
        const scope = scopeOf(n);
        const start = cpuMs();
        const answer = await ask(text, scope);
        const ms = cpuMs() - start;
        times.push(ms);
        byKind.set(kind, [...(byKind.get(kind) ?? []), { ms, text, total: answer.total }]);
      }
      return { ...figures(times), byKind };
    };
    const network = await measure(() => everywhere);
    const site = await measure((n) => ({ kind: 'site', siteId: 1 + (n % SITES) }));
    const suggestTimes = [];
    for (const { text } of questions(asked, documents)) {
      const start = cpuMs();
      await index.suggest(text.slice(0, 3), everywhere, emptyLexicon, 8);
      suggestTimes.push(cpuMs() - start);
    }
    index.close();
    return {
      documents,
      seconds,
      rate: documents / seconds,
      publishMs,
      megabytes: statSync(files.path(name)).size / 1024 / 1024,
      memory: memoryMegabytes(process.pid),
      network,
      site,
      suggest: figures(suggestTimes),
    };
  } finally {
    if (keep === null) rmSync(folder, { recursive: true, force: true });
  }
}

const timesOf = ({ p50, p95, most }) => ({ p50, p95, most });
const round = (value) => value.toFixed(1);
export function report(result) {
  const line = (name, { p50, p95, most }) =>
    `${name}: p50 ${round(p50)} ms, p95 ${round(p95)} ms, most ${round(most)} ms`;
  return [
    `${result.documents} documents, ${Math.round(result.rate)} a second, file ${Math.round(result.megabytes)} MiB, memory ${Math.round(result.memory)} MiB`,
    line('whole network', result.network),
    line('one site of 1000', result.site),
    line('suggestions', result.suggest),
    `one document put in: ${round(result.publishMs)} ms`,
    ...['network', 'site'].flatMap((scope) => [
      `${scope}:`,
      ...[...result[scope].byKind].map(([, asked]) => {
        const { p50, p95 } = figures(asked.map(({ ms }) => ms));
        return `  ${asked[0].text} (${asked[0].total}): p50 ${round(p50)}, p95 ${round(p95)} ms`;
      }),
    ]),
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      keep: { type: 'string' },
      questions: { type: 'string', default: '300' },
      json: { type: 'boolean' },
    },
  });
  const documents = Number(positionals[0] ?? 50_000);
  const result = await measureSearch(documents, Number(values.questions), values.keep ?? null);
  const { network, site, ...others } = result;
  const brief = { ...others, network: timesOf(network), site: timesOf(site) };
  process.stdout.write(`${values.json ? JSON.stringify(brief) : report(result)}\n`);
}
