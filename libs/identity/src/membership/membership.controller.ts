import { Body, Controller, Delete, Get, HttpCode, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { mapPage, type EditorCtx, type Page, type SiteRef, type StaffCtx } from '@zhanqun/kernel';
import { Caller, Editor, PageQuery, Requires, SiteDirectory } from '@zhanqun/platform';
import { Accounts } from '../account/accounts.service';
import {
  CandidatePageView,
  CandidateQuery,
  MembershipPageView,
  MembershipQuery,
  MembershipView,
  NewMemberDto,
  NewMembershipDto,
  toMemberAccountView,
  toMembershipView,
} from './membership.dto';
import type { Membership } from './membership.entity';
import { siteUnknown } from './membership.errors';
import { Memberships } from './memberships.service';

/** 授权, seen from the platform (security administrator) and from a site (its administrator). */
@Controller()
export class MembershipController {
  constructor(
    private readonly memberships: Memberships,
    private readonly accounts: Accounts,
    private readonly directory: SiteDirectory,
  ) {}

  @Get('memberships')
  @Requires('read', 'Membership')
  async list(
    @Caller() ctx: StaffCtx,
    @Query() { site, ...query }: MembershipQuery,
  ): Promise<MembershipPageView> {
    const siteId = site === undefined ? {} : { siteId: this.siteNamed(site).id };
    return this.pageOf(ctx, await this.memberships.list(ctx, { ...query, ...siteId }, query));
  }

  @Post('memberships')
  @Requires('create', 'Membership')
  async grant(@Caller() ctx: StaffCtx, @Body() { site, ...wish }: NewMembershipDto): Promise<MembershipView> {
    return this.viewOf(
      ctx,
      await this.memberships.grant(ctx, { ...wish, site: site ? this.siteNamed(site) : null }),
    );
  }

  @Delete('memberships/:id')
  @HttpCode(204)
  @Requires('delete', 'Membership')
  async revoke(@Caller() ctx: StaffCtx, @Param('id', ParseIntPipe) id: number): Promise<void> {
    await this.memberships.revoke(ctx, id);
  }

  @Get('sites/:site/members')
  @Requires('read', 'Membership')
  async listMembers(@Editor() ctx: EditorCtx, @Query() query: PageQuery): Promise<MembershipPageView> {
    return this.pageOf(ctx, await this.memberships.membersOfSite(ctx, query));
  }

  /** People who could be given a role here: names only, no contacts. */
  @Get('sites/:site/members/candidates')
  @Requires('create', 'Membership')
  async candidates(@Editor() ctx: EditorCtx, @Query() query: CandidateQuery): Promise<CandidatePageView> {
    const page = await this.accounts.candidates(ctx, query.q, query);
    return mapPage(page, toMemberAccountView) as CandidatePageView;
  }

  @Post('sites/:site/members')
  @Requires('create', 'Membership')
  async addMember(@Editor() ctx: EditorCtx, @Body() wish: NewMemberDto): Promise<MembershipView> {
    return this.viewOf(ctx, await this.memberships.grant(ctx, { ...wish, site: ctx.site }));
  }

  @Delete('sites/:site/members/:id')
  @HttpCode(204)
  @Requires('delete', 'Membership')
  async removeMember(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<void> {
    await this.memberships.revoke(ctx, id);
  }

  private siteNamed(key: string): SiteRef {
    const site = this.directory.byKey(key);
    if (!site) throw siteUnknown({ site: key });
    return site;
  }

  private async pageOf(ctx: StaffCtx, page: Page<Membership>): Promise<MembershipPageView> {
    const accounts = await this.accounts.byIds(
      ctx,
      page.items.map(({ accountId }) => accountId),
    );
    return {
      ...page,
      items: page.items.flatMap((one) => {
        const account = accounts.get(one.accountId);
        return account ? [toMembershipView(one, account, this.directory)] : [];
      }),
    };
  }

  private async viewOf(ctx: StaffCtx, membership: Membership): Promise<MembershipView> {
    const { items } = await this.pageOf(ctx, { items: [membership], total: 1, page: 1, pageSize: 1 });
    return items[0] as MembershipView;
  }
}
