import type { Metrics } from '@zhanqun/platform';
import type { PageCache } from './page-cache';

/** What the page cache of this process tells about itself. A hit costs no rendering and no query. */
export function registerPageMetrics(metrics: Metrics, cache: PageCache): void {
  metrics.gauge('zhanqun_page_cache_pages', '缓存中的页面数', () => cache.figures.pages);
  metrics.gauge('zhanqun_page_cache_bytes', '页面缓存占用的字节数', () => cache.figures.bytes);
  metrics.counter('zhanqun_page_cache_hits_total', '命中缓存的请求数', () => cache.figures.hits);
  metrics.counter('zhanqun_page_cache_misses_total', '未命中缓存的请求数', () => cache.figures.misses);
  metrics.counter(
    'zhanqun_page_cache_evictions_total',
    '因空间不足移出的页面数',
    () => cache.figures.evicted,
  );
  metrics.counter('zhanqun_page_cache_stale_total', '以过期页面应答的次数', () => cache.figures.stale);
  metrics.counter('zhanqun_page_renders_total', '制成并存入缓存的页面数', () => cache.figures.stored);
}
