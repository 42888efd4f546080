import { Demo } from '@zhanqun/demo';
import { FirstStart } from '@zhanqun/identity';
import {
  createJsonApp,
  listeningUrl,
  listenOn,
  prepareDatabase,
  serveConsole,
  type AppConfig,
  type Running,
} from '@zhanqun/platform';
import { CitizenServer } from '@zhanqun/theming';
import { AllInOneModule } from './all-in-one.module';

export async function startAllInOne(config: AppConfig): Promise<Running> {
  await prepareDatabase(config);
  const app = await createJsonApp(AllInOneModule.forRoot(config), config);
  await serveConsole(app);
  const citizens = app.get(CitizenServer);
  await citizens.listen(config.public.host, config.public.port);
  const { host, port } = config.console;
  await listenOn(() => app.listen(port, host), { host, port, variable: 'CONSOLE_PORT' });

  const greeting = [...(await app.get(Demo).seedWhenEmpty()), ...(await app.get(FirstStart).announce())];
  process.stdout.write(
    `${[...greeting, `后台：${listeningUrl(host, port)}/`, '平台已就绪，按 Ctrl-C 停止'].join('\n')}\n`,
  );
  return {
    stop: async () => {
      await citizens.close();
      await app.close();
    },
  };
}
