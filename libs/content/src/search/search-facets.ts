import { SiteDirectory, type FacetName, type FacetValue, type SearchFacets } from '@zhanqun/platform';
import { VALIDITY_LABELS, type Validity } from '../article/policy-facts';
import { kindOf } from '../kind/kind';

export const FACET_LABELS: Readonly<Record<FacetName, string>> = {
  site: '站点',
  channel: '栏目',
  kind: '类型',
  year: '年份',
  validity: '有效性',
};

export interface NamedValue {
  /** As it stands in an address. */
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

/** Facets with the names that people know. Sites are named by their key. */
export function namedFacets(facets: SearchFacets, directory: SiteDirectory): Record<FacetName, NamedValue[]> {
  const named = (
    facet: FacetName,
    name: (value: FacetValue) => Pick<NamedValue, 'value' | 'label'> | null,
  ): NamedValue[] =>
    facets[facet].flatMap((value) => {
      const known = name(value);
      return known ? [{ ...known, count: value.count }] : [];
    });
  return {
    site: named('site', ({ value }) => {
      const site = directory.byId(Number(value));
      return site ? { value: site.key, label: site.name } : null;
    }),
    channel: named('channel', ({ value, label }) => ({ value, label })),
    kind: named('kind', ({ value }) => ({ value, label: kindOf(value).name })),
    year: named('year', ({ value, label }) => ({ value, label })),
    validity: named('validity', ({ value }) => ({
      value,
      label: VALIDITY_LABELS[value as Validity] ?? value,
    })),
  };
}
