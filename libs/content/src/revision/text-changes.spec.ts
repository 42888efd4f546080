import fc from 'fast-check';
import { textChanges, type DiffPart } from './text-changes';

const without = (parts: readonly DiffPart[], kind: DiffPart['kind']) =>
  parts
    .filter((part) => part.kind !== kind)
    .map((part) => part.text)
    .join('');

describe('修改对照', () => {
  it('shows the changed word and not the whole sentence', () => {
    expect(textChanges('会议要求抓好春耕生产。', '会议要求抓好秋收生产。')).toEqual([
      { kind: 'same', text: '会议要求抓好' },
      { kind: 'removed', text: '春耕' },
      { kind: 'added', text: '秋收' },
      { kind: 'same', text: '生产。' },
    ]);
  });

  it('says nothing changed when nothing did', () => {
    expect(textChanges('甲\n乙', '甲\n乙')).toEqual([{ kind: 'same', text: '甲\n乙' }]);
    expect(textChanges('', '')).toEqual([]);
  });

  it('gives both texts back exactly, whatever they are', () => {
    const text = fc
      .array(fc.constantFrom('春耕', '生产', '\n', '。', '𠮷', ' ', 'a1'), { maxLength: 30 })
      .map((words) => words.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = textChanges(before, after);
        expect(without(parts, 'added')).toBe(before);
        expect(without(parts, 'removed')).toBe(after);
      }),
    );
  });

  it('compares two long texts without effort when little changed', () => {
    const paragraph = (n: number) => `第${n}条　各单位要认真贯彻落实，按时报送进展情况。\n`;
    const before = Array.from({ length: 16_000 }, (_, n) => paragraph(n)).join('');
    const after = before.replace('第8000条　各单位', '第8000条　各部门');

    expect(
      textChanges(before, after)
        .filter((part) => part.kind !== 'same')
        .map((part) => part.text),
    ).toEqual(['单位', '部门']);
  });

  it('gives up the words of two entirely different long texts', () => {
    const one = '甲乙丙丁'.repeat(10_000);
    const two = '子丑寅卯'.repeat(10_000);

    expect(textChanges(one, two)).toEqual([
      { kind: 'removed', text: one },
      { kind: 'added', text: two },
    ]);
  });
});
