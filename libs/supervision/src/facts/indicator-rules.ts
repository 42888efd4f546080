import { Injectable } from '@nestjs/common';
import type { SiteRef } from '@zhanqun/kernel';
import { citation, Regulations } from '@zhanqun/tenancy';
import type { IndicatorRule } from '../indicator/indicator';

/** The figures that hold at a site: national floor first, the portal's local regulation over it. */
@Injectable()
export class IndicatorRules {
  constructor(private readonly regulations: Regulations) {}

  /** Null when no regulation in force knows the code, or when it is not measured on this kind of site. */
  find(site: SiteRef, code: string): IndicatorRule | null {
    const rule = this.regulations.for(site).indicator(code);
    if (!rule || (rule.patrolScope === 'portals' && site.kind !== 'portal')) return null;
    const { name, threshold, window, parameters, enabled, ruleText, basis } = rule;
    return { code, name, threshold, window, parameters, enabled, ruleText, source: citation(basis) };
  }
}
