import { publicCtx, type SiteCtx, type SiteRef } from '@zhanqun/kernel';
import type { Chrome } from '../chrome';
import type { PageRegistry } from '../page/page-registry';
import { askedNothing, type View } from '../page/page';
import { previewUnavailable } from '../settings/theme-settings.errors';
import type { ThemeChoice, ThemeSettings } from '../settings/theme-settings';
import type { Chromes } from './chromes';
import type { PageRenderer } from './page-renderer';

/** Where the console serves the theme's files that a preview needs; see ThemeFilesController. */
const CONSOLE_THEME_FILES = '/api/_theme/';

/** 预览: a page as citizens would see it, for people in the console. Nothing of it is stored or cached. */
export class PagePreview {
  constructor(
    private readonly chromes: Chromes,
    private readonly renderer: PageRenderer,
    private readonly registry: () => PageRegistry,
    private readonly settings: ThemeSettings,
  ) {}

  /** The home page with a look that is not saved. Raises what saving it would raise. */
  async home(ctx: SiteCtx, choice: ThemeChoice): Promise<string> {
    const { name, settings } = this.settings.preview(choice);
    const reader = publicCtx(ctx.site, ctx.now, ctx.traceId);
    const chrome: Chrome = { ...(await this.chromes.get(reader)), theme: { name, settings } };
    const match = this.registry().match('/');
    const result = await match?.page.load(reader, match.params, chrome, askedNothing);
    if (result?.kind !== 'view') throw previewUnavailable({ path: '/' });
    return forConsole(ctx.site, this.renderer.render(reader, uncounted(result), chrome, '/').html);
  }

  /** A view made from something unpublished, in the frame the site has now. */
  async view(ctx: SiteCtx, view: View, path: string): Promise<string> {
    const reader = publicCtx(ctx.site, ctx.now, ctx.traceId);
    return forConsole(
      ctx.site,
      this.renderer.render(reader, uncounted(view), await this.chromes.get(reader), path).html,
    );
  }
}

/** Who looks at a preview is no visitor. */
const uncounted = (view: View): View => ({ ...view, page: { ...view.page, visit: null } });

/** Files of the theme and of the site's library, at the addresses under which the console serves them. */
function forConsole({ key, prefix }: SiteRef, html: string): string {
  const start = (path: string): RegExp => new RegExp(`(\\s(?:href|src|srcset)=")${path}/`, 'g');
  return html
    .replace(start('/_theme'), `$1${CONSOLE_THEME_FILES}`)
    .replace(start(`(?:${prefix})?/_files`), `$1/api/sites/${key}/files/`);
}
