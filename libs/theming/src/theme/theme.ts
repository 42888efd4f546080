import { createHash } from 'node:crypto';
import nunjucks from 'nunjucks';
import type { Chrome, PageInfo } from '../chrome';
import { templateFilters } from './template-filters';
import { withMisses } from './template-fences';
import { ThemeAssets } from './theme-assets';
import type { HomeLayout, SettingDeclaration, RegionDeclaration, ThemeManifest } from './theme-manifest';

/** One folder under `themes/`, read into memory: sources of templates and bytes of assets. */
export interface ThemeFolder {
  readonly manifest: ThemeManifest;
  readonly directory: string;
  readonly templates: ReadonlyMap<string, string>;
  readonly assets: ReadonlyMap<string, Buffer>;
}

/** What every page template receives. */
export interface TemplateData {
  readonly chrome: Chrome;
  readonly view: object;
  readonly page: PageInfo;
}

const TEMPLATE_NAME = /^(?:([a-z][a-z0-9-]*):)?((?:[a-z0-9][a-z0-9_-]*\/)*[a-z0-9][a-z0-9_-]*\.njk)$/;

/**
 * 主题: a folder with its parents behind it (`chain`: itself first, `base` last).
 *
 * Templates and assets are looked up along the chain. A template may also name one member of the
 * chain, `{% extends "base:pages/home.njk" %}`, so that a child can build on the file it replaces.
 * Nothing outside the chain can be reached, whatever a template writes in `include` or `import`.
 */
export class Theme {
  readonly name: string;
  readonly manifest: ThemeManifest;
  readonly assets: ThemeAssets;
  /** Settings of the whole chain; the child's declaration wins. */
  readonly settings: Readonly<Record<string, SettingDeclaration>>;
  readonly regions: readonly RegionDeclaration[];
  /** The nearest one of the chain. */
  readonly homeLayout: HomeLayout;
  /** Changes whenever a template or an asset of the chain changes: pages made before are outdated. */
  readonly digest: string;
  private readonly env: nunjucks.Environment;

  constructor(readonly chain: readonly ThemeFolder[]) {
    const [own] = chain as [ThemeFolder];
    this.name = own.manifest.name;
    this.manifest = own.manifest;
    this.assets = new ThemeAssets(this.name, chain);
    this.settings = Object.assign({}, ...chain.toReversed().map((folder) => folder.manifest.settings));
    this.regions = chain.find((folder) => folder.manifest.regions.length > 0)?.manifest.regions ?? [];
    this.homeLayout =
      chain.find((folder) => Object.keys(folder.manifest.homeLayout).length > 0)?.manifest.homeLayout ?? {};
    this.digest = digestOf(chain, this.assets.hash);
    this.env = this.environment();
  }

  /** Templates of the chain by name, each in the version this theme shows. */
  get templates(): ReadonlyMap<string, string> {
    return new Map(this.chain.toReversed().flatMap((folder) => [...folder.templates]));
  }

  has(template: string): boolean {
    return this.source(template) !== null;
  }

  /** Source of a template along the chain; null for unknown names and for names that are no template name. */
  source(template: string): string | null {
    const [, owner, file] = TEMPLATE_NAME.exec(template) ?? [];
    if (!file) return null;
    const places = owner ? this.chain.filter((folder) => folder.manifest.name === owner) : this.chain;
    for (const folder of places) {
      const source = folder.templates.get(file);
      if (source !== undefined) return source;
    }
    return null;
  }

  /** View → HTML. Unknown variables show nothing; a fault of the template throws. */
  render(template: string, data: TemplateData): string {
    return this.env.render(template, data);
  }

  /** Renders and tells which names were asked for in vain: misspelt variables, `safe` on unknown values. */
  renderStrictly(template: string, data: TemplateData): { html: string; missing: string[] } {
    const { result, missing } = withMisses(() => this.render(template, data));
    return { html: result, missing };
  }

  private environment(): nunjucks.Environment {
    const loader: nunjucks.ILoader & { cache?: object } = {
      getSource: (name) => {
        const src = this.source(name);
        // null means "not found" to Nunjucks, which its types do not say.
        return src === null
          ? (null as unknown as nunjucks.LoaderSource)
          : { src, path: name, noCache: false };
      },
    };
    const env = new nunjucks.Environment(loader, {
      autoescape: true,
      throwOnUndefined: false,
    });
    const inside = env as unknown as { filters: object; tests: object };
    inside.filters = templateFilters(env, (file) => this.assets.url(file));
    inside.tests = Object.assign(Object.create(null) as object, inside.tests);
    return env;
  }
}

function digestOf(chain: readonly ThemeFolder[], assetHash: string): string {
  const hash = createHash('sha256').update(assetHash);
  for (const folder of chain) {
    hash.update(`\0${folder.manifest.name}@${folder.manifest.version}\0`);
    for (const [name, source] of [...folder.templates].sort(([a], [b]) => (a < b ? -1 : 1)))
      hash.update(`${name}\0${source}\0`);
  }
  return hash.digest('hex').slice(0, 16);
}
