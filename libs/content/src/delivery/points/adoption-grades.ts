import { addDays, shanghaiDay } from '@zhanqun/kernel';
import { declareSetting } from '@zhanqun/tenancy';

/** 采用等次: how prominently a site carries what was submitted to it, and what that is worth. */
export interface AdoptionGrade {
  readonly name: string;
  readonly points: number;
}

const MOST_GRADES = 12;
const LINE = /^(\S{1,20})\s+(\d{1,4})$/u;

export const adoptionGrades = declareSetting<string>({
  key: 'content.adoptionGrades',
  label: '采用等次与积分',
  type: 'longText',
  default: '头条 10\n要闻 5\n一般 2',
  levels: ['platform', 'portal', 'site'],
  help: '每行一个等次：名称、空格、积分。签收其他站点的稿件时选用，积分计入报送排行；留空则不评等次。',
  descends: false,
  validate: faultInGrades,
});

export const pointsKeepDays = declareSetting<number>({
  key: 'content.pointsKeepDays',
  label: '积分保留条件（天）',
  type: 'number',
  default: 7,
  levels: ['platform', 'portal', 'site'],
  help: '采用后在这些天内撤下副本的，收回该稿积分；0 表示撤下时不收回。',
  descends: false,
  validate: (days) => (Number.isInteger(days) && days >= 0 && days <= 365 ? null : '须为 0 至 365 的整数'),
});

export function gradesIn(text: string): AdoptionGrade[] {
  return linesOf(text).flatMap((line) => {
    const [, name, points] = LINE.exec(line) ?? [];
    return name === undefined ? [] : [{ name, points: Number(points) }];
  });
}

/** Whether a withdrawal on this instant comes early enough to cost the points. */
export function losesPoints(carriedAt: Date, withdrawnAt: Date, keepDays: number): boolean {
  return keepDays > 0 && shanghaiDay(withdrawnAt) <= addDays(shanghaiDay(carriedAt), keepDays);
}

function faultInGrades(text: string): string | null {
  const lines = linesOf(text);
  if (lines.length > MOST_GRADES) return `等次不超过 ${MOST_GRADES} 个`;
  const wrong = lines.find((line) => !LINE.test(line));
  if (wrong !== undefined) return `“${wrong.slice(0, 30)}”应写成“名称 积分”，如“头条 10”`;
  const names = gradesIn(text).map(({ name }) => name);
  return new Set(names).size === names.length ? null : '等次名称不能重复';
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
