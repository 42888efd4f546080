import type { PageOf, SiteKey, StaffedSite } from '../county';
import type { Move } from './article-moves';
import type { Walker } from './walker';

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

interface ChannelState {
  readonly id: number;
  readonly parentId: number | null;
  readonly isHidden: boolean;
}

async function stateOf({ county, admin }: Walker, site: StaffedSite, id: number): Promise<ChannelState> {
  const desk = await county.desk(admin(site));
  const found = await desk.get<readonly ChannelState[] | PageOf<ChannelState>>(`/sites/${site}/channels`);
  const state = ('items' in found ? found.items : found).find((each) => each.id === id);
  if (!state) throw new Error(`${site} has no channel ${id}`);
  return state;
}

const renameChannel: Move = async (walker) => {
  const site = walker.site();
  const channel = await walker.county.channel(site, walker.dice.pick(walker.channels[site]));
  const desk = await walker.county.desk(walker.admin(site));
  await desk.patch(`/sites/${site}/channels/${channel.id}`, {
    name: walker.name('栏目'),
    description: walker.name('说明'),
  });
  return `rename channel ${site}/${channel.path}`;
};

const hideChannel: Move = async (walker) => {
  const site = walker.site();
  const channel = await walker.county.channel(site, walker.dice.pick(walker.channels[site]));
  const address = `/sites/${site}/channels/${channel.id}`;
  const desk = await walker.county.desk(walker.admin(site));
  const { isHidden } = await stateOf(walker, site, channel.id);
  await desk.patch(address, { isHidden: !isHidden });
  return `${isHidden ? 'show' : 'hide'} channel ${site}/${channel.path}`;
};

const shiftChannel: Move = async (walker) => {
  const site = walker.site();
  const { id, path } = await walker.county.channel(site, walker.dice.pick(walker.channels[site]));
  const desk = await walker.county.desk(walker.admin(site));
  const { parentId } = await stateOf(walker, site, id);
  const position = walker.dice.below(6);
  const answer = await desk.ask('POST', `/sites/${site}/channels/${id}/move`, { parentId, position });
  return `put channel ${site}/${path} at ${position} → ${answer.status}`;
};

interface Layout {
  readonly version: number;
  readonly blocks: readonly { id: string; type: string; region: string; settings: Record<string, unknown> }[];
}

const publishLayout: Move = async (walker) => {
  const site = walker.site();
  const desk = await walker.county.desk(walker.admin(site));
  const address = `/sites/${site}/layouts/home`;
  const layout = await desk.get<Layout>(address);
  const heading = walker.name('版块');
  const blocks = walker.dice.shuffled(layout.blocks).map(({ id, type, region, settings }) => ({
    id,
    type,
    region,
    settings: 'title' in settings ? { ...settings, title: heading.slice(0, 12) } : settings,
  }));
  const { version } = await desk.put<Layout>(`${address}/draft`, { version: layout.version, blocks });
  await desk.post(`${address}/publish`, { version });
  return `publish another order of blocks at ${site}`;
};

const changeTheme: Move = async (walker) => {
  const site = walker.site();
  const desk = await walker.county.desk(walker.admin(site));
  const address = `/sites/${site}/theme`;
  const { name, settings, version } = await desk.get<{
    name: string;
    settings: Record<string, unknown>;
    version: number;
  }>(address);
  const { styleUrl: _made, ...own } = settings;
  const change = walker.dice.pick([
    { slogan: walker.name('标语') },
    { mainColor: walker.dice.pick(['#7A1F1F', '#1F3F7A', '#245A2E']) },
    { greyDay: settings.greyDay !== true },
    { showDepartments: settings.showDepartments === false },
  ]);
  await desk.put(address, { name, version, settings: { ...own, ...change } });
  return `change ${Object.keys(change).join()} of the look of ${site}`;
};

const wearTheme: Move = async (walker) => {
  const site = walker.site();
  const desk = await walker.county.desk(walker.admin(site));
  const name = walker.dice.pick(['portal-blue', 'portal-red', 'township-green', 'plain-text']);
  const { version } = await desk.get<{ version: number }>(`/sites/${site}/theme`);
  await desk.put(`/sites/${site}/theme`, { name, version, settings: {} });
  return `dress ${site} in ${name}`;
};

