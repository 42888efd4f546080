/** What a county is busy with: the demonstration shows the season in which it is filled. */
export interface Season {
  /** 春耕备耕 … as it stands in titles. */
  readonly farming: string;
  readonly intro: string;
  /** A drawn picture of the library. */
  readonly picture: string;
  /** Of the coming weeks. */
  readonly festival: string;
  readonly hotlines: readonly [string, string, string];
  /** A topic that somebody has asked for, because of what the season may bring. */
  readonly wish: {
    readonly path: string;
    readonly name: string;
    readonly intro: string;
    readonly reason: string;
    readonly picture: string;
  };
}

const flood: Season['wish'] = {
  path: 'fangxun',
  name: '防汛抗旱专题',
  intro:
    '人民至上、生命至上。本专题集中发布雨情水情、预警信号、转移避险和值班值守信息，请留意所在乡镇的通知。',
  reason: '汛期将至，集中发布预警、避险和值守信息。',
  picture: 'reservoir',
};
const fire: Season['wish'] = {
  path: 'fanghuo',
  name: '森林防灭火专题',
  intro: '进入森林特别防护期，野外用火须经批准。本专题集中发布火险等级、禁火通告和值班值守信息。',
  reason: '森林特别防护期将至，集中发布火险等级和禁火通告。',
  picture: 'forest',
};

const SPRING: Season = {
  farming: '春耕备耕',
  intro:
    '一年之计在于春。本专题集中发布全县春耕备耕的部署、服务和一线动态，请在这里查看农资供应、农机调度和技术指导信息。',
  picture: 'fields',
  festival: '春茶采摘节开幕',
  hotlines: ['农技咨询', '农机调度', '农资打假举报'],
  wish: flood,
};
const SUMMER: Season = {
  farming: '夏管夏收',
  intro: '田间管理正当时。本专题集中发布全县夏收夏种、田间管理和防灾减灾的部署、服务和一线动态。',
  picture: 'terraces',
  festival: '荷花节开幕',
  hotlines: ['农技咨询', '农机调度', '病虫害报告'],
  wish: flood,
};
const AUTUMN: Season = {
  farming: '秋收秋种',
  intro:
    '颗粒归仓，不误农时。本专题集中发布全县秋收秋种的部署、服务和一线动态，请在这里查看农机调度、粮食收购和秋播技术信息。',
  picture: 'harvest',
  festival: '农民丰收集市开市',
  hotlines: ['农技咨询', '农机调度', '粮食收购服务'],
  wish: fire,
};
const WINTER: Season = {
  farming: '冬修水利',
  intro: '冬修一方渠，春灌万亩田。本专题集中发布全县冬修水利、冬季农业生产和防寒防冻的部署、服务和一线动态。',
  picture: 'reservoir',
  festival: '年货节开市',
  hotlines: ['农技咨询', '水利工程咨询', '防冻保供'],
  wish: fire,
};

/** `month` counts from 1. */
export function seasonOf(month: number): Season {
  if (month >= 2 && month <= 5) return SPRING;
  if (month >= 6 && month <= 8) return SUMMER;
  return month >= 9 && month <= 11 ? AUTUMN : WINTER;
}
