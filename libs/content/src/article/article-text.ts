import { articleTextInvalid, articleTooLong } from './article.errors';
import { readFacts, type ReadFacts } from '../kind/facts';
import { kindOf, type ArticleKind } from '../kind/kind';
import '../kind/kinds';
import type { Importance } from '../review/review';
import { characterCount, isStorable, NOT_IN_A_LINE } from './storable';

export { characterCount, isStorable };

/** The words and facts of an article as a person hands them in. */
export interface ArticleText {
  readonly title: string;
  readonly subtitle?: string;
  readonly summary?: string;
  readonly keywords?: readonly string[];
  readonly source: string;
  readonly author?: string;
  readonly body: string;
  readonly importance?: Importance;
  /** Values by the fields of the kind; files and articles by id, or as the API describes them. */
  readonly facts?: Readonly<Record<string, unknown>> | null;
  readonly interpretsArticleId?: number | null;
  readonly coverAssetId?: number | null;
  readonly attachmentIds?: readonly number[];
}

/** As `ArticleText`, checked and complete; the body is not yet sanitised, references of the facts are not looked up. */
export interface CheckedText {
  readonly title: string;
  readonly subtitle: string;
  readonly summary: string;
  readonly keywords: string;
  readonly source: string;
  readonly author: string;
  readonly body: string;
  readonly importance: Importance;
  readonly facts: ReadFacts | null;
  readonly interpretsArticleId: number | null;
  readonly coverAssetId: number | null;
  readonly attachmentIds: readonly number[];
}

export const LONGEST_BODY = 1_000_000;
const MOST_ATTACHMENTS = 30;

export interface FieldFault {
  readonly field: string;
  readonly message: string;
}

/**
 * Checks what a person wrote and completes it. Raises `content.article.textInvalid` with every fault at
 * once, `content.article.tooLong` for a body beyond one million characters.
 */
export function checkText(kind: ArticleKind, text: ArticleText, today: string): CheckedText {
  if (text.body.length > LONGEST_BODY * 2 || characterCount(text.body) > LONGEST_BODY) {
    throw articleTooLong({ limit: LONGEST_BODY });
  }
  const faults: FieldFault[] = [];
  const line = (
    field: string,
    label: string,
    value: string | undefined,
    most: number,
    isRequired = false,
  ): string => {
    const trimmed = (value ?? '').trim();
    const length = characterCount(trimmed);
    if (!isStorable(trimmed) || NOT_IN_A_LINE.test(trimmed)) {
      faults.push({ field, message: `${label}含有无法保存的特殊字符（控制字符或残缺字符），请删除后重试` });
    } else if (isRequired && length === 0) faults.push({ field, message: `${label}必填` });
    else if (length > most) faults.push({ field, message: `${label}不超过 ${most} 字，现在是 ${length} 字` });
    return trimmed;
  };

  const title = line('title', '标题', text.title, 200, true);
  const subtitle = line('subtitle', '副标题', text.subtitle, 200);
  const source = line('source', '来源', text.source, 100, true);
  const author = line('author', '作者', text.author, 100);
  const summary = line('summary', '摘要', text.summary?.replace(/\s*\n\s*/g, ' '), 500);
  const words = (text.keywords ?? []).map((word) => word.trim()).filter((word) => word !== '');
  const keywords = line('keywords', '关键词', words.join(';'), 300);
  if (!isStorable(text.body)) {
    faults.push({ field: 'body', message: '正文含有无法保存的特殊字符（空字符或残缺字符），请删除后重试' });
  }
  const attachmentIds = [...new Set(text.attachmentIds ?? [])];
  if (attachmentIds.length > MOST_ATTACHMENTS) {
    faults.push({ field: 'attachmentIds', message: `附件不超过 ${MOST_ATTACHMENTS} 个` });
  }
  const declared = kindOf(kind);
  const { facts, faults: factFaults } = readFacts(declared, text.facts, today);
  for (const { field, message } of factFaults) faults.push({ field: `facts.${field}`, message });
  if (faults.length > 0) throw articleTextInvalid({ faults });
  return {
    title,
    subtitle,
    summary,
    keywords,
    source,
    author,
    body: text.body,
    importance: text.importance ?? declared.importance,
    facts,
    interpretsArticleId: declared.isInterpretation ? (text.interpretsArticleId ?? null) : null,
    coverAssetId: text.coverAssetId ?? null,
    attachmentIds,
  };
}
