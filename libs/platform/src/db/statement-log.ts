import type { Logger } from 'typeorm';

type Listener = (text: string) => void;

const transactionControl = /^\s*(BEGIN|START TRANSACTION|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|SET|PRAGMA)\b/i;

/** Tells listeners about every statement; writes nothing anywhere (a statement may hold personal data). */
export class StatementLog implements Logger {
  private readonly listeners = new Set<Listener>();

  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  logQuery(text: string): void {
    if (this.listeners.size === 0 || transactionControl.test(text)) return;
    for (const listener of this.listeners) listener(text);
  }

  logQueryError(): void {}
  logQuerySlow(): void {}
  logSchemaBuild(): void {}
  logMigration(): void {}
  log(): void {}
}
