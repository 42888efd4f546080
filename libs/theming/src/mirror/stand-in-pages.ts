const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

function plain(title: string, head: string, body: string): Buffer {
  return Buffer.from(
    `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
${head}<title>${escape(title)}</title>
</head>
<body>
<main>
<h1>${escape(title)}</h1>
${body}
</main>
</body>
</html>
`,
  );
}

/** Where the page has moved to, for a web server that knows no redirects: one click, or none. */
export function redirectPage(location: string): Buffer {
  const target = escape(location);
  return plain(
    '页面已转移',
    `<meta http-equiv="refresh" content="0; url=${target}">\n`,
    `<p><a href="${target}">点击前往新的地址</a></p>`,
  );
}

/** In place of the search page. */
export function searchAwayPage(homeUrl: string): Buffer {
  const home = escape(homeUrl);
  return plain(
    '暂时不能搜索',
    '',
    `<p>现在显示的是本网站的静态副本，不提供搜索。您可以从<a href="${home}">首页</a>或<a href="${home}sitemap/">网站地图</a>查找。</p>`,
  );
}
