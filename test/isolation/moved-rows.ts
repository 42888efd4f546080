import { ImportItem, ImportRun, OldAddress, SearchEntry, SiteExport } from '@zhanqun/content';
import { atSite, type EditorCtx, type SiteRef } from '@zhanqun/kernel';
import type { Given } from '../support/given';

export interface MovedRows {
  readonly importRun: number;
  readonly oldAddress: number;
  readonly siteExport: number;
  readonly searchEntry: number;
}

/** A run of an import that is ready to begin, with a line of its report; an old address; an export. */
export async function movedRows(given: Given, site: SiteRef, words: string): Promise<MovedRows> {
  const ctx = atSite(given.system, site) as EditorCtx;
  const runs = given.db.site(ctx, ImportRun);
  const run = await runs.save(
    runs.build({
      source: 'html',
      state: 'ready',
      fileName: `${words}.zip`,
      place: '',
      startedById: 1,
      startedByName: words,
      total: 1,
      options: {
        channelId: null,
        mapping: {},
        createsChannels: false,
        publishes: 'draft',
        onChanged: 'skip',
        fetchesRemote: false,
        keepsAddresses: true,
        siteAddress: '',
        defaultSource: words,
        kind: null,
        columns: null,
      },
    }),
  );
  const items = given.db.site(ctx, ImportItem);
  await items.save(
    items.build({
      runId: run.id,
      number: 1,
      label: words,
      title: words,
      outcome: 'skipped',
      warnings: [words],
    }),
  );
  const exports = given.db.site(ctx, SiteExport);
  const exported = await exports.save(
    exports.build({
      state: 'ready',
      storedAs: `exports/${run.id}.tar.gz`,
      requestedById: 1,
      requestedByName: words,
    }),
  );
  const addresses = given.db.site(ctx, OldAddress);
  const address = await addresses.save(
    addresses.build({
      address: `/old/${words}.asp`,
      addressKey: `key-of-${run.id}`,
      target: 'path',
      location: '/sitemap/',
      origin: 'person',
    }),
  );
  const entries = given.db.site(ctx, SearchEntry);
  const entry = await entries.save(
    entries.build({ kind: 'word', text: words.slice(0, 30), byName: words.slice(0, 30) }),
  );
  return { importRun: run.id, oldAddress: address.id, siteExport: exported.id, searchEntry: entry.id };
}
