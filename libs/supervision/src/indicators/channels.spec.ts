import { fakeFacts, rule, siteAt } from '../facts/fake-facts';
import { EmptyChannels } from './empty-channels.indicator';
import { StaleChannels } from './stale-channels.indicator';
import { StaleOtherChannels } from './stale-other-channels.indicator';

const now = '2026-03-20T10:00:00+08:00';
const at = (day: string): Date => new Date(`${day}T09:00:00+08:00`);
const staleNews = { newestPublishedAt: at('2026-03-01') };
const freshNews = { newestPublishedAt: at('2026-03-06') };
const staleNotice = { updateClass: 'notice' as const, newestPublishedAt: at('2025-09-01') };
const stalePolicy = { updateClass: 'policy' as const, newestPublishedAt: at('2025-09-01') };

describe('V-W4a 动态、通知、政策类栏目不更新', () => {
  const severities = async (channels: object[]): Promise<string[]> =>
    (await new StaleChannels().check(siteAt(now), fakeFacts({ channels }), rule({ threshold: 5 }))).map(
      ({ severity }) => severity,
    );

  it('names each stale channel without a veto below the threshold', async () => {
    expect(await severities([staleNews, staleNews, freshNews])).toEqual(['warning', 'warning']);
  });

  it('is a veto with four stale news channels and one stale first-level policy channel', async () => {
    expect(await severities([staleNews, staleNews, staleNews, staleNews, stalePolicy])).toContain('veto');
  });

  it('does not count a second-level notice channel', async () => {
    const secondLevel = { ...staleNotice, isTopLevel: false };
    expect(await severities([staleNews, staleNews, staleNews, secondLevel])).toEqual(
      Array(3).fill('warning'),
    );
  });

  it('counts the fourteenth day as fresh and the fifteenth as stale', async () => {
    expect(await severities([{ newestPublishedAt: at('2026-03-06') }])).toEqual([]);
    expect(await severities([{ newestPublishedAt: at('2026-03-05') }])).toEqual(['warning']);
  });

  it('counts half a year in calendar months', async () => {
    expect(await severities([{ ...staleNotice, newestPublishedAt: at('2025-09-20') }])).toEqual([]);
    expect(await severities([{ ...staleNotice, newestPublishedAt: at('2025-09-19') }])).toEqual(['warning']);
  });

  it('takes the shorter cycle that a regulation gives the channel', async () => {
    expect(await severities([{ ...freshNews, cycle: { count: 7, unit: 'days' } }])).toEqual(['warning']);
  });

  it('leaves blank channels to the indicator of blank channels', async () => {
    expect(await severities([{ newestPublishedAt: null, publishedCount: 0 }])).toEqual([]);
  });
});

describe('V-W4b 其他应更新栏目不更新', () => {
  it('is a veto from ten on', async () => {
    const stale = { updateClass: 'other' as const, newestPublishedAt: at('2025-03-01') };
    const check = (count: number): Promise<{ severity: string }[]> =>
      new StaleOtherChannels().check(
        siteAt(now),
        fakeFacts({ channels: Array<object>(count).fill(stale) }),
        rule({ threshold: 10, window: { count: 12, unit: 'months' } }),
      );

    expect((await check(9)).map(({ severity }) => severity)).not.toContain('veto');
    expect((await check(10)).map(({ severity }) => severity)).toContain('veto');
  });
});

describe('V-W4c 空白栏目', () => {
  it('counts visible channels without anything published, and no links or hidden ones', async () => {
    const blank = { publishedCount: 0 };
    const channels = [blank, blank, blank, blank, { ...blank, isMeasured: false }, { publishedCount: 3 }];

    const found = await new EmptyChannels().check(
      siteAt(now),
      fakeFacts({ channels }),
      rule({ threshold: 5 }),
    );

    expect(found.map(({ subject }) => subject)).toEqual(['channel:1', 'channel:2', 'channel:3', 'channel:4']);
  });

  it('is a veto at five', async () => {
    const channels = Array<object>(5).fill({ publishedCount: 0 });

    const found = await new EmptyChannels().check(
      siteAt(now),
      fakeFacts({ channels }),
      rule({ threshold: 5 }),
    );

    expect(found.at(-1)).toMatchObject({ subject: 'site', severity: 'veto' });
  });
});
