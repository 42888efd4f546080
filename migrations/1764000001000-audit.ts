import type { MigrationInterface, QueryRunner } from 'typeorm';
import { columnsFor, createTable } from '@zhanqun/platform';

export class CreateAudit1764000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const c = columnsFor(runner);
    await createTable(
      runner,
      'audit_entry',
      [
        ...c.base,
        c.int('chain'),
        c.int('seq'),
        c.int('siteId', { isNullable: true }),
        c.datetime('at'),
        c.int('accountId', { isNullable: true }),
        c.varchar('actorName', 60),
        c.varchar('address', 64, { isNullable: true }),
        c.varchar('action', 80),
        c.varchar('subject', 60),
        c.varchar('subjectId', 64, { isNullable: true }),
        c.varchar('outcome', 10),
        c.varchar('summary', 500),
        c.json('detail', { isNullable: true }),
        c.varchar('traceId', 64),
        c.varchar('previousHash', 64),
        c.varchar('hash', 64),
      ],
      {
        IDX_audit_entry_site: ['siteId', 'at'],
        IDX_audit_entry_account: ['accountId', 'at'],
        IDX_audit_entry_subject: ['subject', 'subjectId'],
      },
      { UQ_audit_entry_chain: ['chain', 'seq'] },
    );
    await createTable(
      runner,
      'audit_head',
      [...c.base, c.int('chain'), c.int('seq'), c.varchar('hash', 64)],
      {},
      { UQ_audit_head_chain: ['chain'] },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('audit_head');
    await runner.dropTable('audit_entry');
  }
}
