import { excelRange, rtfWithPictures, webPage, wechatArticle, wpsLetter } from '../../../test/pasted/others';
import { wordNotice } from '../../../test/pasted/word-notice';
import { sanitizeRichText } from '../rich-text';
import { shapeOfLine } from './official-shape';
import { cleanPasted } from './office-paste';
import { picturesOfRtf } from './office-pictures';

/** As it is stored: the cleaned text after the one rule for all texts. */
const stored = (raw: string): string => sanitizeRichText(cleanPasted(raw).html);

describe('清理粘贴内容', () => {
  it('makes headings, lists, tables and an indent of a text from Word', () => {
    const { html, origin } = cleanPasted(wordNotice);

    expect(origin).toBe('word');
    expect(html).toBe(
      '<h1>关于开展冬春季农田水利建设的通知</h1>' +
        '<p class="no-indent">各村民委员会，镇直各单位：</p>' +
        '<p>为做好冬春季农田水利建设，<b>现将有关事项</b>通知如下。</p>' +
        '<h1>一、总体要求</h1><h2>（一）建设重点</h2>' +
        '<ol><li>山塘清淤；<ul><li>石桥水库</li></ul></li><li>渠道防渗。</li></ol>' +
        '<table><tr><th><p>村名</p></th><th><p>任务（处）</p></th><th><p>完成时限</p></th></tr>' +
        '<tr><td rowspan="2"><p>石桥村</p></td><td class="align-center"><p>3</p></td><td><p>12月底</p></td></tr>' +
        '<tr><td colspan="2"><p>其中山塘 2 处</p></td></tr></table>' +
        '<p class="align-center"><img src="pasted:0" alt=""></p>' +
        '<p>详见方案，或访问<a href="https://www.example.gov.cn/">门户网站</a>。</p>' +
        '<p class="align-right">清水镇人民政府</p><p class="align-right">2026年3月5日</p>',
    );
  });

  it('names what it could not keep of it', () => {
    const { notes, pictures } = cleanPasted(wordNotice);

    expect(pictures).toEqual([
      { from: 'file', address: expect.stringContaining('clip_image002.png'), alt: '' },
    ]);
    expect(notes.join('；')).toMatch(/批注.*删除的文字.*1 处隐藏文字.*字体.*1 处指向本机文件的链接/);
  });

  it('reads the styles of WPS as marks and its full-width blanks as the indent', () => {
    const { html, pictures } = cleanPasted(wpsLetter);

    expect(html).toBe(
      '<h2>二、工作措施</h2>' +
        '<p>坚持<strong>“四不摘”</strong>要求，亩均补助35m<sup>2</sup><u>按时</u>。</p>' +
        '<p><img src="pasted:0" alt=""></p><p>（联系人：王芳）</p>',
    );
    expect(pictures).toMatchObject([{ from: 'file' }]);
  });

  it('finds the late pictures of WeChat and says that its film did not come', () => {
    const { html, origin, pictures, notes } = cleanPasted(wechatArticle);

    expect(origin).toBe('wechat');
    expect(html).toBe(
      '<p class="align-center"><strong>春到清水　好戏连台</strong></p>' +
        '<p>3月5日，清水镇举办<strong>惊蛰</strong>民俗活动。</p>' +
        '<p class="align-center"><img src="pasted:0" alt=""></p><p class="no-indent">文字：李明</p>',
    );
    expect(pictures).toEqual([
      { from: 'web', address: 'https://mmbiz.qpic.cn/mmbiz_jpg/abc/640?wx_fmt=jpeg', alt: '' },
    ]);
    expect(notes.join('；')).toMatch(/1 处视频.*1 处隐藏文字/);
  });

  it('keeps the cells of a sheet, with its bold first row as header', () => {
    expect(cleanPasted(excelRange).origin).toBe('excel');
    expect(stored(excelRange)).toBe(
      '<table><thead><tr><th scope="col">项目</th><th scope="col">单位</th><th scope="col">数量</th></tr></thead>' +
        '<tbody><tr><td rowspan="2" class="align-center">水渠</td><td class="align-center">公里</td><td class="align-right">12.5</td></tr>' +
        '<tr><td class="align-center">处</td><td class="align-right">3</td></tr></tbody></table>',
    );
  });

  it('puts loose words of a web page into lines and leaves its machinery behind', () => {
    const { html, pictures } = cleanPasted(webPage);

    expect(html).toBe(
      '<p class="align-center"><strong>通　知</strong></p><p>因设备检修停水。<br>请做好储水准备。</p>' +
        '<p class="no-indent">时间：8时<img src="pasted:0" alt="停水范围示意图"></p>' +
        '<p class="no-indent">打印</p><ul><li>东街</li><li>西街</li></ul>',
    );
    expect(pictures).toMatchObject([{ from: 'web', address: 'https://www.example.gov.cn/images/a.png' }]);
  });

  it('leaves alone what was copied from the editor itself', () => {
    const own = '<p data-pm-slice="1 1 []" class="align-center">甲</p>';

    expect(cleanPasted(own)).toEqual({ html: own, origin: 'editor', pictures: [], notes: [] });
  });

  it('passes nothing that runs, and nothing that the store would change but the pictures', () => {
    for (const raw of [wordNotice, wpsLetter, wechatArticle, excelRange, webPage]) {
      const { html } = cleanPasted(raw);
      expect(html).not.toMatch(/<script|javascript:|style=|mso-|Mso|<o:p|\son\w+=/i);
      expect(html).not.toMatch(/<(?:span|font|div|section)\b/);
    }
  });

  it('reads the pictures that Word puts beside the text, each once', () => {
    expect(picturesOfRtf(rtfWithPictures)).toEqual([
      { mime: 'image/png', bytes: Uint8Array.from(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')) },
      { mime: 'image/jpeg', bytes: Uint8Array.from(Buffer.from('ffd8ffe000104a46494600010101', 'hex')) },
    ]);
  });
});

describe('公文行', () => {
  it.each([
    ['一、总体要求', undefined, 'h2'],
    ['（二）工作原则', undefined, 'h3'],
    ['1.加强领导', undefined, 'h4'],
    ['一、总体要求。坚持稳中求进，抓好落实。', undefined, null],
    ['各乡镇人民政府，县直各单位：', undefined, 'addressee'],
    ['示范县人民政府办公室', '2026年3月5日', 'signature'],
    ['示范县人民政府办公室', '抄送：县委办', null],
    ['2026年3月5日', undefined, 'date'],
    ['附件：1.任务清单', undefined, 'appendix'],
    ['2026年3月5日，全镇启动春耕。', undefined, null],
  ])('%s is %s', (line, next, shape) => {
    expect(shapeOfLine(line, next, 1)).toBe(shape);
  });
});
