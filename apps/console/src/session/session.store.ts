import { createMongoAbility, subject as rowOf, type MongoAbility } from '@casl/ability';
import { defineStore } from 'pinia';
import { computed, ref, shallowRef } from 'vue';
import { ApiError } from '@/api/http';
import { sessionApi, type WhoAmIView } from '@/api/session';

export const useSession = defineStore('session', () => {
  const view = shallowRef<WhoAmIView | null>(null);
  const isKnown = ref(false);
  const siteAbilities = shallowRef<ReadonlyMap<string, MongoAbility>>(new Map());
  const platformAbility = computed(() => createMongoAbility(view.value?.rights ?? []));

  async function read(): Promise<void> {
    try {
      view.value = await sessionApi.read();
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 401) throw error;
      view.value = null;
    }
    isKnown.value = true;
    siteAbilities.value = new Map();
  }

  /** Rights at one site, read once and again after a refusal or a new sign-in. */
  async function enterSite(site: string): Promise<void> {
    if (siteAbilities.value.has(site)) return;
    const { rights } = await sessionApi.siteRights(site);
    siteAbilities.value = new Map(siteAbilities.value).set(site, createMongoAbility(rights));
  }

  /** With the fields of a row, whether it may be done to that row; without, whether to any. */
  function can(action: string, subject: string, site?: string, row?: Record<string, unknown>): boolean {
    const ability = site === undefined ? platformAbility.value : siteAbilities.value.get(site);
    return ability?.can(action, row ? rowOf(subject, { ...row }) : subject) ?? false;
  }

  /** Signing in again in the middle of work keeps the sites that were entered. */
  async function signIn(username: string, password: string): Promise<void> {
    const entered = [...siteAbilities.value.keys()];
    await sessionApi.signIn(username, password);
    await read();
    for (const site of entered) await enterSite(site).catch(() => undefined);
  }

  async function signOut(everywhere = false): Promise<void> {
    await (everywhere ? sessionApi.signOutEverywhere() : sessionApi.signOut());
    forget();
  }

  function forget(): void {
    view.value = null;
    siteAbilities.value = new Map();
  }

  return { view, isKnown, read, enterSite, can, signIn, signOut, forget };
});
