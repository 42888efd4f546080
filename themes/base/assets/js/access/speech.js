/* 朗读：全文、选中的一段、指到的一处；可以暂停、换语速、停止。用浏览器自己的声音，什么也不上传。 */
import { say } from './say.js';
import { sentencesOf, voiceFor } from './sentences.js';
import { partsOf, wordsOf } from './spoken.js';
import { styled } from './style.js';

const NO_SPEECH = '这个浏览器不会朗读。可以换用新版的 Edge、Chrome 或 Safari 浏览器，或打开电脑、手机自带的读屏功能。';
const NO_VOICE =
  '这台设备没有普通话声音，不能朗读。请在系统设置的“语音”或“文字转语音”里添加中文（普通话）声音后再试；其他功能不受影响。';
const REFUSED = '浏览器没有允许朗读：请先在页面上点一下，再按一次朗读。';

let queue = [];
let at = 0;
/** 每次开始或停下都换一号，先前的声音说完时不再往下念。 */
let turn = 0;
let isPaused = false;
let marked = null;

const isBusy = () => at < queue.length;

/** 声音表有时要等一会儿才有。 */
function voices() {
  const known = window.speechSynthesis.getVoices();
  if (known.length > 0) return Promise.resolve(known);
  return new Promise((resolve) => {
    const done = () => resolve(window.speechSynthesis.getVoices());
    window.speechSynthesis.addEventListener?.('voiceschanged', done, { once: true });
    window.setTimeout(done, 1000);
  });
}

async function voice() {
  if (!window.speechSynthesis || !window.SpeechSynthesisUtterance) {
    say(NO_SPEECH, true);
    return null;
  }
  const found = voiceFor(await voices(), document.documentElement.lang);
  if (!found) say(NO_VOICE, true);
  return found;
}

function mark(element) {
  marked?.classList.remove('access-reading');
  marked = element;
  marked?.classList.add('access-reading');
}

function next(chosen, own) {
  if (own !== turn) return;
  if (!isBusy()) return void stop();
  const { text, element } = queue[at];
  mark(element);
  element?.scrollIntoView({ block: 'nearest' });
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.voice = chosen;
  utterance.lang = chosen.lang;
  utterance.rate = window.zhanqunAccess.read().rate;
  utterance.addEventListener('end', () => {
    if (own !== turn) return;
    at += 1;
    next(chosen, own);
  });
  utterance.addEventListener('error', ({ error }) => {
    if (own !== turn || error === 'canceled' || error === 'interrupted') return;
    stop();
    say(error === 'not-allowed' ? REFUSED : NO_VOICE, true);
  });
  window.speechSynthesis.speak(utterance);
}

async function begin(pieces, from = 0) {
  const own = (turn += 1);
  await styled();
  const chosen = await voice();
  if (!chosen || own !== turn) return;
  window.speechSynthesis.cancel();
  queue = pieces;
  at = from;
  isPaused = false;
  document.addEventListener('keydown', onKey);
  next(chosen, own);
}

const onKey = (event) => {
  if (event.key === 'Escape') stop();
};

const asPieces = (text, element = null) => sentencesOf(text).map((sentence) => ({ text: sentence, element }));

/** 朗读全文；正在读时暂停，暂停时从停下的那一句接着读。 */
export async function speakPage() {
  if (isPaused) {
    say('继续朗读');
    return begin(queue, at);
  }
  if (isBusy()) return pause();
  const root = document.querySelector('main') ?? document.body;
  return begin(partsOf(root).flatMap(({ element, words }) => asPieces(words, element)));
}

export async function speakSelection() {
  const text = String(window.getSelection() ?? '');
  if (!text.trim()) return say('请先选中要朗读的文字。');
  return begin(asPieces(text));
}

/** 指读的一处。 */
export const speakElement = (element) => begin(asPieces(wordsOf(element), element));

function pause() {
  isPaused = true;
  turn += 1;
  window.speechSynthesis.cancel();
  say('朗读已暂停，再按一次继续');
}

export function stop() {
  turn += 1;
  queue = [];
  at = 0;
  isPaused = false;
  mark(null);
  document.removeEventListener('keydown', onKey);
  window.speechSynthesis?.cancel();
}

document.addEventListener('access:changed', () => {
  // 换了语速，从这一句起按新的念。
  if (isBusy() && !isPaused) begin(queue, at);
});
window.addEventListener('pagehide', stop);
