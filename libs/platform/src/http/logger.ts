import { ConsoleLogger } from '@nestjs/common';
import type { AppConfig } from '../config';

/** One line a fact: JSON in production, plain otherwise; start-up chatter of the framework is left out. */
export function loggerFor(config: AppConfig): ConsoleLogger {
  return new ConsoleLogger({ json: config.production, logLevels: ['error', 'warn', 'fatal'], compact: true });
}
