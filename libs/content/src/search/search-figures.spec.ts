import { Metrics } from '@zhanqun/platform';
import { SearchFigures } from './search-figures';

describe('检索的运行指标', () => {
  it('count each search with its time, and apart those that found nothing; a failure is neither', async () => {
    const metrics = new Metrics();
    const figures = new SearchFigures(metrics);

    await figures.counted(async () => ({ total: 7 }));
    await figures.counted(async () => ({ total: 0 }));
    await expect(figures.counted(() => Promise.reject(new Error('busy')))).rejects.toThrow('busy');

    const text = await metrics.text();
    expect(text).toContain('zhanqun_search_seconds_count 2');
    expect(text).toContain('zhanqun_search_without_results_total 1');
  });
});
