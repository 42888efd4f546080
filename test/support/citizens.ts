import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Db, PurgeLog, readConfig } from '@zhanqun/platform';
import { PublicSite, type Answer } from '@zhanqun/theming';
import { PublicModule } from '../../apps/public/src/public.module';
import { demoData, SITES, type SiteKey } from './county';

/** The citizens' side of the demo county inside the test's own process, where it can be counted. */
export class Citizens {
  private constructor(
    readonly app: INestApplicationContext,
    private readonly clean: () => Promise<void>,
  ) {}

  /** Nothing runs by itself: the purge log is read only when the test says so. */
  static async open(): Promise<Citizens> {
    const data = await demoData();
    const config = readConfig({ DATA_DIR: data.path, SEED: 'none', NODE_ENV: 'test' });
    const app = await NestFactory.createApplicationContext(PublicModule.forRoot(config), {
      logger: false,
      abortOnError: false,
    });
    const citizens = new Citizens(app, data.remove);
    // The first reading of a new reader says that everything is outdated.
    await app.get(PurgeLog).catchUp();
    await app.get(PurgeLog).stop();
    return citizens;
  }

  get site(): PublicSite {
    return this.app.get(PublicSite);
  }

  get db(): Db {
    return this.app.get(Db);
  }

  async get(site: SiteKey, path: string): Promise<Answer> {
    const { host, prefix } = SITES[site];
    return this.site.handle({ method: 'GET', url: `${prefix}${path}`, host, headers: {} });
  }

  /** An answer, and the statements it took. */
  async counted(site: SiteKey, path: string): Promise<{ answer: Answer; statements: string[] }> {
    const statements: string[] = [];
    const stop = this.db.onStatement((text) => statements.push(text));
    try {
      return { answer: await this.get(site, path), statements };
    } finally {
      stop();
    }
  }

  async close(): Promise<void> {
    await this.site.settled();
    await this.app.close();
    await this.clean();
  }
}

/** The page's text; streams have none. */
export function textOf({ body }: Answer): string {
  return Buffer.isBuffer(body) ? body.toString() : '';
}
