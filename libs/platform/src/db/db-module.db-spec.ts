import { Test } from '@nestjs/testing';
import { pageRequest, systemCtx } from '@zhanqun/kernel';
import { AppConfig, Audit, AuditModule, ConfigModule, Db, DbModule, migrate } from '@zhanqun/platform';
import { emptyTestDatabase } from '@zhanqun/test-support';

const ctx = systemCtx(new Date('2026-03-01T01:02:03.456Z'));

function modulesFor(url: string | null, dataDir: string) {
  const config = Object.assign(new AppConfig(), { database: { url }, dataDir });
  return Test.createTestingModule({
    imports: [ConfigModule.forRoot(config), DbModule.forRoot(), AuditModule],
  });
}

describe('the database in a Nest app', () => {
  it('is opened from the configuration, offered everywhere and closed at shutdown', async () => {
    const { config, dispose } = await emptyTestDatabase();
    const app = await modulesFor(config.url, config.dataDir).compile();
    const db = app.get(Db);

    await migrate(db);
    await app.get(Audit).record(ctx, { action: 'site.open', subject: 'Site', summary: '开办网站' });
    expect(await app.get(Audit).list(ctx, {}, pageRequest())).toMatchObject({ total: 1 });
    await app.close();

    await expect(app.get(Audit).chains(ctx)).rejects.toMatchObject({ code: 'platform.db.unavailable' });
    await dispose();
  });

  it('serves several apps in one process', async () => {
    const { config, dispose } = await emptyTestDatabase();
    const [first, second] = await Promise.all([
      modulesFor(config.url, config.dataDir).compile(),
      modulesFor(config.url, config.dataDir).compile(),
    ]);
    await migrate(first.get(Db));

    await first.get(Audit).record(ctx, { action: 'site.open', subject: 'Site', summary: '开办网站' });

    expect(await second.get(Audit).list(ctx, {}, pageRequest())).toMatchObject({ total: 1 });
    await first.close();
    expect(await second.get(Audit).verify(ctx, null)).toMatchObject({ isIntact: true, checked: 1 });
    await second.close();
    await dispose();
  });

  it('stops the start in Chinese when the database does not answer', async () => {
    const app = modulesFor('mariadb://root@127.0.0.1:1/zhanqun', '/nowhere').compile();

    await expect(app).rejects.toMatchObject({ code: 'platform.db.unavailable' });
  });
});
