import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createJsonApp } from '@zhanqun/platform';
import { ConsoleModule } from '../../apps/console-api/src/console.module';
import { givenDatabase, givenIn, type Given } from '../support/given';

export interface House {
  readonly app: NestFastifyApplication;
  readonly given: Given;
  close(): Promise<void>;
}

/** The real back office in this process, on a database of its own; public pages are in it for previews. */
export async function openHouse(): Promise<House> {
  const { config, dispose } = await givenDatabase();
  const app = await createJsonApp(ConsoleModule.forRoot(config), config);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return {
    app,
    given: givenIn(app),
    close: async () => {
      await app.close();
      await dispose();
    },
  };
}
