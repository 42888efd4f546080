import { IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { PageQuery } from '@zhanqun/platform';
import { articlePath } from '../article/article-address';
import { OLD_ADDRESS_ORIGINS, OLD_ADDRESS_TARGETS, type OldAddress } from './old-address.entity';

export class OldAddressQuery extends PageQuery {
  /** Part of the old address or of the new path. */
  @IsOptional()
  @IsString()
  @MaxLength(100, { message: '查找内容不超过 100 字' })
  q?: string;
}

export class AddOldAddressDto {
  /** Path with query, or the whole address. */
  @IsString()
  @Length(1, 1500, { message: '请填写旧网址' })
  address: string;

  /** Address of an article or a channel, or another path of this site. */
  @IsString()
  @Length(1, 500, { message: '请填写新地址' })
  to: string;
}

export class OldAddressView {
  id: number;
  address: string;
  target: (typeof OLD_ADDRESS_TARGETS)[number];
  articleId: number | null;
  channelId: number | null;
  location: string;
  /** Title of the article, name of the channel, or the path. */
  leadsTo: string;
  origin: (typeof OLD_ADDRESS_ORIGINS)[number];
  createdAt: string;
}

export class OldAddressPageView {
  items: OldAddressView[];
  total: number;
  page: number;
  pageSize: number;
}

export class RefusedAddressView {
  row: number;
  address: string;
  reason: string;
}

export class AddressListView {
  added: number;
  changed: number;
  same: number;
  refused: RefusedAddressView[];
}

export function toOldAddressView(row: OldAddress, leadsTo: string): OldAddressView {
  const { id, address, target, articleId, channelId, location, origin } = row;
  return {
    id,
    address,
    target,
    articleId,
    channelId,
    location,
    leadsTo,
    origin,
    createdAt: row.createdAt.toISOString(),
  };
}

/** As it is written into a list, and read back from one. */
export function writtenTarget(
  row: OldAddress,
  paths: { article: (id: number) => Date | null; channel: (id: number) => string | null },
): string {
  if (row.target === 'path') return row.location;
  if (row.target === 'channel') {
    const path = row.channelId === null ? null : paths.channel(row.channelId);
    return path === null ? '' : `/${path}/`;
  }
  const publishedAt = row.articleId === null ? null : paths.article(row.articleId);
  return publishedAt === null ? '' : articlePath({ id: row.articleId ?? 0, publishedAt });
}
