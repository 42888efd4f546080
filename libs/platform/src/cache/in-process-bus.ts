import { EventEmitter } from 'node:events';
import { Injectable } from '@nestjs/common';
import { Bus } from './bus';

/** One for the process, not for the application: the public site, the console and the worker may share it. */
const ether = new EventEmitter().setMaxListeners(0);

@Injectable()
export class InProcessBus extends Bus {
  override publish(channel: string): void {
    queueMicrotask(() => ether.emit(channel));
  }

  override subscribe(channel: string, listener: () => void): () => void {
    ether.on(channel, listener);
    return () => void ether.off(channel, listener);
  }
}
