import { defineError } from '@zhanqun/kernel';

export const periodWrong = defineError(
  'statistics.period.wrong',
  'invalid',
  () => '起止日期有误：须为存在的日期，开始不晚于结束，跨度不超过 400 天',
);

export const networkForSupervisors = defineError(
  'statistics.network.forbidden',
  'forbidden',
  () => '全网统计只对门户的监管员开放，请改看本站统计',
);
