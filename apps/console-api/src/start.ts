import {
  createJsonApp,
  listenOn,
  prepareDatabase,
  serveConsole,
  type AppConfig,
  type Running,
} from '@zhanqun/platform';
import { FirstStart } from '@zhanqun/identity';
import { ConsoleModule } from './console.module';

export async function startConsole(config: AppConfig): Promise<Running> {
  await prepareDatabase(config);
  const app = await createJsonApp(ConsoleModule.forRoot(config), config);
  await serveConsole(app);
  const { host, port } = config.console;
  await listenOn(() => app.listen(port, host), { host, port, variable: 'CONSOLE_PORT' });
  const links = await app.get(FirstStart).announce();
  process.stdout.write(`${[...links, `后台已就绪：${await app.getUrl()}/`].join('\n')}\n`);
  return { stop: () => app.close() };
}
