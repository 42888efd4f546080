/* 指读：指针停到哪里、焦点走到哪里，就读哪里。 */
import { speakElement, stop as hushSpeech } from './speech.js';
import { partAt } from './spoken.js';

const PAUSE = 350;
let timer = 0;
let current = null;

function readSoon(event) {
  const part = partAt(event.target);
  if (!part || part === current || part.closest('.access-say')) return;
  current = part;
  window.clearTimeout(timer);
  timer = window.setTimeout(() => speakElement(part), PAUSE);
}

export function start() {
  document.addEventListener('pointerover', readSoon);
  document.addEventListener('focusin', readSoon);
}

export function stop() {
  window.clearTimeout(timer);
  current = null;
  document.removeEventListener('pointerover', readSoon);
  document.removeEventListener('focusin', readSoon);
  hushSpeech();
}
