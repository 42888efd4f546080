import { channelField, countField, titleField } from '../block-field';
import { declareBlock } from '../block-type';

interface Settings {
  readonly title: string;
  readonly documents: string;
  readonly interpretations: string;
  readonly articles: number;
}

export const policy = declareBlock<Settings, 'policy'>({
  code: 'policy',
  label: '政策与解读',
  note: '政策文件和政策解读左右并列',
  icon: 'gavel',
  most: 2,
  fields: [
    { ...titleField, help: '只读给读屏软件听，页面上显示“政策文件”“政策解读”' },
    { ...channelField, key: 'documents', label: '政策文件栏目' },
    { ...channelField, key: 'interpretations', label: '政策解读栏目' },
    countField(6),
  ],
  prepare: ({ title, articles: count, ...paths }, desk) => {
    const documentsAt = desk.channel(paths.documents);
    const interpretationsAt = desk.channel(paths.interpretations);
    const documents = desk.newest(documentsAt, count);
    const interpretations = desk.newest(interpretationsAt, count);
    return () =>
      documentsAt && interpretationsAt && documents().length + interpretations().length > 0
        ? {
            title: title || '政策与解读',
            moreUrl: null,
            documents: documents(),
            interpretations: interpretations(),
            documentsUrl: desk.moreUrl(documentsAt) ?? '',
            interpretationsUrl: desk.moreUrl(interpretationsAt) ?? '',
          }
        : null;
  },
});
