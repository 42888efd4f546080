import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { SiteRef } from '@zhanqun/kernel';
import { readConfig } from '@zhanqun/platform';
import { PublicSite } from '@zhanqun/theming';
import { ConsoleModule } from '../../apps/console-api/src/console.module';
import { PublicModule } from '../../apps/public/src/public.module';
import { consoleRoutes } from '../support/console-routes';
import { givenServices, type GivenServices } from '../support/given';

jest.setTimeout(120_000);

const preview = (module: DynamicModule): Promise<NestFastifyApplication> =>
  NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter(), {
    preview: true,
    logger: false,
    abortOnError: false,
  });
const config = readConfig({ SEED: 'none' });

let house: GivenServices;
let portal: SiteRef;
let site: SiteRef;
beforeAll(async () => {
  house = await givenServices();
  portal = await house.given.portal();
  site = await house.given.site({ portal });
});
afterAll(() => house.close());

async function statusOf(method: string, host: string, url: string): Promise<number> {
  return (await house.app.get(PublicSite).handle({ method, host, url, headers: {} })).status;
}

describe('the public port', () => {
  it('has no route of the console in its process', async () => {
    const routes = consoleRoutes(await preview(PublicModule.forRoot(config)));

    expect(routes.map(({ name }) => name)).toEqual(['GET /healthz', 'GET /readyz']);
  });

  it('answers no address of the console, at a portal or below it', async () => {
    const routes = consoleRoutes(await preview(ConsoleModule.forRoot(config)));
    for (const { name, method, path } of routes) {
      if (path.startsWith('/_theme') || path === '/healthz' || path === '/readyz') continue;
      const address = `/api${path.replace(/:(\w+)|\*\w*/g, '1').replace('/sites/1', `/sites/${site.key}`)}`;
      for (const prefix of ['', site.prefix])
        for (const asked of ['GET', method]) {
          const status = await statusOf(asked, portal.host, `${prefix}${address}`);

          // 301 adds the closing slash that pages of channels have; there is no page behind it.
          expect([name, asked, [301, 404, 405].includes(status)]).toEqual([name, asked, true]);
          if (status === 301) expect(await statusOf('GET', portal.host, `${prefix}${address}/`)).toBe(404);
        }
    }
  });

  it.each([
    '/index.html',
    '/login',
    '/sign-in',
    '/console/',
    '/admin/',
    '/api/',
    '/api/session',
    '/api/openapi.json',
    '/assets/index.js',
    '/docs/',
    '/metrics',
    '/.env',
    '/.git/config',
    '/package.json',
    '/data/zhanqun.sqlite',
    '/_files/../zhanqun.sqlite',
    '/_theme/..%2f..%2fpackage.json',
  ])('does not know %s', async (path) => {
    const status = await statusOf('GET', portal.host, path);

    expect([301, 400, 404]).toContain(status);
    if (status === 301) expect(await statusOf('GET', portal.host, `${path}/`)).toBe(404);
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT'])(
    'takes no %s',
    async (method) => {
      expect(await statusOf(method, portal.host, '/')).toBe(405);
    },
  );

  it('answers no host it does not know', async () => {
    for (const host of ['localhost', '127.0.0.1', 'evil.example', ''])
      expect(await statusOf('GET', host, '/')).toBe(421);
  });
});
