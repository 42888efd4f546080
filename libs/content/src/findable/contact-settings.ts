import { declareSetting } from '@zhanqun/tenancy';

const levels = ['portal', 'site'] as const;

/** 联系我们: what the page tells beyond the figures of the site's profile. */
export const contactPostcode = declareSetting<string>({
  key: 'contact.postcode',
  label: '邮政编码',
  type: 'text',
  default: '',
  levels: [...levels],
  descends: false,
  help: '六位数字，显示在“联系我们”页',
  validate: (text) => (text === '' || /^\d{6}$/.test(text) ? null : '须为六位数字'),
});

export const contactHours = declareSetting<string>({
  key: 'contact.hours',
  label: '办公时间',
  type: 'text',
  default: '',
  levels: [...levels],
  descends: false,
  help: '如：工作日 上午 8:30—12:00，下午 14:30—17:30（法定节假日除外）',
  validate: (text) => ([...text].length > 120 ? '不超过 120 字' : null),
});

export const contactDirections = declareSetting<string>({
  key: 'contact.directions',
  label: '怎样到达',
  type: 'longText',
  default: '',
  levels: [...levels],
  descends: false,
  help: '不用地图也看得懂的说明：公交线路、站名、进哪个门、上几楼；每行一段',
  validate: (text) => ([...text].length > 1000 ? '不超过 1000 字' : null),
});
