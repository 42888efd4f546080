export const SETTING_LEVELS = ['platform', 'portal', 'site'] as const;
export type SettingLevel = (typeof SETTING_LEVELS)[number];

export const SETTING_TYPES = ['text', 'longText', 'boolean', 'number', 'choice', 'day', 'json'] as const;
export type SettingType = (typeof SETTING_TYPES)[number];

interface SettingDeclaration<T> {
  /** `feature.name`, stable. */
  readonly key: string;
  /** What the form calls it, in Chinese. */
  readonly label: string;
  readonly type: SettingType;
  readonly default: T;
  /** Levels that may set it; the others only inherit. */
  readonly levels: readonly SettingLevel[];
  /** What to put in, shown under the field. */
  readonly help?: string;
  /** For `choice`. */
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  /** Says what is wrong, in Chinese; null when the value is fine. Runs after the check of the type. */
  validate?(value: T): string | null;
  /** False: a portal's value is its own and does not descend to the sites below it. */
  readonly descends?: boolean;
}

/** 设置项: declared once by the feature that reads it; the console form is made from the declaration. */
export interface Setting<T = unknown> extends SettingDeclaration<T> {
  readonly descends: boolean;
}

const declared = new Map<string, Setting>();

/** Declares a setting. Called at the top of a file, so that importing the feature makes it known. */
export function declareSetting<T>(declaration: SettingDeclaration<T>): Setting<T> {
  if (declared.has(declaration.key)) throw new Error(`the setting ${declaration.key} is declared twice`);
  const setting: Setting<T> = Object.freeze({ ...declaration, descends: declaration.descends ?? true });
  declared.set(setting.key, setting);
  return setting;
}

export function declaredSettings(): readonly Setting[] {
  return [...declared.values()];
}

export function declaredSetting(key: string): Setting | undefined {
  return declared.get(key);
}

const WANTED: Readonly<Record<SettingType, string>> = {
  text: '须为文字',
  longText: '须为文字',
  boolean: '须为“是”或“否”',
  number: '须为数字',
  choice: '须从列出的选项中选择',
  day: '须为日期，如 2026-03-05，可留空',
  json: '格式不正确',
};

/** What is wrong with a value for a setting, in Chinese; null when nothing is. */
export function faultOf(setting: Setting, value: unknown): string | null {
  if (!isOfType(setting, value)) return WANTED[setting.type];
  return setting.validate?.(value) ?? null;
}

function isOfType({ type, choices }: Setting, value: unknown): boolean {
  switch (type) {
    case 'text':
      return typeof value === 'string' && value.length <= 500 && !/[\r\n]/.test(value);
    case 'longText':
      return typeof value === 'string' && value.length <= 10_000;
    case 'boolean':
      return typeof value === 'boolean';
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'choice':
      return (choices ?? []).some((choice) => choice.value === value);
    case 'day':
      return value === '' || (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value));
    case 'json':
      return typeof value === 'object' && value !== null;
  }
}
