/* 快捷键一览。 */
import { KEYS } from './keys.js';
import { styled } from './style.js';
import { written } from './writing.js';

let dialog = null;

function row({ shown, label }) {
  const made = document.createElement('tr');
  const key = document.createElement('th');
  key.scope = 'row';
  for (const part of ['Alt', 'Shift', shown]) {
    const cap = document.createElement('kbd');
    cap.textContent = part;
    key.append(key.childNodes.length ? ' + ' : '', cap);
  }
  const what = document.createElement('td');
  what.textContent = written(label);
  made.append(key, what);
  return made;
}

function make() {
  dialog = document.createElement('dialog');
  dialog.className = 'access-help';
  dialog.setAttribute('aria-labelledby', 'access-help-title');
  const title = document.createElement('h2');
  title.id = 'access-help-title';
  title.textContent = written('无障碍快捷键');
  const table = document.createElement('table');
  table.createTBody().append(...KEYS.map(row));
  const note = document.createElement('p');
  note.textContent = written('朗读时按 Esc 停止。苹果电脑上 Alt 键写作 Option。');
  const foot = document.createElement('p');
  foot.className = 'access-help-foot';
  const link = document.querySelector('a[data-access-do="bar"]');
  if (link) {
    const more = document.createElement('a');
    more.href = link.href;
    more.textContent = written('无障碍说明');
    foot.append(more);
  }
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = written('关闭');
  close.addEventListener('click', () => dialog.close());
  foot.append(close);
  dialog.append(title, table, note, foot);
  document.body.append(dialog);
}

export async function showHelp() {
  await styled();
  if (!dialog) make();
  if (!dialog.open) dialog.showModal();
}
