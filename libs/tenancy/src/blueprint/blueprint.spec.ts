import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Blueprints } from './blueprints';
import { filledIn, readBlueprint } from './blueprint';

const blueprints = new Blueprints();

describe('建站蓝本', () => {
  it.each([
    ['portal', 'portal', 20],
    ['department', 'department', 12],
    ['township', 'township', 9],
    ['unit-page', 'unit', 4],
  ])('%s makes a %s with at least %d channels', (code, kind, count) => {
    const blueprint = blueprints.get(code);

    expect(blueprint.siteKind).toBe(kind);
    expect(blueprint.channels.length).toBeGreaterThanOrEqual(count);
  });

  it.each(['portal', 'department', 'township'])('%s has the four parts of 政府信息公开', (code) => {
    const names = blueprints.get(code).channels.map(({ name }) => name);

    expect(names).toEqual(
      expect.arrayContaining([
        '政府信息公开指南',
        '政府信息公开制度',
        '法定主动公开内容',
        '政府信息公开年报',
      ]),
    );
  });

  it('portal has the four functions of a government site and the classes of information', () => {
    const types = new Set(blueprints.get('portal').channels.map(({ columnType }) => columnType));
    const functions = ['文件资料', '解读回应', '办事服务', '互动交流'];
    const classes = ['概况信息', '机构职能', '负责人信息', '政务动态', '数据发布', '信息公开目录'];

    expect([...functions, ...classes].filter((type) => !types.has(type))).toEqual([]);
  });

  it.each(['portal', 'department', 'township', 'unit-page'])(
    '%s puts parents before children and fits its navigation in nine entries',
    (code) => {
      const { channels } = blueprints.get(code);
      const paths = channels.map(({ path }) => path);

      for (const { path, parentPath } of channels) {
        if (parentPath !== null) expect(paths.indexOf(parentPath)).toBeLessThan(paths.indexOf(path));
      }
      expect(channels.filter(({ isNavigation }) => isNavigation).length).toBeLessThanOrEqual(8);
      expect(channels.every(({ description, columnType }) => description !== '' && columnType !== '')).toBe(
        true,
      );
    },
  );

  it.each(['portal', 'department', 'township', 'unit-page'])(
    '%s has the channels that the home page of its theme shows',
    (code) => {
      const { channels, theme } = blueprints.get(code);
      const paths = new Set(channels.map(({ path }) => path));
      const file = join(__dirname, '../../../../themes', theme, 'theme.json');
      const { homeLayout } = JSON.parse(readFileSync(file, 'utf8')) as { homeLayout: object };
      const blocks = JSON.stringify(homeLayout);
      const shown = [...blocks.matchAll(/"(?:channel|documents|interpretations)":"([^"]+)"/g)];

      expect(shown.map(([, path]) => path).filter((path) => !paths.has(path ?? ''))).toEqual([]);
    },
  );

  it('carries the short name of the site', () => {
    const { channels } = filledIn(blueprints.get('township'), '清水镇');

    expect(channels.find(({ path }) => path === 'xzgk')?.name).toBe('走进清水镇');
    expect(JSON.stringify(channels)).not.toContain('{site}');
  });

  it('is not found under a code that does not exist', () => {
    expect(() => blueprints.get('village')).toThrow(
      expect.objectContaining({ code: 'tenancy.blueprint.notFound' }),
    );
  });

  it('is refused when two channels share a path', () => {
    const channel = {
      path: 'a',
      name: '甲',
      kind: 'dynamic',
      updateClass: 'news',
      columnType: '政务动态',
      description: '甲',
    };
    const data = { code: 'x', name: '甲', siteKind: 'unit', description: '甲', theme: 'base' };

    expect(() => readBlueprint({ ...data, channels: [channel, channel] }, 'spec')).toThrow('share a path');
  });
});
