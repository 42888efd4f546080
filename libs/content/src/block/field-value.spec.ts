import { blocksOfRegions } from './layout-block';
import { monthOf } from './month';
import { readValue } from './field-value';
import { readSettings } from './block-settings';
import { BLOCK_TYPES, blockType } from './types';
import type { BlockField, FieldKind } from './block-field';

const field = (kind: FieldKind, more: Partial<BlockField> = {}): BlockField => ({
  key: 'x',
  label: '项',
  kind,
  ...more,
});

describe('版块设置', () => {
  it.each<[FieldKind, unknown, Partial<BlockField>, RegExp]>([
    ['text', '字'.repeat(11), { maximum: 10 }, /10 字/],
    ['text', '换\n行', {}, /特殊字符/],
    ['text', 7, {}, /文字/],
    ['number', 9, { minimum: 1, maximum: 8 }, /1 至 8/],
    ['number', 1.5, {}, /整数/],
    ['choice', 'z', { options: [{ value: 'a', label: '甲' }] }, /选项/],
    ['choices', ['z'], { options: [{ value: 'a', label: '甲' }] }, /选项/],
    ['channel', '../etc', {}, /栏目/],
    ['target', { url: 'javascript:alert(1)' }, {}, /http/],
    ['target', { url: '/\u0001/evil.example/' }, {}, /http/],
    ['target', { url: '//evil.example/' }, {}, /http/],
    [
      'links',
      [
        { label: '好', url: '/a/' },
        { label: '坏', url: 'data:text/html,x' },
      ],
      {},
      /第 2 项/,
    ],
    ['dates', [{ on: '2026-02-30', label: '无此日' }], {}, /日期/],
    ['articles', [1, '2'], {}, /编号/],
    ['image', { path: 'a.png' }, {}, /素材库/],
    ['yesNo', 'yes', {}, /是或否/],
  ])('of kind %s refuse %j', (kind, value, more, fault) => {
    expect(readValue(field(kind, more), value).fault).toMatch(fault);
  });

  it('are clean whatever was sent, and the same when read again', () => {
    const hostile = '<p>好<img src=x onerror=alert(1)><a href="javascript:1">链</a></p>';
    const { value } = readValue(field('richText'), hostile);

    expect(String(value)).not.toMatch(/onerror|javascript/);
    expect(readValue(field('richText'), value)).toEqual({ value, fault: null });
  });

  it('are complete with their defaults for every kind of block', () => {
    for (const type of BLOCK_TYPES) {
      const { settings, faults } = readSettings(type, {});
      expect([type.code, faults]).toEqual([type.code, []]);
      expect(readSettings(type, settings)).toEqual({ settings, faults: [] });
      expect(blockType(type.code)).toBe(type);
    }
    expect(new Set(BLOCK_TYPES.map(({ label }) => label)).size).toBe(BLOCK_TYPES.length);
  });

  it('of a theme become blocks with names of their own', () => {
    expect(blocksOfRegions({ main: [{ type: 'list', title: '公告' }, { type: 'hot' }] })).toEqual([
      { id: 'main-1', type: 'list', region: 'main', settings: { title: '公告' } },
      { id: 'main-2', type: 'hot', region: 'main', settings: {} },
    ]);
  });
});

describe('本月', () => {
  it.each([
    ['2026-03-05', 6, 6],
    ['2026-02-28', 6, 5],
    ['2024-02-01', 3, 5],
  ])('of %s begins after %i blank days and has %i weeks', (today, blanks, weeks) => {
    const month = monthOf(today, new Map([[today, 3]]));

    expect(month.weeks[0]?.filter((day) => day === null)).toHaveLength(blanks);
    expect(month.weeks).toHaveLength(weeks);
    expect(month.weeks.flat().find((day) => day?.isToday)).toMatchObject({ day: today, count: 3 });
    expect(month.total).toBe(3);
  });
});
