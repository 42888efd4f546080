import type { AssetView } from '@/api/assets';
import type { Column } from '@/parts/column';
import { bytes, minute } from '@/parts/format';
import { KIND_WORDS, measures, usesWords } from './asset-words';

export const assetColumns: readonly Column<AssetView>[] = [
  { key: 'chosen', title: '选择', text: () => '', width: 56, isFixed: true },
  { key: 'name', title: '名称', text: ({ name }) => name },
  { key: 'kind', title: '类型', text: ({ kind, format }) => `${KIND_WORDS[kind]} ${format}`, width: 110 },
  { key: 'bytes', title: '大小', text: (row) => bytes(row.bytes), width: 90, align: 'right' },
  { key: 'measures', title: '尺寸', text: measures, width: 110, isOptional: true },
  { key: 'alt', title: '说明', text: ({ alt }) => alt },
  { key: 'tags', title: '标签', text: ({ tags }) => tags.join('、') },
  { key: 'uses', title: '使用', text: usesWords, width: 90 },
  { key: 'by', title: '上传人', text: ({ uploadedByName }) => uploadedByName, width: 90 },
  { key: 'at', title: '上传时间', text: ({ createdAt }) => minute(createdAt), width: 140 },
];
