import { INSIDE_HOSTS, LEAVING_CASES, OWN_HOST } from '../testing/leaving-cases';
import { isLeaving, markLeaving } from './leaving-links';

const mark = (html: string): string => markLeaving(html, OWN_HOST, INSIDE_HOSTS);

describe('离站的链接', () => {
  it.each(LEAVING_CASES)('%s → %s', (address, leaves) => {
    expect(isLeaving(address, OWN_HOST, INSIDE_HOSTS)).toBe(leaves);
  });

  it.each(['mailto:a@b.example', 'tel:12345', '/zwgk/', 'javascript:alert(1)', '//'])(
    '%s leads nowhere outside',
    (address) => {
      expect(isLeaving(address, OWN_HOST, INSIDE_HOSTS)).toBe(false);
    },
  );

  it('are marked wherever they stand on a page, the others are not', () => {
    const page =
      '<p><a href="https://news.example/a?b=1&amp;c=2">甲</a><a class="x" href="https://www.gov.cn/">乙</a>' +
      '<a rel="external" href="https://bank.example/" title="丙">丙</a><a href="/zwgk/">丁</a></p>';

    expect(mark(page)).toBe(
      '<p><a href="https://news.example/a?b=1&amp;c=2" rel="external noopener" data-leaving>甲</a>' +
        '<a class="x" href="https://www.gov.cn/">乙</a>' +
        '<a rel="external" href="https://bank.example/" title="丙" data-leaving>丙</a><a href="/zwgk/">丁</a></p>',
    );
    expect(mark(mark(page))).toBe(mark(page));
    expect(mark('<a href="https://bank.example/" title="a data-leaving b">戊</a>')).toMatch(
      / data-leaving>戊/,
    );
  });
});
