import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { readConfig } from '@zhanqun/platform';
import { ConsoleModule } from '../../apps/console-api/src/console.module';
import { consoleRoutes, type ConsoleRoute } from '../support/console-routes';

jest.setTimeout(60_000);

/** What a person who is not signed in may call. A new line here is a decision, not a convenience. */
const PUBLIC = [
  'GET /_theme/*',
  'GET /healthz',
  'GET /metrics',
  'GET /one-time-links/:token',
  'GET /openapi.json',
  'GET /readyz',
  'POST /one-time-links/:token',
  'POST /session',
];

let routes: ConsoleRoute[];
beforeAll(async () => {
  const app = await NestFactory.create<NestFastifyApplication>(
    ConsoleModule.forRoot(readConfig({ SEED: 'none' })),
    new FastifyAdapter(),
    { preview: true, logger: false, abortOnError: false },
  );
  routes = consoleRoutes(app);
});

describe('the routes of the console', () => {
  it('each state the right they require, or that they are public', () => {
    const unguarded = routes.filter(({ isPublic, right }) => !isPublic && !right);

    expect(unguarded.map(({ name }) => name)).toEqual([]);
  });

  it('never state both', () => {
    const both = routes.filter(({ isPublic, right }) => isPublic && right);

    expect(both.map(({ name }) => name)).toEqual([]);
  });

  it('are open to strangers only where the list says so', () => {
    expect(routes.filter(({ isPublic }) => isPublic).map(({ name }) => name)).toEqual([...PUBLIC].sort());
  });

  it('are each answered by one method', () => {
    const names = routes.map(({ name }) => name);

    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});
