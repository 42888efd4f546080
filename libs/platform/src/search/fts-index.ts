import { corrected } from './correcting';
import { FtsSearch, type Ranking } from './fts-search';
import { ROWS_TO_SHOW, TITLES_AT_SITE, TITLES_IN_NETWORK } from './fts-reader.sql';
import { IndexConnection } from './index-connection';
import type { IndexFiles } from './index-files';
import { COUNT, GET_META } from './index-schema.sql';
import { planQuery, type QueryPlan } from './query-plan';
import { SearchIndex, type IndexFacts } from './search-index';
import {
  nothingFound,
  type SearchAnswer,
  type SearchHit,
  type SearchQuestion,
  type SearchScope,
  type Suggestion,
} from './search-document';
import type { SearchLexicon } from './search-lexicon';
import { highlight, snippetOf } from './snippet';

const MOST_KEPT = 400;
/** Behind every letter: where the titles with a beginning end. */
const LAST = '\u{10FFFF}';

interface Found {
  readonly plan: QueryPlan;
  readonly ranking: Ranking;
  readonly corrected: string | null;
  readonly isLoose: boolean;
}

interface ShownRow {
  readonly rowid: number;
  readonly siteId: number;
  readonly id: number;
  readonly title: string;
  readonly path: string;
  readonly channelId: number;
  readonly channelName: string;
  readonly kind: string;
  readonly validity: string;
  readonly number: string;
  readonly publishedAt: number;
  readonly stamp: string;
  readonly summary: string;
  readonly body: string;
  readonly files: string;
}

/** The index in a file of this machine, read. Results are kept until the file changes, and no longer. */
export class FtsIndex extends SearchIndex {
  private name: string | null = null;
  private connection: IndexConnection | null = null;
  private search_: FtsSearch | null = null;
  private version = -1;
  private kept = new WeakMap<SearchLexicon, Map<string, Found>>();

  constructor(
    private readonly files: IndexFiles,
    private readonly now: () => Date,
  ) {
    super();
  }

  override async search(question: SearchQuestion, lexicon: SearchLexicon): Promise<SearchAnswer> {
    const open = this.open();
    if (!open) return nothingFound('absent');
    const { plan, ranking, corrected: instead, isLoose } = this.found(open, question, lexicon);
    const { page, pageSize } = question;
    const rows = ranking.rows.slice((page - 1) * pageSize, page * pageSize);
    return {
      state: this.isComplete(open) ? 'ready' : 'building',
      total: ranking.total,
      isMore: ranking.isMore,
      hits: this.shown(open, rows, plan),
      facets: ranking.facets,
      corrected: instead,
      isLoose,
    };
  }

  override async suggest(
    typed: string,
    scope: SearchScope,
    lexicon: SearchLexicon,
    most: number,
  ): Promise<Suggestion[]> {
    const open = this.open();
    const plan = planQuery(typed, lexicon);
    if (!open || plan.key === '') return [];
    const beginning =
      scope.kind === 'site'
        ? open.all<Suggestion>(TITLES_AT_SITE, scope.siteId, plan.key, plan.key + LAST, most)
        : open.all<Suggestion>(TITLES_IN_NETWORK, scope.networkId, plan.key, plan.key + LAST, most);
    const containing = beginning.length < most ? this.reader(open).titlesLike(plan, scope, most) : [];
    const unique = new Map([...beginning, ...containing].map((each) => [each.title, each]));
    return [...unique.values()].slice(0, most);
  }

  override async facts(): Promise<IndexFacts> {
    const open = this.open();
    const progress = this.files.progress();
    const builtAt = open?.all<{ value: string }>(GET_META, 'builtAt')[0]?.value;
    return {
      state: !open ? 'absent' : builtAt ? 'ready' : 'building',
      documents: Number(open?.all<{ total: string }>(COUNT)[0]?.total ?? 0),
      bytes: this.files.bytes(),
      builtAt: builtAt ? new Date(builtAt) : null,
      progress,
    };
  }

  close(): void {
    this.connection?.close();
    this.connection = null;
    this.name = null;
  }

  private found(open: IndexConnection, question: SearchQuestion, lexicon: SearchLexicon): Found {
    const { text, scope, filters, sort } = question;
    const key = JSON.stringify([text, scope, filters, sort]);
    const kept = this.kept.get(lexicon) ?? new Map<string, Found>();
    this.kept.set(lexicon, kept);
    const known = kept.get(key);
    if (known) return known;
    const found = this.find(open, question, lexicon);
    if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value as string);
    kept.set(key, found);
    return found;
  }

  /** As typed; with mistyped words put right when nothing is found; with any of the words when still nothing is. */
  private find(open: IndexConnection, question: SearchQuestion, lexicon: SearchLexicon): Found {
    const search = this.reader(open);
    const now = this.now().getTime();
    const plan = planQuery(question.text, lexicon);
    const ranking = search.rank(plan, question, now);
    if (ranking.total > 0 || plan.key === '') return { plan, ranking, corrected: null, isLoose: false };
    const better = corrected(open, question.text, question.scope, lexicon);
    if (better !== null) {
      const betterPlan = planQuery(better, lexicon);
      const betterRanking = search.rank(betterPlan, question, now);
      if (betterRanking.total > 0)
        return { plan: betterPlan, ranking: betterRanking, corrected: better, isLoose: false };
    }
    if (plan.units.length < 2) return { plan, ranking, corrected: null, isLoose: false };
    const loose = search.rank(plan, question, now, true);
    return { plan, ranking: loose, corrected: null, isLoose: loose.total > 0 };
  }

  private shown(open: IndexConnection, rows: readonly number[], plan: QueryPlan): SearchHit[] {
    if (rows.length === 0) return [];
    const stored = new Map(
      open.all<ShownRow>(ROWS_TO_SHOW, JSON.stringify(rows)).map((row) => [row.rowid, row]),
    );
    return rows.flatMap((rowid) => {
      const row = stored.get(rowid);
      if (!row) return [];
      const { siteId, id, title, path, channelId, channelName, kind, validity, number } = row;
      return [
        {
          siteId,
          id,
          title,
          path,
          channelId,
          channelName,
          kind,
          validity,
          number,
          publishedAt: new Date(row.publishedAt),
          stamp: row.stamp,
          titleParts: highlight(title, plan.marks),
          snippetParts: snippetOf([row.summary, row.body, row.files], plan.marks),
        },
      ];
    });
  }

  private reader(open: IndexConnection): FtsSearch {
    return (this.search_ ??= new FtsSearch(open));
  }

  private isComplete(open: IndexConnection): boolean {
    return open.all(GET_META, 'builtAt').length > 0;
  }

  /** The file in use now, seen as it is now: what was kept of another one, or of before a change, is forgotten. */
  private open(): IndexConnection | null {
    const name = this.files.current();
    if (name !== this.name || !this.connection) {
      this.close();
      this.connection = name === null ? null : IndexConnection.forReading(this.files.path(name));
      this.name = this.connection ? name : null;
      this.search_ = null;
      this.version = -1;
    }
    const version = this.connection?.dataVersion() ?? -1;
    if (version !== this.version || version === -1) {
      this.version = version;
      this.kept = new WeakMap();
    }
    return this.connection;
  }
}
