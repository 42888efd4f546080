const both = [1440, 375];

/** Every screen and the states worth looking at. `act` leads a page into the state. */
export const screens = [
  { name: 'sign-in', path: '/sign-in', isSignedOut: true, widths: both },
  {
    name: 'sign-in-wrong',
    path: '/sign-in',
    isSignedOut: true,
    act: async (page) => {
      await page.getByLabel('账号', { exact: true }).fill('locked');
      await page.getByLabel('密码', { exact: true }).fill('x');
      await page.getByRole('button', { name: '登录' }).click();
    },
  },
  {
    name: 'password',
    path: '/password',
    widths: both,
    act: (page) => page.getByLabel('新密码', { exact: true }).fill('Qingshui2026'),
  },
  { name: 'one-time-link', path: '/link/abc', isSignedOut: true },
  { name: 'one-time-link-used', path: '/link/used', isSignedOut: true },
  { name: 'home', path: '/', widths: [1440, 1280, 375] },
  {
    name: 'menu',
    path: '/',
    widths: [375],
    act: (page) => page.getByRole('button', { name: '打开导航' }).click(),
  },
  {
    name: 'site-switcher',
    path: '/s/qingshui/articles',
    act: (page) => page.getByRole('button', { name: /当前站点/ }).click(),
  },
  { name: 'articles', path: '/s/qingshui/articles', widths: [1440, 1280, 375] },
  { name: 'articles-empty', path: '/s/qingshui/articles?q=没有这样的稿件' },
  { name: 'article-new', path: '/s/qingshui/articles/new', widths: both },
  { name: 'article', path: '/s/qingshui/articles/104', widths: [1440, 1280] },
  { name: 'article-policy', path: '/s/qingshui/articles/106', isFull: true },
  { name: 'article-published', path: '/s/qingshui/articles/105' },
  {
    name: 'article-errors',
    path: '/s/qingshui/articles/new',
    act: (page) => page.getByRole('button', { name: '送审' }).click(),
  },
  {
    name: 'article-preview',
    path: '/s/qingshui/articles/104',
    act: (page) => page.getByRole('button', { name: '预览' }).click(),
  },
  {
    name: 'article-history',
    path: '/s/qingshui/articles/104',
    act: (page) => page.getByRole('button', { name: '历史' }).click(),
  },
  {
    name: 'article-image',
    path: '/s/qingshui/articles/104',
    act: (page) => page.getByRole('button', { name: '插入图片' }).click(),
  },
  {
    name: 'article-deliver',
    path: '/s/qingshui/articles/105',
    act: (page) => page.getByRole('button', { name: '报送' }).click(),
  },
  {
    name: 'session-expired',
    path: '/s/qingshui/articles/104',
    act: async (page, context) => {
      await page.getByLabel('来源').fill('青石村村民委员会');
      await context.clearCookies();
      await page.getByRole('button', { name: '保存草稿' }).click();
      await page.getByText('登录已超时').waitFor();
    },
  },
  {
    name: 'article-conflict',
    path: '/s/qingshui/articles/104',
    act: async (page) => {
      const path = '/api/sites/qingshui/articles/104';
      await page.evaluate(async (url) => {
        const { version } = await (await fetch(url)).json();
        await fetch(url, {
          method: 'PATCH',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ version, source: '青石村' }),
        });
      }, path);
      await page.getByLabel('作者').fill('周明、王芳');
      await page.keyboard.press('Control+s');
      await page.getByText('别人刚刚保存过这篇稿件').waitFor();
    },
  },
  { name: 'review', path: '/s/qingshui/review', widths: both },
  { name: 'review-article', path: '/s/qingshui/review/101', widths: [1440, 1280, 375] },
  {
    name: 'review-changes',
    path: '/s/qingshui/review/103',
    widths: both,
    act: (page) => page.keyboard.press('d'),
  },
  {
    name: 'review-send-back',
    path: '/s/qingshui/review/102',
    widths: both,
    act: (page) => page.keyboard.press('r'),
  },
  { name: 'review-keys', path: '/s/qingshui/review/102', act: (page) => page.keyboard.press('?') },
  { name: 'channels', path: '/s/qingshui/channels', widths: [1440, 1280] },
  {
    name: 'channel-edit',
    path: '/s/qingshui/channels',
    act: (page) => page.getByRole('button', { name: '通知公告', exact: true }).click(),
  },
  {
    name: 'channel-refused',
    path: '/s/qingshui/channels',
    act: async (page) => {
      await page.getByRole('button', { name: '删除' }).nth(3).click();
      await page.getByRole('button', { name: '删除栏目' }).click();
    },
  },
  { name: 'deliveries', path: '/s/shifan/deliveries', widths: both },
  { name: 'delivery', path: '/s/shifan/deliveries?open=901', widths: both },
  { name: 'delivery-changed', path: '/s/shifan/deliveries?open=903' },
  { name: 'supervision', path: '/s/shifan/supervision', widths: [1440, 1280, 375] },
  {
    name: 'supervision-running',
    path: '/s/shifan/supervision',
    act: (page) => page.getByRole('button', { name: '立即巡检' }).click(),
  },
  { name: 'findings', path: '/s/shifan/findings' },
  { name: 'finding', path: '/s/shifan/findings/302', widths: both },
  {
    name: 'dispatch',
    path: '/s/shifan/findings/302',
    act: (page) => page.getByRole('button', { name: '派发整改' }).click(),
  },
  { name: 'rectifications', path: '/s/shifan/rectifications' },
  { name: 'rectification', path: '/s/qingshui/rectifications/1301', widths: both },
  { name: 'patrols', path: '/s/shifan/patrols' },
  { name: 'indicators', path: '/s/shifan/indicators' },
  { name: 'site', path: '/s/hexi/site', isFull: true },
  { name: 'settings', path: '/s/qingshui/settings' },
  { name: 'members', path: '/s/qingshui/members' },
  {
    name: 'member-add',
    path: '/s/qingshui/members',
    act: (page) => page.getByRole('button', { name: '添加人员' }).click(),
  },
  { name: 'theme', path: '/s/qingshui/theme', widths: [1440, 1280, 375] },
  {
    name: 'theme-poor-colour',
    path: '/s/qingshui/theme',
    act: async (page) => {
      await page.getByText('纯文本', { exact: true }).click();
      await page.getByLabel('主色：色值').fill('#FFD700');
    },
  },
  { name: 'sites', path: '/sites' },
  { name: 'site-new', path: '/sites/new' },
  {
    name: 'site-new-names',
    path: '/sites/new',
    act: async (page) => {
      await page.getByText('乡镇网站', { exact: true }).first().click();
      await page.getByRole('button', { name: '下一步' }).click();
      await page.getByRole('button', { name: '下一步' }).click();
    },
  },
  { name: 'accounts', path: '/accounts', widths: [1440, 1280] },
  {
    name: 'account-new',
    path: '/accounts',
    act: (page) => page.getByRole('button', { name: '新增账号' }).click(),
  },
  {
    name: 'account-link',
    path: '/accounts/2',
    act: async (page) => {
      await page.getByRole('button', { name: '重置密码' }).click();
      await page.getByRole('dialog').getByRole('button', { name: '重置密码' }).click();
    },
  },
  { name: 'account', path: '/accounts/4' },
  { name: 'roles', path: '/roles' },
  { name: 'organisations', path: '/organisations' },
  { name: 'regulations', path: '/regulations' },
  { name: 'regulation', path: '/regulations/guzhang-2020' },
  { name: 'jobs', path: '/jobs', widths: [1440, 1280] },
  { name: 'job', path: '/jobs?state=failed', act: (page) => page.locator('tbody button').first().click() },
  { name: 'audit', path: '/audit', act: (page) => page.getByRole('button', { name: '校验日志' }).click() },
  { name: 'audit-entry', path: '/audit', act: (page) => page.locator('tbody button').first().click() },
  { name: 'site-audit', path: '/s/qingshui/audit' },
  { name: 'not-found', path: '/nothing/here' },
];
