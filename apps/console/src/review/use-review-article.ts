import { computed, type ComputedRef, type Ref } from 'vue';
import { articlesApi, type ArticleDetail, type ChangesView, type TrailEntry } from '@/api/articles';
import { reviewsApi, type CheckHit, type Remark, type ReviewFile, type StepStanding } from '@/api/reviews';
import { useLoad, type Load } from '@/parts/use-load';

export interface ReviewedArticle {
  article: ArticleDetail;
  trail: readonly TrailEntry[];
  changes: ChangesView;
  review: ReviewFile;
  remarks: readonly Remark[];
  /** Null when the check could not be asked; the review goes on without it. */
  hits: readonly CheckHit[] | null;
}

/** Everything that a reviewer reads before deciding, of one article. */
export function useReviewArticle(
  site: Ref<string>,
  id: Ref<number>,
): Load<ReviewedArticle> & {
  mine: ComputedRef<StepStanding | null>;
  readRemarks: () => Promise<void>;
} {
  const load = useLoad(async (): Promise<ReviewedArticle> => {
    const [article, trail, changes, review, remarks, hits] = await Promise.all([
      articlesApi.get(site.value, id.value),
      articlesApi.trail(site.value, id.value),
      articlesApi.changes(site.value, id.value),
      reviewsApi.file(site.value, id.value),
      reviewsApi.remarks(site.value, id.value),
      reviewsApi.check(site.value, id.value).then(
        (answer) => answer.hits,
        () => null,
      ),
    ]);
    return { article, trail, changes, review, remarks, hits };
  }, id);

  /** The step that this person would pass. */
  const mine = computed(() => load.data.value?.review.steps.find((step) => step.isMine) ?? null);

  async function readRemarks(): Promise<void> {
    const now = load.data.value;
    if (now) load.data.value = { ...now, remarks: await reviewsApi.remarks(site.value, now.article.id) };
  }

  return { ...load, mine, readRemarks };
}
