import { PageRenderer, ThemeLibrary, themesFolder, type Chrome } from '@zhanqun/theming';
import { Citizens, textOf } from '../support/citizens';
import { htmlErrors } from '../support/html-checker';
import { walk } from '../support/walk';

type Rendering = Parameters<PageRenderer['render']>;

let citizens: Citizens;
/** Of each template, the rendering with most on it that the county came to. */
const fullest = new Map<string, { readonly asked: Rendering; readonly size: number }>();
let renderer: PageRenderer;

beforeAll(async () => {
  citizens = await Citizens.open();
  // Looked at while it works, not stood in for.
  const rendering = jest.spyOn(PageRenderer.prototype, 'render');
  await walk(citizens);
  rendering.mock.calls.forEach((asked, at) => {
    const { template } = asked[1];
    const size = (rendering.mock.results[at]?.value as { html: string } | undefined)?.html.length ?? 0;
    if (size > (fullest.get(template)?.size ?? 0)) fullest.set(template, { asked, size });
  });
  renderer = rendering.mock.contexts[0] as PageRenderer;
  rendering.mockRestore();
}, 240_000);
afterAll(() => citizens.close());

describe('HTML', () => {
  it('of every page type in every theme, and of the pages without a site, has no error', async () => {
    const documents = new Map<string, string>();
    for (const theme of ThemeLibrary.read(themesFolder()).all()) {
      const settings = Object.fromEntries(
        Object.entries(theme.settings).map(([key, setting]) => [key, setting.default]),
      );
      for (const [template, { asked }] of fullest) {
        const [ctx, view, chrome, path] = asked;
        const dressed: Chrome = { ...chrome, theme: { name: theme.name, settings } };
        documents.set(`${theme.name} ${template}`, renderer.render(ctx, view, dressed, path).html);
      }
    }
    const stranger = await citizens.site.handle({
      method: 'GET',
      url: '/',
      host: 'nobody.example',
      headers: {},
    });
    documents.set('unknown host', textOf(stranger));
    // A fault of our own shows that the checker was awake.
    documents.set('wrong', '<!DOCTYPE html><html lang="zh-CN"><title>错</title><p id="a">一<p id="a">二');

    expect([...fullest.keys()].length).toBeGreaterThan(15);
    const errors = await htmlErrors(documents);
    expect(errors.filter((error) => !error.startsWith('wrong:')).slice(0, 40)).toEqual([]);
    expect(errors).toEqual([expect.stringContaining('Duplicate ID')]);
  }, 240_000);
});
