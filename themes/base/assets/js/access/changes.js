/* 一个动作把选择变成什么、要对读者说什么：不碰页面，可以单独检验。 */
const CONTRAST_NAMES = { '': '原来的配色', light: '白底黑字', dark: '黑底白字', yellow: '黑底黄字' };
const SWITCH_NAMES = {
  cursor: '大光标',
  ruler: '阅读线',
  pinyin: '拼音',
  simple: '简洁模式',
  elder: '长者模式',
  point: '指读',
};

/** 在一列里走一步；到头就停下。 */
function step(list, value, by) {
  const at = list.indexOf(value) + by;
  return list[Math.min(Math.max(at, 0), list.length - 1)];
}

const resized = (choices, text) => ({ choices: { ...choices, text }, says: `文字大小 ${text}%` });
const paced = (choices, rate) => ({ choices: { ...choices, rate }, says: `语速 ${rate} 倍` });

/** 动作名 `larger`、`contrast:dark`、`elder` … → `{ choices, says }`；不改选择的动作为 null。 */
export function changed(access, choices, name) {
  const [verb, value] = name.split(':');
  const { levels, contrasts, rates } = access;
  switch (verb) {
    case 'larger': {
      // 长者模式已有 140%，再放大从 150% 起。
      const next = step(levels, choices.text, 1);
      return resized(choices, choices.elder ? Math.max(next, 150) : next);
    }
    case 'smaller':
      return resized(choices, step(levels, choices.text, -1));
    case 'faster':
      return paced(choices, step(rates, choices.rate, 1));
    case 'slower':
      return paced(choices, step(rates, choices.rate, -1));
    case 'contrast': {
      const next = value ?? contrasts[(contrasts.indexOf(choices.contrast) + 1) % contrasts.length];
      return { choices: access.clean({ ...choices, contrast: next }), says: CONTRAST_NAMES[next] ?? '' };
    }
    case 'reset':
      return { choices: access.clean({ bar: choices.bar }), says: '已恢复原样' };
    case 'bar':
      return { choices: { ...choices, bar: !choices.bar }, says: '' };
    default: {
      if (!Object.keys(SWITCH_NAMES).includes(verb)) return null;
      const isOn = !choices[verb];
      return { choices: { ...choices, [verb]: isOn }, says: `${SWITCH_NAMES[verb]}已${isOn ? '打开' : '关闭'}` };
    }
  }
}
