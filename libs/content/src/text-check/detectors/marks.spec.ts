import type { Detector } from './detector';
import { pairedMarks } from './paired-marks';
import { halfWidthMark, repeatedMark } from './punctuation';

const mended = (detector: Detector, text: string): string =>
  detector
    .detect(text)
    .toReversed()
    .reduce(
      (rest, { start, end, suggest }) => rest.slice(0, start) + (suggest ?? '？') + rest.slice(end),
      text,
    );
const at = (text: string): number[] => pairedMarks.detect(text).map(({ start }) => start);

describe('括号、引号、书名号', () => {
  it.each([
    ['（甲', [0]],
    ['甲）乙', [1]],
    ['《通知', [0]],
    ['通知》和《办法》', [2]],
    ['他说“好', [2]],
    ['他说”好“', [2, 4]],
    ['（甲《乙）丙', [2]],
    ['（甲\n乙）', [0, 4]],
    ['“甲”“乙', [3]],
    ['【甲', [0]],
    ['〔2020]', [0, 5]],
  ])('without a partner are found: %j', (text, places) => {
    expect(at(text)).toEqual(places);
  });

  it('of two widths are made one', () => {
    expect(mended(pairedMarks, '（甲) 和 (乙）')).toBe('（甲） 和 (乙)');
  });

  it('within a title are single', () => {
    expect(mended(pairedMarks, '《国务院关于修改《条例》的决定》')).toBe('《国务院关于修改〈条例〉的决定》');
  });

  it.each([
    '（甲）、“乙”、《丙》、【丁】、〔2020〕、〈戊〉、「己」',
    '《国务院关于修改〈条例〉的决定》',
    '（见《办法》第三条（二））',
    '“他说‘好’。”',
    '1）甲；2）乙',
    '一）总体要求',
    'a) b)',
    'it’s',
    '“第一段还没有完。\n“第二段完了。”',
    '',
  ])('are right in %j', (text) => {
    expect(pairedMarks.detect(text)).toEqual([]);
  });

  it('says what is missing', () => {
    expect(pairedMarks.detect('甲）')[0]?.reason).toBe('“）”前面没有对应的“（”，请补上或删除。');
    expect(pairedMarks.detect('《甲')[0]?.reason).toBe('“《”后面没有对应的“》”，请补上或删除。');
  });
});

describe('半角标点', () => {
  it.each([
    ['各单位:请认真落实,抓好工作;做好总结!', '各单位：请认真落实，抓好工作；做好总结！'],
    ['是否同意?请回复', '是否同意？请回复'],
    ['《办法》,自今日起', '《办法》，自今日起'],
    ['通知如下:\n一、', '通知如下：\n一、'],
  ])('is made full: %j', (text, expected) => {
    expect(mended(halfWidthMark, text)).toBe(expected);
  });

  it.each(['8:30开始', '比例1:5', 'a,b,c', '共1,234元', 'http://example.gov.cn', '第3,4项', '甲 , 乙'])(
    'is right: %s',
    (text) => {
      expect(halfWidthMark.detect(text)).toEqual([]);
    },
  );
});

describe('重复标点', () => {
  it.each([
    ['完成任务。。', '完成任务。'],
    ['任务，，目标', '任务，目标'],
    ['任务，。', '任务。'],
    ['甲、、乙', '甲、乙'],
    ['通知：：', '通知：'],
    ['未完。。。', '未完……'],
    ['好！！', '好！'],
  ])('is made one: %s', (text, expected) => {
    expect(mended(repeatedMark, text)).toBe(expected);
  });

  it.each(['未完……', '甲——乙', '真的吗？！', '“好。”，他说', '（略）。', '甲；乙：丙'])(
    'is right: %s',
    (text) => {
      expect(repeatedMark.detect(text)).toEqual([]);
    },
  );
});
