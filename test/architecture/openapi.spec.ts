import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { readConfig } from '@zhanqun/platform';
import { ConsoleModule } from '../../apps/console-api/src/console.module';
import { consoleRoutes } from '../support/console-routes';

jest.setTimeout(60_000);

interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Made by the build, which `npm test` runs first. */
const { paths } = JSON.parse(readFileSync(resolve(__dirname, '../../dist/openapi.json'), 'utf8')) as OpenApi;

describe('the description of the console API', () => {
  it('lists every route and no other', async () => {
    const app = await NestFactory.create<NestFastifyApplication>(
      ConsoleModule.forRoot(readConfig({ SEED: 'none' })),
      new FastifyAdapter(),
      { preview: true, logger: false, abortOnError: false },
    );
    const routes = consoleRoutes(app)
      .map(({ name }) => name)
      .filter((name) => !name.includes('*'));

    const described = Object.entries(paths)
      .flatMap(([path, methods]) =>
        Object.keys(methods).map((method) => {
          const plain = path.replace(/^\/api(?=\/)/, '').replace(/\{(\w+)\}/g, ':$1');
          return `${method.toUpperCase()} ${plain}`;
        }),
      )
      .filter((name) => !name.includes('_theme'));

    expect(described.toSorted()).toEqual(routes.toSorted());
  });
});
