// The pictures of docs/manual: who looks, where, and what is done before the picture is taken.

const S = '/s/qingshui';
const button = (page, name) => page.getByRole('button', { name, exact: true });

/** Chooses in the list of this very field: the list of the field before may still be closing. */
async function pick(page, field, option) {
  const box = page.getByRole('combobox', { name: field, exact: true });
  await box.click({ force: true });
  const list = page.locator(`[id="${await box.getAttribute('aria-controls')}"]`);
  await list.getByRole('option', { name: option }).first().click();
  await list.waitFor({ state: 'hidden' });
}

const DRAFT = [
  '镇政府召开会议，布署冬春农田水利建设工作。会议要求，各村要认真贯彻落实国办发[2020]10号文件精神，',
  '抓紧抓实抓细各项任务，确保工程质量。',
  '会议明确，石桥、双井等6个村先行开工，工程须于2026年2月30日前完工。群众有意见建议的，',
  '请致电13800138000向镇农业服务中心反映。',
];

const PLAN = [
  '各村民委员会，镇直各单位：',
  '《清水镇冬春农田水利建设方案》已经镇人民政府同意，现印发给你们，请认真组织实施。',
  '一、目标任务',
  '到2027年4月底，整修渠道12公里，清淤山塘18口，改善灌溉面积3600亩。',
  '二、重点工作',
  '（一）整修渠道。石桥、双井、上湾三个村先行开工，2027年1月底前完成。',
  '（二）清淤山塘。由各村组织，镇农业服务中心逐口验收。',
  '（三）维护泵站。供水站对8座泵站全面检修，落实管护人员。',
  '三、工作要求',
  '各村要建立台账，每周报送进度；镇纪委加强资金监督，工程款项按进度拨付。',
  '清水镇人民政府',
  '2026年11月16日',
];

/** What the picture before left in this browser is offered a moment after the editor stands. */
async function forget(page) {
  const drop = button(page, '丢弃');
  await drop.waitFor({ timeout: 1500 }).then(
    () => drop.click(),
    () => undefined,
  );
}

async function write(page) {
  await forget(page);
  await pick(page, '栏目', /动态/);
  await page.getByLabel('来源', { exact: true }).fill('清水镇农业服务中心');
  await page.getByLabel('标题', { exact: true }).fill('清水镇部署冬春农田水利建设工作');
  await page.getByRole('textbox', { name: '正文' }).click();
  await page.keyboard.insertText(DRAFT.slice(0, 2).join(''));
  await page.keyboard.press('Enter');
  await page.keyboard.insertText(DRAFT.slice(2).join(''));
  await page.getByRole('listitem').filter({ hasText: '布署' }).first().waitFor();
  await page.waitForTimeout(1500);
  await page.evaluate(() => window.scrollTo(0, 0));
}

async function policy(page) {
  await forget(page);
  await pick(page, '栏目', /政策|文件/);
  await pick(page, '类型', '政策文件');
  await page.getByText('发文字号').waitFor();
  await page.getByLabel('标题', { exact: true }).fill('清水镇人民政府关于印发冬春农田水利建设方案的通知');
  await page.getByLabel('来源', { exact: true }).fill('清水镇人民政府');
  await page.getByRole('textbox', { name: '正文' }).click();
  for (const paragraph of PLAN) {
    await page.keyboard.insertText(paragraph);
    await page.keyboard.press('Enter');
  }
  await button(page, '公文排版').click();
  await page.getByLabel('发文字号').fill('清政发〔2026〕12号');
  await page.waitForTimeout(1500);
  await page.getByText('已按公文格式整理').waitFor({ state: 'hidden' });
}

const articleWhere = (where) => async (desk) => {
  const { items } = await desk.get('/sites/qingshui/articles?pageSize=100');
  const one = items.find(where);
  if (!one) throw new Error('no article fits the picture');
  return `${S}/articles/${one.id}`;
};

export const manualPictures = [
  { name: 'editor-writing', user: 'qs-editor', path: `${S}/articles/new`, prepare: write },
  {
    name: 'editor-policy',
    user: 'qs-editor',
    size: { width: 1440, height: 1240 },
    path: `${S}/articles/new`,
    prepare: policy,
  },
  {
    name: 'editor-list',
    user: 'qs-admin',
    path: `${S}/articles`,
    prepare: async (page) => {
      const rows = page.getByRole('row').getByRole('checkbox');
      for (const at of [1, 2, 3]) await rows.nth(at).check();
    },
  },
  {
    name: 'editor-history',
    user: 'qs-editor',
    needsStory: true,
    path: (_desk, { revisedId }) => `${S}/articles/${revisedId}`,
    prepare: async (page) => {
      await button(page, '历史').click();
      await page.getByRole('heading', { name: '对照' }).waitFor();
      await page.getByText(/增加 \d+ 字/).waitFor();
    },
  },
  {
    name: 'editor-preview',
    user: 'qs-editor',
    path: articleWhere(
      ({ kind, state, openState }) => kind === 'news' && state === 'unpublished' && openState === 'draft',
    ),
    prepare: async (page) => {
      await button(page, '预览').click();
      await button(page, '手机').click();
      await page.waitForTimeout(1500);
    },
  },
  {
    name: 'editor-withdraw',
    user: 'qs-admin',
    path: `${S}/articles?state=published`,
    prepare: async (page) => {
      await page
        .getByRole('button', { name: /的更多操作$/ })
        .first()
        .click();
      await page.getByRole('menuitem', { name: '撤稿' }).click();
      await page.getByRole('dialog', { name: '撤稿' }).waitFor();
    },
  },
  { name: 'editor-library', user: 'qs-editor', path: `${S}/assets` },
  { name: 'editor-deliveries', user: 'sf-editor', path: '/s/shifan/deliveries' },
  { name: 'editor-calendar', user: 'qs-editor', path: `${S}/calendar` },
  { name: 'reviewer-queue', user: 'qs-chushen', needsStory: true, path: `${S}/review` },
  {
    name: 'reviewer-changes',
    user: 'qs-chushen',
    needsStory: true,
    path: (_desk, { revisedId }) => `${S}/review/${revisedId}`,
    prepare: async (page) => {
      await page.keyboard.press('2');
      await page.getByText(/增加 \d+ 字/).waitFor();
    },
  },
  {
    name: 'reviewer-remark',
    user: 'qs-chushen',
    needsStory: true,
    path: (_desk, { revisedId }) => `${S}/review/${revisedId}`,
    prepare: async (page) => {
      await page.keyboard.press('3');
      await page.getByRole('heading', { name: /送审的文字/ }).waitFor();
    },
  },
  {
    name: 'reviewer-form',
    user: 'qs-chushen',
    needsStory: true,
    path: (_desk, { revisedId }) => `/api/sites/qingshui/articles/${revisedId}/approval-form`,
  },
  {
    name: 'reviewer-emergency',
    user: 'qs-chushen',
    needsStory: true,
    path: (_desk, { emergencyId }) => `${S}/emergencies/${emergencyId}`,
  },
  { name: 'register', user: 'qs-admin', path: `${S}/register` },
  { name: 'check-lists', user: 'qs-admin', path: `${S}/check-lists` },
  { name: 'review-templates', user: 'bm-fushen', path: '/s/rsj/review-templates' },
  { name: 'statistics', user: 'sf-admin', path: '/s/shifan/statistics' },
];
