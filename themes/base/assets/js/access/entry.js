/* 无障碍的入口：只管链接和快捷键，别的用到时才取。 */
import { actionOf } from './keys.js';

const actions = () => import('./actions.js');
const act = (name) => actions().then((loaded) => loaded.act(name));

/** 没有脚本时是通往说明页的链接，有脚本时是按钮。 */
function upgrade(link) {
  const name = link.dataset.accessDo;
  link.setAttribute('role', 'button');
  link.addEventListener('click', (event) => {
    event.preventDefault();
    act(name);
  });
  link.addEventListener('keydown', (event) => {
    if (event.key !== ' ') return;
    event.preventDefault();
    act(name);
  });
}

function showState() {
  const choices = window.zhanqunAccess.read();
  document.querySelectorAll('[data-access-do]').forEach((link) => {
    const attribute = link.dataset.accessDo === 'bar' ? 'aria-expanded' : 'aria-pressed';
    link.setAttribute(attribute, String(choices[link.dataset.accessDo]));
  });
}

document.querySelectorAll('[data-access-do]').forEach(upgrade);
document.addEventListener('access:changed', showState);
document.addEventListener('keydown', (event) => {
  const name = actionOf(event);
  if (!name) return;
  event.preventDefault();
  act(name);
});
showState();

const { bar, ruler, pinyin, point } = window.zhanqunAccess.read();
if (bar || ruler || pinyin || point) actions().then((loaded) => loaded.start());
