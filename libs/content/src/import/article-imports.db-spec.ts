import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Account } from '@zhanqun/identity';
import type { EditorCtx, SiteRef } from '@zhanqun/kernel';
import { Newsroom } from '../../test/newsroom';
import { Article } from '../article/article.entity';
import { ArticleImports, type ImportOptions } from './article-imports';

jest.setTimeout(60_000);

let room: Newsroom;
let site: SiteRef;
let root: EditorCtx;
let directory: string;

beforeAll(async () => {
  room = await Newsroom.open();
});
afterAll(() => room.close());
beforeEach(async () => {
  site = await room.site();
  root = room.root(site);
  directory = await mkdtemp(join(tmpdir(), 'zhanqun-import-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const POLICY = `清水镇人民政府关于印发《清水镇防汛预案》的通知(清政发〔2020〕9号)
来源:清水镇党政办 发布时间:2020-03-19 09:54:05

各村:
现将预案印发给你们。

清水镇人民政府
2020年3月16日
`;
const NEWS = '春耕生产全面启动\n来源:农业办\n各村春耕生产已经全面启动。\n';

const put = (name: string, content: string | Buffer) => writeFile(join(directory, name), content);
const run = (more: Partial<ImportOptions> = {}) =>
  room.app
    .get(ArticleImports)
    .fromCommand(room.system, { directory, site: site.key, channel: 'xzdt', ...more });
const drafts = () => room.db.site(root, Article).find({ order: { id: 'ASC' } });

describe('导入稿件', () => {
  it('makes drafts of the files and reports on each', async () => {
    await put('1-policy.txt', POLICY);
    await put('2-news.txt', NEWS);

    const report = await run();

    expect(report).toMatchObject({ imported: 2, skipped: 0, failed: 0 });
    const [policy, news] = await drafts();
    expect(policy).toMatchObject({
      kind: 'policyDocument',
      state: 'unpublished',
      reviewState: 'draft',
      title: '清水镇人民政府关于印发《清水镇防汛预案》的通知',
      source: '清水镇党政办',
      authorName: '系统',
      facts: { documentNumber: '清政发〔2020〕9号', issuedOn: '2020-03-16', issuer: '清水镇人民政府' },
    });
    expect(news).toMatchObject({ kind: 'news', title: '春耕生产全面启动', source: '农业办' });
    expect(report.lines).toEqual([
      `导入到：${site.name} › ${(await room.channel(site, 'xzdt')).name}`,
      '',
      '1-policy.txt',
      '  编码：UTF-8',
      '  类型：政策文件',
      '  标题：清水镇人民政府关于印发《清水镇防汛预案》的通知',
      '  来源：清水镇党政办',
      '  日期：2020-03-19',
      '  文号：清政发〔2020〕9号',
      '  注意：主题分类暂填“其他”，请选择',
      `  结果：已导入（稿件 ${policy?.id}）`,
      '',
      '2-news.txt',
      '  编码：UTF-8',
      '  类型：新闻',
      '  标题：春耕生产全面启动',
      '  来源：农业办',
      `  结果：已导入（稿件 ${news?.id}）`,
      '',
      '共 2 个文件：导入 2，跳过 0，失败 0',
    ]);
  });

  it('writes nothing in a preview', async () => {
    await put('a.txt', NEWS);

    const report = await run({ dryRun: true });

    expect(report.imported).toBe(1);
    expect(report.lines.at(-1)).toBe('共 1 个文件：可导入 1，跳过 0，失败 0');
    expect(await drafts()).toEqual([]);
  });

  it('skips what this channel already has, also under another name', async () => {
    await put('a.txt', NEWS);
    await run();
    await put('b.txt', NEWS);

    expect(await run()).toMatchObject({ imported: 0, skipped: 2 });
    expect(await run({ channel: 'tzgg' })).toMatchObject({ imported: 1, skipped: 1 });
    expect(await drafts()).toHaveLength(2);
  });

  it('goes on after a file that cannot be read as text', async () => {
    await put('1.txt', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1]));
    await put('2.txt', NEWS);
    await put('3.txt', '');

    const report = await run();

    expect(report).toMatchObject({ imported: 1, failed: 2 });
    expect(report.lines.join('\n')).toContain('未导入：无法识别文字编码');
    expect(report.lines.join('\n')).toContain('未导入：文件中没有文字');
  });

  it('passes over hidden files, folders, links and other endings; shows hostile names harmlessly', async () => {
    await put('.hidden.txt', NEWS);
    await put('a.docx', 'x');
    await mkdir(join(directory, 'folder.txt'));
    await symlink('/etc/passwd', join(directory, 'link.txt'));
    await put('evil\u001b[2J\u202e名.txt', NEWS);

    const report = await run();

    expect(report).toMatchObject({ imported: 1, skipped: 0, failed: 0 });
    expect(report.lines).toContain('evil�[2J�名.txt');
  });

  it('drafts in the name of an account and with the kind that was asked for', async () => {
    const accounts = room.db.shared(room.system, Account);
    await accounts.save(
      accounts.build({
        username: 'wangfang',
        realName: '王芳',
        organisationId: 1,
        passwordHash: '',
        status: 'active',
      }),
    );
    await put('a.txt', NEWS);

    await run({ as: 'WangFang', kind: 'notice' });

    expect(await drafts()).toMatchObject([{ authorName: '王芳', kind: 'notice' }]);
  });

  it('takes a signed and dated text in a channel of policies for one, also without a number', async () => {
    await put('a.txt', POLICY.replace('(清政发〔2020〕9号)', ''));

    await run({ channel: 'zwgk/zcwj' });

    expect(await drafts()).toMatchObject([{ kind: 'policyDocument', facts: { documentNumber: '' } }]);
  });

  it('says what it does without the facts of a policy document', async () => {
    await put('a.txt', NEWS);

    const report = await run({ kind: 'policyDocument' });

    expect(report.lines.join('\n')).toContain('缺少发文机关或成文日期，暂作通知公告导入');
    expect(await drafts()).toMatchObject([{ kind: 'notice' }]);
  });

  it.each([
    [{ site: 'nowhere' }, 'siteUnknown'],
    [{ channel: 'no/such' }, 'channelUnknown'],
    [{ as: 'nobody' }, 'accountUnknown'],
    [{ directory: '/no/such/place' }, 'directoryUnreadable'],
    [{ kind: 'poem' as never }, 'kindUnknown'],
  ])('refuses %j', async (wrong, reason) => {
    await expect(run(wrong)).rejects.toMatchObject({ code: `content.import.${reason}` });
  });
});
