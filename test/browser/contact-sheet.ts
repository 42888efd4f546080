const WIDTHS = [1440, 768, 375, 320];

/** One row a page type with its pictures at every width, small; a click opens the picture. */
export function contactSheet(pages: readonly (readonly [name: string, theme: string])[]): string {
  const rows = pages.map(([name, theme]) => {
    const pictures = WIDTHS.map((width) => {
      const file = `${name}-${theme}-${width}.jpg`;
      return `<a href="${file}"><img src="${file}" alt="${width} px" loading="lazy"></a>`;
    });
    return `<section><h2>${name} · ${theme}</h2><div>${pictures.join('')}</div></section>`;
  });
  return `<!DOCTYPE html>
<html lang="zh-CN"><meta charset="utf-8"><title>各类页面</title>
<style>body{font:14px system-ui;margin:16px}h2{font-size:14px;margin:16px 0 4px}div{display:flex;gap:8px;align-items:flex-start}a{flex:0 1 auto;border:1px solid #ccc}img{display:block;height:420px;max-width:480px;object-fit:cover;object-position:top}</style>
${rows.join('\n')}
</html>
`;
}
