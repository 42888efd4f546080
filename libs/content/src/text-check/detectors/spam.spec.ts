import type { Detector } from './detector';
import { hiddenCharacters } from './hidden-characters';
import { spamText } from './spam-text';

const found = (detector: Detector, text: string): string[] =>
  detector.detect(text).map(({ start, end }) => text.slice(start, end));

describe('垃圾广告', () => {
  it.each([
    '永利娱乐城官网',
    '澳门葡京赌场开户',
    '真人游戏注册即送58元彩金',
    '365彩票官网',
    '北京赛车计划群',
    '六*合*彩',
    '百 家 乐',
    '免费观看成人电影',
    '高清无码视频在线观看',
    '代开增值税发票 微信abc12345',
    '办理各类文凭请加微信：zhengjian888',
    '办理真实文凭，电话',
    '轻松日赚500元',
    '传奇私服发布网',
    '贷款秒批加QQ12345678',
  ])('is found in %s', (text) => {
    expect(found(spamText, text)).not.toEqual([]);
  });

  it.each([
    '中国体育彩票销售点公示',
    '福利彩票公益金使用情况',
    '打击网络赌博违法犯罪活动',
    '谨防刷单返利骗局',
    '关注微信公众号：shifanfabu',
    '扫描二维码添加微信号 sfxzwfw',
    '税务局办理发票代开业务',
    '未成年人保护工作',
    '成人高考报名',
    '皇冠蛋糕店食品抽检',
    '银河街道办事处',
    '黄色预警信号',
    '高清无人机拍摄',
    '办理身份证所需材料',
    '电子游戏设备',
    '棋牌室消防检查',
  ])('is not found in %s', (text) => {
    expect(found(spamText, text)).toEqual([]);
  });
});

describe('隐藏字符和乱码', () => {
  it('deletes what nobody sees', () => {
    for (const text of ['政\u200b府', '政\ufeff府', '政\u200b\u200d府', '政\u00ad府', '政\u0007府']) {
      const [hit] = hiddenCharacters.detect(text);
      expect(text.slice(0, hit!.start) + hit!.suggest + text.slice(hit!.end)).toBe('政府');
    }
  });

  it('stops a text that is turned round', () => {
    expect(hiddenCharacters.detect('甲\u202e乙\u202c')).toMatchObject([
      { severity: 'block' },
      { severity: 'block' },
    ]);
  });

  it.each(['锟斤拷', '烫烫烫', '县\ufffd\ufffd政府', 'â€œ'])('finds garbled text: %s', (text) => {
    expect(hiddenCharacters.detect(text)).toHaveLength(1);
  });

  it.each(['👨\u200d👩\u200d👧', '甲\n乙\t丙\r\n', '甲\u3000乙\u00a0丙', '烫伤', '①②③', 'Ãgua'])(
    'leaves %j alone',
    (text) => {
      expect(hiddenCharacters.detect(text)).toEqual([]);
    },
  );
});
