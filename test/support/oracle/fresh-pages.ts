import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { PurgeLog, readConfig } from '@zhanqun/platform';
import { PublicSite } from '@zhanqun/theming';
import { PublicModule } from '../../../apps/public/src/public.module';
import { SITES } from '../county';
import type { Place } from './places';

/** What a visitor is told, without what says how it came about. */
export interface Shown {
  readonly status: number;
  readonly type: string;
  readonly location: string;
  readonly body: Buffer;
}

/** No entry of a purge log has this number, so a reader that claims to stand there starts from nothing. */
const NOWHERE = Number.MAX_SAFE_INTEGER;

/**
 * The oracle: the citizens' side inside the test's own process, over the database of the processes that are
 * tried. It uses no page files, reads the purge log only when told to, and forgets everything it keeps in
 * memory before each look, so what it shows was made from the rows as they are now.
 */
export class FreshPages {
  private constructor(private readonly app: INestApplicationContext) {}

  static async open(env: Record<string, string>): Promise<FreshPages> {
    const app = await NestFactory.createApplicationContext(
      PublicModule.forRoot(readConfig({ ...env, SEED: 'none' })),
      { logger: false, abortOnError: false },
    );
    await app.get(PurgeLog).catchUp();
    await app.get(PurgeLog).stop();
    return new FreshPages(app);
  }

  /** Forgets all that is kept: sites, channels, frames, banners, word lists, pages. */
  async forget(): Promise<void> {
    const log = this.app.get(PurgeLog);
    log.resume(NOWHERE);
    await log.catchUp();
  }

  async at({ site, path }: Place): Promise<Shown> {
    const { host, prefix } = SITES[site];
    const { status, headers, body } = await this.app
      .get(PublicSite)
      .handle({ method: 'GET', host, url: prefix + path, headers: {} });
    if (body !== null && !Buffer.isBuffer(body)) throw new Error(`${host}${path} is a stream`);
    return {
      status,
      type: headers['Content-Type'] ?? '',
      location: headers.Location ?? '',
      body: body ?? Buffer.alloc(0),
    };
  }

  async close(): Promise<void> {
    await this.app.get(PublicSite).settled();
    await this.app.close();
  }
}
