import { NestFactory } from '@nestjs/core';
import {
  listeningUrl,
  loggerFor,
  MetricsListener,
  prepareDatabase,
  type AppConfig,
  type Running,
} from '@zhanqun/platform';
import { CitizenServer } from '@zhanqun/theming';
import { PublicModule } from './public.module';

export async function startPublic(config: AppConfig): Promise<Running> {
  await prepareDatabase(config);
  const app = await NestFactory.createApplicationContext(PublicModule.forRoot(config), {
    logger: loggerFor(config),
    abortOnError: false,
  });
  const server = app.get(CitizenServer);
  const port = await server.listen(config.public.host, config.public.port);
  await app.get(MetricsListener).listen();
  process.stdout.write(`公众端已就绪：${listeningUrl(config.public.host, port)}/\n`);
  return {
    stop: async () => {
      await server.close();
      await app.close();
    },
  };
}
