import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  Global,
  Inject,
  Module,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { DiscoveryModule, DiscoveryService, ModuleRef } from '@nestjs/core';
import { Clock } from '@zhanqun/kernel';
import {
  AppConfig,
  Metrics,
  PurgeLog,
  SiteDirectory,
  TrustedProxies,
  type PageCacheConfig,
  WordingModule,
} from '@zhanqun/platform';
import { PageCache } from './cache/page-cache';
import { registerPageMetrics } from './cache/page-metrics';
import { PageStore } from './cache/page-store';
import { ThemeCheck } from './check/theme-check';
import { routesOf } from './page/page';
import { PageRegistry } from './page/page-registry';
import { SiteMirror } from './mirror/site-mirror';
import { ThemeController } from './settings/theme.controller';
import { ThemeFilesController } from './settings/theme-files.controller';
import { ThemeSettings } from './settings/theme-settings';
import { Chromes, ChromeSource } from './site/chromes';
import { CitizenServer } from './site/citizen-server';
import { PagePreview } from './site/page-preview';
import { MovedPages } from './site/moved-pages';
import { PageRenderer } from './site/page-renderer';
import { PublicSite } from './site/public-site';
import { PurgeReader } from './site/purge-reader';
import { ThemeLibrary } from './theme/theme-library';

const PAGES_PER_SITE = 20_000;
const ANSWERS_PER_SITE = 2_000;
/** The part of the memory that answers to queries may take. */
const SHARE_FOR_ANSWERS = 1 / 8;

const bytesOf = ({ megabytes }: PageCacheConfig): number => megabytes * 1024 * 1024;
const bytesForAnswers = (config: PageCacheConfig): number => bytesOf(config) * SHARE_FOR_ANSWERS;

/** The folder `themes/`, found from source and from `dist` alike. */
export function themesFolder(from: string = __dirname): string {
  const folder = join(from, 'themes');
  if (existsSync(join(folder, 'base', 'theme.json'))) return folder;
  if (dirname(from) === from) throw new Error('the folder themes/base is missing');
  return themesFolder(dirname(from));
}

/** Pages and the frame around them are made by libraries above this one, so they are looked up when first needed. */
class Above {
  private pages: PageRegistry | undefined;
  private known: SiteDirectory | undefined;
  private movedPages: MovedPages | null | undefined;

  constructor(
    private readonly modules: ModuleRef,
    private readonly discovery: DiscoveryService,
  ) {}

  readonly directory = (): SiteDirectory =>
    (this.known ??= this.modules.get<SiteDirectory>(SiteDirectory as never, { strict: false }));

  readonly chromes = (): ChromeSource =>
    this.modules.get<ChromeSource>(ChromeSource as never, { strict: false });

  readonly registry = (): PageRegistry => (this.pages ??= this.discover());

  readonly moved = (): MovedPages | null => {
    if (this.movedPages === undefined) this.movedPages = this.findMoved();
    return this.movedPages;
  };

  private findMoved(): MovedPages | null {
    const known = this.discovery.getProviders().find(({ instance }) => instance instanceof MovedPages);
    return (known?.instance as MovedPages | undefined) ?? null;
  }

  private discover(): PageRegistry {
    const pages = this.discovery
      .getProviders()
      .filter(({ metatype, instance }) => metatype && instance && routesOf(metatype).length > 0)
      .map(({ instance }) => instance as object);
    return new PageRegistry([...new Set(pages)]);
  }
}

/** Themes, settings of sites' looks, the page engine and the citizens' port. */
@Global()
@Module({
  imports: [DiscoveryModule, WordingModule],
  providers: [
    {
      provide: Above,
      inject: [ModuleRef, DiscoveryService],
      useFactory: (modules: ModuleRef, discovery: DiscoveryService) => new Above(modules, discovery),
    },
    { provide: ThemeLibrary, useFactory: () => ThemeLibrary.read(themesFolder()) },
    {
      provide: ThemeCheck,
      inject: [ThemeLibrary],
      useFactory: (themes: ThemeLibrary) => new ThemeCheck(themes),
    },
    ThemeSettings,
    { provide: Chromes, inject: [Above], useFactory: (above: Above) => new Chromes(above.chromes) },
    {
      provide: PageRenderer,
      inject: [ThemeLibrary, Above],
      useFactory: (themes: ThemeLibrary, above: Above) => new PageRenderer(themes, above.directory),
    },
    {
      provide: PagePreview,
      inject: [Chromes, PageRenderer, Above, ThemeSettings],
      useFactory: (chromes: Chromes, renderer: PageRenderer, above: Above, settings: ThemeSettings) =>
        new PagePreview(chromes, renderer, above.registry, settings),
    },
    {
      provide: PageCache,
      inject: [AppConfig],
      useFactory: ({ pageCache }: AppConfig) =>
        new PageCache({
          bytes: bytesOf(pageCache) - bytesForAnswers(pageCache),
          pagesPerSite: PAGES_PER_SITE,
          staleSeconds: pageCache.staleSeconds,
        }),
    },
    {
      provide: PublicSite,
      inject: [Above, Chromes, PageRenderer, ThemeLibrary, PageCache, Clock, AppConfig],
      useFactory: (
        above: Above,
        chromes: Chromes,
        renderer: PageRenderer,
        themes: ThemeLibrary,
        cache: PageCache,
        clock: Clock,
        { pageCache, trustedProxies }: AppConfig,
      ) =>
        new PublicSite({
          directory: above.directory,
          registry: above.registry,
          chromes,
          renderer,
          themes,
          cache,
          answers: new PageCache({
            bytes: bytesForAnswers(pageCache),
            pagesPerSite: ANSWERS_PER_SITE,
            staleSeconds: pageCache.staleSeconds,
          }),
          clock,
          proxies: new TrustedProxies(trustedProxies),
          moved: above.moved,
        }),
    },
    {
      provide: PurgeReader,
      inject: [PurgeLog, PublicSite, PageCache, ThemeLibrary, Clock, AppConfig],
      useFactory: (
        log: PurgeLog,
        site: PublicSite,
        cache: PageCache,
        themes: ThemeLibrary,
        clock: Clock,
        { dataDir, pageCache }: AppConfig,
      ) =>
        new PurgeReader(
          log,
          site,
          clock,
          pageCache.staleSeconds,
          () => new PageStore(dataDir, cache.history, (digest) => themes.knows(digest)),
        ),
    },
    {
      provide: SiteMirror,
      inject: [PublicSite, Above, Clock, AppConfig],
      useFactory: (site: PublicSite, above: Above, clock: Clock, { dataDir }: AppConfig) =>
        new SiteMirror(site, above.directory, clock, dataDir),
    },
    CitizenServer,
  ],
  exports: [
    ThemeLibrary,
    ThemeCheck,
    ThemeSettings,
    Chromes,
    PageRenderer,
    PagePreview,
    PageCache,
    PublicSite,
    PurgeReader,
    SiteMirror,
    CitizenServer,
  ],
})
export class ThemingModule implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    @Inject(PurgeReader) private readonly purges: PurgeReader,
    @Inject(Above) private readonly above: Above,
    @Inject(PageCache) private readonly cache: PageCache,
    @Inject(Metrics) private readonly metrics: Metrics,
  ) {}

  onApplicationBootstrap(): void {
    this.above.registry();
    registerPageMetrics(this.metrics, this.cache);
    this.purges.listen();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.purges.stop();
  }
}

@Module({ controllers: [ThemeController, ThemeFilesController] })
export class ThemingConsoleModule {}
