import type { SettingDeclarationView } from '@/api/theme';
import { carried, coloursOf, defaultsOf, isChanged } from './carried';

const setting = (key: string, kind: string, given: unknown) =>
  ({
    key,
    label: key,
    help: '',
    group: '',
    kind,
    default: given,
    isRequired: false,
    choices: [],
    maxItems: null,
    against: null,
    formats: [],
    minimum: null,
    maximum: null,
  }) as unknown as SettingDeclarationView;
const blue = [
  setting('mainColor', 'colour', '#1A4B8C'),
  setting('slogan', 'text', ''),
  setting('showDepartments', 'boolean', true),
  setting('links', 'links', null),
];

describe('换主题', () => {
  it('keeps what the site wrote and takes the colours of the theme', () => {
    const values = { mainColor: '#B3141B', slogan: '公开 便民', showDepartments: false, old: 1 };

    expect(carried(values, blue)).toEqual({
      mainColor: '#1A4B8C',
      slogan: '公开 便民',
      showDepartments: false,
      links: [],
    });
    expect(coloursOf(blue)).toEqual(['#1A4B8C']);
  });

  it('knows what differs from the theme and how to take it back', () => {
    expect(isChanged('公开', blue[1]!)).toBe(true);
    expect(isChanged('', blue[1]!)).toBe(false);
    expect(defaultsOf(blue)).toEqual({ mainColor: '#1A4B8C', slogan: '', showDepartments: true, links: [] });
  });
});
