import { Bell, CircleClose, Clock, FolderChecked } from '@element-plus/icons-vue';
import type { NetworkNoticeView, NoticeKind, NoticeScope } from '@/api/network-notices';
import { minute } from '@/parts/format';
import type { StateLook } from '@/parts/state-tag.vue';

export const NOTICE_LOOKS: Record<NetworkNoticeView['state'], StateLook> = {
  planned: { label: '待开始', tone: 'main', icon: Clock },
  standing: { label: '进行中', tone: 'bad', icon: Bell },
  over: { label: '已结束', tone: 'quiet', icon: FolderChecked },
  takenDown: { label: '已撤下', tone: 'quiet', icon: CircleClose },
};

export const KIND_LABELS: Record<NoticeKind, string> = { emergency: '应急横幅', greyDay: '灰色日' };

/** Word and shape as on the pages: the colour alone says nothing. */
export const LEVELS = [
  { value: 1, label: 'Ⅰ级（红色）', hint: '特别重大，须立即行动', shape: 'M10 2h12l8 8v12l-8 8H10l-8-8V10z' },
  { value: 2, label: 'Ⅱ级（橙色）', hint: '重大，须做好准备', shape: 'M16 3 31 29H1z' },
  { value: 3, label: 'Ⅲ级（黄色）', hint: '较大，请留意', shape: 'm16 1 15 15-15 15L1 16z' },
] as const;

export const SCOPE_LABELS: Record<NoticeScope, string> = {
  all: '全部站点',
  network: '一个站群',
  sites: '指定站点',
};

/** 示范县人民政府及下属站点，共 12 个站点. */
export function placeWords({ scope, network, named, reach }: NetworkNoticeView): string {
  const count = `共 ${reach.count} 个站点`;
  if (scope === 'all') return `全部站点，${count}`;
  if (scope === 'network') return `${network?.name ?? ''}及下属站点，${count}`;
  const names = named.slice(0, 3).map(({ name }) => name);
  return named.length > 3 ? `${names.join('、')}等，${count}` : `${names.join('、')}，${count}`;
}

export function timeWords({ startsAt, endsAt }: NetworkNoticeView): string {
  return `${minute(startsAt)} 起，${endsAt ? `至 ${minute(endsAt)}` : '撤下为止'}`;
}

/** The office's clock, whatever the zone of the machine: `2026-12-13 00:00` → an instant. */
export const fromShanghai = (text: string | null | undefined): string | null =>
  text ? new Date(`${text.replace(' ', 'T')}:00+08:00`).toISOString() : null;
