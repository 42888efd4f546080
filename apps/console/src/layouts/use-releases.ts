import type { Ref } from 'vue';
import { layoutsApi } from '@/api/layouts';
import { useAct } from '@/parts/act';
import { ask, askSure } from '@/parts/ask';
import { refused, said } from '@/parts/notices';
import type { useLayout } from './use-layout';

interface Releases {
  isBusy: Ref<boolean>;
  publish: () => Promise<void>;
  discard: () => Promise<void>;
  startOver: () => Promise<void>;
  restore: (nth: number) => Promise<void>;
}

/** What happens to a draft as a whole: published, given up, begun anew or taken from an earlier release. */
export function useReleases(
  site: () => string,
  layout: ReturnType<typeof useLayout>,
  changed: () => void,
): Releases {
  const { view, remarks, saving } = layout;
  const { isBusy, act } = useAct();

  async function publish(): Promise<void> {
    await layout.save();
    if (saving.value !== 'saved') return;
    const blocking = remarks.value.filter((remark) => remark.isBlocking);
    if (blocking.length > 0)
      return refused(`版面还有 ${blocking.length} 处要补充或改正才能发布：${blocking[0]?.message ?? ''}`);
    const note = await ask({
      title: `发布${view.value?.title ?? ''}的版面`,
      text: '发布后公众立即看到新版面；原来的版面留在历史版本里，可以取回。',
      reason: { label: '这次改了什么（可以不填）' },
      confirm: '发布',
    });
    const current = view.value;
    if (note === null || !current) return;
    await act(async () => {
      layout.take(await layoutsApi.publish(site(), current.page, current.version, note));
      said('版面已发布，公众现在看到的就是它');
    });
  }

  async function change(
    question: { title: string; text: string; confirm: string },
    work: (version: number, page: string) => ReturnType<typeof layoutsApi.get>,
    done: string,
  ): Promise<void> {
    await layout.save();
    if (!(await askSure(question))) return;
    const current = view.value;
    if (!current) return;
    await act(async () => {
      layout.take(await work(current.version, current.page));
      changed();
      said(done);
    });
  }

  return {
    isBusy,
    publish,
    discard: () =>
      change(
        { title: '放弃草稿', text: '草稿里的改动不会保留，回到公众正在看的版面。', confirm: '放弃草稿' },
        (version, key) => layoutsApi.discard(site(), key, version),
        '草稿已放弃',
      ),
    startOver: () =>
      change(
        {
          title: '恢复默认版面',
          text: '草稿换成主题（或专题）的默认版面；发布之前公众看不到。',
          confirm: '恢复默认',
        },
        (version, key) => layoutsApi.startOver(site(), key, version),
        '草稿已换成默认版面',
      ),
    restore: (nth) =>
      change(
        { title: `取回第 ${nth} 版`, text: '草稿换成这个版本的版块；看过无误再发布。', confirm: '取回' },
        (version, key) => layoutsApi.restore(site(), key, version, nth),
        `第 ${nth} 版已取回为草稿`,
      ),
  };
}
