import { createHash } from 'node:crypto';
import type { EditorCtx } from '@zhanqun/kernel';
import type { NewArticle } from '../article/article.service';
import { draftOf } from './drafting';
import type { ImportSource } from './import-source.entity';
import type { RunOptions } from './import-options';
import { instantOf } from './reading/moment';
import type { FoundArticle, SourceItem } from './source-item';
import type { ChannelTree } from '../channel/channel-tree';

/** Stands for the channel that a dry run would create. */
export const NEW_CHANNEL = -1;

/** What is to be done with an item, decided before anything is stored. */
export interface Judged {
  readonly item: SourceItem;
  readonly sourceKey: string;
  readonly checksum: string;
  readonly move: 'create' | 'update' | 'skip' | 'fail';
  readonly reason: string;
  readonly warnings: readonly string[];
  readonly known: ImportSource | null;
  readonly text: NewArticle | null;
  /** Null for a draft. */
  readonly publishedAt: Date | null;
}

export const sourceKeyOf = (origin: string, key: string): string =>
  createHash('sha256').update(`${origin}\0${key}`).digest('hex');

/** Of what was found, so that only what changed there is taken over again. */
export function checksumOf(article: FoundArticle): string {
  const { warnings: _said, categoryName: _name, ...words } = article;
  return createHash('sha256').update(JSON.stringify(words)).digest('hex');
}

interface Surroundings {
  readonly ctx: EditorCtx;
  readonly options: RunOptions;
  readonly tree: ChannelTree;
  readonly origin: string;
  /** The row of an earlier import whose article is still there. */
  readonly known: ImportSource | null;
}

export function judge(item: SourceItem, { ctx, options, tree, origin, known }: Surroundings): Judged {
  const { article } = item;
  const blank = {
    item,
    sourceKey: sourceKeyOf(origin, item.key),
    checksum: article ? checksumOf(article) : '',
    warnings: [] as string[],
    known,
    text: null,
    publishedAt: null,
  };
  const skip = (reason: string): Judged => ({ ...blank, move: 'skip', reason });
  const fail = (reason: string): Judged => ({ ...blank, move: 'fail', reason });
  if (!article) return item.isFault ? fail(item.reason) : skip(item.reason);

  const wanted = options.mapping[article.category] ?? options.channelId ?? 0;
  if (options.mapping[article.category] === 0) return skip('所在栏目选择了不导入');
  const node = wanted === NEW_CHANNEL ? { id: NEW_CHANNEL, kind: 'dynamic' as const } : tree.find(wanted);
  if (!node) return fail(`原栏目“${article.categoryName}”没有对应的栏目`);
  if (node.kind === 'link') return fail('对应的栏目是链接栏目，不能放文章');
  if (known && known.checksum === blank.checksum) return skip('以前已导入，没有变化');
  if (known && options.onChanged === 'skip') return skip('以前已导入，原文有变化，按设置不更新');

  const drafted = draftOf(
    {
      ...article,
      source: article.source || options.defaultSource,
      publishedOn: article.publishedAt.slice(0, 10),
    },
    { channel: node, kind: options.kind ?? undefined },
    ctx.site.name,
  );
  const warnings = [...drafted.warnings];
  const text: NewArticle = {
    ...drafted.text,
    title: shortened(drafted.text.title, 200, '标题', warnings),
    author: shortened(drafted.text.author ?? '', 100, '作者', warnings),
    subtitle: shortened(article.subtitle, 200, '副标题', warnings),
    summary: oneLine(article.summary).slice(0, 500),
    keywords: article.keywords.map(oneLine).filter((word) => word !== ''),
  };
  if (known) return { ...blank, move: 'update', reason: '', warnings, text };
  const publishedAt = options.publishes === 'historic' ? historicDate(ctx, article, warnings) : null;
  return { ...blank, move: 'create', reason: '', warnings, text, publishedAt };
}

/** Only what was public, with a date that is not to come, can be published as it was. */
function historicDate(ctx: EditorCtx, article: FoundArticle, warnings: string[]): Date | null {
  const at = instantOf(article.publishedAt);
  if (!article.isPublic) warnings.push('在原站没有公开，作草稿导入');
  else if (!at) warnings.push('没有发布日期，作草稿导入');
  else if (at > ctx.now) warnings.push('发布日期在今天之后，作草稿导入');
  else if (at.getUTCFullYear() < 1990) warnings.push('发布日期早于 1990 年，作草稿导入');
  else return at;
  return null;
}

const oneLine = (text: string): string =>
  text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\s]+/gu, ' ').trim();

function shortened(given: string, most: number, label: string, warnings: string[]): string {
  const characters = [...oneLine(given)];
  if (characters.length <= most) return characters.join('');
  warnings.push(`${label}超过 ${most} 字，已截断`);
  return characters.slice(0, most).join('');
}
