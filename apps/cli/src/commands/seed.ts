import { Demo } from '@zhanqun/demo';
import { SingleBar } from 'cli-progress';
import { InvalidArgumentError, type Command } from 'commander';
import { say } from '../output';
import { withPlatform } from '../with-platform';

const count = (text: string): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('须为正整数');
  return value;
};

export function seedCommands(program: Command): void {
  program
    .command('seed')
    .description('写入演示数据')
    .command('demo')
    .description('演示县；给出 --sites 时另建一个用于测量的大型站群')
    .option('--sites <数量>', '站点数', count)
    .option('--articles <数量>', '每站文章数', count, 1000)
    .action(async ({ sites, articles }: { sites?: number; articles: number }) => {
      await withPlatform(async (app, ctx) => {
        const demo = app.get(Demo);
        if (sites === undefined) return say((await demo.seedDemo(ctx)).join('\n'));
        const bar = new SingleBar({
          format: '{bar} {percentage}%  {value}/{total} 篇  剩余 {eta} 秒',
          hideCursor: true,
        });
        bar.start(sites * articles, 0);
        await demo.seedLarge(ctx, { sites, articles, onProgress: (done: number) => bar.update(done) });
        bar.stop();
        say(`已建立 ${sites} 个站点，每站 ${articles} 篇文章`);
      });
    });
}
