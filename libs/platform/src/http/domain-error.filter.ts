import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { DomainError, type ErrorKind } from '@zhanqun/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { bodyTooLarge, bodyUnreadable, routeNotFound } from './http.errors';

const STATUS: Readonly<Record<ErrorKind, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  notFound: 404,
  conflict: 409,
  tooLarge: 413,
  tooMany: 429,
  unavailable: 503,
};

/** The body of every refusal. */
export interface ErrorBody {
  readonly code: string;
  readonly message: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly traceId: string;
}

/** Maps every failure to a status, a stable code and a Chinese message; no stack or driver text leaves. */
@Catch()
export class DomainErrorFilter implements ExceptionFilter {
  private readonly log = new Logger('Http');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const { status, body } = this.answerFor(error, request.traceId);
    if (reply.sent) return;
    // A route that answers with HTML has said so already; a refusal is JSON all the same.
    void reply
      .status(status)
      .type('application/json; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(body);
  }

  answerFor(error: unknown, traceId: string): { status: number; body: ErrorBody } {
    const refusal = error instanceof DomainError ? error : known(error);
    if (refusal) {
      const { code, message, details } = refusal;
      return { status: STATUS[refusal.kind], body: { code, message, details, traceId } };
    }
    this.log.error(`${traceId} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    const message = `系统出现故障，请稍后再试；如仍不行，请把编号 ${traceId} 告诉管理员`;
    return { status: 500, body: { code: 'platform.fault', message, details: {}, traceId } };
  }
}

/** Refusals of the framework (routing, body parsing) in our own words. */
function known(error: unknown): DomainError | undefined {
  const status =
    error instanceof HttpException
      ? error.getStatus()
      : (error as { statusCode?: number } | null)?.statusCode;
  if (status === 404) return routeNotFound();
  if (status === 413) return bodyTooLarge();
  if (status !== undefined && status >= 400 && status < 500) return bodyUnreadable();
  return undefined;
}
