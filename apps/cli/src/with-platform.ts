import { NestFactory } from '@nestjs/core';
import { Clock, systemCtx, type StaffCtx } from '@zhanqun/kernel';
import { loggerFor, prepareDatabase, readConfig } from '@zhanqun/platform';
import type { INestApplicationContext } from '@nestjs/common';
import { CliModule } from './cli.module';

/** Opens the platform for one command and closes it, whatever happens. The command acts as the platform. */
export async function withPlatform(
  work: (app: INestApplicationContext, ctx: StaffCtx) => Promise<void>,
): Promise<void> {
  const config = readConfig();
  await prepareDatabase(config);
  const app = await NestFactory.createApplicationContext(CliModule.forRoot(config), {
    logger: loggerFor(config),
    abortOnError: false,
  });
  try {
    await work(app, systemCtx(app.get(Clock).now()));
  } finally {
    await app.close();
  }
}
