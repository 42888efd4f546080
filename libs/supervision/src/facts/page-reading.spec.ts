import { linksOf, newestTime } from './page-reading';

describe('读页面', () => {
  it('finds the newest time that is shown', () => {
    const html = `<time datetime="2026-03-05T06:30:00.000Z">03-05</time><time datetime="2026-03-07">03-07</time><time>昨天</time>`;
    expect(newestTime(html)).toEqual(new Date('2026-03-07'));
  });

  it('finds no time on a page that shows none', () => {
    expect(newestTime('<p>无</p><time datetime="不明">?</time>')).toBeNull();
  });

  it('makes links absolute and leaves out jumps, mail and scripts', () => {
    const html =
      '<a href="/tzgg/#top">通知</a><a href="#a">上</a><a href="mailto:a@b">信</a><img src="x.png" alt="图">';
    expect(linksOf(html, 'http://qingshui.localhost:8080/art/202603/1.html')).toEqual([
      { target: 'http://qingshui.localhost:8080/tzgg/', label: '通知' },
      { target: 'http://qingshui.localhost:8080/art/202603/x.png', label: '图' },
    ]);
  });
});
