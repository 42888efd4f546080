import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyInstance, FastifyReply } from 'fastify';

/**
 * Stands in for `@fastify/cookie`, which loads its parser by a dynamic import that Jest does not offer.
 * Only what the session cookie needs.
 */
function cookiePlugin(fastify: FastifyInstance, _options: unknown, done: () => void): void {
  fastify.decorateRequest('cookies');
  fastify.addHook('onRequest', (request, _reply, next) => {
    const pairs = (request.headers.cookie ?? '').split('; ').map((pair) => pair.split('='));
    request.cookies = Object.fromEntries(pairs.filter(([name]) => name) as [string, string][]);
    next();
  });
  fastify.decorateReply(
    'setCookie',
    function set(this: FastifyReply, name: string, value: string, options: CookieSerializeOptions = {}) {
      return this.header('set-cookie', written(name, value, options));
    },
  );
  fastify.decorateReply(
    'clearCookie',
    function clear(this: FastifyReply, name: string, options: CookieSerializeOptions = {}) {
      return this.header('set-cookie', `${written(name, '', options)}; Max-Age=0`);
    },
  );
  done();
}

function written(
  name: string,
  value: string,
  { path, httpOnly, secure, sameSite }: CookieSerializeOptions,
): string {
  return [
    `${name}=${value}`,
    ...(path ? [`Path=${path}`] : []),
    ...(httpOnly ? ['HttpOnly'] : []),
    ...(secure ? ['Secure'] : []),
    ...(sameSite ? [`SameSite=${String(sameSite)}`] : []),
  ].join('; ');
}

export default Object.assign(cookiePlugin, { [Symbol.for('skip-override')]: true });
