/* 阅读线：一条横线跟着指针、手指和键盘焦点走，看到哪一行一目了然。 */
import { styled } from './style.js';

let line = null;

const moveTo = (y) => {
  if (line) line.style.transform = `translateY(${Math.round(y)}px)`;
};
const onPointer = (event) => moveTo(event.clientY);
const onTouch = (event) => moveTo(event.touches[0].clientY);
const onFocus = (event) => moveTo(event.target.getBoundingClientRect().bottom);

export async function start() {
  await styled();
  line = document.createElement('div');
  line.className = 'access-ruler';
  line.setAttribute('aria-hidden', 'true');
  document.body.append(line);
  moveTo(window.innerHeight / 3);
  document.addEventListener('pointermove', onPointer, { passive: true });
  document.addEventListener('touchmove', onTouch, { passive: true });
  document.addEventListener('focusin', onFocus);
}

export function stop() {
  line?.remove();
  line = null;
  document.removeEventListener('pointermove', onPointer);
  document.removeEventListener('touchmove', onTouch);
  document.removeEventListener('focusin', onFocus);
}
