import { forConsole } from '@/editor/file-addresses';

const STYLE = `
  body { margin: 0; color: #1f2329; font: 15px/1.8 system-ui, 'Microsoft YaHei', sans-serif; overflow-wrap: anywhere; }
  p { margin: 0 0 8px; }
  h2, h3, h4 { margin: 12px 0 8px; font-size: 16px; }
  img { max-width: 100%; height: auto; }
  figure { margin: 0 0 8px; }
  table { width: 100%; margin: 8px 0; border-collapse: collapse; }
  th, td { padding: 4px 8px; border: 1px solid #b8bec8; text-align: left; vertical-align: top; }
  th { background: #f3f5f8; font-weight: 600; }
  th p, td p { margin: 0; }
  .picture { display: block; padding: 12px; border: 1px dashed #8a919f; background: #f3f5f8; color: #4b5361; }
  .align-center { text-align: center; }
  .align-right { text-align: right; }
`;

/**
 * The frozen text as a page of its own for a sandboxed frame: foreign markup is never put into the console's
 * own page. Pictures are shown out of the receiver's mailbox (`enclosed`: address at the sender → address there).
 */
export function frozenPage(
  html: string,
  picturesOf: string | null,
  enclosed: ReadonlyMap<string, string> = new Map(),
): string {
  const page = new DOMParser().parseFromString(
    picturesOf === null ? html : forConsole(html, picturesOf),
    'text/html',
  );
  if (picturesOf === null) {
    for (const image of page.querySelectorAll('img')) {
      const address = addressIn(enclosed, image.getAttribute('src') ?? '');
      image.removeAttribute('srcset');
      if (address !== undefined) {
        image.src = address;
        continue;
      }
      const words = page.createElement('span');
      words.className = 'picture';
      words.textContent = `图片：${image.alt || '没有说明文字'}（未随稿送达）`;
      image.replaceWith(words);
    }
  }
  for (const link of page.querySelectorAll('a')) {
    link.target = '_blank';
    link.rel = 'noopener';
  }
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>送来的内容</title><style>${STYLE}</style></head><body>${page.body.innerHTML}</body></html>`;
}

/** Texts may name a smaller variant of a picture (`name.w800.jpg`): the original travels. */
function addressIn(enclosed: ReadonlyMap<string, string>, src: string): string | undefined {
  const path = src.replace(/^\/_files\//, '');
  const exact = enclosed.get(path);
  if (exact !== undefined) return exact;
  const stem = path.replace(/\.[^/]*$/, '');
  return [...enclosed].find(([known]) => stem.startsWith(known.replace(/\.[^./]*$/, '')))?.[1];
}
