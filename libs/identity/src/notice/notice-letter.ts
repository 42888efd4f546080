import { shanghaiMinute } from '@zhanqun/kernel';
import { NOTICE_KINDS } from './notice-kind';
import type { Notice } from './notice.entity';

export type NoticeLine = Pick<Notice, 'kind' | 'title' | 'path' | 'toldAt'>;

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign);

/**
 * The mail for one notice, or for those of a day. `console` is the address of the back office; `total`
 * counts also those that are not listed.
 */
export function noticeLetter(
  realName: string,
  notices: readonly NoticeLine[],
  console: string,
  total: number = notices.length,
): { subject: string; text: string; html: string } {
  const [first] = notices;
  const subject =
    total === 1 && first
      ? `［站群平台］${NOTICE_KINDS[first.kind].label}：${first.title}`
      : `［站群平台］未读消息 ${total} 条`;
  const lines = notices.map(({ kind, title, path, toldAt }) => ({
    words: `${NOTICE_KINDS[kind].label}：${title}（${shanghaiMinute(toldAt)}）`,
    url: `${console}${path}`,
  }));
  const end = '此邮件由系统发出，请勿回复。接收方式可在后台“消息”页修改。';
  return {
    subject,
    text: [`${realName}：`, ...lines.map(({ words, url }) => `${words}\n${url}`), end].join('\n\n'),
    html:
      `<p>${escaped(realName)}：</p><ul>` +
      lines.map(({ words, url }) => `<li><a href="${escaped(url)}">${escaped(words)}</a></li>`).join('') +
      `</ul><p>${end}</p>`,
  };
}
