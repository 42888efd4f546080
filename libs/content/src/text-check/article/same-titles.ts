import { Injectable } from '@nestjs/common';
import { shanghaiDay, type SiteCtx } from '@zhanqun/kernel';
import { Db, In, Not } from '@zhanqun/platform';
import { Article } from '../../article/article.entity';
import { placeHits, type CheckHit } from '../check-hit';
import type { EffectiveList } from '../lists/effective-list';
import type { CheckedText } from './checked-text';

/** 标题重复, within the site: other sites' articles are neither asked nor told. */
@Injectable()
export class SameTitles {
  constructor(private readonly db: Db) {}

  async check(ctx: SiteCtx, list: EffectiveList, { articleId, title }: CheckedText): Promise<CheckHit[]> {
    const severity = list.severity('titleDuplicate');
    if (!severity || title.trim() === '') return [];
    const [same] = await this.db.site(ctx, Article).select(['id', 'publishedAt'], {
      where: {
        title: title.trim(),
        state: In(['published', 'scheduled', 'unpublished']),
        ...(articleId === null ? {} : { id: Not(articleId) }),
      },
      take: 1,
    });
    if (!same) return [];
    const when = same.publishedAt ? `${shanghaiDay(same.publishedAt)} 发布` : '尚未发布';
    const hit = {
      start: 0,
      end: title.length,
      text: title,
      kind: 'duplicate' as const,
      rule: 'titleDuplicate',
      suggest: null,
      severity,
      reason: `本站已有同标题的稿件（${when}），请确认不是重复发布`,
    };
    return placeHits([hit], title, { field: 'title' });
  }
}
