import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Clock, type SiteRef, type StaffCtx } from '@zhanqun/kernel';
import type { FastifyRequest } from 'fastify';
import { PUBLIC_ROUTE, REQUIRED_RIGHT, type RequiredRight } from './access';
import { crossSiteRequest, notSignedIn, passwordMustChange, rightMissing, siteNotFound } from './http.errors';
import { isCrossSite } from './same-origin';
import { AbilityFactory, SessionReader } from './session-reader';
import { SESSION_COOKIE } from './session-cookie';
import { SiteDirectory } from './site-directory';

/**
 * The one guard of the console API: same origin → session → site → right. Default deny: a route that
 * states neither `@Public()` nor `@Requires` is refused to everybody.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionReader,
    private readonly abilities: AbilityFactory,
    private readonly directory: SiteDirectory,
    private readonly clock: Clock,
  ) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const request = execution.switchToHttp().getRequest<FastifyRequest>();
    if (isCrossSite(request)) throw crossSiteRequest();
    if (this.stated<boolean>(PUBLIC_ROUTE, execution)) return true;

    const ctx = await this.contextOf(request);
    request.staffCtx = ctx;
    this.ask(ctx, this.stated<RequiredRight>(REQUIRED_RIGHT, execution));
    return true;
  }

  private async contextOf(request: FastifyRequest): Promise<StaffCtx> {
    const now = this.clock.now();
    const client = { address: request.ip, userAgent: String(request.headers['user-agent'] ?? '') };
    const token = request.cookies[SESSION_COOKIE];
    const actor = token ? await this.sessions.read(token, client, now) : null;
    if (!actor) throw notSignedIn();

    const site = this.siteOf(request);
    const ability = await this.abilities.for(actor, site, now);
    return { actor, ability, now, traceId: request.traceId, ...(site ? { site } : {}) };
  }

  private siteOf(request: FastifyRequest): SiteRef | undefined {
    const { site: key } = request.params as { site?: string };
    if (key === undefined) return undefined;
    const site = this.directory.byKey(key);
    if (!site) throw siteNotFound({ site: key });
    return site;
  }

  /** A person with no desk at a site learns nothing of it, not even that it exists. */
  private ask(ctx: StaffCtx, right: RequiredRight | undefined): void {
    if (right && ctx.ability.can(right.action, right.subject)) return;
    if (mustChangePassword(ctx)) throw passwordMustChange();
    if (ctx.site && !ctx.ability.can('use', 'Desk')) throw siteNotFound({ site: ctx.site.key });
    throw rightMissing({ action: right?.action ?? '', subject: right?.subject ?? '' });
  }

  private stated<T>(key: string, execution: ExecutionContext): T | undefined {
    return this.reflector.getAllAndOverride<T>(key, [execution.getHandler(), execution.getClass()]);
  }
}

/** Such a person holds the right to change the password and no other (identity, `PASSWORD_FIRST`). */
const mustChangePassword = ({ ability }: StaffCtx): boolean =>
  ability.can('changePassword', 'Session') && !ability.can('use', 'Console');
