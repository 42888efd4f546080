import { Injectable } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { excerpt } from '../rich-text/rich-text';
import type { ImportPreview, PreviewCategory, PreviewItem } from './import-preview';
import { packageRefused } from './import.errors';
import type { SourceItem } from './source-item';
import { SourceOpening, type OpeningRun } from './source-opening';
import { guessColumns } from './sources/table-columns';

const SHOWN = 20;
const MOST_CATEGORIES = 500;

/** 预览: the first items as they would be taken over, and every category with its number of items. */
@Injectable()
export class PreviewReading {
  constructor(private readonly opening: SourceOpening) {}

  /** `isBrief`: where nobody asks for the categories, only the first items are read if their number is known. */
  async read(
    ctx: SiteCtx,
    run: OpeningRun,
    { isBrief = false } = {},
  ): Promise<{ preview: ImportPreview; total: number }> {
    const source = await this.opening.open(ctx, run);
    const items: PreviewItem[] = [];
    const categories = new Map<string, { name: string; count: number }>();
    let total = 0;
    for await (const item of source.items(0)) {
      if (isBrief && source.total !== null && total >= SHOWN) break;
      total += 1;
      if (items.length < SHOWN) items.push(shown(item));
      if (!item.article) continue;
      const { category, categoryName } = item.article;
      const known = categories.get(category);
      if (known) known.count += 1;
      else if (categories.size < MOST_CATEGORIES) categories.set(category, { name: categoryName, count: 1 });
    }
    if (total === 0) throw packageRefused({ fault: 'empty' });
    const found: PreviewCategory[] = [...categories].map(([key, { name, count }]) => ({ key, name, count }));
    const { siteAddress, head } = source;
    const columns = head.length > 0 ? (run.options.columns ?? guessColumns(head)) : null;
    return {
      total: isBrief && source.total !== null ? source.total : total,
      preview: { items, categories: found.toSorted((a, b) => b.count - a.count), siteAddress, head, columns },
    };
  }
}

function shown({ label, title, article, reason }: SourceItem): PreviewItem {
  return {
    label: label.slice(0, 300),
    title: title.slice(0, 200),
    date: article?.publishedAt ?? '',
    source: article?.source ?? '',
    documentNumber: article?.documentNumber ?? '',
    category: article?.categoryName ?? '',
    excerpt: article
      ? excerpt(article.body.replace(/<(?:style|script)[\s\S]*?<\/(?:style|script)>/gi, ''), 80)
      : '',
    pictures: article?.body.match(/<img\b/gi)?.length ?? 0,
    attachments: article?.attachments.length ?? 0,
    address: article?.oldAddresses[0] ?? '',
    warnings: article?.warnings ?? [],
    reason,
  };
}