const editSite: Move = async (walker) => {
  const site = walker.dice.pick(['qingshui', 'longtan', 'hexi', 'czj'] as const);
  const desk = await walker.county.desk('sysadmin');
  const { name } = await desk.get<{ name: string }>(`/sites/${site}`);
  await desk.patch(`/sites/${site}`, {
    name: name.endsWith('（走读）') ? name.slice(0, -4) : `${name}（走读）`,
    contactPhone: `0999-62200${walker.dice.below(90) + 10}`,
  });
  return `rename site ${site}`;
};

/** 河西镇 lives under a path of the portal and shows its filings. */
const editPortal: Move = async (walker) => {
  const change = walker.dice.pick([
    { icpNumber: `湘ICP备${10_000_000 + walker.dice.below(80_000_000)}号` },
    { policeFilingNumber: `湘公网安备43990002${String(walker.dice.below(999_999)).padStart(6, '0')}号` },
    { contactPhone: `0999-62201${walker.dice.below(90) + 10}` },
    { description: walker.name('县情') },
  ]);
  await (await walker.county.desk('sysadmin')).patch('/sites/shifan', change);
  return `change ${Object.keys(change).join()} of the portal`;
};

const suspendSite: Move = async (walker) => {
  const site: SiteKey = walker.dice.pick(['longtan', 'hexi', 'qingshui'] as const);
  const desk = await walker.county.desk('sysadmin');
  const { status } = await desk.get<{ status: string }>(`/sites/${site}`);
  if (status === 'suspended') await desk.post(`/sites/${site}/resume`);
  else await desk.post(`/sites/${site}/suspend`, { reason: '走读检修', until: inDays(10).slice(0, 10) });
  return `${status === 'suspended' ? 'resume' : 'suspend'} ${site}`;
};

interface Notice {
  readonly id: number;
  readonly version: number;
  readonly kind: string;
}

const PORTAL = '/sites/shifan/network-notices';

/** 应急横幅 and 灰色日: put up when none of the kind stands, else taken down. */
const notice =
  (kind: 'emergency' | 'greyDay'): Move =>
  async (walker) => {
    const supervisor = await walker.county.desk('jianguan');
    const { items } = await supervisor.get<PageOf<Notice>>(`${PORTAL}?when=open`);
    const standing = items.find((each) => each.kind === kind);
    if (standing) {
      await supervisor.post(`${PORTAL}/${standing.id}/take-down`, { version: standing.version });
      return `take the ${kind} down`;
    }
    const place = walker.dice.pick([
      { scope: 'network' },
      { scope: 'sites', sites: ['qingshui', 'hexi'] },
      { scope: 'sites', sites: ['shifan'] },
    ]);
    const words =
      kind === 'emergency'
        ? { level: 1 + walker.dice.below(3), text: '请沿河群众转移' }
        : { endsAt: inDays(2) };
    await supervisor.post(PORTAL, { kind, title: walker.name('通告'), ...words, ...place });
    return `put up ${kind} at ${JSON.stringify(place)}`;
  };

interface Topic {
  readonly id: number;
  readonly path: string;
  readonly state: string;
  readonly version: number;
  readonly sections: readonly {
    readonly title: string;
    readonly articles: readonly { readonly id: number }[];
  }[];
}

const arrangeTopic: Move = async (walker) => {
  const site = walker.site();
  const desk = await walker.county.desk(walker.admin(site));
  const { items } = await desk.get<PageOf<Topic>>(`/sites/${site}/topics`);
  const running = items.filter(({ state }) => state === 'running');
  if (running.length === 0) return `${site} has no running topic`;
  const { id, path } = walker.dice.pick(running);
  const { version, sections } = await desk.get<Topic>(`/sites/${site}/topics/${id}`);
  const answer = await desk.ask('PATCH', `/sites/${site}/topics/${id}`, {
    version,
    sections: sections.map(({ articles, ...section }) => ({
      ...section,
      title: walker.name('板块'),
      articleIds: articles.map((article) => article.id),
    })),
  });
  return `rename sections of topic ${site}/${path} → ${answer.status} ${answer.status < 300 ? '' : answer.body}`;
};

export const SITE_MOVES: Readonly<Record<string, Move>> = {
  renameChannel,
  hideChannel,
  shiftChannel,
  publishLayout,
  changeTheme,
  wearTheme,
  editSite,
  editPortal,
  suspendSite,
  raiseEmergency: notice('emergency'),
  callGreyDay: notice('greyDay'),
  arrangeTopic,
};
