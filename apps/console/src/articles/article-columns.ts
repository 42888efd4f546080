import type { ArticleRow } from '@/api/articles';
import type { Column } from '@/parts/column';
import { minute } from '@/parts/format';
import { articleLook, IMPORTANCE_LABELS, KIND_LABELS } from './article-words';

export const articleColumns: readonly Column<ArticleRow>[] = [
  { key: 'title', title: '标题', text: (row) => row.title, sort: 'title', isFixed: true },
  { key: 'state', title: '状态', text: (row) => articleLook(row).label, width: 128 },
  { key: 'channel', title: '栏目', text: (row) => row.channelName, width: 132 },
  {
    key: 'kind',
    title: '类型',
    text: (row) => KIND_LABELS[row.kind] ?? row.kind,
    width: 96,
    isOptional: true,
  },
  { key: 'source', title: '来源', text: (row) => row.source, width: 150, isOptional: true },
  { key: 'author', title: '撰稿', text: (row) => row.authorName, width: 84 },
  {
    key: 'updatedAt',
    title: '修改时间',
    text: (row) => minute(row.updatedAt),
    sort: 'updatedAt',
    width: 148,
  },
  {
    key: 'publishedAt',
    title: '发布时间',
    text: (row) => minute(row.publishedAt),
    sort: 'publishedAt',
    width: 148,
    isOptional: true,
  },
  {
    key: 'importance',
    title: '重要程度',
    text: (row) => IMPORTANCE_LABELS[row.importance],
    width: 92,
    isOptional: true,
  },
  {
    key: 'expiresAt',
    title: '有效期',
    text: (row) => minute(row.expiresAt),
    width: 148,
    isOptional: true,
  },
  { key: 'id', title: '编号', text: (row) => String(row.id), width: 72, isOptional: true },
];
