import { IsInt, IsObject, IsOptional, Length, Min } from 'class-validator';

/** A site's look as the console sends it. */
export class ThemeChoiceDto {
  @Length(1, 40, { message: '请选择主题' })
  name: string;

  @IsObject({ message: '设置须为对象' })
  settings: Record<string, unknown>;

  /** Version the change was made on; a stale one is refused. */
  @IsOptional()
  @IsInt()
  @Min(0)
  version?: number;
}

export class SettingOptionView {
  value: string;
  label: string;
}

/** One field of the theme form. */
export class SettingDeclarationView {
  key: string;
  label: string;
  help: string;
  group: string;
  /** text, longText, colour, image, channel, channels, links, boolean, choice or number. */
  kind: string;
  default: unknown;
  isRequired: boolean;
  choices: SettingOptionView[];
  maxItems: number | null;
  /** colour: what it must be readable against; null when nothing is asked. */
  against: string | null;
  /** image: endings that may be chosen; any picture when empty. */
  formats: string[];
  minimum: number | null;
  maximum: number | null;
}

export class ThemeSummaryView {
  name: string;
  label: string;
  description: string;
  version: string;
  /** Its settings, so that a form can show it before it is chosen. */
  declaration: SettingDeclarationView[];
}

export class SiteThemeView {
  name: string;
  version: number;
  settings: Record<string, unknown>;
  declaration: SettingDeclarationView[];
  themes: ThemeSummaryView[];
}
