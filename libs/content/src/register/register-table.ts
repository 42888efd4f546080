import { shanghaiMinute } from '@zhanqun/kernel';
import type { TableColumn } from '@zhanqun/platform';
import type { RegisterLine } from './register.service';

const STATES: Readonly<Record<string, string>> = { published: '公开', withdrawn: '已撤下' };

/** 发布登记簿的列. */
export const REGISTER_COLUMNS: readonly TableColumn<RegisterLine>[] = [
  { title: '登记号', value: (line) => line.id, width: 10 },
  { title: '发布时间', value: (line) => shanghaiMinute(line.at), width: 18 },
  { title: '标题', value: (line) => line.title, width: 50 },
  { title: '类型', value: (line) => line.kindName, width: 12 },
  { title: '栏目', value: (line) => line.channelName, width: 16 },
  { title: '信息来源', value: (line) => line.source, width: 20 },
  { title: '撰稿人', value: (line) => line.writtenByName, width: 12 },
  { title: '责任编辑', value: (line) => line.savedByName, width: 12 },
  {
    title: '审核',
    value: ({ reviews }) =>
      reviews
        .map(({ step, byName, at }) => `${step} ${byName}${at ? ` ${shanghaiMinute(at)}` : ''}`)
        .join('；'),
    width: 50,
  },
  { title: '发布人', value: (line) => line.publishedByName, width: 12 },
  { title: '首次或修订', value: (line) => (line.isFirst ? '首次发布' : '修订发布'), width: 12 },
  { title: '现状', value: (line) => STATES[line.state] ?? '未公开', width: 10 },
  { title: '地址', value: (line) => line.url, width: 50 },
  { title: '备注', value: (line) => line.remark, width: 30 },
];
