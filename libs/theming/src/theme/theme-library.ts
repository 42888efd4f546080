import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { Theme, type ThemeFolder } from './theme';
import { isAssetFile } from './theme-assets';
import { isThemeName, parseManifest, themeBroken } from './theme-manifest';
import { packageFile } from './theme-packages';

export const BASE_THEME = 'base';

/** All installed themes, read once at start. A theme that cannot be read stops the start and says why. */
export class ThemeLibrary {
  private readonly themes = new Map<string, Theme>();

  constructor(folders: readonly ThemeFolder[]) {
    const byName = new Map(folders.map((folder) => [folder.manifest.name, folder]));
    for (const folder of folders) this.themes.set(folder.manifest.name, new Theme(chainOf(folder, byName)));
  }

  static read(directory: string): ThemeLibrary {
    return new ThemeLibrary(readThemeFolders(directory));
  }

  all(): readonly Theme[] {
    return [...this.themes.values()];
  }

  /** Whether templates and assets of that digest are installed now: what they made is current. */
  knows(digest: string): boolean {
    return this.all().some((theme) => theme.digest === digest);
  }

  find(name: string): Theme | null {
    return this.themes.get(name) ?? null;
  }

  /** The theme of that name, or `base` when a site names one that is not installed any more. */
  get(name: string): Theme {
    const theme = this.themes.get(name) ?? this.themes.get(BASE_THEME);
    if (!theme) throw themeBroken({ theme: name, faults: ['主题未安装，也没有 base 主题'] });
    return theme;
  }
}

function chainOf(folder: ThemeFolder, byName: ReadonlyMap<string, ThemeFolder>): ThemeFolder[] {
  const chain: ThemeFolder[] = [];
  for (let next: ThemeFolder | undefined = folder; next;) {
    if (chain.includes(next)) throw themeBroken({ theme: folder.manifest.name, faults: ['extends 成环'] });
    chain.push(next);
    const parent: string | null = next.manifest.extends;
    if (parent === null) break;
    next = byName.get(parent);
    if (!next) throw themeBroken({ theme: folder.manifest.name, faults: [`上级主题“${parent}”未安装`] });
  }
  return chain;
}

export function readThemeFolders(directory: string): ThemeFolder[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && isThemeName(entry.name))
    .filter((entry) => existsSync(join(directory, entry.name, 'theme.json')))
    .map((entry) => readThemeFolder(join(directory, entry.name), entry.name));
}

export function readThemeFolder(directory: string, name: string): ThemeFolder {
  const templates = new Map<string, string>();
  const assets = new Map<string, Buffer>();
  for (const file of filesUnder(directory)) {
    if (file.startsWith('assets/')) {
      const asset = file.slice('assets/'.length);
      if (isAssetFile(asset)) assets.set(asset, readFileSync(join(directory, file)));
    } else if (file.endsWith('.njk')) templates.set(file, readFileSync(join(directory, file), 'utf8'));
  }
  const manifest = parseManifest(readJson(directory, name), name);
  for (const [asset, source] of Object.entries(manifest.packages)) assets.set(asset, packageFile(source));
  return { manifest, directory, templates, assets };
}

function readJson(directory: string, name: string): unknown {
  try {
    return JSON.parse(readFileSync(join(directory, 'theme.json'), 'utf8'));
  } catch (cause) {
    throw Object.assign(themeBroken({ theme: name, faults: ['theme.json 不存在或不是 JSON'] }), { cause });
  }
}

/** Symbolic links are not followed: a theme is what lies in its folder. */
function filesUnder(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}
