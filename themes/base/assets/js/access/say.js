/* 对读者说的话：看得见，读屏软件也会念。 */
import { styled } from './style.js';
import { written } from './writing.js';

const SHORT = 6000;
let box = null;
let timer = 0;

function make() {
  box = document.createElement('div');
  box.className = 'access-say';
  const text = document.createElement('p');
  text.setAttribute('role', 'status');
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = written('知道了');
  close.addEventListener('click', hush);
  box.append(text, close);
  document.body.append(box);
}

export function hush() {
  if (box) box.hidden = true;
}

/** 短的话过一会儿自己收起；`stays` 为真时等读者按“知道了”。 */
export async function say(words, stays = false) {
  await styled();
  if (!box) make();
  box.hidden = false;
  box.classList.toggle('access-say-long', stays);
  box.firstChild.textContent = written(words);
  window.clearTimeout(timer);
  if (!stays) timer = window.setTimeout(hush, SHORT);
}
