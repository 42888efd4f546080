import type { Link } from '@zhanqun/theming';
import type { FactSheet } from '../kind/fact-sheet.view';

/** One row of a list. */
export interface ArticleLink {
  readonly id: number;
  readonly title: string;
  readonly url: string;
  readonly publishedAt: Date;
  readonly source: string;
  readonly summary: string;
  readonly coverUrl: string | null;
  readonly coverAlt: string;
  readonly isPinned: boolean;
  /** 文号 of a policy document, `''` elsewhere. */
  readonly documentNumber: string;
  /** 职务 of a leader, 办公地址 of an office: what its kind tells beside the title; `''` elsewhere. */
  readonly note: string;
  /** How it stands in a list: by the declaration of its kind. */
  readonly style: string;
}

export interface AttachmentLink extends Link {
  /** `PDF`, `DOCX` … */
  readonly format: string;
  readonly bytes: number;
}

/** 公文要素: the header table of a policy document. */
export interface PolicyHeader {
  readonly indexNumber: string;
  readonly subjectCategory: string;
  readonly genre: string;
  readonly issuer: string;
  /** 成文日期, `YYYY-MM-DD`. */
  readonly issuedOn: string;
  readonly documentNumber: string;
  readonly validity: 'valid' | 'amended' | 'void';
  readonly validityLabel: string;
  readonly effectiveOn: string;
  readonly amendedOn: string;
  readonly expiresOn: string;
  /** 主题词. */
  readonly keywords: readonly string[];
}

/** Pages of articles of every kind: the template is the kind's; `policy` is set on policy documents only. */
export interface ArticleView {
  readonly article: {
    readonly id: number;
    readonly kind: string;
    /** 文章类型 as people call it. */
    readonly kindName: string;
    readonly coverUrl: string | null;
    readonly coverAlt: string;
    readonly title: string;
    readonly subtitle: string;
    readonly source: string;
    readonly author: string;
    /** 来源站点 of a copy, with the address of the original. */
    readonly origin: { readonly name: string; readonly url: string } | null;
    readonly publishedAt: Date;
    readonly updatedAt: Date;
    readonly summary: string;
    /** A SanitizedHtml value; the only thing `| safe` accepts. */
    readonly body: unknown;
    readonly reviewers: readonly string[];
    readonly editor: string;
  };
  readonly channel: Link;
  readonly policy: PolicyHeader | null;
  /** 解读 of this policy document. */
  readonly interpretations: readonly ArticleLink[];
  /** The policy document that this article interprets. */
  readonly interprets: ArticleLink | null;
  /** What replaced or amended this document, and what it replaced. */
  readonly successor: ArticleLink | null;
  readonly predecessors: readonly ArticleLink[];
  readonly sheet: FactSheet;
  readonly attachments: readonly AttachmentLink[];
  readonly related: readonly ArticleLink[];
  readonly previous: ArticleLink | null;
  readonly next: ArticleLink | null;
}
