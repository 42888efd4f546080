import { anchorIn } from './anchor';

describe('批注的位置', () => {
  const text = '会议要求抓好春耕生产。会议强调安全生产。';

  it('finds the occurrence that was meant', () => {
    expect(anchorIn(text, '会议', 1)).toEqual({ nth: 1, start: 11 });
    expect(anchorIn(text, '生产', 0)).toEqual({ nth: 0, start: 8 });
    expect(anchorIn(text, '会议', 2)).toBeNull();
  });

  it('follows its words when others are put in before them, and says when they are gone', () => {
    const changed = `3月5日，${text}`;

    expect(anchorIn(changed, '会议', 1, 11)).toEqual({ nth: 1, start: 16 });
    expect(anchorIn('县里召开部署会。', '会议', 1, 11)).toBeNull();
  });

  it('may be about the whole field', () => {
    expect(anchorIn(text, '', 0)).toEqual({ nth: 0, start: 0 });
  });
});
