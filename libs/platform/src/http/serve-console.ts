import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainErrorFilter } from './domain-error.filter';
import { routeNotFound } from './http.errors';

/** `dist/console`, beside the compiled libraries. */
const builtConsole = (): string => resolve(__dirname, '../../../../console');

/**
 * Serves the built console on the back-office port: files of the build as they are (their names carry
 * a hash), every other address the one page of the application. `/api` stays the API's.
 */
export async function serveConsole(app: NestFastifyApplication, root = builtConsole()): Promise<void> {
  if (!existsSync(join(root, 'index.html'))) return;
  const fastify = app.getHttpAdapter().getInstance();
  await app.register(fastifyStatic as never, { root, serve: false, index: false, cacheControl: false });
  const refusals = new DomainErrorFilter();
  fastify.get('/*', (request: FastifyRequest, reply: FastifyReply) => {
    const path = (request.params as { '*': string })['*'];
    if (path === 'api' || path.startsWith('api/')) {
      const { status, body } = refusals.answerFor(routeNotFound(), request.traceId);
      return reply.status(status).send(body);
    }
    const isBuilt = /^(assets|fonts)\/[\w.-]+$/.test(path) || /^[\w-]+\.(svg|ico|png|txt)$/.test(path);
    if (isBuilt && existsSync(join(root, path)))
      return reply
        .header('cache-control', path.startsWith('assets/') ? IMMUTABLE : 'no-cache')
        .sendFile(path);
    if (isBuilt) return reply.status(404).send();
    return reply.header('cache-control', 'no-cache').sendFile('index.html');
  });
}

const IMMUTABLE = 'public, max-age=31536000, immutable';
