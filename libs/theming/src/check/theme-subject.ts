import type { Theme, ThemeFolder } from '../theme/theme';
import { ParsedStyle } from './parsed-style';
import { ParsedTemplate } from './parsed-template';

/** Pages shown in place of a site's pages: short, without its frame. */
const STATUS_PAGES = new Set([
  'pages/error.njk',
  'pages/not-found.njk',
  'pages/site-closed.njk',
  'pages/site-preparing.njk',
  'pages/site-suspended.njk',
  'pages/unavailable.njk',
  'pages/unknown-host.njk',
]);

/** What the rules look at: a theme's own templates, and each page with all that it is made of. */
export class ThemeSubject {
  readonly own: readonly ParsedTemplate[];
  /** Style sheets of the theme itself. */
  readonly ownStyles: readonly ParsedStyle[];
  private readonly parsed = new Map<string, ParsedTemplate | null>();
  private readonly closures = new Map<string, ParsedTemplate[]>();

  constructor(
    readonly theme: Theme,
    /** Example views by page template, to find misspelt members of `view`. */
    readonly views: ReadonlyMap<string, object>,
  ) {
    this.ownStyles = stylesIn(this.folder);
    this.own = [...this.folder.templates.keys()].map((name) => this.template(`${theme.name}:${name}`, name));
  }

  get folder(): ThemeFolder {
    return this.theme.chain[0] as ThemeFolder;
  }

  /** Page templates of the whole chain. */
  get pages(): readonly string[] {
    return [...this.theme.templates.keys()].filter((name) => name.startsWith('pages/'));
  }

  /** Those with header, main part and footer. */
  get fullPages(): readonly string[] {
    return this.pages.filter((name) => !STATUS_PAGES.has(name));
  }

  find(name: string): ParsedTemplate | null {
    const known = this.parsed.get(name);
    if (known !== undefined) return known;
    const source = this.theme.source(name);
    const template = source === null ? null : new ParsedTemplate(name, source);
    this.parsed.set(name, template);
    return template;
  }

  /** A page with everything it extends and includes by a written-out name. */
  closure(page: string): ParsedTemplate[] {
    const known = this.closures.get(page);
    if (known) return known;
    const found = this.collect(page);
    this.closures.set(page, found);
    return found;
  }

  /** Style sheets that a page of this theme shows, in the order of the cascade: parents first, `theme.css` last. */
  get styles(): readonly ParsedStyle[] {
    const byName = new Map(
      this.theme.chain
        .toReversed()
        .flatMap((folder) => (folder === this.folder ? this.ownStyles : stylesIn(folder)))
        .map((style) => [style.name, style] as const),
    );
    return [...byName.values()].sort((left, right) => +isLast(left) - +isLast(right));
  }

  private collect(page: string): ParsedTemplate[] {
    const found = new Map<string, ParsedTemplate>();
    const waiting = [page];
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
      const template = found.has(name) ? null : this.find(name);
      if (!template) continue;
      found.set(name, template);
      waiting.push(...template.references.map((reference) => reference.name));
    }
    return [...found.values()];
  }

  /** All templates of the chain in the version this theme shows. */
  get all(): ParsedTemplate[] {
    return [...this.theme.templates.keys()].flatMap((name) => this.find(name) ?? []);
  }

  private template(key: string, name: string): ParsedTemplate {
    const template = new ParsedTemplate(name, this.theme.source(key) ?? '');
    return template;
  }
}

const isLast = ({ name }: ParsedStyle): boolean => name === 'css/theme.css';

function stylesIn({ assets }: ThemeFolder): ParsedStyle[] {
  return [...assets]
    .filter(([name]) => name.endsWith('.css'))
    .map(([name, body]) => new ParsedStyle(name, body.toString('utf8')));
}
