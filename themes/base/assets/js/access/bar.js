/* 无障碍工具条：固定在窗口下边，不挡页头，开关时页面不跳。窄屏上一次展开一组，只占两行。 */
import { act } from './actions.js';
import { styled } from './style.js';
import { written } from './writing.js';

const GROUPS = [
  { name: '文字', shows: 'text', buttons: [['smaller', '缩小'], ['larger', '放大']] },
  {
    name: '配色',
    buttons: [
      ['contrast:', '原色'],
      ['contrast:light', '白底黑字'],
      ['contrast:dark', '黑底白字'],
      ['contrast:yellow', '黑底黄字'],
    ],
  },
  {
    name: '辅助',
    buttons: [
      ['cursor', '大光标'],
      ['ruler', '阅读线'],
      ['pinyin', '拼音'],
      ['simple', '简洁模式'],
      ['elder', '长者模式'],
    ],
  },
  {
    name: '朗读',
    shows: 'rate',
    buttons: [
      ['speak', '全文', '朗读'],
      ['selection', '选中', '朗读'],
      ['point', '指读'],
      ['stop', '停止'],
      ['slower', '慢些'],
      ['faster', '快些'],
    ],
  },
  { name: '工具条', short: '其他', isLast: true, buttons: [['help', '快捷键'], ['reset', '恢复原样'], ['bar', '关闭']] },
];

const SHOWN = { text: ({ text, elder }) => `${elder ? Math.max(text, 140) : text}%`, rate: ({ rate }) => `${rate} 倍` };

let bar = null;

/** `before`：只听名称的人不知道按钮在哪一组，名称说全。 */
function button([name, label, before]) {
  const made = document.createElement('button');
  made.type = 'button';
  made.dataset.accessAct = name;
  made.textContent = written(label);
  if (before) made.setAttribute('aria-label', written(before + label));
  return made;
}

/** 窄屏上的一行：每组一个开关，最后是关闭。宽屏上各组都在，不用它。 */
function switches() {
  const made = document.createElement('div');
  made.className = 'access-switches';
  GROUPS.forEach(({ name, short }, index) => {
    const one = document.createElement('button');
    one.type = 'button';
    one.dataset.accessGroup = String(index);
    one.setAttribute('aria-controls', `access-group-${index}`);
    one.textContent = written(short || name);
    made.append(one);
  });
  made.append(button(['bar', '关闭']));
  return made;
}

function unfold(chosen) {
  GROUPS.forEach((_, index) => {
    bar.querySelector(`#access-group-${index}`).classList.toggle('is-open', index === chosen);
    bar.querySelector(`[data-access-group="${index}"]`).setAttribute('aria-expanded', String(index === chosen));
  });
  makeRoom();
}

function group({ name, shows, isLast, buttons }, index) {
  const made = document.createElement('div');
  made.id = `access-group-${index}`;
  made.className = isLast ? 'access-group access-group-last' : 'access-group';
  made.setAttribute('role', 'group');
  made.setAttribute('aria-label', written(name));
  if (!isLast) {
    const label = document.createElement('span');
    label.className = 'access-label';
    label.setAttribute('aria-hidden', 'true');
    label.textContent = written(name);
    made.append(label);
  }
  made.append(...buttons.map(button));
  if (shows) {
    const value = document.createElement('span');
    value.className = 'access-value';
    value.dataset.accessValue = shows;
    made.append(value);
  }
  return made;
}

/** 按下的状态：配色看是不是这一种，开关看开没开，其余按钮没有状态。 */
function pressed(name, choices) {
  const [verb, value] = name.split(':');
  if (verb === 'contrast') return choices.contrast === value;
  return verb !== 'bar' && typeof choices[verb] === 'boolean' ? choices[verb] : null;
}

function refresh() {
  if (!bar) return;
  const choices = window.zhanqunAccess.read();
  for (const one of bar.querySelectorAll('[data-access-act]')) {
    const state = pressed(one.dataset.accessAct, choices);
    if (state !== null) one.setAttribute('aria-pressed', String(state));
  }
  for (const one of bar.querySelectorAll('[data-access-value]'))
    one.textContent = SHOWN[one.dataset.accessValue](choices);
  makeRoom();
}

/** 页面末尾留出工具条的高度，末尾的内容不会被压住。 */
function makeRoom() {
  document.documentElement.style.setProperty('--access-room', bar ? `${bar.offsetHeight}px` : '0px');
}

const shownButtons = () =>
  [...bar.querySelectorAll('button')].filter((one) => one.getClientRects().length > 0);

/** 左右方向键在按钮间移动，Esc 关闭。 */
function walk(event) {
  if (event.key === 'Escape') return void act('bar');
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  const buttons = shownButtons();
  const at = buttons.indexOf(document.activeElement);
  if (!by || at < 0) return;
  event.preventDefault();
  buttons[(at + by + buttons.length) % buttons.length].focus();
}

export async function start(isByHand) {
  await styled();
  bar = document.createElement('div');
  bar.className = 'access-bar';
  bar.id = 'access-bar';
  bar.setAttribute('role', 'region');
  bar.setAttribute('aria-label', written('无障碍工具条'));
  bar.append(switches(), ...GROUPS.map(group));
  bar.addEventListener('click', (event) => {
    const { accessGroup } = event.target.closest('button')?.dataset ?? {};
    if (accessGroup) unfold(Number(accessGroup));
    const pressedButton = event.target.closest('[data-access-act]');
    if (pressedButton) act(pressedButton.dataset.accessAct);
  });
  bar.addEventListener('keydown', walk);
  const skip = document.querySelector('.skip-links');
  if (skip) skip.after(bar);
  else document.body.prepend(bar);
  document.addEventListener('access:changed', refresh);
  window.addEventListener('resize', makeRoom);
  unfold(0);
  refresh();
  if (isByHand) shownButtons()[0].focus();
}

export function stop(isByHand) {
  bar?.remove();
  bar = null;
  document.removeEventListener('access:changed', refresh);
  window.removeEventListener('resize', makeRoom);
  makeRoom();
  if (isByHand) document.querySelector('[data-access-do="bar"]')?.focus();
}
