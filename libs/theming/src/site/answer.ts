import type { Readable } from 'node:stream';

/** What goes back to the client. `headers` may be shared between answers: nobody changes it. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | Readable | null;
}

/** The facts of a request that an answer may depend on. There are no cookies among them. */
export interface RequestFacts {
  readonly method: string;
  /** The `Host` header as sent; `X-Forwarded-Host` is nobody's business. */
  readonly host: string;
  /** Path with query string, as sent. */
  readonly url: string;
  /** Lower-case names, as Node gives them. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The connection it came by: asked only when a page must tell visitors apart. */
  readonly socket?: { readonly remoteAddress?: string | undefined };
}
