import type { Detector, RawHit } from './detector';
import { places } from './scan';

const ODD = '[\\s*＊·.。_\\-—|丨/、]{1,3}';
const LURE =
  /代开|办证|彩金|刷单|兼职日结|日赚|包过|私服|外挂|小姐|返利|娱乐城|博彩|下注|提现秒到|秒批|黑户|贷款|色情|楼凤|枪支|迷药|发票|文凭|假币|返水/;

const PATTERNS: readonly { readonly pattern: RegExp; readonly what: string }[] = [
  {
    pattern: /(?:皇冠|葡京|太阳城|永利|金沙|威尼斯人|银河|新濠|美高梅)(?:娱乐城?|赌场|国际娱乐|真人|线上娱乐|现金网|博彩|投注|彩票网)/g,
    what: '赌博广告',
  },
  { pattern: /(?:真人|现金|棋牌|捕鱼|电子|百家乐|彩票|体育投注)(?:游戏|平台|app|APP)?.{0,6}(?:注册|开户|下载|首存|充值).{0,4}(?:送|即送|赠)\s?\d*.{0,3}(?:彩金|现金|体验金|红包)?/g, what: '赌博广告' },
  { pattern: /(?<![0-9A-Za-z])[0-9A-Za-z]{2,8}(?:彩票|娱乐城|棋牌|真人)(?:官网|官方网站|app|APP|下载|注册|平台|登录)/g, what: '赌博广告' },
  { pattern: /(?:时时彩|北京赛车|幸运飞艇|六合彩|快三|PK10|pk10)(?:计划|开奖|平台|官网|投注|群|公式|内幕|技巧|资料|特码)/g, what: '赌博广告' },
  { pattern: new RegExp(`(?:六${ODD}合${ODD}彩|百${ODD}家${ODD}乐|赌${ODD}博|博${ODD}彩|裸${ODD}聊|发${ODD}票${ODD}代|办${ODD}证)`, 'g'), what: '拆字躲避检查的广告' },
  { pattern: /(?:免费|在线|高清|手机|最新)(?:观看|播放|看)?.{0,2}(?:AV|av|三级片?|无码|有码|成人|黄色|毛片|伦理片?)(?:电影|视频|片|网站|直播|图片|大全)?(?:下载|观看|播放|网站)?/g, what: '色情广告' },
  { pattern: /(?:一级毛片|黄色录像|国产自拍偷拍|偷拍自拍|成人直播|成人色情|激情小说|情色电影|日韩无码|欧美无码|国产精品视频|久久精品|亚洲精品在线)/g, what: '色情广告' },
  { pattern: /(?:代开|代办|出售|办理|买卖)(?:各类|各种|正规|真实|全国|全套|增值税)?(?:发票|文凭|学历证|毕业证|身份证|假证|资格证|驾驶证|银行卡|手机卡|对公账户)(?:[,，\s]|联系|微信|电话|QQ|\d|$)/g, what: '买卖证照票据的广告' },
  { pattern: /(?:日赚|月赚|轻松赚|躺赚|日入|月入)\s?(?:\d{3,}|过[千万]|上万)元?/g, what: '兼职诈骗广告' },
  { pattern: /(?:传奇|魔兽|天龙|奇迹)\s?(?:私服|SF|sf)(?:发布网|网站)?/g, what: '游戏私服广告' },
]; // prettier-ignore
const CONTACT =
  /(?:加|＋|\+|联系|咨询|添加|私聊)?\s?(?:微信|薇信|威信|微❤|[VvＶ][信Xx]|QQ|qq|扣扣|企鹅|飞机|telegram|TG)(?:号|群)?\s?[:：]?\s?[A-Za-z0-9_-]{5,20}/g;

/** 垃圾广告：gambling, obscene and forged-paper advertising, as injected into hacked pages. */
export const spamText: Detector = {
  code: 'spamText',
  kind: 'spam',
  severity: 'block',
  name: '垃圾广告',
  detect: (text) => {
    const hits = PATTERNS.flatMap(({ pattern, what }) =>
      places(text, pattern).map(({ start, end }): RawHit => ({
        start,
        end,
        suggest: null,
        reason: reasonOf(what),
      })),
    );
    const baits = places(text, CONTACT)
      .filter(({ start, end }) => LURE.test(lineRound(text, start, end)))
      .map(({ start, end }): RawHit => ({
        start,
        end,
        suggest: null,
        reason: reasonOf('带联系方式的非法广告'),
      }));
    const sorted = [...hits, ...baits].toSorted((a, b) => a.start - b.start || b.end - a.end);
    return sorted.filter((hit, at) => !sorted.slice(0, at).some((earlier) => earlier.end > hit.start));
  },
};

function reasonOf(what: string): string {
  return `疑似${what}，可能是被植入的内容。请删除，并检查文字来源。`;
}

function lineRound(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - 40), start);
  const after = text.slice(end, end + 40);
  return before.slice(before.lastIndexOf('\n') + 1) + text.slice(start, end) + (after.split('\n')[0] ?? '');
}
