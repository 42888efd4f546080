import { NestFactory } from '@nestjs/core';
import { loggerFor, MetricsListener, prepareDatabase, type AppConfig, type Running } from '@zhanqun/platform';
import { WorkerModule } from './worker.module';

export async function startWorker(config: AppConfig): Promise<Running> {
  await prepareDatabase(config);
  const app = await NestFactory.createApplicationContext(WorkerModule.forRoot(config), {
    logger: loggerFor(config),
    abortOnError: false,
  });
  await app.get(MetricsListener).listen();
  process.stdout.write('后台任务已就绪\n');
  return { stop: () => app.close() };
}
