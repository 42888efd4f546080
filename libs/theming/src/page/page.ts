import 'reflect-metadata';
import type { Readable } from 'node:stream';
import type { SiteCtx } from '@zhanqun/kernel';
import type { Chrome, PageInfo } from '../chrome';
import type { PageFinding } from '../tags/page-head';

type EngineFacts = 'path' | 'canonicalUrl' | 'variant' | 'variantUrl' | 'alternates';

/** What the page itself says of its `PageInfo`; path and canonical address are the engine's to know. */
export type PageFacts = Omit<PageInfo, EngineFacts | 'head'> & { readonly finding?: PageFinding };

/** A page to be rendered by the site's theme. */
export interface View {
  readonly kind: 'view';
  readonly template: string;
  readonly data: object;
  /** What the page shows (`article:7`, `channel:12`): purging one of them removes the page from the cache. */
  readonly tags: readonly string[];
  readonly ttlSeconds: number;
  readonly page: PageFacts;
  /** The one path (below the site's prefix) this page has; another spelling is redirected there. */
  readonly canonicalPath?: string;
  /** A part of the page could not be built: show it, never keep it. */
  readonly isPartial?: boolean;
  /** 410 for what was here and is gone for good; 200 when left out. */
  readonly status?: 200 | 410;
}

/** The page lives elsewhere for good: a moved article, a link channel. */
export interface Redirect {
  readonly kind: 'redirect';
  /** Path below the site's prefix, or an absolute address. */
  readonly location: string;
  readonly isPermanent: boolean;
}

/** Bytes `start`–`end`, both included. */
export interface BodyRange {
  readonly start: number;
  readonly end: number;
}

/** A file of known size: opened only when it is sure to be sent, and only the part that was asked for. */
export class FileBody {
  constructor(
    readonly size: number,
    readonly open: (range?: BodyRange) => Promise<Readable>,
  ) {}
}

/** Something that is no themed page: a feed, `robots.txt`, a file. Kept only when it is a Buffer with tags. */
export interface RawAnswer {
  readonly kind: 'raw';
  readonly contentType: string;
  readonly body: Buffer | Readable | FileBody;
  readonly tags: readonly string[];
  readonly ttlSeconds: number;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface NotFound {
  readonly kind: 'notFound';
}
export const notFound: NotFound = { kind: 'notFound' };

export type PageResult = View | Redirect | RawAnswer | NotFound;

/**
 * What the engine knows of the site before the page loads, at the cost of no query: its names and codes
 * (for page tags) and its theme. In a preview `theme.settings` are the unsaved ones; the home page reads
 * its blocks there.
 */
export type PageFrame = Pick<Chrome, 'site' | 'theme'>;

/** What a visitor asked beyond the path: only a page marked with `@Asks` gets any of it. */
export interface Asked {
  /** The named parameters that were sent, each once, as NFC text of at most 200 characters. */
  readonly query: Readonly<Record<string, string>>;
  /** For estimates and limits only; never stored, logged or shown. Empty where the engine itself renders. */
  readonly visitor: {
    readonly address: string;
    readonly userAgent: string;
    /** The browser says that nobody looks: fetched ahead (`Sec-Purpose`), or asked for by another site's page. */
    readonly isAside?: boolean;
  };
}

export const askedNothing: Asked = { query: {}, visitor: { address: '', userAgent: '' } };

/** A page that citizens can open: route → view. One read-service call, no HTML. */
export interface Page<P extends object = Record<string, string>> {
  load(ctx: SiteCtx, params: P, frame: PageFrame, asked: Asked): Promise<PageResult>;
}

const ROUTES = Symbol('zhanqun.page.routes');
const ASKS = Symbol('zhanqun.page.asks');

/** Which query parameters a page reads, and how many such requests a visitor may make. */
export interface AskingRule {
  readonly query: readonly string[];
  /** Requests of one visitor a minute that reach the page, cached answers included; then 429. */
  readonly perMinute: number;
}

/**
 * Gives a page the query parameters it names; every other one is dropped before the cache is asked.
 * Answers to a query are kept in memory only, under the path with the parameters in order, when the
 * result has tags and a time to live.
 */
export function Asks(rule: AskingRule): ClassDecorator {
  return (target) => Reflect.defineMetadata(ASKS, rule, target);
}

/** The rule a class was given by `@Asks`; null when its page depends on the path alone. */
export function askingRuleOf(target: object): AskingRule | null {
  return (Reflect.getMetadata(ASKS, target) as AskingRule | undefined) ?? null;
}

/**
 * Makes a provider a public page: `@Page('/art/:month(\\d{6})/:id(\\d+).html')`. `:name` takes one
 * segment or a part of it, `:name(regexp)` only what matches, `/*name` the whole rest of the path.
 */
export function Page(...routes: string[]): ClassDecorator {
  return (target) => Reflect.defineMetadata(ROUTES, routes, target);
}

/** Routes a class was given by `@Page`; empty when it is no page. */
export function routesOf(target: object): readonly string[] {
  return (Reflect.getMetadata(ROUTES, target) as readonly string[] | undefined) ?? [];
}

export function view(template: string, data: object, rest: Omit<View, 'kind' | 'template' | 'data'>): View {
  return { kind: 'view', template, data, ...rest };
}

export function redirect(location: string, isPermanent = true): Redirect {
  return { kind: 'redirect', location, isPermanent };
}

export function raw(contentType: string, body: RawAnswer['body'], rest: Partial<RawAnswer> = {}): RawAnswer {
  return { kind: 'raw', contentType, body, tags: [], ttlSeconds: 0, ...rest };
}
