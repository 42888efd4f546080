/* 繁体页面上，工具条和提示也是繁体：只有这些话里用到的字。 */
const SIMPLIFIED = '个会关写台后响声备复带开换无时显暂机条来标样检没洁浏点电碍种简线络统继续缩网脑苹览许设试话语说请读转辅这选里键长闭阅页项黄';
const TRADITIONAL = '個會關寫臺後響聲備復帶開換無時顯暫機條來標樣檢沒潔瀏點電礙種簡線絡統繼續縮網腦蘋覽許設試話語說請讀轉輔這選裡鍵長閉閱頁項黃';

export const inTraditional = (words) =>
  words.replace(/\p{Script=Han}/gu, (sign) => TRADITIONAL[SIMPLIFIED.indexOf(sign)] ?? sign);

/** 按本页的文字写。 */
export const written = (words) => (document.documentElement.lang === 'zh-Hant' ? inTraditional(words) : words);
