import { strToU8, zipSync } from 'fflate';

/** Former sites as counties hand them over: written for the tests, in the shape of true exports. */

const GBK: ReadonlyMap<string, readonly number[]> = new Map();

/** Text in GBK, by asking the decoder for every two-byte character once. */
export function gbk(text: string): Buffer {
  const table = GBK.size > 0 ? GBK : fillTable(GBK as Map<string, readonly number[]>);
  return Buffer.from(
    [...text].flatMap((sign) => {
      const code = sign.codePointAt(0) ?? 0;
      if (code < 0x80) return [code];
      const bytes = table.get(sign);
      if (!bytes) throw new Error(`${sign} is not in GBK`);
      return [...bytes];
    }),
  );
}

function fillTable(table: Map<string, readonly number[]>): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder('gbk');
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const sign = decoder.decode(Uint8Array.of(lead, trail));
      if (sign.length === 1 && sign !== '\ufffd') table.set(sign, [lead, trail]);
    }
  return table;
}

/** A ZIP of these files. */
export const zipped = (files: Readonly<Record<string, string | Uint8Array>>): Buffer =>
  Buffer.from(
    zipSync(
      Object.fromEntries(
        Object.entries(files).map(([name, content]) => [
          name,
          typeof content === 'string' ? strToU8(content) : content,
        ]),
      ),
    ),
  );

/** One red dot. */
export const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

interface WordpressPost {
  readonly id: number;
  readonly title: string;
  readonly body: string;
  readonly link?: string;
  readonly status?: string;
  readonly type?: string;
  readonly date?: string;
  readonly category?: readonly [slug: string, name: string];
}

/** A WordPress export, version 1.2. */
export const wxr = (posts: readonly WordpressPost[], address = 'http://www.qingshui-old.example'): string =>
  `<?xml version="1.0" encoding="UTF-8" ?>
<!-- generator="WordPress/5.2" created="2026-02-01 08:00" -->
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
  xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
  <title>清水镇旧网站</title><link>${address}</link><wp:wxr_version>1.2</wp:wxr_version>
  <wp:base_site_url>${address}</wp:base_site_url><wp:base_blog_url>${address}</wp:base_blog_url>
${posts
  .map(
    ({ id, title, body, link, status = 'publish', type = 'post', date, category }) => `  <item>
    <title>${title}</title><link>${link ?? `${address}/2019/05/${id}.html`}</link>
    <pubDate>Wed, 01 May 2019 00:00:00 +0000</pubDate><dc:creator><![CDATA[admin]]></dc:creator>
    <guid isPermaLink="false">${address}/?p=${id}</guid>
    <content:encoded><![CDATA[${body}]]></content:encoded><excerpt:encoded><![CDATA[]]></excerpt:encoded>
    <wp:post_id>${id}</wp:post_id><wp:post_date><![CDATA[${date ?? '2019-05-01 08:00:00'}]]></wp:post_date>
    <wp:status><![CDATA[${status}]]></wp:status><wp:post_type><![CDATA[${type}]]></wp:post_type>
    ${category ? `<category domain="category" nicename="${category[0]}"><![CDATA[${category[1]}]]></category>` : ''}
  </item>`,
  )
  .join('\n')}
</channel>
</rss>`;

/** A page of an ASP site of 2009: tables for layout, one form around everything, GBK whatever it says. */
export const aspPage = ({
  title,
  lines,
  date = '2009-6-8',
  source = '镇农业办',
  column = '农业动态',
  extra = '',
}: {
  title: string;
  lines: readonly string[];
  date?: string;
  source?: string;
  column?: string;
  extra?: string;
}): string => `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN">
<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<title>${title}-清水镇人民政府门户网站</title></head><body><form id="form1"><table width="960"><tr><td>
<a href="/">首页</a> <a href="/class.asp?id=1">镇情概况</a> <a href="/class.asp?id=2">政务公开</a>
<a href="/class.asp?id=3">农业动态</a> <a href="/class.asp?id=4">通知公告</a> <a href="/guest.asp">镇长信箱</a></td></tr>
<tr><td>您现在的位置：<a href="/">首页</a> &gt; <a href="/class.asp?id=3">${column}</a> &gt; 正文</td></tr>
<tr><td><table width="700"><tr><td align="center"><font size="4"><b class="bt">${title}</b></font></td></tr>
<tr><td align="center">发布时间：${date} 来源：${source} 点击数：128</td></tr>
<tr><td><div class="nr">${lines.map((line) => `&nbsp;&nbsp;&nbsp;&nbsp;${line}`).join('<br><br>')}${extra}</div></td></tr>
</table></td></tr><tr><td>版权所有：清水镇人民政府 <a href="http://www.miitbeian.gov.cn">湘ICP备05000001号</a></td></tr></table></form></body></html>`;
