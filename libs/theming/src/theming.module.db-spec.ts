import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Global, Injectable, Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { systemCtx, type SiteCtx } from '@zhanqun/kernel';
import { PlatformModule, prepareDatabase, PurgeLog, readConfig, SiteDirectory } from '@zhanqun/platform';
import type { Chrome } from './chrome';
import { notFound, Page, raw, redirect, view, type PageFrame, type PageResult } from './page/page';
import { ThemeSettings } from './settings/theme-settings';
import { ChromeSource, homeTag } from './site/chromes';
import { CitizenServer } from './site/citizen-server';
import { PagePreview } from './site/page-preview';
import { siteTags } from './tags/page-tags';
import { readPageTags } from './tags/read-page-tags';
import { chromeOf, site, SmallDirectory } from './testing/small-network';
import { ThemingModule } from './theming.module';

let title = '第一版';

@Page('/')
class HomePage {
  async load(ctx: SiteCtx, _params: object, frame: PageFrame): Promise<PageResult> {
    const regions = { top: [], main: [], aside: [], bottom: [] };
    const page = {
      title: `${title} ${String(frame.theme.settings.slogan as string)}`,
      tags: siteTags(frame.site),
      breadcrumb: [],
    };
    return view('pages/home.njk', { regions }, { tags: [homeTag(ctx.site.id)], ttlSeconds: 60, page });
  }
}

@Page('/file/*name', '/moved/', '/away/:to/')
class OtherPages {
  async load(_ctx: SiteCtx, { name, to }: { name?: string; to?: string }): Promise<PageResult> {
    if (name === 'a.txt') return raw('text/plain', Readable.from(['一', '二']));
    if (name) return notFound;
    return redirect(to === undefined ? '/' : to === '1' ? 'https://示范.gov.cn/中' : 'javascript:alert(1)');
  }
}

@Injectable()
class SomeChromes extends ChromeSource {
  constructor(private readonly looks: ThemeSettings) {
    super();
  }
  override async chrome(ctx: SiteCtx): Promise<Chrome> {
    return { ...chromeOf(ctx.site), theme: await this.looks.get(ctx) };
  }
}

const township = site(2, 'qingshui', { theme: 'township-green' });

@Global()
@Module({
  providers: [
    HomePage,
    OtherPages,
    { provide: ChromeSource, useClass: SomeChromes },
    { provide: SiteDirectory, useValue: new SmallDirectory([township]) },
  ],
  exports: [ChromeSource, SiteDirectory],
})
class AboveModule {}

let dataDir: string;
let app: INestApplicationContext;
let port: number;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'zhanqun-theming-'));
  const config = readConfig({ DATA_DIR: dataDir });
  await prepareDatabase(config);
  @Module({ imports: [PlatformModule.forRoot(config), ThemingModule, AboveModule] })
  class App {}
  app = await NestFactory.createApplicationContext(App, { logger: false });
  port = await app.get(CitizenServer).listen('127.0.0.1', 0);
}, 60_000);
afterAll(async () => {
  await app.get(CitizenServer).close();
  await app.close();
  await rm(dataDir, { recursive: true, force: true });
});

function get(
  path: string,
  host = 'qingshui.localhost',
  method = 'GET',
): Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: string }> {
  return new Promise((resolve, reject) => {
    request({ port, host: '127.0.0.1', path, method, headers: { host }, agent: false }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (body += chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    })
      .on('error', reject)
      .end();
  });
}

describe('公众端口', () => {
  it('shows a discovered page in the bundled theme of its site', async () => {
    const { status, body } = await get('/');

    expect(status).toBe(200);
    expect(body).toContain('第一版');
    expect(body).toContain('/_theme/township-green/');
    expect(readPageTags(body).filter(({ name }) => name === 'SiteIDCode')).toHaveLength(1);
    expect((await get('/')).headers['x-cache']).toBe('hit');
  });

  it('serves the files a page refers to, for ever', async () => {
    const { body } = await get('/');
    const files = [...body.matchAll(/"(\/_theme\/[^"#]+)/g)].map((match) => match[1] as string);

    expect(files.length).toBeGreaterThan(3);
    for (const file of new Set(files)) {
      const answer = await get(file);
      expect([file, answer.status]).toEqual([file, 200]);
      expect(answer.headers['cache-control']).toContain('immutable');
    }
  });

  it('shows the next version to the first visitor after a purge', async () => {
    await get('/');
    title = '第二版';
    const ctx = systemCtx(new Date());
    await app.get(PurgeLog).add(ctx, [homeTag(township.id)]);

    expect((await get('/')).body).toContain('第二版');
  });

  it('reports health on any host, and refuses pages of hosts it does not know', async () => {
    expect(await get('/healthz', 'anything')).toMatchObject({ status: 200, body: '{"status":"ok"}' });
    expect((await get('/readyz', 'anything')).status).toBe(200);
    const unknown = await get('/', 'evil.example');
    expect(unknown.status).toBe(421);
    expect(unknown.body).not.toContain('qingshui');
  });

  it('answers 404 in the look of the site, and HEAD without a body', async () => {
    const missing = await get('/file/none.txt');
    expect(missing.status).toBe(404);
    expect(missing.body).toContain('qingshui网站');
    expect(await get('/', undefined, 'HEAD')).toMatchObject({ status: 200, body: '' });
  });

  it('streams a file to each of several visitors who come together', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => get('/file/a.txt')));

    expect(answers.map(({ body }) => body)).toEqual(['一二', '一二', '一二', '一二']);
  });

  it('redirects within the site and to written-out addresses, never to a script', async () => {
    expect((await get('/moved/')).headers.location).toBe('/');
    expect((await get('/away/1/')).headers.location).toBe(new URL('https://示范.gov.cn/中').href);
    expect((await get('/away/2/')).status).toBe(404);
  });
});

describe('预览', () => {
  it('shows the home page with settings that are not saved, and leaves the public page as it is', async () => {
    const ctx = { ...systemCtx(new Date()), site: township };
    const before = (await get('/')).body;

    const html = await app.get(PagePreview).home(ctx, {
      name: 'portal-red',
      settings: { slogan: '未保存的口号', mainColor: '#7A1FA2' },
    });

    expect(html).toContain('未保存的口号');
    expect(html).toContain('/api/_theme/portal-red/');
    expect(html).toContain('/api/_theme/style/main-7a1fa2.css');
    expect((await get('/')).body).toBe(before);
    expect((await get('/_theme/style/main-7a1fa2.css')).body).toBe(':root{--main:#7a1fa2}\n');
  });

  it('refuses what saving would refuse', async () => {
    const ctx = { ...systemCtx(new Date()), site: township };

    await expect(app.get(PagePreview).home(ctx, { name: 'none', settings: {} })).rejects.toMatchObject({
      code: 'theming.theme.notInstalled',
    });
  });
});
