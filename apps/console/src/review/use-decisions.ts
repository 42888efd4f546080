import type { ComputedRef, Ref } from 'vue';
import { useRouter } from 'vue-router';
import { articlesApi, type ReviewStepName } from '@/api/articles';
import { reviewsApi, type EditingPass, type SecrecyVerdict } from '@/api/reviews';
import { useAct } from '@/parts/act';
import { said } from '@/parts/notices';
import type { useReviewArticle } from './use-review-article';
import type { useReviewQueue } from './use-review-queue';

type Reviewed = ReturnType<typeof useReviewArticle>;

interface Decisions {
  isBusy: Ref<boolean>;
  pass: (opinion: string, secrecy: SecrecyVerdict | null) => Promise<void>;
  passWithEdits: (edits: EditingPass['edits'], opinion: string) => Promise<void>;
  sendBack: (reason: string, to: ReviewStepName | null) => Promise<void>;
  claim: () => Promise<void>;
  leave: (id: number) => Promise<void>;
}

/** What a reviewer decides on one article, and where the desk goes from there. */
export function useDecisions(
  site: ComputedRef<string>,
  { data, mine, reload }: Pick<Reviewed, 'data' | 'mine' | 'reload'>,
  queue: ReturnType<typeof useReviewQueue>,
  decided: () => void,
): Decisions {
  const router = useRouter();
  const { isBusy, act } = useAct();

  /** After a decision the next waiting article comes up; with none left, back to the queue. */
  async function leave(id: number): Promise<void> {
    decided();
    const next = queue.neighbour(id, 1) ?? queue.neighbour(id, -1);
    await queue.read().catch(() => undefined);
    const target =
      next !== null && next !== id
        ? { name: 'review-article', params: { site: site.value, id: next } }
        : { name: 'review', params: { site: site.value } };
    await router.push(target);
  }

  const lookBack = (id: number) => ({
    label: '回看',
    run: () => void router.push({ name: 'article', params: { site: site.value, id } }),
  });

  async function pass(opinion: string, secrecy: SecrecyVerdict | null): Promise<void> {
    const article = data.value?.article;
    const step = mine.value;
    if (!article || !step) return;
    await act(async () => {
      const { id, version, title } = article;
      const after = await reviewsApi.pass(site.value, id, {
        step: step.key,
        version,
        opinion,
        ...(secrecy ? { secrecy } : {}),
      });
      const where = after.openState === null ? '已发布到网站' : `转下一环节`;
      said(`《${title}》${step.name}通过，${where}`, lookBack(id));
      await leave(id);
    });
  }

  async function passWithEdits(edits: EditingPass['edits'], opinion: string): Promise<void> {
    const article = data.value?.article;
    const step = mine.value;
    if (!article || !step) return;
    await act(async () => {
      const { id, version, title } = article;
      await reviewsApi.passWithEdits(site.value, id, { step: step.key, version, edits, opinion });
      said(`《${title}》已按您的修改重新送审`, lookBack(id));
      await leave(id);
    });
  }

  async function sendBack(reason: string, to: ReviewStepName | null): Promise<void> {
    const article = data.value?.article;
    if (!article) return;
    await act(async () => {
      const { id, version, title, authorName } = article;
      if (to) await reviewsApi.returnTo(site.value, id, to, reason, version);
      else await articlesApi.move(site.value, id, 'send-back', { reason, version });
      said(`《${title}》已退回 ${to ? '前面的环节重新审核' : authorName}`, lookBack(id));
      await leave(id);
    });
  }

  async function claim(): Promise<void> {
    const article = data.value?.article;
    const step = mine.value;
    if (!article || !step) return;
    await act(async () => {
      await reviewsApi.claim(site.value, article.id, step.key);
      await reload();
      said(`${step.name}由您审核，其他人不会重复处理`);
    });
  }

  return { isBusy, pass, passWithEdits, sendBack, claim, leave };
}
