import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsObject, IsOptional } from 'class-validator';
import { PageQuery, type SiteDirectory } from '@zhanqun/platform';
import type { ChosenWays } from './notice-choices.service';
import { NOTICE_KIND_CODES, NOTICE_KINDS, type NoticeKind, type NoticeWay } from './notice-kind';
import type { Notice } from './notice.entity';

export class NoticeQuery extends PageQuery {
  /** `true`: unread ones only. */
  @IsOptional()
  @Transform(({ value }) => value === 'true' || value === true)
  isUnread?: boolean;
}

export class ReadNoticesDto {
  /** Left out: all. */
  @IsOptional()
  @IsArray({ message: '须为消息编号列表' })
  @ArrayMaxSize(100, { message: '一次至多 100 条' })
  @IsInt({ each: true, message: '消息编号须为整数' })
  ids?: number[];
}

export class NoticeWaysDto {
  /** Kind → bell, mail, digest or off; kinds that are left out stay as they are. */
  @IsObject({ message: '须为各类消息的接收方式' })
  ways: Record<string, NoticeWay>;
}

export class NoticeSiteView {
  key: string;
  name: string;
}

export class NoticeView {
  id: number;
  kind: NoticeKind;
  label: string;
  title: string;
  path: string;
  site: NoticeSiteView | null;
  toldAt: string;
  isRead: boolean;
}

export class NoticePageView {
  items: NoticeView[];
  total: number;
  page: number;
  pageSize: number;
}

export class NoticeCountView {
  unread: number;
}

export class NoticeWayView {
  kind: NoticeKind;
  label: string;
  help: string;
  @IsIn([])
  way: NoticeWay;
  /** Cannot be switched off. */
  isAlways: boolean;
}

export class NoticeWaysView {
  items: NoticeWayView[];
  /** Whether this installation sends mail at all. */
  canMail: boolean;
  /** Where the mails go; null = no address on the account. */
  email: string | null;
}

export function toNoticeView(notice: Notice, directory: SiteDirectory): NoticeView {
  const { id, kind, title, path, toldAt, readAt } = notice;
  const site = notice.siteId === null ? undefined : directory.byId(notice.siteId);
  return {
    id,
    kind,
    label: NOTICE_KINDS[kind].label,
    title,
    path,
    site: site ? { key: site.key, name: site.name } : null,
    toldAt: toldAt.toISOString(),
    isRead: readAt !== null,
  };
}

export function toNoticeWayViews(ways: ChosenWays): NoticeWayView[] {
  return NOTICE_KIND_CODES.map((kind) => {
    const { label, help, isAlways }: { label: string; help: string; isAlways?: true } = NOTICE_KINDS[kind];
    return { kind, label, help, way: ways[kind], isAlways: isAlways ?? false };
  });
}
