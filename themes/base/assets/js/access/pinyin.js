/* 正文上方注拼音。读音库较大，第一次打开时才取；关闭时原来的文字原样放回。 */
import { hasHan, piecesOf } from './ruby.js';

const LIBRARY = new URL('./pinyin-pro.js', import.meta.url).href;
const LEFT_ALONE = 
  'ruby, script, style, svg, textarea, select, button, code, video, audio, a[aria-label], .visually-hidden';
const SLICE = 40;

/** 注音的元素 → 它顶替的那个文字节点。 */
let replaced = new Map();
let isOn = false;
let loading = null;

function library() {
  if (loading) return loading;
  loading = new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = LIBRARY;
    script.addEventListener('load', () => resolve(window.pinyinPro));
    script.addEventListener('error', () => {
      loading = null;
      script.remove();
      reject(new Error('pinyin'));
    });
    document.head.append(script);
  });
  return loading;
}

function textsIn(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, (node) =>
    hasHan(node.data) && !node.parentElement.closest(LEFT_ALONE)
      ? NodeFilter.FILTER_ACCEPT
      : NodeFilter.FILTER_REJECT,
  );
  const found = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  return found;
}

function ruby({ text, pinyin }) {
  if (!pinyin) return document.createTextNode(text);
  const made = document.createElement('ruby');
  const reading = document.createElement('rt');
  reading.setAttribute('aria-hidden', 'true');
  reading.textContent = pinyin;
  made.append(text, reading);
  return made;
}

function annotate(node, pinyin) {
  const box = document.createElement('access-ruby');
  box.append(...piecesOf(node.data, pinyin(node.data, { type: 'all' })).map(ruby));
  node.replaceWith(box);
  replaced.set(box, node);
}

const nextFrame = () => new Promise((resolve) => window.setTimeout(resolve));

export async function start() {
  const { pinyin } = await library();
  isOn = true;
  const texts = textsIn(document.querySelector('main') ?? document.body);
  for (let at = 0; isOn && at < texts.length; at += SLICE) {
    for (const node of texts.slice(at, at + SLICE)) if (node.isConnected) annotate(node, pinyin);
    await nextFrame();
  }
}

export function stop() {
  isOn = false;
  for (const [box, node] of replaced) box.replaceWith(node);
  replaced = new Map();
}
