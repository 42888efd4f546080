import { secrecyMarking } from './secrecy-marking';

const found = (text: string): string[] =>
  secrecyMarking.detect(text).map(({ start, end }) => text.slice(start, end));

describe('涉密和不公开标志', () => {
  it.each([
    ['机密★', '机密★'],
    ['机密★10年', '机密★10年'],
    ['绝密★长期', '绝密★长期'],
    ['秘密 ★ 5年', '秘密 ★ 5年'],
    ['秘密★六个月', '秘密★六个月'],
    ['机密☆1年', '机密☆1年'],
    ['密级：机密', '密级：机密'],
    ['标题\n  机 密  \n正文', '机 密'],
    ['标题\n秘密 5年\n正文', '秘密 5年'],
    ['内部资料 注意保存', '内部资料 注意保存'],
    ['内部文件，不得外传', '内部文件，不得外传'],
    ['仅供内部参考。', '仅供内部参考'],
    ['公开属性：不予公开', '公开属性：不予公开'],
    ['公开方式: 依申请公开', '公开方式: 依申请公开'],
    ['（此件不公开）', '（此件不公开）'],
    ['（依申请公开）', '（依申请公开）'],
    ['此件依申请公开', '此件依申请公开'],
    ['前文\n不予公开\n后文', '不予公开'],
    ['（请勿上网）', '请勿上网'],
    ['标题\n【内部资料】\n正文', '【内部资料】'],
  ])('is found in %j', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  it.each([
    '学习《中华人民共和国保守国家秘密法》，做好机密文件管理。',
    '国家秘密的密级分为绝密、机密、秘密三级。',
    '属于国家秘密的信息不予公开。',
    '不予公开的，应当说明理由。',
    '可以依申请公开的信息，申请人可以提交申请。',
    '依申请公开\u3000指南',
    '公开属性：主动公开',
    '（此件公开发布）',
    '（此件主动公开）',
    '保护商业秘密和个人隐私',
    '加强内部资料的整理',
    '严禁上网课期间擅自离岗',
    '请勿外传播不实信息',
    '涉密计算机严禁上网发布信息的规定',
  ])('is not found in %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('stops the text: a marking blocks, a request not to spread it warns', () => {
    expect(secrecyMarking.severity).toBe('block');
    expect(secrecyMarking.detect('（严禁外传）')[0]?.severity).toBe('warn');
    expect(secrecyMarking.detect('（依申请公开）')[0]?.severity).toBeUndefined();
    expect(secrecyMarking.detect('二、公开方式（依申请公开）的办理')[0]?.severity).toBe('warn');
  });
});
