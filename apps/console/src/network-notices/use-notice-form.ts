import { computed, reactive, ref, watch, type ComputedRef, type Ref } from 'vue';
import {
  networkNoticesApi,
  type NetworkNoticeView,
  type NoticeInput,
  type NoticeKind,
  type NoticePlace,
  type NoticeReachView,
  type NoticeScope,
} from '@/api/network-notices';
import { minute } from '@/parts/format';
import { fromShanghai } from './notice-words';

export interface NoticeForm {
  kind: NoticeKind;
  level: number;
  title: string;
  text: string;
  url: string;
  scope: NoticeScope;
  portal: string;
  sites: string[];
  startsAt: string;
  endsAt: string;
}

interface UseNoticeForm {
  form: NoticeForm;
  reach: Ref<NoticeReachView | null>;
  /** What is missing, in Chinese; empty when it may be put up. */
  fault: ComputedRef<string>;
  input: () => NoticeInput;
  clear: () => void;
}

const blank = (site: string): NoticeForm => ({
  kind: 'emergency',
  level: 1,
  title: '',
  text: '',
  url: '',
  scope: site === '' ? 'all' : 'network',
  portal: '',
  sites: [],
  startsAt: '',
  endsAt: '',
});

const filled = (notice: NetworkNoticeView): NoticeForm => ({
  kind: notice.kind,
  level: notice.level,
  title: notice.title,
  text: notice.text,
  url: notice.url ?? '',
  scope: notice.scope,
  portal: notice.network?.key ?? '',
  sites: notice.named.map(({ key }) => key),
  startsAt: minute(notice.startsAt),
  endsAt: minute(notice.endsAt),
});

/** What is being written, and how many sites it would reach. */
export function useNoticeForm(site: string, notice: NetworkNoticeView | null): UseNoticeForm {
  const form = reactive<NoticeForm>(notice ? filled(notice) : blank(site));
  const reach = ref<NoticeReachView | null>(notice?.reach ?? null);

  const place = computed<NoticePlace | null>(() => {
    if (form.scope === 'sites')
      return form.sites.length > 0 ? { scope: 'sites', sites: [...form.sites] } : null;
    if (form.scope === 'network' && site === '')
      return form.portal ? { scope: 'network', portal: form.portal } : null;
    return { scope: form.scope };
  });

  let turn = 0;
  watch(
    place,
    async (now) => {
      const mine = ++turn;
      reach.value = null;
      if (!now) return;
      const found = await networkNoticesApi.reach(site, now).catch(() => null);
      if (mine === turn) reach.value = found;
    },
    { immediate: notice === null },
  );

  const fault = computed(() => {
    if (form.title.trim().length < 2)
      return form.kind === 'emergency' ? '请填写标题' : '请填写事由，如“国家公祭日”';
    if (form.kind === 'emergency' && form.text.trim() === '') return '请填写内容：发生了什么，请公众怎么做';
    if (place.value === null) return form.scope === 'sites' ? '请选择站点' : '请选择站群';
    if (form.kind === 'greyDay' && form.endsAt === '') return '请选择结束时间';
    return '';
  });

  function input(): NoticeInput {
    const isBanner = form.kind === 'emergency';
    return {
      ...(place.value ?? { scope: form.scope }),
      ...(isBanner ? { level: form.level } : {}),
      title: form.title.trim(),
      text: form.text.trim(),
      url: isBanner && form.url.trim() ? form.url.trim() : null,
      startsAt: fromShanghai(form.startsAt),
      endsAt: fromShanghai(form.endsAt),
    };
  }

  return { form, reach, fault, input, clear: () => Object.assign(form, blank(site), { kind: form.kind }) };
}
