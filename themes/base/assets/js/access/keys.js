/** 快捷键：Alt + Shift + 一个键。按键位认，不受输入法和大小写影响。 */
export const KEYS = [
  { code: 'KeyW', shown: 'W', does: 'bar', label: '打开、关闭无障碍工具条' },
  { code: 'Equal', shown: '=', does: 'larger', label: '放大文字' },
  { code: 'Minus', shown: '-', does: 'smaller', label: '缩小文字' },
  { code: 'KeyC', shown: 'C', does: 'contrast', label: '换一种配色' },
  { code: 'KeyM', shown: 'M', does: 'cursor', label: '大光标' },
  { code: 'KeyL', shown: 'L', does: 'ruler', label: '阅读线' },
  { code: 'KeyP', shown: 'P', does: 'pinyin', label: '拼音' },
  { code: 'KeyJ', shown: 'J', does: 'simple', label: '简洁模式' },
  { code: 'KeyE', shown: 'E', does: 'elder', label: '长者模式' },
  { code: 'KeyR', shown: 'R', does: 'speak', label: '朗读全文，再按暂停或继续' },
  { code: 'KeyS', shown: 'S', does: 'selection', label: '朗读选中的文字' },
  { code: 'KeyD', shown: 'D', does: 'point', label: '指读：指到哪里读到哪里' },
  { code: 'Digit0', shown: '0', does: 'reset', label: '恢复原样' },
  { code: 'KeyH', shown: 'H', does: 'help', label: '显示快捷键' },
];

/** 按下的是哪一项；不是快捷键时为 null。 */
export function actionOf(event) {
  if (!event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey) return null;
  const found = KEYS.find(({ code }) => code === event.code);
  return found ? found.does : null;
}
