import { titleField, type FileValue, type Target } from '../block-field';
import { declareBlock } from '../block-type';

interface Settings {
  readonly title: string;
  readonly image: FileValue | null;
  readonly showsTitle: boolean;
  readonly target: Target;
}

export const banner = declareBlock<Settings, 'banner'>({
  code: 'banner',
  label: '横幅',
  note: '一张通栏图片，可以通向专题、栏目或其他网站',
  icon: 'picture',
  most: 6,
  fields: [
    {
      ...titleField,
      isRequired: true,
      maximum: 40,
      help: '显示在图上；关掉时由读屏软件读出，图里的文字要写在这里',
    },
    { key: 'image', label: '图片', kind: 'image', isRequired: true, help: '建议 1200×160 像素' },
    {
      key: 'showsTitle',
      label: '图上显示标题',
      kind: 'yesNo',
      default: true,
      help: '图里已经有字时关掉',
    },
    { key: 'target', label: '通向', kind: 'target', help: '不填时只是一张图' },
  ],
  prepare: ({ title, image, showsTitle, target }, desk) => {
    const picture = desk.picture(image);
    return () =>
      picture
        ? {
            title,
            moreUrl: null,
            picture: { ...picture, alt: showsTitle ? '' : title },
            showsTitle,
            link: desk.link(target, title),
          }
        : null;
  },
});
