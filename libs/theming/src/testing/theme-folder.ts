import type { ThemeFolder } from '../theme/theme';
import { parseManifest } from '../theme/theme-manifest';

/** A theme that lies nowhere: templates and assets as texts. */
export const folder = (
  name: string,
  templates: Record<string, string>,
  rest: Record<string, unknown> = {},
  assets: Record<string, string> = {},
): ThemeFolder => ({
  manifest: parseManifest(
    { name, label: name, version: '1.0.0', extends: name === 'base' ? null : 'base', ...rest },
    name,
  ),
  directory: `/themes/${name}`,
  templates: new Map(Object.entries(templates)),
  assets: new Map(Object.entries(assets).map(([file, text]) => [file, Buffer.from(text)])),
});
