import type { Link } from '@zhanqun/theming';

export const portalLink: Link = { label: '示范县人民政府', url: 'http://shifan.localhost/' };
export const departments: Link[] = [
  ...['县财政局:czj', '县教育局:jyj', '县卫生健康局:wjw', '县人力资源和社会保障局:rsj'].map((entry) => {
    const [label, host] = entry.split(':') as [string, string];
    return { label, url: `http://${host}.shifan.localhost/` };
  }),
  ...[
    '县发展和改革局',
    '县民政局',
    '县农业农村局',
    '县交通运输局',
    '县住房和城乡建设局',
    '县文化和旅游局',
  ].map((label, index) => ({
    label,
    url: `http://bm${index}.shifan.localhost/`,
  })),
];
export const townships: Link[] = [
  { label: '清水镇', url: 'http://qingshui.shifan.localhost/' },
  { label: '龙潭镇', url: 'http://longtan.shifan.localhost/' },
  { label: '河西乡', url: 'http://shifan.localhost/hexi/' },
  ...['东山镇', '白石镇', '城关街道', '南桥乡'].map((label, index) => ({
    label,
    url: `http://xz${index}.shifan.localhost/`,
  })),
];
