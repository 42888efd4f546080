import type { FastifyInstance } from 'fastify';

/** Stands in for `@fastify/cookie`, whose dynamic import Jest does not offer: reads cookies, sets none. */
function cookiePlugin(fastify: FastifyInstance, _options: unknown, done: () => void): void {
  fastify.decorateRequest('cookies');
  fastify.addHook('onRequest', (request, _reply, next) => {
    const pairs = (request.headers.cookie ?? '').split('; ').map((pair) => pair.split('='));
    request.cookies = Object.fromEntries(pairs.filter(([name]) => name) as [string, string][]);
    next();
  });
  done();
}

export default Object.assign(cookiePlugin, { [Symbol.for('skip-override')]: true });
