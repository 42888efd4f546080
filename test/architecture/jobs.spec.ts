import { ModulesContainer, NestFactory } from '@nestjs/core';
import type { DynamicModule, INestApplicationContext } from '@nestjs/common';
import { handledEvent, readConfig, scheduleOf } from '@zhanqun/platform';
import { ConsoleModule } from '../../apps/console-api/src/console.module';
import { PublicModule } from '../../apps/public/src/public.module';
import { WorkerModule } from '../../apps/worker/src/worker.module';
import { sources, TESTS } from './sources';

jest.setTimeout(60_000);

type Provider = new (...args: never[]) => unknown;

const config = readConfig({ SEED: 'none' });
const preview = (module: DynamicModule): Promise<INestApplicationContext> =>
  NestFactory.createApplicationContext(module, { preview: true, logger: false, abortOnError: false });

function providersOf(app: INestApplicationContext): Provider[] {
  const found = new Set<Provider>();
  for (const module of app.get(ModulesContainer).values())
    for (const { metatype } of module.providers.values())
      if (typeof metatype === 'function') found.add(metatype as Provider);
  return [...found];
}
const kindsIn = (providers: readonly Provider[]): string[] =>
  providers.flatMap((provider) => handledEvent(provider)?.kind ?? []);

let worker: Provider[];
beforeAll(async () => {
  worker = providersOf(await preview(WorkerModule.forRoot(config)));
});

const code = sources(['libs'], /\.ts$/, TESTS);

describe('jobs', () => {
  it('have exactly one handler in the worker', () => {
    const declared = code.flatMap(({ text }) =>
      [...text.matchAll(/static (?:override )?readonly kind = '([^']+)'/g)].map(([, kind]) => kind),
    );

    expect(declared.length).toBeGreaterThan(0);
    expect(kindsIn(worker).toSorted()).toEqual(declared.toSorted());
  });

  it('are named by library and event', () => {
    for (const kind of kindsIn(worker)) expect(kind).toMatch(/^[a-z][a-z-]*\.[a-z][A-Za-z]+$/);
  });

  it('that run by the clock are all in the worker, each under a key of its own', () => {
    const written = code.flatMap(({ text }) =>
      [...text.matchAll(/@Scheduled\(\{\s*key: '([^']+)'/g)].map(([, key]) => key),
    );
    const keys = worker.flatMap((provider) => scheduleOf(provider)?.key ?? []);

    expect(keys.toSorted()).toEqual(written.toSorted());
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each([
    ['public', PublicModule],
    ['console', ConsoleModule],
  ])('are not done by the %s process', async (_name, module) => {
    const providers = providersOf(await preview(module.forRoot(config)));

    expect([...kindsIn(providers), ...providers.filter(scheduleOf)]).toEqual([]);
  });
});
