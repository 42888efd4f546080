import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a link is about; everything of it is signed. */
export interface LinkFacts {
  readonly id: number;
  readonly siteId: number;
  readonly articleId: number;
  readonly revisionId: number;
  readonly expiresAt: Date;
  readonly signingKey: string;
}

const FORM = /^(\d{1,10})-([0-9a-z]{1,11})-([A-Za-z0-9_-]{43})$/;

/** `7-mfx3k2-…`: number of the link, end in base 36, signature (HMAC-SHA256). */
export function previewToken(link: LinkFacts): string {
  return `${link.id}-${seconds(link.expiresAt).toString(36)}-${signature(link)}`;
}

/** The number a token claims; null when it is no token at all. */
export function linkIdIn(token: string): number | null {
  const id = FORM.exec(token)?.[1];
  return id === undefined ? null : Number(id);
}

/** Whether this very token was made for this link; compared in constant time. */
export function isGenuine(token: string, link: LinkFacts): boolean {
  const wanted = Buffer.from(previewToken(link));
  const given = Buffer.from(token);
  return wanted.length === given.length && timingSafeEqual(wanted, given);
}

function signature({ id, siteId, articleId, revisionId, expiresAt, signingKey }: LinkFacts): string {
  return createHmac('sha256', Buffer.from(signingKey, 'hex'))
    .update([siteId, id, articleId, revisionId, seconds(expiresAt)].join(':'))
    .digest('base64url');
}

const seconds = (instant: Date): number => Math.floor(instant.getTime() / 1000);
