import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Patch, Post, Query } from '@nestjs/common';
import { mapPage, type StaffCtx } from '@zhanqun/kernel';
import { Caller, Requires, SiteDirectory } from '@zhanqun/platform';
import { IssuedLinkView, toIssuedLinkView } from '../one-time-link/one-time-link.dto';
import { AccountKeys } from './account-keys.service';
import {
  AccountPageView,
  AccountQuery,
  AccountView,
  EditAccountDto,
  NewAccountDto,
  NewAccountView,
  OptionalReasonDto,
  ReasonDto,
  toAccountLine,
  toAccountView,
} from './account.dto';
import { Accounts } from './accounts.service';

/** 账号管理. */
@Controller('accounts')
export class AccountController {
  constructor(
    private readonly accounts: Accounts,
    private readonly keys: AccountKeys,
    private readonly directory: SiteDirectory,
  ) {}

  @Get()
  @Requires('read', 'Account')
  async list(@Caller() ctx: StaffCtx, @Query() query: AccountQuery): Promise<AccountPageView> {
    const { status: state, ...filter } = query;
    const page = await this.accounts.list(ctx, { ...filter, ...(state ? { state } : {}) }, query);
    return mapPage(page, (listing) => toAccountLine(listing, this.directory)) as AccountPageView;
  }

  @Post()
  @Requires('create', 'Account')
  async create(@Caller() ctx: StaffCtx, @Body() wish: NewAccountDto): Promise<NewAccountView> {
    const { account, link } = await this.accounts.create(ctx, wish);
    return { account: await this.viewOf(ctx, account.id), link: toIssuedLinkView(link) };
  }

  @Get(':id')
  @Requires('read', 'Account')
  async get(@Caller() ctx: StaffCtx, @Param('id', ParseIntPipe) id: number): Promise<AccountView> {
    return this.viewOf(ctx, id);
  }

  @Patch(':id')
  @Requires('update', 'Account')
  async edit(
    @Caller() ctx: StaffCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() changes: EditAccountDto,
  ): Promise<AccountView> {
    await this.accounts.edit(ctx, id, changes);
    return this.viewOf(ctx, id);
  }

  @Post(':id/disable')
  @HttpCode(200)
  @Requires('update', 'Account')
  async disable(
    @Caller() ctx: StaffCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() { reason }: ReasonDto,
  ): Promise<AccountView> {
    await this.keys.disable(ctx, id, reason);
    return this.viewOf(ctx, id);
  }

  @Post(':id/enable')
  @HttpCode(200)
  @Requires('secure', 'Account')
  async enable(
    @Caller() ctx: StaffCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() { reason }: OptionalReasonDto,
  ): Promise<AccountView> {
    await this.keys.enable(ctx, id, reason);
    return this.viewOf(ctx, id);
  }

  @Post(':id/unlock')
  @HttpCode(200)
  @Requires('secure', 'Account')
  async unlock(@Caller() ctx: StaffCtx, @Param('id', ParseIntPipe) id: number): Promise<AccountView> {
    await this.keys.unlock(ctx, id);
    return this.viewOf(ctx, id);
  }

  @Post(':id/reset-password')
  @HttpCode(200)
  @Requires('secure', 'Account')
  async resetPassword(
    @Caller() ctx: StaffCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() { reason }: OptionalReasonDto,
  ): Promise<IssuedLinkView> {
    return toIssuedLinkView(await this.keys.resetPassword(ctx, id, reason));
  }

  @Post(':id/sign-out')
  @HttpCode(204)
  @Requires('update', 'Account')
  async signOut(@Caller() ctx: StaffCtx, @Param('id', ParseIntPipe) id: number): Promise<void> {
    await this.keys.signOutEverywhere(ctx, id);
  }

  private async viewOf(ctx: StaffCtx, id: number): Promise<AccountView> {
    return toAccountView(await this.accounts.getAccount(ctx, id), this.directory);
  }
}
