import { Body, Controller, Get, Patch, Post, Put, Query } from '@nestjs/common';
import { atSite, type EditorCtx, type StaffCtx } from '@zhanqun/kernel';
import { Caller, Editor, readable, Requires } from '@zhanqun/platform';
import { MemorySiteDirectory } from './memory-site-directory';
import { SiteAddresses } from './site-addresses';
import { SiteViews } from './site-views';
import {
  BindingsDto,
  BindingsView,
  EditSiteDto,
  OpenedSiteView,
  OpenSiteDto,
  SitePageView,
  SiteQuery,
  SiteView,
  toBindingView,
} from './site.dto';
import { Site } from './site.entity';
import { SiteService } from './site.service';

/** 站点管理. */
@Controller('sites')
export class SiteController {
  constructor(
    private readonly sites: SiteService,
    private readonly addresses: SiteAddresses,
    private readonly directory: MemorySiteDirectory,
    private readonly views: SiteViews,
  ) {}

  /** The sites this person has to do with. */
  @Get()
  @Requires('read', 'Site')
  async list(@Caller() ctx: StaffCtx, @Query() { portal, ...query }: SiteQuery): Promise<SitePageView> {
    const portalId = portal === undefined ? {} : { portalId: this.directory.byKey(portal)?.id ?? 0 };
    return this.views.page(
      ctx,
      await this.sites.list(ctx, { ...query, ...portalId, readable: readable(ctx, Site) }, query),
    );
  }

  /** 建站. */
  @Post()
  @Requires('create', 'Site')
  async open(@Caller() ctx: StaffCtx, @Body() order: OpenSiteDto): Promise<OpenedSiteView> {
    const { site, advice } = await this.sites.open(ctx, order);
    const here = atSite(ctx, site);
    return { site: await this.views.one(here, await this.sites.get(here)), advice: [...advice] };
  }

  @Get(':site')
  @Requires('read', 'Site')
  async get(@Editor() ctx: EditorCtx): Promise<SiteView> {
    return this.views.one(ctx, await this.sites.get(ctx));
  }

  @Patch(':site')
  @Requires('update', 'Site')
  async edit(@Editor() ctx: EditorCtx, @Body() changes: EditSiteDto): Promise<SiteView> {
    return this.views.one(ctx, await this.sites.edit(ctx, changes));
  }

  @Get(':site/bindings')
  @Requires('read', 'Site')
  async bindings(@Editor() ctx: EditorCtx): Promise<BindingsView> {
    return { bindings: (await this.addresses.list(ctx)).map(toBindingView), advice: [] };
  }

  @Put(':site/bindings')
  @Requires('manage', 'Site')
  async bind(@Editor() ctx: EditorCtx, @Body() { bindings }: BindingsDto): Promise<BindingsView> {
    const stored = await this.addresses.replace(ctx, bindings);
    return { bindings: stored.bindings.map(toBindingView), advice: [...stored.advice] };
  }
}
