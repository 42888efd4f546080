import { Body, Controller, Delete, Get, Param, Put } from '@nestjs/common';
import type { EditorCtx, StaffCtx } from '@zhanqun/kernel';
import { Caller, Editor, Requires } from '@zhanqun/platform';
import { ChangeSettingDto, SettingView, toSettingView } from './settings.dto';
import { Settings } from './settings';

/** 站点设置: the form is made from the declarations. */
@Controller('sites/:site/settings')
export class SiteSettingsController {
  constructor(private readonly settings: Settings) {}

  @Get()
  @Requires('read', 'SiteSettings')
  form(@Editor() ctx: EditorCtx): SettingView[] {
    return this.settings.form(ctx.site).map(toSettingView);
  }

  @Put(':key')
  @Requires('update', 'SiteSettings')
  async set(
    @Editor() ctx: EditorCtx,
    @Param('key') key: string,
    @Body() { value, lock = false }: ChangeSettingDto,
  ): Promise<SettingView> {
    const setting = this.settings.declared(key);
    await this.settings.set(ctx, setting, value, { lock });
    return toSettingView(this.settings.effective(ctx.site, setting));
  }

  /** Back to what the levels above say. */
  @Delete(':key')
  @Requires('update', 'SiteSettings')
  async clear(@Editor() ctx: EditorCtx, @Param('key') key: string): Promise<SettingView> {
    const setting = this.settings.declared(key);
    await this.settings.clear(ctx, setting);
    return toSettingView(this.settings.effective(ctx.site, setting));
  }
}

/** 平台设置: defaults and locks for every site. */
@Controller('settings')
export class PlatformSettingsController {
  constructor(private readonly settings: Settings) {}

  @Get()
  @Requires('manage', 'SiteSettings')
  form(): SettingView[] {
    return this.settings.form(undefined).map(toSettingView);
  }

  @Put(':key')
  @Requires('manage', 'SiteSettings')
  async set(
    @Caller() ctx: StaffCtx,
    @Param('key') key: string,
    @Body() { value, lock = false }: ChangeSettingDto,
  ): Promise<SettingView> {
    const setting = this.settings.declared(key);
    await this.settings.set(ctx, setting, value, { lock });
    return toSettingView(this.settings.effective(undefined, setting));
  }

  @Delete(':key')
  @Requires('manage', 'SiteSettings')
  async clear(@Caller() ctx: StaffCtx, @Param('key') key: string): Promise<SettingView> {
    const setting = this.settings.declared(key);
    await this.settings.clear(ctx, setting);
    return toSettingView(this.settings.effective(undefined, setting));
  }
}
