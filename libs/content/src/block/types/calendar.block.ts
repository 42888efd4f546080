import { shanghaiDay } from '@zhanqun/kernel';
import { titleField, type DateValue } from '../block-field';
import { declareBlock } from '../block-type';
import { monthOf } from '../month';

interface Settings {
  readonly title: string;
  readonly shows: 'both' | 'counts' | 'upcoming';
  readonly dates: readonly DateValue[];
}

export const calendar = declareBlock<Settings, 'calendar'>({
  code: 'calendar',
  label: '日历',
  note: '本月每天发布了多少条信息，以及将要举行的活动',
  icon: 'calendar',
  most: 1,
  fields: [
    titleField,
    {
      key: 'shows',
      label: '显示',
      kind: 'choice',
      default: 'both',
      options: [
        { value: 'both', label: '发布日历和活动预告' },
        { value: 'counts', label: '只显示发布日历' },
        { value: 'upcoming', label: '只显示活动预告' },
      ],
    },
    {
      key: 'dates',
      label: '活动预告',
      kind: 'dates',
      maximum: 20,
      help: '如政府开放日、听证会、征求意见截止；过了当天自动不再显示',
    },
  ],
  prepare: ({ title, shows, dates }, desk) => {
    const today = shanghaiDay(desk.ctx.now);
    const counts = shows === 'upcoming' ? null : desk.publishedSince(`${today.slice(0, 7)}-01`);
    const upcoming = (shows === 'counts' ? [] : dates)
      .filter(({ on }) => on >= today)
      .toSorted((left, right) => (left.on < right.on ? -1 : 1))
      .slice(0, 6)
      .map(({ on, label, ...target }) => ({ on, label, link: desk.link(target, label) }));
    return () => {
      const month = counts && monthOf(today, counts());
      return month || upcoming.length > 0
        ? { title: title || '发布日历', moreUrl: null, month, upcoming }
        : null;
    };
  },
});
