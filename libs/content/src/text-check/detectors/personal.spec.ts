import { bankCard } from './bank-card';
import { isCreditCode } from './credit-code';
import type { Detector } from './detector';
import { identityNumber } from './identity-number';
import { licencePlate } from './licence-plate';
import { mobilePhone } from './mobile-phone';
import { privateMail } from './private-mail';
import { travelDocument } from './travel-document';

const found = (detector: Detector, text: string): string[] =>
  detector.detect(text).map(({ start, end }) => text.slice(start, end));

describe('居民身份证号码', () => {
  it.each([
    ['身份证号：110101199003071233。', '110101199003071233'],
    ['（43010219780508007X）', '43010219780508007X'],
    ['小写的43010219780508007x也算', '43010219780508007x'],
    ['430102 20000229 1011', '430102 20000229 1011'],
    ['全角１１０１０１１９９００３０７１２３３', '１１０１０１１９９００３０７１２３３'],
    ['620102198512312025', '620102198512312025'],
    ['一代证 110101900307123', '110101900307123'],
    ['身份证 110101199003071234', '110101199003071234'],
  ])('is found in %s', (text, expected) => {
    expect(found(identityNumber, text)).toEqual([expected]);
  });

  it.each([
    ['a wrong check digit without a word that says what it is', '110101199003071234'],
    ['a day that does not exist', '身份证 110101199002301232'],
    ['a province that does not exist', '190101199003071233'],
    ['a longer number', '4110101199003071233'],
    ['a number with a letter before', 'A110101199003071233'],
    ['hidden places', '110101********1233'],
    ['a credit code with a letter', '统一社会信用代码：91430100MA4L16JQ9D'],
    ['a credit code of an office', '11430000006123456E'],
    ['a credit code of digits only', '统一社会信用代码124331264470001232'],
    ['a credit code that has the shape of an identity number', '统一社会信用代码：120101198506120188'],
    ['fifteen places that are no birthday', '注册号430100000012345'],
    ['an account of fifteen places', '账号：110101900307123'],
    ['an address', 'https://www.example.gov.cn/art/110101199003071233.html'],
  ])('is not found in %s', (_, text) => {
    expect(found(identityNumber, text)).toEqual([]);
  });

  it('weighs a doubtful number less', () => {
    expect(identityNumber.severity).toBe('block');
    expect(identityNumber.detect('身份证 110101199003071234')[0]?.severity).toBe('warn');
    expect(identityNumber.detect('110101199003071233')[0]?.severity).toBeUndefined();
  });

  it('knows the check character of a credit code', () => {
    expect(isCreditCode('91430100MA4L16JQ9D')).toBe(true);
    expect(isCreditCode('91430100MA4L16JQ9C')).toBe(false);
  });
});

describe('手机号码', () => {
  it.each([
    ['联系人手机13800138000。', '13800138000'],
    ['电话：138-0013-8000', '138-0013-8000'],
    ['138 0013 8000', '138 0013 8000'],
    ['+86 13800138000', '+86 13800138000'],
    ['１３８００１３８０００', '１３８００１３８０００'],
    ['（19912345678）', '19912345678'],
  ])('is found in %s', (text, expected) => {
    expect(found(mobilePhone, text)).toEqual([expected]);
  });

  it.each([
    '0743-8222222',
    '12345',
    '400-123-4567',
    '4001234567',
    '010-12345678',
    '12012345678',
    '138****8000',
    '示政发〔2026〕13号',
    '索引号：13800138000',
    '文号：13800138000',
    '单号13800138000',
    '总投资13800138000元',
    '财政拨款13800138000.50元',
    '编号A13800138000',
    '6222021380013800000',
    '13800138000123',
    'https://www.example.gov.cn/13800138000/index.html',
    'QQ：13800138000',
  ])('is not found in %s', (text) => {
    expect(found(mobilePhone, text)).toEqual([]);
  });
});

describe('银行卡号', () => {
  it.each([
    ['卡号6217001234567890122', '6217001234567890122'],
    ['6217 0012 3456 7890 122', '6217 0012 3456 7890 122'],
    ['9558800123456789015', '9558800123456789015'],
    ['4111111111111111', '4111111111111111'],
    ['６２２８４８０００１２３４５６７８９', '６２２８４８０００１２３４５６７８９'],
  ])('is found in %s', (text, expected) => {
    expect(found(bankCard, text)).toEqual([expected]);
  });

  it.each([
    ['a wrong check digit', '6217001234567890123'],
    ['unknown first digits', '7217001234567890122'],
    ['a longer number', '62170012345678901221'],
    ['hidden places', '621700*********0122'],
    ['an identity number of Gansu', '620102198512312025'],
    ['a credit code', '91430100MA4L16JQ9D'],
    ['a serial number', '流水号：6217001234567890122'],
    ['an address', 'http://www.example.gov.cn/t6217001234567890122.html'],
  ])('is not found in %s', (_, text) => {
    expect(found(bankCard, text)).toEqual([]);
  });
});

describe('护照、通行证号码', () => {
  it.each([
    ['护照号码E12345678', 'E12345678'],
    ['因公护照：PE1234567', 'PE1234567'],
    ['往来港澳通行证C12345678', 'C12345678'],
    ['港澳居民来往内地通行证号H1234567890', 'H1234567890'],
    ['持EA1234567入境', 'EA1234567'],
  ])('is found in %s', (text, expected) => {
    expect(found(travelDocument, text)).toEqual([expected]);
  });

  it.each([
    '型号E12345678',
    'C12345678',
    'G1234567',
    'GB12345678',
    '批号：E12345678',
    'DB43/T1234567',
    'G12345678-9',
  ])('is not found in %s', (text) => {
    expect(found(travelDocument, text)).toEqual([]);
  });
});

describe('非政务邮箱', () => {
  it.each([
    'someone@qq.com',
    '13800138000@139.com',
    'a.b@vip.163.com',
    'x_y@sina.com.cn',
    'Name@Outlook.com',
  ])('is found: %s', (mail) => {
    expect(found(privateMail, `邮箱：${mail}，欢迎来信`)).toEqual([mail]);
  });

  it.each(['xxgk@example.gov.cn', 'office@qq.com.example.gov.cn', '@qq.com', 'user@myqq.com'])(
    'is not found: %s',
    (mail) => {
      expect(found(privateMail, `邮箱：${mail}，欢迎来信`)).toEqual([]);
    },
  );
});

describe('机动车号牌', () => {
  it.each(['湘A12345', '湘U·8K123', '京AD12345', '粤Z1234港', '湘G1234学'])('is found: %s', (plate) => {
    expect(found(licencePlate, `车牌${plate}的车辆`)).toEqual([plate]);
  });

  it.each(['湘ICP备12345号', '湘B2-20200001', '湘A123456', '备案湘A12345', '新A类企业', '湘AABCDE'])(
    'is not found: %s',
    (text) => {
      expect(found(licencePlate, text)).toEqual([]);
    },
  );
});
