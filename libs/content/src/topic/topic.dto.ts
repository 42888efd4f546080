import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsString, MaxLength, ValidateNested } from 'class-validator';
import { MayBeNull, MayLack, MustHave, PageQuery } from '@zhanqun/platform';
import { filePath } from '../article/article-address';
import { TOPIC_LOOKS, TOPIC_STATES, type Topic, type TopicLook, type TopicState } from './topic.entity';
const STYLES = ['list', 'pictures', 'headline'] as const;

export class TopicSectionDto {
  @IsString({ message: '栏目标题必填' })
  title: string;

  @MayLack()
  @IsString()
  intro?: string;

  @MayLack()
  @IsIn(STYLES)
  style?: (typeof STYLES)[number];

  /** Shows the newest of this channel after the chosen articles. */
  @MayBeNull()
  @IsInt()
  channelId?: number | null;

  @MayLack()
  @IsInt()
  count?: number;

  @MayLack()
  @IsArray()
  @ArrayMaxSize(40, { message: '一个栏目至多选 40 篇文章' })
  @IsInt({ each: true })
  articleIds?: number[];
}

export class EditTopicDto {
  @MayLack()
  @IsInt({ message: '缺少版本号，请刷新页面后重试' })
  version?: number;

  @MayLack()
  @IsString()
  path?: string;

  @MayLack()
  @IsString()
  name?: string;

  @MayLack()
  @IsString()
  intro?: string;

  @MayLack()
  @IsIn(TOPIC_LOOKS)
  look?: TopicLook;

  @MayBeNull()
  @IsInt()
  bannerAssetId?: number | null;

  @MayBeNull()
  @IsInt()
  ownerOrganisationId?: number | null;

  @MayLack()
  @IsString()
  startsOn?: string;

  @MayLack()
  @IsString()
  endsOn?: string;

  @MayLack()
  @IsArray()
  @ArrayMaxSize(12, { message: '专题栏目不超过 12 个' })
  @ValidateNested({ each: true })
  @Type(() => TopicSectionDto)
  sections?: TopicSectionDto[];

  @MayLack()
  @IsString()
  reason?: string;
}

export class DraftTopicDto extends EditTopicDto {
  @MustHave()
  @IsString({ message: '专题地址必填' })
  declare path: string;

  @MustHave()
  @IsString({ message: '专题名称必填' })
  declare name: string;

  @MustHave()
  @IsString({ message: '开始日期必填' })
  declare startsOn: string;

  @MustHave()
  @IsString({ message: '结束日期必填' })
  declare endsOn: string;
}

export class TopicOpinionDto {
  @MayLack()
  @IsString()
  @MaxLength(2_000)
  opinion?: string;
}

export class TopicQuery extends PageQuery {
  @MayLack()
  @IsIn(TOPIC_STATES)
  state?: TopicState;

  @MayLack()
  @IsString()
  @MaxLength(50)
  q?: string;
}

export class TopicSectionView {
  title: string;
  intro: string;
  style: 'list' | 'pictures' | 'headline';
  channelId: number | null;
  count: number;
  articles: TopicArticleView[];
}

export class TopicArticleView {
  id: number;
  title: string;
  /** Only published articles are shown to citizens. */
  isPublished: boolean;
}

export class TopicItemView {
  id: number;
  path: string;
  name: string;
  state: TopicState;
  ownerName: string;
  startsOn: string;
  endsOn: string;
  createdByName: string;
  appliedByName: string;
  appliedAt: string | null;
  /** Address for citizens; empty while they cannot open it. */
  url: string;
}

export class TopicBannerView {
  id: number;
  url: string;
  alt: string;
}

export class TopicDetailView extends TopicItemView {
  version: number;
  intro: string;
  look: TopicLook;
  banner: TopicBannerView | null;
  ownerOrganisationId: number | null;
  reason: string;
  sections: TopicSectionView[];
  decidedByName: string;
  decidedAt: string | null;
  opinion: string;
  closedByName: string;
  closedAt: string | null;
  closedReason: string;
  archivedAt: string | null;
  /** What the server would accept from this person now. */
  moves: string[];
}

export class TopicPageView {
  items: TopicItemView[];
  total: number;
  page: number;
  pageSize: number;
}

const iso = (instant: Date | null): string | null => instant?.toISOString() ?? null;

export function toTopicItemView(topic: Topic, url: string): TopicItemView {
  const { id, path, name, state, ownerName, startsOn, endsOn, createdByName, appliedByName } = topic;
  const appliedAt = iso(topic.appliedAt);
  return { id, path, name, state, ownerName, startsOn, endsOn, createdByName, appliedByName, appliedAt, url };
}

export function toTopicDetailView(
  topic: Topic,
  facts: {
    readonly url: string;
    readonly moves: readonly string[];
    readonly articles: ReadonlyMap<number, TopicArticleView>;
  },
): TopicDetailView {
  const { version, intro, look, ownerOrganisationId, reason, decidedByName, opinion } = topic;
  return {
    ...toTopicItemView(topic, facts.url),
    version,
    intro,
    look,
    banner:
      topic.bannerAssetId === null
        ? null
        : { id: topic.bannerAssetId, url: filePath(topic.bannerPath), alt: topic.bannerAlt },
    ownerOrganisationId,
    reason,
    sections: topic.sections.map(({ articleIds, ...section }) => ({
      ...section,
      articles: articleIds.flatMap((id) => facts.articles.get(id) ?? []),
    })),
    decidedByName,
    decidedAt: iso(topic.decidedAt),
    opinion,
    closedByName: topic.closedByName,
    closedAt: iso(topic.closedAt),
    closedReason: topic.closedReason,
    archivedAt: iso(topic.archivedAt),
    moves: [...facts.moves],
  };
}
