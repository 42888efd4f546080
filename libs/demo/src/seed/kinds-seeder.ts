import { Injectable } from '@nestjs/common';
import {
  Article,
  ArchiveService,
  Asset,
  AssetService,
  ChannelReading,
  ChannelService,
  type HistoricArticle,
} from '@zhanqun/content';
import type { EditorCtx, StaffCtx } from '@zhanqun/kernel';
import { Db } from '@zhanqun/platform';
import { ORGANISATIONS } from '../county/organisations';
import { PORTAL } from '../county/sites';
import { staffOf } from '../county/staff';
import { film } from '../files/film';
import { portrait } from '../files/pictures/portrait';
import { PICTURES } from '../files/pictures/pictures';
import { LEADERS, OFFICES, QUESTIONS } from '../texts/profiles';
import { COMMON_QUESTIONS } from '../texts/questions';
import { Cast } from './cast';

const DAY_MS = 86_400_000;
const SOURCE = '示范县人民政府办公室';

interface NewChannel {
  readonly path: string;
  readonly parent: string;
  readonly name: string;
  readonly description: string;
  /** 栏目样式. */
  readonly layout: string;
}
const CHANNELS: readonly NewChannel[] = [
  {
    path: 'ldzc',
    parent: 'zwgk',
    name: '领导之窗',
    description: '县政府领导的职务、分工和简历',
    layout: 'leaders',
  },
  {
    path: 'bmzn',
    parent: 'zwgk',
    name: '部门职能',
    description: '县政府工作部门的职能、地址和电话',
    layout: 'organisations',
  },
  { path: 'zlxz', parent: 'bsfw', name: '资料下载', description: '办事表格和范本', layout: 'downloads' },
  { path: 'cjwt', parent: 'bsfw', name: '常见问题', description: '办事中常问的事', layout: 'questions' },
  { path: 'tssf', parent: 'xwzx', name: '图说示范', description: '一组组照片里的示范县', layout: 'pictures' },
  { path: 'sp', parent: 'xwzx', name: '视频', description: '政策和工作视频', layout: 'videos' },
];
/** 目录一目了然: plans and budgets of the portal stand as a table. */
const TABLES = ['zwgk/ghjh', 'zwgk/czyjs'];

/** Articles of every kind at the portal: leaders, bodies, galleries, a film, files, links, questions and answers. */
@Injectable()
export class KindsSeeder {
  constructor(
    private readonly db: Db,
    private readonly cast: Cast,
    private readonly channels: ChannelService,
    private readonly tree: ChannelReading,
    private readonly archive: ArchiveService,
    private readonly assets: AssetService,
  ) {}

  async lay(ctx: StaffCtx): Promise<void> {
    const editor = await this.cast.at(ctx, staffOf(PORTAL).editor, PORTAL);
    const desk: EditorCtx = { ...ctx, site: editor.site, actor: editor.actor };
    const place = await this.openChannels(desk);
    const pictures = await this.picturesOf(desk);
    await this.archive.publishAll(desk, [
      ...(await this.leaders(desk, place('zwgk/ldzc'))),
      ...this.offices(desk, place('zwgk/bmzn')),
      ...this.galleries(desk, place('xwzx/tssf'), pictures),
      await this.video(desk, place('xwzx/sp'), pictures),
      ...(await this.downloads(desk, place('bsfw/zlxz'))),
      ...this.answers(desk, place('bsfw/cjwt')),
      this.link(desk, place('zwgk/zcjd')),
    ]);
    await this.questions(desk, place('zwgk/zcjd'));
  }

  private async openChannels(ctx: EditorCtx): Promise<(path: string) => number> {
    const before = await this.tree.tree(ctx);
    for (const { path, parent, name, description, layout } of CHANNELS) {
      const above = before.at(parent);
      if (!above) throw new Error(`the portal has no channel ${parent}`);
      await this.channels.create(ctx, {
        path,
        name,
        description,
        parentId: above.id,
        kind: 'dynamic',
        updateClass: 'other',
        ownerOrganisationId: above.ownerOrganisationId,
        template: `pages/channel-${layout}.njk`,
      });
    }
    for (const path of TABLES) {
      const table = before.at(path);
      if (table) await this.channels.edit(ctx, table.id, { template: 'pages/channel-table.njk' });
    }
    const after = await this.db.transaction(ctx, (inside) => this.tree.tree(inside));
    return (path) => after.at(path)?.id ?? missing(path);
  }

  private async leaders(ctx: EditorCtx, channelId: number): Promise<HistoricArticle[]> {
    return Promise.all(
      LEADERS.map(async ({ name, ground, coat, career, ...facts }, at) => {
        const content = await portrait(ground, coat);
        const photo = await this.assets.upload(ctx, {
          fileName: `${name}.jpg`,
          content,
          alt: `${name}标准照`,
        });
        return {
          ...this.text(ctx, 20 + at),
          channelId,
          kind: 'leaderProfile',
          title: name,
          coverAssetId: photo.id,
          importance: 'important' as const,
          facts: { ...facts, career: career.map(([period, position]) => ({ period, position })) },
        };
      }),
    );
  }

