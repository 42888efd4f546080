import { Test } from '@nestjs/testing';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { ContentModule, ContentPublicModule } from '@zhanqun/content';
import { IdentityModule, PasswordHasher } from '@zhanqun/identity';
import { Clock, FixedClock } from '@zhanqun/kernel';
import { PlatformModule, readConfig, type AppConfig } from '@zhanqun/platform';
import { SupervisionModule } from '@zhanqun/supervision';
import { TenancyModule } from '@zhanqun/tenancy';
import { ThemingModule } from '@zhanqun/theming';
import { migratedTestDatabase } from '../database';
import { Given } from './given';
import { Serial } from './serial';

/** Thursday, 10:00 in Shanghai. */
export const START = new Date('2026-03-05T02:00:00Z');

/** A migrated database of its own and the configuration that names it. */
export async function givenDatabase(): Promise<{ config: AppConfig; dispose(): Promise<void> }> {
  const { config: place, dispose } = await migratedTestDatabase();
  const config = readConfig({
    DATA_DIR: place.dataDir,
    NODE_ENV: 'test',
    SEED: 'none',
    ...(place.url ? { DATABASE_URL: place.url } : {}),
  });
  return { config, dispose };
}

/** Fixtures over an application that runs already. */
export const givenIn = (app: INestApplicationContext): Given => new Given(app, new Serial());

export interface GivenServices {
  readonly given: Given;
  readonly app: INestApplicationContext;
  /** Moves only when told. */
  readonly clock: FixedClock;
  close(): Promise<void>;
}

/** Every service of the house over a database of its own: no port, no jobs, passwords hashed cheaply. */
export async function givenServices(...more: Type[]): Promise<GivenServices> {
  const { config, dispose } = await givenDatabase();
  const clock = new FixedClock(START);
  const app = await Test.createTestingModule({
    imports: [
      PlatformModule.forRoot(config),
      TenancyModule,
      IdentityModule,
      ThemingModule,
      ContentModule,
      ContentPublicModule,
      SupervisionModule,
      ...more,
    ],
  })
    .overrideProvider(Clock)
    .useValue(clock)
    .overrideProvider(PasswordHasher)
    .useValue(new PasswordHasher({ memoryCost: 64, timeCost: 1, parallelism: 1 }))
    .compile();
  await app.init();
  const close = async () => {
    await app.close();
    await dispose();
  };
  return { given: givenIn(app), app, clock, close };
}
