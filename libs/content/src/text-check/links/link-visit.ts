import { DomainError } from '@zhanqun/kernel';
import type { SafeFetch } from '@zhanqun/platform';

export interface Visit {
  readonly outcome: 'alive' | 'dead' | 'unsure';
  /** For people. */
  readonly detail: string;
}

const PATIENCE = { timeoutMs: 10_000, maxBytes: 64 * 1024, maxRedirects: 5 };
/** Servers that know no HEAD, or keep visitors without a browser out. */
const ASK_AGAIN: ReadonlySet<number> = new Set([400, 403, 404, 405, 406, 410, 500, 501]);

/** Asks an address whether there is anything. Being kept out, or a server out of order, is no proof of the contrary. */
export async function visit(fetching: Pick<SafeFetch, 'fetch'>, address: string): Promise<Visit> {
  try {
    const head = await fetching.fetch(address, { ...PATIENCE, method: 'HEAD' });
    const { status } = ASK_AGAIN.has(head.status) ? await fetching.fetch(address, PATIENCE) : head;
    if (status === 404 || status === 410) return { outcome: 'dead', detail: `页面不存在（${status}）` };
    if (status >= 400) return { outcome: 'unsure', detail: `对方服务器返回 ${status}` };
    return { outcome: 'alive', detail: '' };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    // More than was asked for is an answer.
    if (error.code === 'platform.fetch.tooLarge') return { outcome: 'alive', detail: '' };
    if (error.details['reason'] === 'unknownHost') return { outcome: 'dead', detail: error.message };
    return { outcome: 'unsure', detail: error.message };
  }
}
