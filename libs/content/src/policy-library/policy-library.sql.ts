import { marks } from '@zhanqun/platform';

export interface Combination {
  readonly siteId: number | string;
  readonly subject: string;
  readonly organ: string;
  readonly year: string;
  readonly validity: string;
  readonly genre: string;
  readonly documents: number | string;
}

/** Sites and the channels of theirs that are open. */
export interface Shelves {
  readonly siteIds: readonly number[];
  readonly channelIds: readonly number[];
}

/** What a document is filed under, by the name it has in the query. */
export interface ShelfPlace {
  readonly siteId?: number;
  /** The 主题分类 in full, as they are stored. */
  readonly subjects?: readonly string[];
  readonly organ?: string;
  readonly year?: string;
  readonly validity?: string;
  readonly genre?: string;
}

export const ORDERS = {
  published: '`publishedAt` DESC, `id` DESC',
  issued: '`issuedOn` DESC, `publishedAt` DESC, `id` DESC',
  oldest: '`issuedOn` ASC, `publishedAt` ASC, `id` ASC',
} as const;
export type PolicyOrder = keyof typeof ORDERS;

/** A fact that was stored in JSON; both databases know how, under different names. */
const fact = (dialect: 'sqlite' | 'mysql', key: string): string =>
  dialect === 'sqlite' ? `json_extract(\`facts\`, '$.${key}')` : `JSON_VALUE(\`facts\`, '$.${key}')`;

/** In which channels of these sites policy documents are published: few, whatever the size of the network. */
export const channelsWithDocuments = (siteIds: readonly number[]): string =>
  'SELECT DISTINCT `siteId`, `channelId` FROM `article`' +
  ` WHERE \`siteId\` IN (${marks(siteIds)}) AND \`kind\` = 'policyDocument' AND \`state\` = 'published'`;

/** Published policy documents of these sites as a table of what they are filed under. */
function shelf(
  dialect: 'sqlite' | 'mysql',
  { siteIds, channelIds }: Shelves,
  words: string,
): { text: string; parameters: unknown[] } {
  const { subject, organ, issuedOn, validity, genre, number } = {
    subject: fact(dialect, 'subjectCategory'),
    organ: fact(dialect, 'issuer'),
    issuedOn: fact(dialect, 'issuedOn'),
    validity: fact(dialect, 'validity'),
    genre: fact(dialect, 'genre'),
    number: fact(dialect, 'documentNumber'),
  };
  const like = `%${words.replace(/[!%_]/g, '!$&')}%`;
  return {
    text:
      `SELECT \`id\`, \`siteId\`, \`title\`, \`publishedAt\`, COALESCE(${subject}, '') AS \`subject\`,` +
      ` COALESCE(${organ}, '') AS \`organ\`, COALESCE(${issuedOn}, '') AS \`issuedOn\`,` +
      ` SUBSTR(COALESCE(${issuedOn}, ''), 1, 4) AS \`year\`, COALESCE(${validity}, 'valid') AS \`validity\`,` +
      ` COALESCE(${genre}, '') AS \`genre\`, COALESCE(${number}, '') AS \`documentNumber\`` +
      ` FROM \`article\` WHERE \`siteId\` IN (${marks(siteIds)})` +
      " AND `kind` = 'policyDocument' AND `state` = 'published'" +
      ` AND \`channelId\` IN (${marks(channelIds)})` +
      (words === '' ? '' : ` AND (\`title\` LIKE ? ESCAPE '!' OR ${number} LIKE ? ESCAPE '!')`),
    parameters: [...siteIds, ...channelIds, ...(words === '' ? [] : [like, like])],
  };
}

/** How many documents are filed under which combination of facts: every count of every facet comes from it. */
export function combinations(
  dialect: 'sqlite' | 'mysql',
  shelves: Shelves,
  words: string,
): { text: string; parameters: unknown[] } {
  const { text, parameters } = shelf(dialect, shelves, words);
  const columns = '`siteId`, `subject`, `organ`, `year`, `validity`, `genre`';
  return {
    text: `SELECT ${columns}, COUNT(*) AS \`documents\` FROM (${text}) shelf GROUP BY ${columns}`,
    parameters,
  };
}

export interface DocumentRow {
  readonly id: number | string;
  readonly siteId: number | string;
  readonly title: string;
  readonly publishedAt: unknown;
  readonly subject: string;
  readonly organ: string;
  readonly issuedOn: string;
  readonly validity: string;
  readonly genre: string;
  readonly documentNumber: string;
}

/** One page of the documents of a place on the shelf. */
export function documentsAt(
  dialect: 'sqlite' | 'mysql',
  shelves: Shelves,
  words: string,
  place: ShelfPlace,
  order: PolicyOrder,
  take: number,
  skip: number,
): { text: string; parameters: unknown[] } {
  const { text, parameters } = shelf(dialect, shelves, words);
  const conditions: string[] = [];
  const values: unknown[] = [];
  if (place.subjects) {
    conditions.push(`\`subject\` IN (${marks(place.subjects)})`);
    values.push(...place.subjects);
  }
  for (const name of ['siteId', 'organ', 'year', 'validity', 'genre'] as const) {
    if (place[name] === undefined) continue;
    conditions.push(`\`${name}\` = ?`);
    values.push(place[name]);
  }
  const where = conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : '';
  return {
    text:
      `SELECT * FROM (${text}) shelf${where} ORDER BY ${ORDERS[order]}` +
      ` LIMIT ${Math.trunc(take)} OFFSET ${Math.trunc(skip)}`,
    parameters: [...parameters, ...values],
  };
}
