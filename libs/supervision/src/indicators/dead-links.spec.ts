import { fakeFacts, rule, siteAt } from '../facts/fake-facts';
import { DeadLinks } from './dead-links.indicator';

const link = (
  page: string,
  target: string,
): { pageUrl: string; pageTitle: string; target: string; label: string } => ({
  pageUrl: `http://qingshui.localhost${page}`,
  pageTitle: '通知',
  target,
  label: '附件',
});

describe('D-4.3 站内链接', () => {
  it('names the page and the target of each link that leads nowhere, once', async () => {
    const facts = fakeFacts({
      links: [
        link('/art/1.html', 'http://a/gone'),
        link('/art/1.html', 'http://a/gone'),
        link('/art/2.html', 'http://a/here'),
      ],
      alive: ['http://a/here'],
    });

    const found = await new DeadLinks().check(siteAt('2026-03-20T09:00:00+08:00'), facts, rule({}));

    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ url: 'http://qingshui.localhost/art/1.html', severity: 'deduction' });
  });
});
