import { calendarDay } from './calendar-day';
import { clockTime } from './clock-time';
import type { Detector } from './detector';

const found = (detector: Detector, text: string): string[] =>
  detector.detect(text).map(({ start, end }) => text.slice(start, end));

describe('日期', () => {
  it.each([
    ['将于2月30日召开', '2月30日'],
    ['2023年2月29日', '2023年2月29日'],
    ['2023年13月', '2023年13月'],
    ['13月1日', '13月1日'],
    ['11月31日前完成', '11月31日'],
    ['2024年4月31号', '2024年4月31号'],
    ['1900年2月29日', '1900年2月29日'],
    ['2023-02-29', '2023-02-29'],
    ['2023/13/01', '2023/13/01'],
    ['2023.2.30', '2023.2.30'],
    ['2023年0月5日', '2023年0月5日'],
    ['２０２３年２月２９日', '２０２３年２月２９日'],
    ['二〇二三年二月二十九日', '二〇二三年二月二十九日'],
    ['2026年3月2日（星期二）', '2026年3月2日（星期二）'],
    ['2026年3月2日周日', '2026年3月2日周日'],
  ])('that does not exist is found in %s', (text, expected) => {
    expect(found(calendarDay, text)).toEqual([expected]);
  });

  it.each([
    ['二〇二0年三月', '二〇二0', '二〇二〇'],
    ['二○二○年三月五日', '二○二○', '二〇二〇'],
    ['二O二六年一月一日', '二O二六', '二〇二六'],
    ['二零二六年', '二零二六', '二〇二六'],
    ['成文于20年3月5日', '20年', '2020年'],
    ['98年7月，开工', '98年', '1998年'],
  ])('is mended: %s', (text, expected, suggest) => {
    expect(found(calendarDay, text)).toEqual([expected]);
    expect(calendarDay.detect(text)[0]?.suggest).toBe(suggest);
  });

  it.each([
    '2024年2月29日',
    '2000年2月29日',
    '2月29日',
    '2026年3月2日（星期一）',
    '2025年12月31日至2026年1月1日',
    '二〇二六年十二月三十一日',
    '二〇二四年二月二十九日',
    '一九九八年元月',
    '为期20年，3月到期',
    '任职满20年3月后',
    '共13个月',
    '工期1年13个月',
    '示政发〔2026〕30号',
    '12.5%',
    '版本2023.13.1.4',
    '2023-02-29-001',
    'https://www.example.gov.cn/2023/13/01/a.html',
    '网址 http://www.example.gov.cn/2023-02-30/',
    '第十二月台',
    '一二三四年级',
  ])('is right: %s', (text) => {
    expect(found(calendarDay, text)).toEqual([]);
  });
});

describe('时刻', () => {
  it.each([
    ['上午25:70开始', '25:70'],
    ['时间：24:30', '24:30'],
    ['3月5日 9：60', '9：60'],
    ['8:30—17:80', '17:80'],
    ['8时70分', '8时70分'],
    ['下午25时', '25时'],
  ])('that does not exist is found in %s', (text, expected) => {
    expect(found(clockTime, text)).toEqual([expected]);
  });

  it.each([
    '上午8:30至12:00',
    '3月5日24:00',
    '比例为30:70',
    '比分98:76',
    '按60:40分担',
    '8时30分',
    '耗时3小时70分钟',
    '第25:1条',
    '1:500比例尺',
    '每日8:00—18:00',
  ])('is right: %s', (text) => {
    expect(found(clockTime, text)).toEqual([]);
  });
});
