import { ChannelAgreement, CheckFinding, FlaggedTerm, type Article } from '@zhanqun/content';
import { atSite, type SiteRef } from '@zhanqun/kernel';
import { Membership, type RoleCode } from '@zhanqun/identity';
import { movedRows } from './moved-rows';
import { reviewRows } from './review-rows';
import { topicRows } from './topic-rows';
import { GIVEN_STATES, type Given, type Person } from '../support/given';

/** Stands in every text of the sites that are not the intruder's; no answer to an intruder may hold it. */
export const MARK = '秘密标记';

/** What an id in an address or a field may name. `siteKey` and `file` are words, all others numbers. */
export type RowKind =
  | 'article'
  | 'policy'
  | 'channel'
  | 'asset'
  | 'assetFolder'
  | 'assetOffer'
  | 'upload'
  | 'file'
  | 'delivery'
  | 'finding'
  | 'rectification'
  | 'membership'
  | 'term'
  | 'checkFinding'
  | 'importRun'
  | 'oldAddress'
  | 'siteExport'
  | 'remark'
  | 'delegation'
  | 'emergency'
  | 'reviewTemplate'
  | 'topic'
  | 'channelChange'
  | 'channelAgreement'
  | 'searchEntry'
  | 'siteKey';
export type Id = number | string;

/** Names that belong to nothing, of the same form as those that do. */
export const NOTHING: Readonly<Record<RowKind, Id>> = {
  article: 2_000_000_001,
  policy: 2_000_000_002,
  channel: 2_000_000_003,
  asset: 2_000_000_008,
  assetFolder: 2_000_000_021,
  assetOffer: 2_000_000_022,
  upload: '0'.repeat(32),
  file: '202601/00000000000000000000000000000000-never.png',
  delivery: 2_000_000_004,
  channelAgreement: 2_000_000_041,
  finding: 2_000_000_005,
  rectification: 2_000_000_006,
  membership: 2_000_000_007,
  term: 2_000_000_009,
  checkFinding: 2_000_000_010,
  importRun: 2_000_000_031,
  oldAddress: 2_000_000_032,
  searchEntry: 2_000_000_061,
  siteExport: 2_000_000_033,
  remark: 2_000_000_021,
  delegation: 2_000_000_022,
  emergency: 2_000_000_023,
  reviewTemplate: 2_000_000_024,
  topic: 2_000_000_041,
  channelChange: 2_000_000_042,
  siteKey: 'never-was',
};

/** A site whose people must not notice the intruder. */
export interface Victim {
  readonly name: string;
  readonly site: SiteRef;
  readonly rows: Readonly<Record<RowKind, readonly Id[]>>;
  readonly articles: readonly Article[];
}

/** Somebody with every role at a site of their own. */
export interface Intruder {
  readonly name: string;
  readonly site: SiteRef;
  readonly person: Person;
  readonly token: string;
  readonly given: Given;
  /** A site of the same network: envelopes come from it and may go to it. */
  readonly partner: SiteRef;
  /** A channel of the intruder's own site. */
  readonly channelId: number;
  /** A session of a colleague with the same roles, for routes that end sessions. */
  colleague(): Promise<string>;
}

const TOWN_ROLES: readonly RoleCode[] = [
  'siteAdmin',
  'editor',
  'initialReviewer',
  'secondReviewer',
  'finalReviewer',
];
export const PORTAL_ROLES: readonly RoleCode[] = ['supervisor', ...TOWN_ROLES];

export interface Neighbourhood {
  /** Who tries whom. */
  readonly pairs: readonly { readonly intruder: Intruder; readonly victim: Victim }[];
  readonly victims: readonly Victim[];
  readonly intruders: readonly Intruder[];
}

/**
 * Three networks. North: a portal, a town and its sister town; south: strangers; west: another portal.
 * The people of the northern town and of the western portal are the intruders; all sites of one kind have
 * equal channels with equal addresses.
 */
export async function neighbourhood(given: Given): Promise<Neighbourhood> {
  const north = await given.portal({ description: MARK, contactAddress: MARK });
  const sister = await given.site({ portal: north, description: MARK, contactAddress: MARK });
  const own = await given.site({ portal: north });
  const south = await given.portal({ name: `${MARK}县人民政府`, shortName: `${MARK}县` });
  const stranger = await given.site({ portal: south, name: `${MARK}镇人民政府`, shortName: `${MARK}镇` });
  const west = await given.portal();
  for (const portal of [north, south, west]) await given.directChannels(portal);

  const victims = {
    portal: await victim(given, '上级门户', north, sister),
    sister: await victim(given, '同网邻镇', sister, north),
    stranger: await victim(given, '外网乡镇', stranger, south),
  };
  const neighbour = await given.site({ portal: north });
  const below = await given.site({ portal: west });
  const town = await intruder(given, '乡镇全部角色', own, neighbour, TOWN_ROLES);
  const portal = await intruder(given, '门户监管员与全部角色', west, below, PORTAL_ROLES);
  return {
    victims: Object.values(victims),
    intruders: [town, portal],
    pairs: [
      { intruder: town, victim: victims.portal },
      { intruder: town, victim: victims.sister },
      { intruder: town, victim: victims.stranger },
      { intruder: portal, victim: victims.stranger },
    ],
  };
}

