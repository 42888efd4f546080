import { readBundled } from '@zhanqun/tenancy';

interface PolicyWords {
  readonly subjects: Readonly<Record<string, readonly string[]>>;
  readonly genres: readonly string[];
}

const words = readBundled('catalogues').find(({ name }) => name.endsWith('/policy.yaml'))
  ?.data as PolicyWords;

/** 主题分类 in two levels, written as catalogues write them: `综合政务\政务公开`. */
export const policySubjects: readonly string[] = Object.entries(words.subjects).flatMap(([upper, lower]) => [
  upper,
  ...lower.map((word) => `${upper}\\${word}`),
]);

/** 体裁分类. */
export const policyGenres: readonly string[] = words.genres;
