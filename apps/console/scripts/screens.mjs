const both = [1440, 375];

/** Every screen and the states worth looking at. `act` leads a page into the state. */
export const screens = [
  { name: 'sign-in', path: '/sign-in', isSignedOut: true, widths: both },
  {
    name: 'sign-in-wrong', path: '/sign-in', isSignedOut: true,
    act: async (page) => {
      await page.getByLabel('账号', { exact: true }).fill('locked');
      await page.getByLabel('密码', { exact: true }).fill('x');
      await page.getByRole('button', { name: '登录' }).click();
    },
  },
  { name: 'password', path: '/password', widths: both, act: (page) => page.getByLabel('新密码', { exact: true }).fill('Qingshui2026') },
  { name: 'one-time-link', path: '/link/abc', isSignedOut: true },
  { name: 'one-time-link-used', path: '/link/used', isSignedOut: true },
  { name: 'home', path: '/', widths: [1440, 1280, 375] },
  { name: 'menu', path: '/', widths: [375], act: (page) => page.getByRole('button', { name: '打开导航' }).click() },
  { name: 'site-switcher', path: '/s/qingshui/articles', act: (page) => page.getByRole('button', { name: /当前站点/ }).click() },
  { name: 'articles', path: '/s/qingshui/articles', widths: [1440, 1280, 375] },
  { name: 'articles-empty', path: '/s/qingshui/articles?q=没有这样的稿件' },
  { name: 'article-new', path: '/s/qingshui/articles/new', widths: both },
  { name: 'article', path: '/s/qingshui/articles/104', widths: [1440, 1280] },
  { name: 'article-policy', path: '/s/qingshui/articles/106', isFull: true },
  { name: 'article-published', path: '/s/qingshui/articles/105' },
  {
    name: 'article-errors', path: '/s/qingshui/articles/new',
    act: (page) => page.getByRole('button', { name: '送审' }).click(),
  },
  { name: 'article-preview', path: '/s/qingshui/articles/104', act: (page) => page.getByRole('button', { name: '预览' }).click() },
  { name: 'article-history', path: '/s/qingshui/articles/104', act: (page) => page.getByRole('button', { name: '历史' }).click() },
  { name: 'article-image', path: '/s/qingshui/articles/104', act: (page) => page.getByRole('button', { name: '插入图片' }).click() },
  { name: 'article-deliver', path: '/s/qingshui/articles/105', act: (page) => page.getByRole('button', { name: '报送' }).click() },
  {
    name: 'session-expired', path: '/s/qingshui/articles/104',
    act: async (page, context) => {
      await page.getByLabel('来源').fill('青石村村民委员会');
      await context.clearCookies();
      await page.getByRole('button', { name: '保存草稿' }).click();
      await page.getByText('登录已超时').waitFor();
    },
  },
  { name: 'review', path: '/s/qingshui/review', widths: both },
  { name: 'review-article', path: '/s/qingshui/review/101', widths: [1440, 1280, 375] },
  { name: 'review-changes', path: '/s/qingshui/review/103', widths: both, act: (page) => page.keyboard.press('d') },
  { name: 'review-send-back', path: '/s/qingshui/review/102', widths: both, act: (page) => page.keyboard.press('r') },
  { name: 'review-keys', path: '/s/qingshui/review/102', act: (page) => page.keyboard.press('?') },
];