  private offices(ctx: EditorCtx, channelId: number): HistoricArticle[] {
    return ORGANISATIONS.filter(({ key }) => key in OFFICES).map(
      ({ key, name, leader, phone, address }, at) => ({
        ...this.text(ctx, 60 + at),
        channelId,
        kind: 'organisationProfile',
        title: name,
        facts: {
          leader,
          phone,
          address,
          officeHours: '工作日 8:30—12:00，14:30—17:30',
          duties: OFFICES[key]?.duties ?? '',
          offices: (OFFICES[key]?.offices ?? []).map(([office, duties]) => ({ name: office, duties })),
        },
      }),
    );
  }

  private galleries(
    ctx: EditorCtx,
    channelId: number,
    pictures: ReadonlyMap<string, Asset>,
  ): HistoricArticle[] {
    const albums: readonly (readonly [title: string, names: readonly string[]])[] = [
      ['图说示范：春到田间', ['fields', 'terraces', 'tea', 'orchard', 'harvest']],
      ['图说示范：城市新貌', ['cityHall', 'bridge', 'road', 'river']],
      ['图说示范：绿水青山', ['forest', 'hills', 'reservoir', 'snow']],
    ];
    return albums.map(([title, names], at) => ({
      ...this.text(ctx, 5 + at * 9),
      channelId,
      kind: 'gallery',
      title,
      coverAssetId: pictures.get(names[0] ?? '')?.id ?? null,
      facts: {
        pictures: names.map((name, index) => ({
          picture: pictures.get(name)?.id ?? missing(name),
          caption: PICTURES[name]?.alt ?? '',
          photographer: index === 0 ? '苏见微' : '',
        })),
      },
    }));
  }

  private async video(
    ctx: EditorCtx,
    channelId: number,
    pictures: ReadonlyMap<string, Asset>,
  ): Promise<HistoricArticle> {
    const file = await this.assets.upload(ctx, { fileName: '示范县的早晨.webm', content: film() });
    return {
      ...this.text(ctx, 4),
      channelId,
      kind: 'video',
      title: '三秒看示范：太阳升起的地方',
      coverAssetId: pictures.get('hills')?.id ?? null,
      facts: {
        video: file.id,
        duration: '3秒',
        transcript: '画面：太阳从群山上升起，由左向右移动。\n本片无解说。',
      },
    };
  }

  private async downloads(ctx: EditorCtx, channelId: number): Promise<HistoricArticle[]> {
    const files = await this.assetsNamed(ctx, 'attachment');
    return files.map((file, at) => ({
      ...this.text(ctx, 30 + at * 3),
      channelId,
      kind: 'download',
      title: file.name.replace(/\.[a-z]+$/, ''),
      attachmentIds: [file.id],
      facts: { category: '办事资料', edition: '2026年版' },
    }));
  }

  private answers(ctx: EditorCtx, channelId: number): HistoricArticle[] {
    return COMMON_QUESTIONS.map(([title, body], at) => ({
      ...this.text(ctx, 8 + at * 2),
      channelId,
      kind: 'news',
      source: '示范县政务服务中心',
      title,
      body,
    }));
  }

  private link(ctx: EditorCtx, channelId: number): HistoricArticle {
    return {
      ...this.text(ctx, 40),
      channelId,
      kind: 'link',
      title: '国务院办公厅关于印发政府网站发展指引的通知',
      facts: {
        url: 'https://www.gov.cn/zhengce/content/2017-06/08/content_5200760.htm',
        owner: '中国政府网',
      },
    };
  }

  /** 问答解读 of the newest document. */
  private async questions(ctx: EditorCtx, channelId: number): Promise<void> {
    const [document] = await this.db.site(ctx, Article).find({
      where: { kind: 'policyDocument', state: 'published' },
      order: { publishedAt: 'DESC', id: 'DESC' },
      take: 1,
    });
    if (!document) return;
    await this.archive.publishHistoric(ctx, {
      ...this.text(ctx, 1),
      channelId,
      kind: 'interpretation',
      title: `问答解读：${document.title}`.slice(0, 200),
      interpretsArticleId: document.id,
      facts: {
        form: 'qa',
        interpreter: SOURCE,
        questions: QUESTIONS.map(([question, answer]) => ({ question, answer })),
      },
    });
  }

  private async picturesOf(ctx: EditorCtx): Promise<ReadonlyMap<string, Asset>> {
    const images = await this.assetsNamed(ctx, 'image');
    const byAlt = new Map(images.map((image) => [image.alt, image]));
    return new Map(
      Object.entries(PICTURES).flatMap(([name, { alt }]) => {
        const image = byAlt.get(alt);
        return image ? [[name, image] as const] : [];
      }),
    );
  }

  private async assetsNamed(ctx: EditorCtx, kind: 'image' | 'attachment'): Promise<Asset[]> {
    return this.db
      .site(ctx, Asset)
      .find({ where: { kind, state: 'ready' }, order: { id: 'ASC' }, take: 100 });
  }

  private text(ctx: EditorCtx, daysAgo: number) {
    return {
      source: SOURCE,
      body: '',
      originallyPublishedAt: new Date(ctx.now.getTime() - daysAgo * DAY_MS),
    };
  }
}

function missing(what: string): never {
  throw new Error(`the portal has no ${what}`);
}
