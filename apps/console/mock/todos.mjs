import { articles } from './articles.mjs';
import { rectifications } from './supervision.mjs';
import { ago } from './tools.mjs';

const siteOf = (key) => ({ key, name: { qingshui: '清水镇人民政府', shifan: '示范县人民政府' }[key] });
const plain = { dueOn: null, workingDaysLeft: null };

export function todosOf() {
  const reviews = articles
    .filter((row) => row.openState?.endsWith('Review') && row.authorId !== 1)
    .map((row) => ({
      kind: 'review',
      site: siteOf('qingshui'),
      subjectId: row.id,
      title: row.title,
      note: `${{ initialReview: '待初审', secondReview: '待复审', finalReview: '待终审' }[row.openState]} · ${row.authorName} 撰写`,
      since: row.updatedAt,
      ...plain,
    }));
  const back = articles
    .filter((row) => row.isSentBack)
    .map((row) => ({
      kind: 'sentBack',
      site: siteOf('qingshui'),
      subjectId: row.id,
      title: row.title,
      note: '李敏 退回：来源不明，请注明供稿单位',
      since: row.updatedAt,
      ...plain,
    }));
  return [
    ...rectifications
      .filter((row) => row.state === 'dispatched')
      .map((row) => ({
        kind: 'rectification',
        site: { key: row.site.key, name: row.site.name },
        subjectId: row.id,
        title: row.title,
        note: row.demand,
        since: row.dispatchedAt,
        dueOn: row.dueOn,
        workingDaysLeft: row.workingDaysLeft,
      })),
    ...reviews,
    ...back,
    {
      kind: 'delivery',
      site: siteOf('shifan'),
      subjectId: 901,
      title: '清水镇扎实推进春季义务植树活动',
      note: '清水镇人民政府 报送',
      since: ago(190),
      ...plain,
    },
    {
      kind: 'delivery',
      site: siteOf('shifan'),
      subjectId: 902,
      title: '龙潭乡开展防汛应急演练',
      note: '龙潭乡人民政府 报送',
      since: ago(60 * 26),
      ...plain,
    },
    {
      kind: 'sourceChange',
      site: siteOf('shifan'),
      subjectId: 903,
      title: '县财政局公开2026年一季度预算执行情况',
      note: '示范县财政局 更正了原稿，请核对本站副本',
      since: ago(60 * 5),
      ...plain,
    },
  ];
}
