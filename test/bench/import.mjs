// How many articles a second a former site brings in, and how much memory that takes, through the command line.
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../apps/all-in-one/setup.mjs';
import { memoryMegabytes, temporaryDirectory } from './server.mjs';

const PARAGRAPH =
  '会议要求，各村要把春耕备耕摆在突出位置，抓紧修复水毁设施，落实种子、化肥和农机，确保不误农时、颗粒归仓。';

const page = (
  n,
) => `<!DOCTYPE html><html><head><meta charset="utf-8"><title>第${n}次春耕工作会议召开-清水镇</title></head>
<body><div class="nav"><a href="/">首页</a><a href="/zwgk/">政务公开</a></div><div class="main"><h1>第${n}次春耕工作会议召开</h1>
<div class="info">发布时间：2016-03-${String((n % 28) + 1).padStart(2, '0')} 来源：镇农业办</div><div class="text">
${Array.from({ length: 6 }, (_, at) => `<p class="MsoNormal" style="text-indent:2em"><span lang="EN-US">${at + 1}</span>${PARAGRAPH}</p>`).join('\n')}
</div></div><div class="foot">版权所有</div></body></html>`;

/** `articles` pages, 500 to a folder, as a person copies them from an old server. */
function writePages(path, articles) {
  for (let n = 0; n < articles; n += 1) {
    const folder = join(path, 'pages', `news${Math.floor(n / 500)}`);
    if (n % 500 === 0) mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${n}.html`), page(n));
  }
}

/** Runs the command and watches its memory. */
function command(args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'dist/apps/cli/src/main.js'), ...args], {
      cwd: root,
      env: { PATH: process.env.PATH, NODE_NO_WARNINGS: '1', SEED: 'none', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const sizes = [];
    let said = '';
    child.stdout.on('data', (piece) => (said += piece));
    child.stderr.on('data', (piece) => (said += piece));
    const watch = setInterval(() => sizes.push(memoryMegabytes(child.pid) ?? 0), 250);
    child.once('error', reject);
    child.once('exit', (code) => {
      clearInterval(watch);
      if (code === 0) resolve({ said, sizes: sizes.filter((size) => size > 0) });
      else reject(new Error(said));
    });
  });
}

const middle = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? null;

async function measured(args, env, articles) {
  const begun = performance.now();
  const { sizes } = await command(args, env);
  const seconds = (performance.now() - begun) / 1000;
  const third = Math.floor(sizes.length / 3);
  return {
    seconds,
    perSecond: articles / seconds,
    peakMb: Math.max(...sizes),
    // Flat memory: the last third is no larger than the middle one.
    middleMb: middle(sizes.slice(third, third * 2)),
    endMb: middle(sizes.slice(third * 2)),
  };
}

export async function measureImport(articles = 10_000) {
  const data = temporaryDirectory();
  const env = { DATA_DIR: data.path };
  try {
    writePages(data.path, articles);
    const site = ['--blueprint', 'portal', '--key', 'old', '--name', '旧站测量站', '--host', 'old.localhost'];
    await command(['site', 'open', ...site], env);
    const wish = ['--site', 'old', '--channel', 'xwzx/zwyw'];
    const drafts = await measured(['import', 'html', join(data.path, 'pages'), ...wish], env, articles);
    const again = await measured(['import', 'html', join(data.path, 'pages'), ...wish], env, articles);
    const file = join(data.path, 'site.tar.gz');
    const exported = await measured(['site', 'export', 'old', file], env, articles);
    return { articles, drafts, again, exported };
  } finally {
    data.remove();
  }
}
