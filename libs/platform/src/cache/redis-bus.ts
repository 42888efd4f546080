import { randomUUID } from 'node:crypto';
import type { RedisClient, RedisConnections } from '../redis';
import { Bus } from './bus';
import { InProcessBus } from './in-process-bus';

const PREFIX = 'zhanqun:bus:';
const TRY_AGAIN_MS = 500;
/** Tells a process's own messages, which it has already heard, from those of others. */
const origin = randomUUID();

/**
 * Redis pub/sub between processes, the in-process bus within one. Redis being away delays other
 * processes until their own slow poll, and after every reconnection all listeners look once.
 */
export class RedisBus extends Bus {
  private readonly here = new InProcessBus();
  private readonly channels = new Set<string>();
  private readonly subscriber: RedisClient;

  constructor(private readonly redis: RedisConnections) {
    super();
    this.subscriber = redis.connection('subscribe', { offlineQueue: true });
    this.subscriber.on('ready', () => this.channels.forEach((channel) => this.here.publish(channel)));
    void redis.main;
  }

  override publish(channel: string): void {
    this.here.publish(channel);
    const { main } = this.redis;
    if (main.isReady) main.publish(PREFIX + channel, origin).catch(() => undefined);
  }

  override subscribe(channel: string, listener: () => void): () => void {
    const leave = this.here.subscribe(channel, listener);
    if (!this.channels.has(channel)) {
      this.channels.add(channel);
      this.listen(channel);
    }
    return leave;
  }

  private listen(channel: string): void {
    const heard = (from: string): void => {
      if (from !== origin) this.here.publish(channel);
    };
    this.subscriber.subscribe(PREFIX + channel, heard).catch(() => {
      if (this.subscriber.isOpen) setTimeout(() => this.listen(channel), TRY_AGAIN_MS).unref();
    });
  }
}
