import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { Clock, denyAll, type EditorCtx, type StaffCtx } from '@zhanqun/kernel';
import {
  AppConfig,
  Caller,
  Editor,
  Public,
  Requires,
  SESSION_COOKIE,
  SiteDirectory,
} from '@zhanqun/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { IdentityRules } from '../identity-rules';
import { Memberships } from '../membership/memberships.service';
import { passwordExpiry, passwordIsDue } from '../password/password-age';
import { OwnAccount } from './own-account.service';
import {
  ChangePasswordDto,
  OwnSessionsView,
  rightsView,
  RightsView,
  SignedInView,
  SignInDto,
  toOwnAccountView,
  toOwnMembershipView,
  toOwnSessionView,
  toSignedInView,
  WhoAmIView,
} from './session.dto';
import { Sessions } from './sessions.service';
import { SignIn } from './sign-in.service';

/** 登录与退出. */
@Controller()
export class SessionController {
  constructor(
    private readonly signing: SignIn,
    private readonly clock: Clock,
    private readonly config: AppConfig,
    private readonly rules: IdentityRules,
  ) {}

  @Post('session')
  @HttpCode(200)
  @Public()
  async signIn(
    @Body() credentials: SignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedInView> {
    const now = this.clock.now();
    const client = { address: request.ip, userAgent: String(request.headers['user-agent'] ?? '') };
    const ctx = { ability: denyAll, now, traceId: request.traceId };
    const signedIn = await this.signing.signIn(ctx, credentials, client);
    void reply.setCookie(SESSION_COOKIE, signedIn.token, {
      path: '/',
      httpOnly: true,
      sameSite: 'strict',
      secure: this.config.production,
    });
    return toSignedInView(signedIn, passwordIsDue(signedIn.account, this.rules, now));
  }
}

/** 本人：who am I, what may I do, where am I signed in. */
@Controller()
export class OwnAccountController {
  constructor(
    private readonly own: OwnAccount,
    private readonly sessions: Sessions,
    private readonly memberships: Memberships,
    private readonly directory: SiteDirectory,
    private readonly rules: IdentityRules,
  ) {}

  @Get('session')
  @Requires('read', 'Session')
  async whoAmI(@Caller() ctx: StaffCtx): Promise<WhoAmIView> {
    const account = await this.own.account(ctx);
    const held = await this.memberships.heldBy(ctx, [account.id]);
    return {
      account: toOwnAccountView(account),
      memberships: held.map((one) => toOwnMembershipView(one, this.directory)),
      rights: rightsView(ctx.ability),
      mustChangePassword: passwordIsDue(account, this.rules, ctx.now),
      passwordExpiresAt: passwordExpiry(account.passwordChangedAt, this.rules)?.toISOString() ?? null,
    };
  }

  @Get('sites/:site/rights')
  @Requires('use', 'Desk')
  rightsAtSite(@Editor() ctx: EditorCtx): RightsView {
    return { rights: rightsView(ctx.ability) };
  }

  @Get('sessions')
  @Requires('read', 'Session')
  async mine(@Caller() ctx: StaffCtx): Promise<OwnSessionsView> {
    const sessions = await this.sessions.mine(ctx);
    return { items: sessions.map((session) => toOwnSessionView(session, ctx.actor.sessionId)) };
  }

  @Post('session/password')
  @HttpCode(204)
  @Requires('changePassword', 'Session')
  async changePassword(@Caller() ctx: StaffCtx, @Body() passwords: ChangePasswordDto): Promise<void> {
    await this.own.changePassword(ctx, passwords);
  }

  @Delete('session')
  @HttpCode(204)
  @Requires('delete', 'Session')
  async signOut(@Caller() ctx: StaffCtx, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.own.signOut(ctx);
    void reply.clearCookie(SESSION_COOKIE, { path: '/' });
  }

  @Delete('sessions')
  @HttpCode(204)
  @Requires('delete', 'Session')
  async signOutEverywhere(
    @Caller() ctx: StaffCtx,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.own.signOutEverywhere(ctx);
    void reply.clearCookie(SESSION_COOKIE, { path: '/' });
  }
}
