import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import { sitesApi, type SiteLineView } from '@/api/sites';
import { recall, remember } from '@/parts/memory';
import { useSession } from '@/session/session.store';

/** The site whose navigation is shown: the one in the address, else the one visited last. */
export const useCurrentSite = defineStore('current-site', () => {
  const session = useSession();
  const key = ref(recall<string>('site') ?? '');
  const rows = ref<SiteLineView[]>([]);
  const name = computed(() => {
    const row = rows.value.find((each) => each.key === key.value);
    const own = session.view?.memberships.find((each) => each.site?.key === key.value);
    return row?.name ?? own?.site?.name ?? '';
  });
  const choices = computed(() => rows.value.map((row) => ({ value: row.key, label: row.name })));
  const isPortal = (site: string): boolean => rows.value.find((row) => row.key === site)?.kind === 'portal';
  const url = computed(() => rows.value.find((each) => each.key === key.value)?.url ?? '');

  async function enter(site: string): Promise<void> {
    await session.enterSite(site);
    key.value = site;
    remember('site', site);
  }

  async function readSites(q = ''): Promise<void> {
    rows.value = (await sitesApi.list({ q, pageSize: 100 })).items;
  }

  /** Where to begin when the address names no site. */
  async function enterUsual(): Promise<void> {
    const own =
      session.view?.memberships.map((each) => each.site?.key).filter((each) => each !== undefined) ?? [];
    const known = [...own, ...rows.value.map((row) => row.key)];
    const usual = known.includes(key.value) ? key.value : known[0];
    if (usual !== undefined) await enter(usual).catch(() => undefined);
    else key.value = '';
  }

  return { key, rows, choices, isPortal, name, url, enter, readSites, enterUsual };
});
