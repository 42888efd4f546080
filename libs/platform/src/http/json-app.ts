import { randomUUID } from 'node:crypto';
import fastifyCookie from '@fastify/cookie';
import fastifyMultipart from '@fastify/multipart';
import { ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AppConfig } from '../config';
import { DomainErrorFilter } from './domain-error.filter';
import { refuseInput } from './input-messages';
import { guardJson } from './json-limits';
import { loggerFor } from './logger';
import { TrustedProxies } from './trusted-proxies';

/** Largest JSON body: a 1,000,000-character article in UTF-8 with room for its facts. */
const JSON_BODY_BYTES = 8 * 1024 * 1024;

/** Builds the back-office application around a module: cookies, uploads, validation, one error shape. */
export async function createJsonApp(module: unknown, config: AppConfig): Promise<NestFastifyApplication> {
  const proxies = config.trustedProxies.length > 0 ? new TrustedProxies(config.trustedProxies) : null;
  const adapter = new FastifyAdapter({
    bodyLimit: JSON_BODY_BYTES,
    trustProxy: proxies ? (address: string) => proxies.trusts(address) : false,
    routerOptions: { maxParamLength: 200 },
    return503OnClosing: true,
    forceCloseConnections: 'idle',
    frameworkErrors: refuseAddress,
  });
  const app = await NestFactory.create<NestFastifyApplication>(module as never, adapter, {
    logger: loggerFor(config),
    abortOnError: false,
  });
  const fastify = adapter.getInstance();
  fastify.decorateRequest('traceId', '');
  fastify.addHook('onRequest', (request, reply, done) => {
    request.traceId = randomUUID();
    void reply.header('x-trace-id', request.traceId);
    for (const [name, value] of CONSOLE_HEADERS) void reply.header(name, value);
    done();
  });
  fastify.addHook('preValidation', guardJson);
  // Pieces of a resumable upload: the handler reads the stream itself, and bounds it.
  fastify.addContentTypeParser('application/offset+octet-stream', (_request, _payload, done) => done(null));
  await app.register(fastifyCookie as never);
  await app.register(fastifyMultipart as never, {
    limits: { fileSize: config.uploadMegabytes * 1024 * 1024, files: 1, fields: 20, fieldSize: 64 * 1024 },
  });
  app.setGlobalPrefix('api', { exclude: ['healthz', 'readyz', 'metrics'] });
  app.useGlobalPipes(
    new ValidationPipe({
      whitelist: true,
      forbidNonWhitelisted: true,
      transform: true,
      exceptionFactory: refuseInput,
    }),
  );
  app.useGlobalFilters(new DomainErrorFilter());
  return app;
}

/** An address that cannot be read is refused before routing: no hook has run, so all is said here. */
function refuseAddress(error: Error, _request: FastifyRequest, reply: FastifyReply): void {
  const traceId = randomUUID();
  const { status, body } = new DomainErrorFilter().answerFor(error, traceId);
  for (const [name, value] of CONSOLE_HEADERS) void reply.header(name, value);
  void reply.status(status).header('x-trace-id', traceId).send(body);
}

/** Element Plus sets element styles at run time, hence `unsafe-inline` for styles; scripts are strict. */
const CONSOLE_HEADERS = [
  [
    'content-security-policy',
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
      "font-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'",
  ],
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'same-origin'],
  ['x-robots-tag', 'noindex, nofollow'],
  ['cross-origin-opener-policy', 'same-origin'],
] as const;
