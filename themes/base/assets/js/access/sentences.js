/* 朗读用的文字：分句和选声音，不碰页面，可以单独检验。 */

/** 一次念一小段：有的浏览器念到十几秒会自己停下。 */
const LONGEST = 120;

/** 按句读分开，太长的再按逗号分，还长就硬分；空白不念。 */
export function sentencesOf(text) {
  const tidy = text.replace(/\s+/g, ' ').trim();
  const parts = tidy.match(/[^。！？；!?;]+[。！？；!?;”’』」）]*/g) ?? [];
  return parts.flatMap((part) => (part.length > LONGEST ? shorter(part) : [part])).map((part) => part.trim()).filter(Boolean);
}

function shorter(sentence) {
  const clauses = sentence.match(/[^，、：,:]+[，、：,:]*/g) ?? [sentence];
  const made = [];
  for (const clause of clauses) {
    const last = made[made.length - 1];
    if (last !== undefined && last.length + clause.length <= LONGEST) made[made.length - 1] = last + clause;
    else for (let at = 0; at < clause.length; at += LONGEST) made.push(clause.slice(at, at + LONGEST));
  }
  return made;
}

const tagOf = (lang) => lang.toLowerCase().replace('_', '-').replace(/^cmn\b/, 'zh');

/** 与页面语言相同的声音：先要同一地区的，再要本机的；没有则为 null。 */
export function voiceFor(voices, lang) {
  const wanted = tagOf(lang || 'zh-CN');
  const language = wanted.split('-')[0];
  const fitting = voices.filter((voice) => tagOf(voice.lang).split('-')[0] === language && !isOther(voice, wanted));
  return (
    fitting.find((voice) => tagOf(voice.lang) === wanted && voice.localService) ??
    fitting.find((voice) => tagOf(voice.lang) === wanted) ??
    fitting[0] ??
    null
  );
}

/** 粤语的声音念不了普通话。 */
const isOther = (voice, wanted) => /^zh-(hk|yue)/.test(tagOf(voice.lang)) && !/^zh-(hk|yue)/.test(wanted);
