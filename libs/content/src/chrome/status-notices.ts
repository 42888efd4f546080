import type { SiteRef } from '@zhanqun/kernel';
import type { FormerAddress, SiteProfile } from '@zhanqun/tenancy';

/** A home page names the first of them; beyond it says how many more there are. */
export const MOST_NAMED = 5;

type Facts = Pick<SiteProfile, 'closingDestination' | 'suspendedUntil'>;

/** The month of notice before a site closes outranks any other notice on its own pages. */
export function closingNotice(site: SiteRef, { closingDestination }: Facts): string | null {
  if (site.status !== 'closing') return null;
  return `${site.name}网站即将关停${destination(closingDestination)}。公示期间照常更新。`;
}

/** 域名变更公告 of the site itself, as long as its former address leads on (国办发〔2017〕47号 域名变更). */
export function movedNotices(site: SiteRef, former: readonly FormerAddress[], today: string): string[] {
  return former
    .filter(({ until }) => until >= today)
    .map(
      ({ address, until }) =>
        `本网站域名已变更为 ${site.host}${site.prefix}，原域名 ${address} 使用至${until}，请更新收藏。`,
    );
}

/** Below a portal: sites whose citizens must be told there, because the site itself is going or is away. */
export function isChanging({ status }: SiteRef): boolean {
  return status === 'suspended' || status === 'closing';
}

/** 公告 on the portal (国办发〔2017〕47号 临时下线、关停; R2-18): one line a site, in the order of the sites. */
export function statusNotices(
  named: readonly { readonly site: SiteRef; readonly facts: Facts }[],
  changing: number,
): string[] {
  const lines = named.map(({ site, facts }) => line(site, facts));
  const more = changing - lines.length;
  return more > 0 ? [...lines, `另有 ${more} 个网站正在临时下线或办理关停。`] : lines;
}

function line({ name, status }: SiteRef, { closingDestination, suspendedUntil }: Facts): string {
  if (status === 'closing') return `${name}网站正在公示关停${destination(closingDestination)}。`;
  return `${name}网站临时下线${suspendedUntil ? `，计划于${suspendedUntil}前恢复` : ''}。`;
}

const destination = (where: string): string => (where ? `，内容已迁移至${where}` : '');
