import fc from 'fast-check';
import { cleanRichText, excerpt, ownLinks, plainText, plainTextByRow, sanitizeRichText } from './rich-text';

/** Payloads of the public XSS collections, grouped by the trick they use. */
const PAYLOADS = [
  '<script>alert(1)</script>',
  '<SCRIPT SRC=http://xss.example/x.js></SCRIPT>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<script/xss src="http://xss.example/x.js"></script>',
  '<<script>alert(1);//<</script>',
  '<script>alert(1)',
  '<img src=x onerror=alert(1)>',
  '<img src="/_files/a.png" onload="alert(1)">',
  '<img src="/_files/../x" onerror=alert(1)>',
  '<img """><script>alert(1)</script>">',
  '<img src=javascript:alert(1)>',
  '<img src=`javascript:alert(1)`>',
  '<img src="jav\tascript:alert(1);">',
  '<img src="jav&#x09;ascript:alert(1);">',
  '<img src="data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+">',
  '<img dynsrc="javascript:alert(1)" lowsrc="javascript:alert(1)">',
  '<img srcset="javascript:alert(1) 1x">',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="JaVaScRiPt:alert(1)">x</a>',
  '<a href=" &#14; javascript:alert(1)">x</a>',
  '<a href="java&#10;script:alert(1)">x</a>',
  '<a href="java\u0000script:alert(1)">x</a>',
  '<a href="&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74:alert(1)">x</a>',
  '<a href="vbscript:msgbox(1)">x</a>',
  '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  '<a href="//xss.example">x</a>',
  '<a href="/\\xss.example">x</a>',
  '<a href="\\\\xss.example">x</a>',
  '<a onmouseover="alert(1)">x</a>',
  '<a href="/x" style="position:fixed;inset:0">x</a>',
  '<a href="x" onclick=alert(1)//>x</a>',
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
  '<svg><animate onbegin=alert(1) attributeName=x></svg>',
  '<svg><style><img src=x onerror=alert(1)></style></svg>',
  '<math><mi//xlink:href="data:x,<script>alert(1)</script>">',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<form><button formaction=javascript:alert(1)>x',
  '<form action="javascript:alert(1)"><input type=submit></form>',
  '<isindex action=javascript:alert(1) type=image>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="javascript:alert(1)"></object>',
  '<embed src="javascript:alert(1)">',
  '<applet code="x"></applet>',
  '<base href="javascript:alert(1)//">',
  '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
  '<link rel="stylesheet" href="javascript:alert(1)">',
  '<style>@import "javascript:alert(1)";</style>',
  '<div style="background-image: url(javascript:alert(1))">x</div>',
  '<div style="width: expression(alert(1))">x</div>',
  '<p style="-moz-binding:url(http://xss.example/x.xml#xss)">x</p>',
  '<body onload=alert(1)>',
  '<body background="javascript:alert(1)">',
  '<table background="javascript:alert(1)"><td background="javascript:alert(1)">x</td></table>',
  '<video><source onerror="alert(1)"></video>',
  '<audio src=x onerror=alert(1)>',
  '<details open ontoggle=alert(1)>x</details>',
  '<marquee onstart=alert(1)>x</marquee>',
  '<keygen autofocus onfocus=alert(1)>',
  '<input autofocus onfocus=alert(1)>',
  '<textarea><img title="</textarea><img src=x onerror=alert(1)>"></textarea>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<noembed><img src="</noembed><iframe onload=alert(1)>"></noembed>',
  '<template><script>alert(1)</script></template>',
  '<xmp><p title="</xmp><svg/onload=alert(1)>"></xmp>',
  '<title><img src=x onerror=alert(1)></title>',
  '<plaintext><script>alert(1)</script>',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<!--[if gte IE 4]><script>alert(1)</script><![endif]-->',
  '<?xml version="1.0"?><script>alert(1)</script>',
  '<p title="</p><script>alert(1)</script>">x</p>',
  '<p class="align-center x" onclick="alert(1)">x</p>',
  '<option><style></option></select><img src=x onerror=alert(1)></style>',
  '<x onclick=alert(1)>x',
  '<a href="https://ok.example" target="_top" onfocus=alert(1) autofocus>x</a>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '<img src="/_files/a.svg?<script>alert(1)</script>">',
  '\u2028<script\u2028>alert(1)</script>',
  '<scrıpt>alert(1)</scrıpt>',
  '<p><a href="https://a.example/&quot; onmouseover=&quot;alert(1)">x</a></p>',
  '<video src="/_files/202603/a.mp4" onloadstart=alert(1) onerror=alert(1)></video>',
  '<video src="javascript:alert(1)" controls></video>',
  '<video poster="javascript:alert(1)" src="/_files/202603/a.mp4"></video>',
  '<video><source src="https://xss.example/a.mp4" onerror=alert(1)></video>',
  '<video src="//xss.example/a.mp4"></video>',
  '<video src="data:text/html,<script>alert(1)</script>"></video>',
  '<video src="/_files/../../api/session"></video>',
  '<video autoplay onplay=alert(1)><track onload=alert(1) src=x default></video>',
  '<audio src="/_files/a.mp3" autoplay oncanplay=alert(1)></audio>',
  '<audio controls onfocus=alert(1) tabindex=1 id=x></audio>',
  '<audio><source src=x onerror=alert(1)></audio>',
  '<figure><video src="/_files/a.mp4"></video><figcaption onclick=alert(1)><svg/onload=alert(1)></figcaption></figure>',
  '<figure><a href="javascript:alert(1)"><img src="/_files/a.png"></a></figure>',
  '<pre><img src=x onerror=alert(1)></pre>',
  '<pre>&lt;script&gt;</pre><script>alert(1)</script>',
  '<code><svg><script>alert&#40;1&#41;</script></code>',
  '<caption><img src=x onerror=alert(1)></caption>',
  '<table><caption><script>alert(1)</script></caption><tr><th scope="x onclick=alert(1)">x</th></tr></table>',
  '<table><thead><style></thead><img src=x onerror=alert(1)></style></table>',
  '<ol start="1 onclick=alert(1)"><li onclick=alert(1)>x</li></ol>',
  '<td colspan="2" onmouseover=alert(1) style="background:url(javascript:alert(1))">x</td>',
  '<sub><sup><iframe srcdoc="&lt;script&gt;alert(1)&lt;/script&gt;"></iframe></sup></sub>',
  '<math><annotation-xml encoding="text/html"><svg><img src=x onerror=alert(1)></svg></annotation-xml></math>',
  '<svg><foreignObject><iframe srcdoc="<img src=x onerror=alert(1)>"></iframe></foreignObject></svg>',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<select><style></select><img src=x onerror=alert(1)></style>',
  '<dialog open onclose=alert(1)>x</dialog>',
  '<p popover id=x onbeforetoggle=alert(1)>x</p>',
  '<a href="https:javascript:alert(1)">x</a>',
  '<a href="blob:https://a.example/x">x</a><a href="filesystem:https://a.example/x">x</a>',
  '<a href="feed:javascript:alert(1)">x</a><a href="view-source:javascript:alert(1)">x</a>',
  '<a ping="https://xss.example" download href="/x">x</a>',
  '<img src="/_files/a.png" srcset="https://xss.example/a 1x" sizes="1" crossorigin usemap="#x" longdesc="javascript:alert(1)">',
  '<map name=x><area href="javascript:alert(1)" shape=default></map>',
  '<o:p onclick=alert(1)>x</o:p><v:shape style="behavior:url(#default#VML)" onload=alert(1)></v:shape>',
  '<!--[if !supportLists]--><script>alert(1)</script><!--[endif]-->',
  '<p>\u202e<a href="java\u00adscript:alert(1)">x</a></p>',
];

