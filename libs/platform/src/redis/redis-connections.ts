import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { createClient } from 'redis';
import { AppConfig } from '../config';

export type RedisClient = ReturnType<typeof makeClient>;

/** Longest pause between two attempts to reach a Redis that is away. */
const MAX_PAUSE_MS = 3000;
const CLOSE_WITHIN_MS = 2000;

/**
 * Connections to the one Redis of this installation, opened when first asked for and kept alive.
 * While Redis is away a command fails at once instead of waiting (`offlineQueue` turns that round);
 * an outage is logged when it begins and when it ends, not at every attempt.
 */
@Injectable()
export class RedisConnections implements OnApplicationShutdown {
  private readonly logger = new Logger('Redis');
  private readonly open = new Map<string, RedisClient>();
  private isAway = false;

  constructor(private readonly config: AppConfig) {}

  /** False on embedded drivers: nobody may ask for a connection then. */
  get isConfigured(): boolean {
    return this.config.redis.url !== null;
  }

  /** The connection for ordinary commands. */
  get main(): RedisClient {
    return this.connection('main');
  }

  /** The connection of one purpose (`subscribe`, `jobs`, …): made once, then shared. */
  connection(purpose: string, { offlineQueue = false } = {}): RedisClient {
    const known = this.open.get(purpose);
    if (known) return known;
    const { url } = this.config.redis;
    if (url === null) throw new Error('Redis is not configured (REDIS_URL)');

    const client = makeClient(url, {
      name: `zhanqun-${purpose}`,
      offlineQueue,
      isWanted: () => this.open.has(purpose),
    });
    client.on('error', (error: Error) => this.away(error));
    client.on('ready', () => this.back());
    this.open.set(purpose, client);
    client.connect().catch((error: Error) => this.away(error));
    return client;
  }

  /** Whether Redis answers now; never throws, never takes longer than `withinMs`. */
  async answers(withinMs = 2000): Promise<boolean> {
    const ping = this.main.ping().then(
      () => true,
      () => false,
    );
    return Promise.race([ping, after(withinMs).then(() => false)]);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.close();
  }

  async close(): Promise<void> {
    const clients = [...this.open.values()];
    this.open.clear();
    await Promise.all(clients.map((client) => closeOne(client)));
  }

  private away(error: Error): void {
    if (this.isAway || this.open.size === 0) return;
    this.isAway = true;
    this.logger.warn(`Redis 不可达，将持续重连：${error.message || error.name}`);
  }

  private back(): void {
    if (!this.isAway) return;
    this.isAway = false;
    this.logger.warn('Redis 已恢复');
  }
}

interface ClientWish {
  readonly name: string;
  readonly offlineQueue: boolean;
  /** No further attempt to reach Redis once this is false. */
  readonly isWanted: () => boolean;
}

function makeClient(url: string, { name, offlineQueue, isWanted }: ClientWish) {
  return createClient({
    url,
    name,
    disableOfflineQueue: !offlineQueue,
    // Who asked to wait for Redis waits: a command given up after five seconds is asked again at once by a
    // worker, and a busy machine would do nothing else.
    ...(offlineQueue && { commandOptions: { timeout: undefined } }),
    socket: {
      connectTimeout: 5000,
      reconnectStrategy: (attempts) => isWanted() && Math.min(50 * 2 ** Math.min(attempts, 10), MAX_PAUSE_MS),
    },
  });
}

/** A client that is just connecting must get there first: destroyed half-way it would leave its socket open. */
async function closeOne(client: RedisClient): Promise<void> {
  if (client.isOpen && !client.isReady) await Promise.race([settled(client), after(CLOSE_WITHIN_MS)]);
  if (client.isReady) await Promise.race([client.close().catch(() => undefined), after(CLOSE_WITHIN_MS)]);
  if (client.isOpen) client.destroy();
}

function settled(client: RedisClient): Promise<void> {
  return new Promise((resolve) => {
    client.once('ready', resolve);
    client.once('error', () => resolve());
  });
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
