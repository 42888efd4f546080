import { markedRuns, nthAt } from './marked-text';

const remark = (quote: string, nth: number | null) => ({
  id: 7,
  field: 'body' as const,
  quote,
  nth,
  words: '',
  byName: '',
  isOwn: true,
  at: '',
  isResolved: false,
  resolvedByName: '',
});

describe('左右对照的新文', () => {
  const parts = [
    { kind: 'same' as const, text: '会议要求' },
    { kind: 'removed' as const, text: '抓好' },
    { kind: 'added' as const, text: '抓实' },
    { kind: 'same' as const, text: '生产。会议强调安全。' },
  ];

  it('shows changes and a remark across them', () => {
    expect(markedRuns(parts, [remark('求抓实生', 0)])).toEqual([
      { text: '会议要', kind: 'same', remarkId: null },
      { text: '求', kind: 'same', remarkId: 7 },
      { text: '抓实', kind: 'added', remarkId: 7 },
      { text: '生', kind: 'same', remarkId: 7 },
      { text: '产。会议强调安全。', kind: 'same', remarkId: null },
    ]);
  });

  it('leaves out a remark whose words were changed', () => {
    expect(markedRuns(parts, [remark('抓好', null)]).every((run) => run.remarkId === null)).toBe(true);
  });

  it('knows which of equal words was selected', () => {
    expect(nthAt('会议要求生产。会议强调安全。', '会议', 7)).toBe(1);
    expect(nthAt('会议要求生产。会议强调安全。', '会议', 0)).toBe(0);
  });
});
