import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainErrorFilter } from './domain-error.filter';
import { inputInvalid } from './http.errors';

const MAX_DEPTH = 40;

/** Depth of a parsed body and texts that cannot be stored: NUL and halves of surrogate pairs. */
function fault(value: unknown, depth: number): string | null {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed() ? 'text' : null;
  if (value === null || typeof value !== 'object') return null;
  if (depth >= MAX_DEPTH) return 'depth';
  for (const part of Object.values(value)) {
    const found = fault(part, depth + 1);
    if (found) return found;
  }
  return null;
}

const MESSAGES: Readonly<Record<string, string>> = {
  text: '内容中含有无法保存的字符（空字符或不完整的字符），请删除后重试',
  depth: '提交的数据层次过深，无法处理',
};

const filter = new DomainErrorFilter();

/** Refuses bodies that no part of the platform could store exactly (Q33) before any of it sees them. */
export function guardJson(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  const found = fault(request.body, 0) ?? fault(request.query, 0);
  if (!found) return done();
  const refusal = inputInvalid({ fields: [{ field: '', message: MESSAGES[found] ?? '提交的内容有误' }] });
  const { status, body } = filter.answerFor(refusal, request.traceId);
  void reply.status(status).send(body);
}
