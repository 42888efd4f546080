import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { ThemeLibrary, type TemplateData, type Theme } from '@zhanqun/theming';
import { GALLERY_THEMES, galleryPages, type GalleryFace, type GalleryPage, type GalleryTheme } from './data';
import { pictures } from './pictures';

const CSP =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'";
const KEPT = { 'cache-control': 'max-age=3600, immutable' };

/** The gallery on a port of this machine: `/THEME/PAGE`, rendered once; everything else as on a site. */
export class GalleryServer {
  private readonly rendered = new Map<string, string>();

  private constructor(
    private readonly themes: ReadonlyMap<string, Theme>,
    private readonly pages: ReadonlyMap<string, GalleryPage>,
    private readonly server: ReturnType<typeof createServer>,
  ) {}

  /** Each theme shows the kind of site it is for, or all of them the one that is asked for. */
  static async open(face?: GalleryFace): Promise<GalleryServer> {
    const library = ThemeLibrary.read(resolve(__dirname, '../../../themes'));
    const themes = new Map(GALLERY_THEMES.map((name) => [name as string, library.get(name)]));
    const pages = new Map(
      GALLERY_THEMES.flatMap((name) =>
        galleryPages(name, defaultsOf(library.get(name)), face).map((page) => [`${name}/${page.name}`, page]),
      ),
    );
    const server = createServer((request, answer) => gallery.answer(request.url ?? '/', answer));
    const gallery = new GalleryServer(themes, pages, server);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return gallery;
  }

  /** The pages by name, in the order of the gallery; every theme has all of them. */
  static names(): string[] {
    return galleryPages('base', {}).map(({ name }) => name);
  }

  address(theme: GalleryTheme, page: string): string {
    return `http://gallery.localhost:${(this.server.address() as AddressInfo).port}/${theme}/${page}`;
  }

  /** Where the files of a theme lie: all that tells two themes apart in documents that are else the same. */
  assetsOf(theme: GalleryTheme): string {
    return /\/_theme\/[^/]+\/[^/]+\//.exec(this.html(`${theme}/home`) ?? '')?.[0] ?? '';
  }

  /** The document of a page without what names its theme. */
  documentOf(theme: GalleryTheme, page: string): string {
    return this.html(`${theme}/${page}`)?.replaceAll(this.assetsOf(theme), '/_theme/') ?? '';
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((done) => this.server.close(() => done()));
  }

  private answer(url: string, answer: ServerResponse): void {
    const { pathname } = new URL(url, 'http://gallery.localhost');
    const send = (body: string | Buffer, contentType: string, more = {}): void =>
      void answer.writeHead(200, { 'content-type': contentType, ...more }).end(body);
    const html = this.html(pathname.slice(1));
    if (html) return send(html, 'text/html; charset=utf-8', { 'content-security-policy': CSP });
    const [, theme = '', asset = ''] = /^\/_theme\/([^/]+)\/[^/]+\/(.+)$/.exec(pathname) ?? [];
    const found = this.themes.get(theme)?.assets.get(asset);
    if (found) return send(found.body, found.contentType, KEPT);
    const picture = pictures[pathname];
    if (picture) return send(picture, 'image/svg+xml', KEPT);
    answer.writeHead(pathname.includes('/_visit/') || pathname.endsWith('.mp4') ? 204 : 404).end();
  }

  private html(key: string): string | null {
    const page = this.pages.get(key);
    const theme = this.themes.get(key.split('/')[0] ?? '');
    if (!page || !theme) return null;
    let html = this.rendered.get(key);
    if (html === undefined) {
      const { chrome, view, page: info } = page;
      html = theme.renderStrictly(page.template, { chrome, view, page: info } as TemplateData).html;
      this.rendered.set(key, html);
    }
    return html;
  }
}

const defaultsOf = (theme: Theme): Record<string, unknown> =>
  Object.fromEntries(Object.entries(theme.settings).map(([key, setting]) => [key, setting.default]));
