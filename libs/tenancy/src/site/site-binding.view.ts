import type { SiteBinding } from './site-binding.entity';

export class BindingView {
  id: number;
  host: string;
  prefix: string;
  isCanonical: boolean;
  redirectUntil: string | null;
}

export class BindingsView {
  bindings: BindingView[];
  /** What the regulation recommends. */
  advice: string[];
}

export function toBindingView({ id, host, prefix, isCanonical, redirectUntil }: SiteBinding): BindingView {
  return { id, host, prefix, isCanonical, redirectUntil };
}
