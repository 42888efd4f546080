import { sheet, workbook, type TableColumn } from '@zhanqun/platform';
import type { Days } from '../days';
import { MEASURE_LABELS, WORK_MEASURES, type WorkGroup } from './work-fact';
import type { WorkLine, WorkReport } from './work-statistics.service';

const GROUP_LABELS: Readonly<Record<WorkGroup, string>> = {
  person: '人员',
  organisation: '单位',
  channel: '栏目',
  site: '站点',
  month: '月份',
  day: '日期',
};

/** 导出 Excel: the report with a last line of totals. */
export function workWorkbook({ lines, total }: WorkReport, by: WorkGroup, days: Days): Promise<Buffer> {
  const columns: TableColumn<WorkLine>[] = [
    { title: GROUP_LABELS[by], value: ({ label }) => label, width: 28 },
    ...WORK_MEASURES.map((measure) => ({
      title: MEASURE_LABELS[measure],
      value: ({ amounts }: WorkLine) => amounts[measure],
    })),
  ];
  const rows = [...lines, { key: 'total', label: '合计', amounts: total }];
  return workbook([sheet({ name: `工作量 ${days.from} 至 ${days.to}`, columns, rows })]);
}