const DANGER = [
  /<\s*(script|style|svg|math|iframe|object|embed|form|input|button|base|meta|link|template|body|noscript|textarea|title|x|source|track|area|map|dialog)\b/i,
  /<(?:video|audio)(?! src="\/_files\/[^".]+\.[^".]+" controls preload="metadata")/,
  /\s(?:autoplay|poster|ping|popover|id)\b/i,
  /<[^>]*\son\w+\s*=(?=(?:[^"]*"[^"]*")*[^"]*>)/i,
  /(?:href|src)="\s*(?:javascript|vbscript|data):/i,
  /(?:href|src)="(?:\/\/|\\|\/\\)/,
  /\sstyle=/i,
  /\ssrcset=/i,
];

/** Tags as the browser would see them, quoted attribute values taken out. */
function skeleton(html: string): string {
  return html.replace(/="[^"]*"/g, (value) =>
    /^="\s*(javascript|vbscript|data):/i.test(value) ? value : '=""',
  );
}

describe('净化正文', () => {
  it.each(PAYLOADS)('leaves nothing that runs of %s', (payload) => {
    for (const html of [payload, `<p>前${payload}后</p>`, `<table><tr><td>${payload}</td></tr></table>`]) {
      const clean = sanitizeRichText(html);
      for (const danger of DANGER) {
        if (/href\|src|_files/.test(danger.source)) expect(clean).not.toMatch(danger);
        else expect(skeleton(clean)).not.toMatch(danger);
      }
    }
  });

  it('changes nothing the second time, whatever came in', () => {
    const piece = fc.oneof(
      fc.constantFrom(...PAYLOADS),
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '<p>',
        '</p>',
        '<div>',
        '</div>',
        '<b>',
        '<table>',
        '<td align=center>',
        '&amp;lt;',
        '&nbsp;',
        '<a href="/x">',
        '<li>',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const once = sanitizeRichText(pieces.join(''));
        expect(sanitizeRichText(once)).toBe(once);
      }),
      { numRuns: 400 },
    );
  });

  it('keeps the structure of an official text', () => {
    const text =
      '<h2 class="align-center">关于做好春耕工作的通知</h2><p>各乡镇人民政府：</p><ol start="2"><li>一</li></ol>' +
      '<table><caption>表一</caption><thead><tr><th scope="col" colspan="2">项目</th></tr></thead><tbody><tr><td>甲</td><td>乙</td></tr></tbody></table>' +
      '<figure><img src="/_files/2026/03/ab12.png" alt="会议现场" width="800" /><figcaption>会议现场</figcaption></figure>' +
      '<p class="align-right">示范县人民政府</p><p><a href="/art/202603/7.html">相关文件</a></p>';

    expect(sanitizeRichText(text)).toBe(text);
  });

  it('turns the styles of word processors into structure', () => {
    expect(
      sanitizeRichText('<div style="text-align: center"><b>一</b></div><div>二</div><div><p>三</p></div>'),
    ).toBe('<p class="align-center"><strong>一</strong></p><p>二</p><p>三</p>');
    expect(sanitizeRichText('<h1>大</h1><h6>小</h6><p align="right">落款</p>')).toBe(
      '<h2>大</h2><h3>小</h3><p class="align-right">落款</p>',
    );
  });

  it.each([
    ['<h3>一</h3><h3>二</h3>', '<h2>一</h2><h2>二</h2>'],
    ['<h2>章</h2><h4>条</h4><h4>条</h4>', '<h2>章</h2><h3>条</h3><h3>条</h3>'],
    [
      '<h4>附</h4><h2>章</h2><h3>节</h3><h4>条</h4><h2>章</h2>',
      '<h2>附</h2><h2>章</h2><h3>节</h3><h4>条</h4><h2>章</h2>',
    ],
  ])('lets headings begin below the title of the page and skip no level: %s', (given, level) => {
    expect(sanitizeRichText(given)).toBe(level);
  });

  it('keeps a foreign picture as a link and says so', () => {
    const { html, removed } = cleanRichText('<p><img src="https://pic.example.com/a.jpg" alt="春耕"></p>');

    expect(html).toBe(
      '<p><a href="https://pic.example.com/a.jpg" rel="noopener noreferrer">图片：春耕</a></p>',
    );
    expect(removed).toEqual([{ what: 'foreignImage', detail: 'https://pic.example.com/a.jpg' }]);
  });

  it('refuses pictures inside the text and says so', () => {
    const { html, removed } = cleanRichText('<p>甲<img src="data:image/png;base64,AAAA">乙</p>');

    expect(html).toBe('<p>甲乙</p>');
    expect(removed).toEqual([expect.objectContaining({ what: 'embeddedImage' })]);
  });

  it('gives links that leave no handle on the window', () => {
    expect(sanitizeRichText('<a href="https://www.gov.cn/" target="_blank">国</a>')).toBe(
      '<p><a href="https://www.gov.cn/" target="_blank" rel="noopener noreferrer">国</a></p>',
    );
    expect(sanitizeRichText('<a href="mailto:bgs@example.gov.cn">信箱</a>')).toBe(
      '<p><a href="mailto:bgs@example.gov.cn">信箱</a></p>',
    );
  });

  it('plays films and sound of the site only, and only when asked to', () => {
    const { html, removed } = cleanRichText(
      '<figure><video autoplay loop><source src="/_files/202603/ab.mp4" type="video/mp4"></video><figcaption>宣传片</figcaption></figure>' +
        '<audio src="/_files/202603/cd.mp3"></audio><video src="https://v.example.com/a.mp4"></video>',
    );

    expect(html).toBe(
      '<figure><video src="/_files/202603/ab.mp4" controls preload="metadata"></video><figcaption>宣传片</figcaption></figure>' +
        '<audio src="/_files/202603/cd.mp3" controls preload="metadata"></audio>' +
        '<p><a href="https://v.example.com/a.mp4" rel="noopener noreferrer">视频（外部地址）</a></p>',
    );
    expect(removed).toEqual([{ what: 'foreignMedia', detail: 'https://v.example.com/a.mp4' }]);
  });

  it.each([
    ['loose words into a paragraph', '甲<b>乙</b><p>丙</p>', '<p>甲<strong>乙</strong></p><p>丙</p>'],
    [
      'marks into one order',
      '<p><i><b>甲</b></i><u><b>乙</b></u></p>',
      '<p><strong><em>甲</em><u>乙</u></strong></p>',
    ],
    ['blanks as they are seen', '<p> 甲  <b> 乙</b>\n丙 </p>', '<p>甲 <strong>乙</strong> 丙</p>'],
    [
      'one paragraph of a cell or item without its tag',
      '<ul><li><p>甲</p><ul><li>乙</li></ul></li></ul>',
      '<ul><li>甲<ul><li>乙</li></ul></li></ul>',
    ],
    [
      'a list below a list into its item',
      '<ul><li>甲</li><ul><li>乙</li></ul></ul>',
      '<ul><li>甲<ul><li>乙</li></ul></li></ul>',
    ],
    ['preformatted words without marks', '<pre>\n甲\n  <b>乙</b></pre>', '<pre>甲\n  乙</pre>'],
    ['empty lines at the end away', '<p>甲</p><p></p><p>乙</p><p></p>', '<p>甲</p><p></p><p>乙</p>'],
    [
      'film out of the line',
      '<p>甲<video src="/_files/a.mp4"></video>乙</p>',
      '<p>甲</p><video src="/_files/a.mp4" controls preload="metadata"></video><p>乙</p>',
    ],
  ])('writes in one form: %s', (_, given, written) => {
    expect(sanitizeRichText(given)).toBe(written);
  });

  it('makes the header rows of a table its head, and says what a header heads', () => {
    expect(
      sanitizeRichText(
        '<table><tr><th>项目</th><th>金额</th></tr><tr><th>养老</th><td>5万元</td></tr></table>',
      ),
    ).toBe(
      '<table><thead><tr><th scope="col">项目</th><th scope="col">金额</th></tr></thead>' +
        '<tbody><tr><th scope="row">养老</th><td>5万元</td></tr></tbody></table>',
    );
    expect(
      sanitizeRichText('<table><tr><th rowspan="2">甲</th><th>乙</th></tr><tr><td>丙</td></tr></table>'),
    ).toBe('<table><tbody><tr><th rowspan="2">甲</th><th>乙</th></tr><tr><td>丙</td></tr></tbody></table>');
  });

  it('cleans half a million characters in reasonable time', () => {
    const body = '<p>示范县人民政府办公室关于进一步做好政务公开工作的通知。</p>'.repeat(17_000);
    expect(sanitizeRichText(body)).toBe(body);
  });

  it('reads a hundred thousand tags that never end in the time the text takes', () => {
    expect(sanitizeRichText('<a '.repeat(100_000)).length).toBeLessThan(500_000);
  });

  it.each(['ht\ntps://evil.example/', '\u0001https://evil.example/', 'https:/\t/evil.example/'])(
    'writes the address %j as browsers read it',
    (address) => {
      expect(sanitizeRichText(`<p><a href="${address}">x</a></p>`)).toContain('href="https://evil.example/"');
    },
  );

  it('survives tags nested a hundred thousand deep', () => {
    expect(plainText(sanitizeRichText('<blockquote>'.repeat(100_000) + '深'))).toBe('深');
  });
});

describe('正文的文字', () => {
  it('reads the words, one line a paragraph', () => {
    expect(plainText('<h2>标题</h2><p>甲 &lt;乙&gt; &amp;amp;</p><ul><li>一</li><li>二</li></ul>')).toBe(
      '标题\n甲 <乙> &amp;\n一\n二',
    );
  });

  it('keeps the cells of a row on one line', () => {
    const table =
      '<table><tbody><tr><th>项目</th><th>金额</th></tr><tr><td><p>养老</p></td><td>5万元</td></tr></tbody></table>';

    expect(plainTextByRow(`<p>明细：</p>${table}<p>完</p>`)).toBe('明细：\n项目 ｜ 金额\n养老 ｜ 5万元\n完');
  });

  it('shortens without cutting a rare character in two', () => {
    expect(excerpt('<p>𠮷䶮𠮷䶮𠮷䶮</p>', 4)).toBe('𠮷䶮𠮷…');
    expect(excerpt('<p>短</p>', 4)).toBe('短');
  });

  it('lists own addresses once', () => {
    expect(
      ownLinks(
        '<a href="/art/202603/7.html#x">a</a><a href="/art/202603/7.html">b</a><img src="/_files/a.png" alt="" /><a href="https://x.cn/">c</a>',
      ),
    ).toEqual(['/art/202603/7.html', '/_files/a.png']);
  });
});
