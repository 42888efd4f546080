import { notFound, Page } from './page';
import { PageRegistry } from './page-registry';
import { readPath } from './page-path';

const pageAt = (...routes: string[]): object => {
  @Page(...routes)
  class SomePage {
    load = async () => notFound;
  }
  return new SomePage();
};

const registry = new PageRegistry([
  pageAt('/*path/', '/*path/p:page(\\d+)/'),
  pageAt('/'),
  pageAt('/art/:month(\\d{6})/:id(\\d+).html'),
  pageAt('/sitemap/'),
  pageAt('/_files/*file'),
  pageAt('/topic/:name/'),
]);

describe('页面登记', () => {
  it.each([
    ['/', '/', {}],
    ['/sitemap/', '/sitemap/', {}],
    ['/zwgk/', '/*path/', { path: 'zwgk' }],
    ['/zwgk/tzgg/', '/*path/', { path: 'zwgk/tzgg' }],
    ['/zwgk/p2/', '/*path/p:page(\\d+)/', { path: 'zwgk', page: '2' }],
    ['/zwgk/press/', '/*path/', { path: 'zwgk/press' }],
    ['/art/202601/7.html', '/art/:month(\\d{6})/:id(\\d+).html', { month: '202601', id: '7' }],
    ['/topic/春节/', '/topic/:name/', { name: '春节' }],
    ['/topic/a/b/', '/*path/', { path: 'topic/a/b' }],
    ['/_files/2026/a.pdf', '/_files/*file', { file: '2026/a.pdf' }],
  ])('%s belongs to %s', (path, route, params) => {
    expect(registry.match(path)).toMatchObject({ route, params });
  });

  it.each(['/art/2026/7.html', '/art/202601/7.html.bak', '/art/202601/7xhtml', '/x.txt'])(
    '%s belongs to no page',
    (path) => {
      expect(registry.match(path)).toBeNull();
    },
  );

  it('refuses one route for two pages', () => {
    expect(() => new PageRegistry([pageAt('/a/'), pageAt('/a/')])).toThrow('/a/');
  });
});

describe('地址', () => {
  it.each([
    ['/', '/'],
    ['/a/', '/a/'],
    ['/art/202601/7.html', '/art/202601/7.html'],
    ['/%E4%B8%AD/', '/中/'],
  ])('%s is canonical', (path, decoded) => {
    expect(readPath(path)).toEqual({ kind: 'canonical', path, decoded });
  });

  it.each([
    ['/a', '/a/'],
    ['/a%20b', '/a%20b/'],
    ['/%61/', '/a/'],
    ['/%e4%b8%ad/', '/%E4%B8%AD/'],
    ['/a/robots%2Etxt', '/a/robots.txt'],
  ])('%s is another spelling of %s', (path, canonical) => {
    expect(readPath(path)).toEqual({ kind: 'elsewhere', path: canonical });
    expect(readPath(canonical)).toMatchObject({ kind: 'canonical' });
  });
});
