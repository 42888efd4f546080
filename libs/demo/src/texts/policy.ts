import type { Validity } from '@zhanqun/content';
import type { SiteKey } from '../county/sites';

/**
 * A policy document written by hand, with its interpretation where it has one. The day comes from its
 * age, the number from the day; `{year}`, `{issued}` and `{effective}` stand for them in the text.
 */
export interface PolicyText {
  readonly ref: string;
  readonly site: SiteKey;
  readonly channel: string;
  readonly title: string;
  /** 机关代字, e.g. 示政办发. */
  readonly series: string;
  readonly issuer: string;
  readonly subject: string;
  readonly genre: string;
  /** Days before today on which it was signed. */
  readonly age: number;
  readonly validity?: Validity;
  /** `ref` of the document that replaced or amended it. */
  readonly successor?: string;
  readonly validYears?: number;
  readonly body: string;
  readonly attachments?: readonly string[];
  readonly interpretation?: { readonly title: string; readonly body: string; readonly channel?: string };
}
