import { defineStore } from 'pinia';
import { ref, shallowRef } from 'vue';
import { organisationsApi, type OrganisationView } from '@/api/organisations';
import { readAll } from '@/parts/read-all';

/** Names behind organisation ids, read once; views of accounts and channels carry the id alone. */
export const useOrganisationNames = defineStore('organisation-names', () => {
  const rows = shallowRef<OrganisationView[]>([]);
  const isRead = ref(false);

  async function read(): Promise<void> {
    if (isRead.value) return;
    isRead.value = true;
    try {
      rows.value = await readAll((page) => organisationsApi.list(page), 2000);
    } catch {
      isRead.value = false;
    }
  }

  function refresh(): void {
    isRead.value = false;
    void read();
  }

  function of(id: number | null): string {
    void read();
    return rows.value.find((row) => row.id === id)?.name ?? '';
  }

  return { rows, read, refresh, of };
});
