/* 把动作做出来：记下选择，开关要用脚本的功能，告诉读者。各功能第一次用到时才取。 */
import { changed } from './changes.js';
import { say } from './say.js';

const access = window.zhanqunAccess;

const features = {
  bar: () => import('./bar.js'),
  ruler: () => import('./ruler.js'),
  pinyin: () => import('./pinyin.js'),
  point: () => import('./point.js'),
};
const running = new Set();

const TRANSIENT = {
  speak: async () => (await import('./speech.js')).speakPage(),
  selection: async () => (await import('./speech.js')).speakSelection(),
  stop: async () => (await import('./speech.js')).stop(),
  help: async () => (await import('./help.js')).showHelp(),
};

/** 使正在运行的功能与选择一致；打不开的功能自己关掉。 */
async function sync(isByHand) {
  for (const [name, load] of Object.entries(features)) {
    const isWanted = access.read()[name];
    if (isWanted === running.has(name)) continue;
    try {
      const feature = await load();
      if (isWanted) await feature.start(isByHand);
      else feature.stop(isByHand);
      if (isWanted) running.add(name);
      else running.delete(name);
    } catch (refused) {
      running.delete(name);
      access.keep({ ...access.read(), [name]: false });
      if (isByHand) say('这项功能没有取到，请检查网络后再试。');
    }
  }
  document.dispatchEvent(new CustomEvent('access:changed'));
}

/** 动作一个接一个做：连按两次不会打架。 */
let last = Promise.resolve();
const inTurn = (work) => (last = last.then(work, work));

export const start = () => inTurn(() => sync(false));

export const act = (name) =>
  inTurn(async () => {
    const change = changed(access, access.read(), name);
    if (change) {
      access.keep(change.choices);
      if (change.says) say(change.says);
      await sync(true);
    }
    if (name === 'reset') await TRANSIENT.stop();
    if (name in TRANSIENT) await TRANSIENT[name]();
  });
