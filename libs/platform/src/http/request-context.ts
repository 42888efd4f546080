import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { EditorCtx, StaffCtx } from '@zhanqun/kernel';
import type { FastifyRequest } from 'fastify';
import { notSignedIn, siteNotFound } from './http.errors';

declare module 'fastify' {
  interface FastifyRequest {
    /** Made once a request by `AccessGuard`; absent on public routes. */
    staffCtx?: StaffCtx;
    traceId: string;
  }
}

const contextOf = (execution: ExecutionContext): StaffCtx => {
  const ctx = execution.switchToHttp().getRequest<FastifyRequest>().staffCtx;
  if (!ctx) throw notSignedIn();
  return ctx;
};

/** The signed-in person, on platform-wide work unless the address names a site. */
export const Caller = createParamDecorator((_: unknown, execution: ExecutionContext): StaffCtx =>
  contextOf(execution),
);

/** The signed-in person at the site that the address names (`/sites/:site/…`). */
export const Editor = createParamDecorator((_: unknown, execution: ExecutionContext): EditorCtx => {
  const ctx = contextOf(execution);
  if (!ctx.site) throw siteNotFound({ site: '' });
  return ctx as EditorCtx;
});
