import { Body, Controller, Get, Patch, Post, Put, Query } from '@nestjs/common';
import { atSite, type EditorCtx, type StaffCtx } from '@zhanqun/kernel';
import { AbilityFactory, Caller, Editor, In, readable, Requires, type Where } from '@zhanqun/platform';
import { MemorySiteDirectory } from './memory-site-directory';
import { SiteAddresses } from './site-addresses';
import { BindingsDto } from './site-binding.dto';
import { BindingsView, toBindingView } from './site-binding.view';
import { SiteViews } from './site-views';
import { EditSiteDto, OpenSiteDto, SiteQuery } from './site.dto';
import { Site } from './site.entity';
import { SiteService } from './site.service';
import { OpenedSiteView, SitePageView, SiteView } from './site.view';

/** 站点管理. */
@Controller('sites')
export class SiteController {
  constructor(
    private readonly sites: SiteService,
    private readonly addresses: SiteAddresses,
    private readonly directory: MemorySiteDirectory,
    private readonly views: SiteViews,
    private readonly abilities: AbilityFactory,
  ) {}

  /** The sites this person has to do with: all of them on the platform, else those with a desk. */
  @Get()
  @Requires('use', 'Console')
  async list(@Caller() ctx: StaffCtx, @Query() { portal, ...query }: SiteQuery): Promise<SitePageView> {
    const portalId = portal === undefined ? {} : { portalId: this.directory.byKey(portal)?.id ?? 0 };
    return this.views.page(
      ctx,
      await this.sites.list(ctx, { ...query, ...portalId, readable: await this.visible(ctx) }, query),
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

  private async visible(ctx: StaffCtx): Promise<Where<Site>> {
    if (ctx.ability.can('read', 'Site')) return readable(ctx, Site);
    const sites = this.directory.all();
    const abilities = await this.abilities.forSites(ctx.actor, sites, ctx.now);
    return { id: In(sites.flatMap(({ id }) => (abilities.get(id)?.can('read', 'Site') ? [id] : []))) };
  }
}