export async function victim(given: Given, name: string, site: SiteRef, partner: SiteRef): Promise<Victim> {
  const by = await given.editor(site);
  const words = {
    by,
    title: `${MARK}：标题`,
    subtitle: MARK,
    summary: `${MARK}：摘要`,
    keywords: [MARK],
    source: MARK,
    author: MARK,
    body: `<p>${MARK}：正文</p>`,
  };
  const articles: Article[] = [];
  for (const state of GIVEN_STATES) articles.push(await given.article(site, { ...words, state }));
  const policy = await given.article(site, {
    ...words,
    kind: 'policyDocument',
    state: 'published',
    facts: policyFacts(MARK),
  });
  const channel = await given.newChannel(site, { path: `secret-${site.key}`, name: `${MARK}栏目` });
  const picture = await given.asset(site, { name: `${MARK}.png`, alt: MARK });
  const folder = await given.assetFolder(site, MARK);
  // What a portal offers is held out to the sites below it; what a town offers is nobody's here.
  const offer = await given.assetOffer(site.kind === 'portal' ? partner : site, `${MARK}.png`);
  const upload = await given.assetUpload(site, `${MARK}.pdf`);
  const sent = await given.delivery(site, partner, { ...words, note: MARK });
  const received = await given.delivery(partner, site, {
    ...words,
    by: await given.editor(partner),
    note: MARK,
  });
  const finding = await given.finding(site, `${MARK}：问题`);
  const rectification = await given.rectification(site, `${MARK}：整改要求`);
  const members = await given.db
    .shared(given.system, Membership)
    .find({ where: { siteId: site.id }, order: { id: 'ASC' }, take: 2 });
  const terms = given.db.shared(given.system, FlaggedTerm);
  // What a portal lists holds below it, so only a site's own word is a secret.
  const wrong = site.kind === 'portal' ? '门户统一用语' : `${MARK}词条`;
  const ofSiteId = site.id;
  const contexts = { notAfter: [], notBefore: [], within: [] };
  const word = { ofSiteId, wordHash: `hash-of-${site.key}`, wrong, kind: 'wording' as const, editedById: 1 };
  const term = await terms.save(terms.build({ ...word, ...contexts }));
  const checkFindings = given.db.site(atSite(given.system, site), CheckFinding);
  const hit = {
    field: 'body',
    kind: 'wording',
    rule: 'wording',
    text: MARK,
    severity: 'warn',
    reason: MARK,
  } as const;
  const checkFinding = await checkFindings.save(
    checkFindings.build({
      ...hit,
      articleId: policy.id,
      hitKey: 'a-hit-of-the-victim',
      title: MARK,
      runId: 1,
      foundAt: given.system.now,
    }),
  );
  const moved = await movedRows(given, site, MARK);
  return {
    name,
    site,
    articles: [...articles, policy],
    rows: {
      article: [...articles, policy].map(({ id }) => id),
      policy: [policy.id],
      channel: [channel.id, policy.channelId],
      asset: [picture.id],
      assetFolder: [folder.id],
      assetOffer: [offer.id],
      upload: [upload.token],
      file: [picture.path],
      delivery: [sent.id, received.id],
      channelAgreement: [await agreementOf(given, partner, site, MARK)],
      finding: [finding.id],
      rectification: [rectification.id],
      membership: members.map(({ id }) => id),
      term: [term.id],
      checkFinding: [checkFinding.id],
      importRun: [moved.importRun],
      oldAddress: [moved.oldAddress],
      searchEntry: [moved.searchEntry],
      siteExport: [moved.siteExport],
      ...(await reviewRows(given, site, policy, MARK)),
      ...(await topicRows(given, site, MARK)),
      siteKey: [site.key],
    },
  };
}

/** 公文要素 that pass every check. */
export const policyFacts = (issuer: string) => ({
  documentNumber: '示政发〔2020〕1号',
  issuedOn: '2020-01-05',
  issuer,
  subjectCategory: '农业、林业、水利',
  genre: '通知',
  validity: 'valid' as const,
  effectiveOn: '2020-01-05',
});

export async function intruder(
  given: Given,
  name: string,
  site: SiteRef,
  partner: SiteRef,
  roles: readonly RoleCode[],
): Promise<Intruder> {
  const wish = { roles };
  const person = await given.editor(site, wish);
  const { channelId } = await given.article(site, { by: person });
  return {
    name,
    site,
    person,
    given,
    partner,
    channelId,
    token: await given.session(person.accountId),
    colleague: async () => given.session((await given.editor(site, wish)).accountId),
  };
}

/** 共建约定 offered by one site to another. */
export async function agreementOf(given: Given, to: SiteRef, from: SiteRef, words: string): Promise<number> {
  const agreements = given.db.shared(given.system, ChannelAgreement);
  const { id } = await agreements.save(
    agreements.build({
      toSiteId: to.id,
      toChannelId: 1,
      toChannelName: words,
      fromSiteId: from.id,
      way: 'direct',
      maintainer: words,
      offeredByName: words,
      offeredAt: given.system.now,
    }),
  );
  return id;
}
