import { Logger } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { smallNetwork } from '../testing/small-network';
import { MovedPages } from './moved-pages';

beforeAll(() => Logger.overrideLogger(false));

class Moved extends MovedPages {
  readonly asked: string[] = [];

  override find({ site }: SiteCtx, address: string): Promise<string | null> {
    this.asked.push(`${site.key} ${address}`);
    const isKnown = site.key === 'hexi' && address === '/news/show.asp?id=7';
    return Promise.resolve(isKnown ? '/art/201905/7.html' : null);
  }
}

describe('旧网址', () => {
  it('lead to the page below the prefix of their own site, and nowhere at another', async () => {
    const moved = new Moved();
    const { get } = smallNetwork({ moved });

    const here = await get('portal.localhost', '/hexi/news/show.asp?id=7');
    expect([here.status, here.headers.Location]).toEqual([301, '/hexi/art/201905/7.html']);
    expect((await get('qingshui.localhost', '/news/show.asp?id=7')).status).toBe(404);
    expect((await get('portal.localhost', '/news/show.asp?id=7')).status).toBe(404);
  });

  it('are not asked for while a page answers, made or kept', async () => {
    const moved = new Moved();
    const { get } = smallNetwork({ moved });

    await get('portal.localhost', '/?p=7');
    await get('portal.localhost', '/?p=7');

    expect(moved.asked).toEqual([]);
  });

  it('keep their query on the way to the one spelling of their path', async () => {
    const { get } = smallNetwork({ moved: new Moved() });

    const answer = await get('portal.localhost', '/hexi/list?id=7');

    expect([answer.status, answer.headers.Location]).toEqual([301, '/hexi/list/?id=7']);
  });
});
