import { Body, Controller, Get, Header, HttpCode, Post, Put } from '@nestjs/common';
import type { EditorCtx } from '@zhanqun/kernel';
import { Editor, Requires } from '@zhanqun/platform';
import { PagePreview } from '../site/page-preview';
import { ThemeLibrary } from '../theme/theme-library';
import { ThemeChoiceDto, type SiteThemeView, type ThemeSummaryView } from './theme.dto';
import { toSiteThemeView, toThemeSummary } from './theme-view';
import { ThemeSettings } from './theme-settings';

@Controller()
export class ThemeController {
  constructor(
    private readonly settings: ThemeSettings,
    private readonly themes: ThemeLibrary,
    private readonly preview: PagePreview,
  ) {}

  @Get('themes')
  @Requires('use', 'Console')
  list(): ThemeSummaryView[] {
    return this.themes.all().map(toThemeSummary);
  }

  @Get('sites/:site/theme')
  @Requires('read', 'Theme')
  async get(@Editor() ctx: EditorCtx): Promise<SiteThemeView> {
    return toSiteThemeView(await this.settings.get(ctx), this.themes);
  }

  @Put('sites/:site/theme')
  @Requires('update', 'Theme')
  async save(@Editor() ctx: EditorCtx, @Body() choice: ThemeChoiceDto): Promise<SiteThemeView> {
    return toSiteThemeView(await this.settings.save(ctx, choice), this.themes);
  }

  /** The home page in a look that is not saved yet, as HTML for a sandboxed frame. */
  @Post('sites/:site/theme/preview')
  @HttpCode(200)
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', 'no-store')
  @Requires('update', 'Theme')
  async home(@Editor() ctx: EditorCtx, @Body() choice: ThemeChoiceDto): Promise<string> {
    return this.preview.home(ctx, choice);
  }
}
