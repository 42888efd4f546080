import { Injectable } from '@nestjs/common';
import type { EditorCtx } from '@zhanqun/kernel';
import { SiteDirectory } from '@zhanqun/platform';
import { OrganisationService } from '@zhanqun/tenancy';
import { ThemeLibrary, ThemeSettings } from '@zhanqun/theming';
import { ChannelFiguresReading, figuresOf } from './channel-figures';
import { channelNotFound } from './channel.errors';
import { CHANNEL_PRESENTATIONS } from './channel-presentation';
import { toChannelConsoleView, type ChannelConsoleView, type ChannelPresentationView } from './channel.dto';
import { ChannelService } from './channel.service';

/** Channels as the console shows them: cycle in force, owner, how full and how fresh. */
@Injectable()
export class ChannelViews {
  constructor(
    private readonly channels: ChannelService,
    private readonly figures: ChannelFiguresReading,
    private readonly organisations: OrganisationService,
    private readonly directory: SiteDirectory,
    private readonly look: ThemeSettings,
    private readonly themes: ThemeLibrary,
  ) {}

  /** Layouts a channel may choose: what the site's theme has a template for. */
  async presentations(ctx: EditorCtx): Promise<ChannelPresentationView[]> {
    const theme = this.themes.get((await this.look.get(ctx)).name);
    return CHANNEL_PRESENTATIONS.filter(({ template }) => theme.has(template)).map(
      ({ template, label, help }) => ({ template, label, help }),
    );
  }

  /** All channels of the site, parents before their children. */
  async all(ctx: EditorCtx): Promise<ChannelConsoleView[]> {
    const nodes = (await this.channels.tree(ctx)).all();
    const figures = await this.figures.of(ctx);
    const owners = await this.organisations.names(
      ctx,
      nodes.map((node) => node.ownerOrganisationId),
    );
    return nodes.map((node) =>
      toChannelConsoleView(node, {
        cycle: this.channels.cycleOf(ctx, node),
        ownerOrganisation: owners.get(node.ownerOrganisationId ?? 0) ?? '',
        figures: figuresOf(figures, node.id),
        url: ctx.site.host === '' ? '' : this.directory.siteUrl(ctx.site, `/${node.path}/`),
      }),
    );
  }

  async one(ctx: EditorCtx, id: number): Promise<ChannelConsoleView> {
    const view = (await this.all(ctx)).find((each) => each.id === id);
    if (!view) throw channelNotFound({ id });
    return view;
  }
}
