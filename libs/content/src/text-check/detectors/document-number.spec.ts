import { documentNumber } from './document-number';

describe('发文字号', () => {
  it.each([
    ['示政发[2020]5号', '〔2020〕5号', '六角括号'],
    ['示政办函(2020)15号', '〔2020〕15号', '六角括号'],
    ['示政发（2020）5号', '〔2020〕5号', '六角括号'],
    ['示政发【2020】5号', '〔2020〕5号', '六角括号'],
    ['示政发［2020］5号', '〔2020〕5号', '六角括号'],
    ['示政发〔2020]5号', '〔2020〕5号', '六角括号'],
    ['示政发〔2020〕第5号', '〔2020〕5号', '不加“第”'],
    ['示政发〔2020〕05号', '〔2020〕5号', '虚位'],
    ['示政发〔20〕5号', '〔2020〕5号', '四位'],
    ['示政发〔98〕5号', '〔1998〕5号', '四位'],
    ['示政发[20]第05号', '〔2020〕5号', '虚位'],
    ['示政发〔２０２０〕第５号', '〔2020〕5号', '不加“第”'],
    ['公告[2020]第3号', '〔2020〕第3号', '六角括号'],
  ])('is mended: %s', (text, suggest, why) => {
    const [hit, ...others] = documentNumber.detect(text);

    expect(others).toEqual([]);
    expect(hit).toMatchObject({ end: text.length, suggest, reason: expect.stringContaining(why) });
    expect(documentNumber.detect(text.slice(0, hit!.start) + suggest)).toEqual([]);
  });

  it.each([
    '示政发〔2026〕3号',
    '国务院令第711号',
    '公告〔2020〕第3号',
    '（2020）湘3126民初15号',
    '(2019)最高法民申1号',
    '会议（2020）召开',
    '图（1）5号楼',
    '国家税务总局公告2020年第5号',
    '第[12]条5号',
    '见表（2020）12号楼',
    'GB/T 9704（2012）',
    '项目[2020]5个',
  ])('is right: %s', (text) => {
    expect(documentNumber.detect(text)).toEqual([]);
  });
});
