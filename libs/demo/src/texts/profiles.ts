export interface PlannedLeader {
  readonly name: string;
  readonly post: string;
  readonly born: string;
  readonly gender: string;
  readonly education: string;
  readonly duties: string;
  readonly career: readonly (readonly [period: string, position: string])[];
  readonly ground: string;
  readonly coat: string;
}

/** 领导之窗 of the county. Nobody of these exists. */
export const LEADERS: readonly PlannedLeader[] = [
  {
    name: '程以宁',
    post: '县委副书记、县人民政府县长',
    born: '1975年8月',
    gender: '男',
    education: '研究生、管理学硕士',
    duties: '主持县人民政府全面工作。\n负责审计方面工作。\n分管县审计局。',
    career: [
      ['1997.07—2006.04', '示范县财政局干部、股长'],
      ['2006.04—2012.03', '示范县龙潭镇党委副书记、镇长'],
      ['2012.03—2019.06', '示范县财政局党组书记、局长'],
      ['2019.06—', '示范县委副书记、县人民政府县长'],
    ],
    ground: '#dbe7f0',
    coat: '#27364a',
  },
  {
    name: '白若溪',
    post: '县委常委、县人民政府常务副县长',
    born: '1979年3月',
    gender: '女',
    education: '大学、经济学学士',
    duties:
      '负责县人民政府常务工作，负责发展改革、财政、税务、统计、应急管理方面工作。\n分管县发展和改革局、县财政局、县应急管理局。',
    career: [
      ['2001.07—2010.09', '示范县发展和改革局干部、股长'],
      ['2010.09—2018.11', '示范县清水镇党委书记'],
      ['2018.11—', '示范县委常委、县人民政府常务副县长'],
    ],
    ground: '#e8e4da',
    coat: '#3b2f3f',
  },
  {
    name: '阎青山',
    post: '县人民政府副县长',
    born: '1981年11月',
    gender: '男',
    education: '研究生、农学硕士',
    duties: '负责农业农村、水利、林业、乡村振兴方面工作。\n分管县农业农村局、县水利局、县林业局。',
    career: [
      ['2004.07—2015.05', '示范县农业农村局技术员、副局长'],
      ['2015.05—2021.08', '示范县河西乡党委书记'],
      ['2021.08—', '示范县人民政府副县长'],
    ],
    ground: '#dfeadd',
    coat: '#2e4034',
  },
  {
    name: '陆知秋',
    post: '县人民政府副县长',
    born: '1983年6月',
    gender: '女',
    education: '大学、教育学学士',
    duties: '负责教育、卫生健康、文化旅游、医疗保障方面工作。\n分管县教育局、县卫生健康局、县文化旅游局。',
    career: [
      ['2005.08—2014.02', '示范县第一中学教师、副校长'],
      ['2014.02—2022.01', '示范县教育局局长'],
      ['2022.01—', '示范县人民政府副县长'],
    ],
    ground: '#efe2dc',
    coat: '#44313a',
  },
];

/** 机构职能 of the county's bodies, by their key. */
export const OFFICES: Readonly<
  Record<string, { duties: string; offices: readonly (readonly [string, string])[] }>
> = {
  czj: {
    duties:
      '拟订全县财政发展战略、规划和政策并组织实施。\n编制年度县本级预决算草案并组织执行。\n组织政府非税收入管理和国库集中收付。\n监督检查财税法规、政策的执行情况。',
    offices: [
      ['办公室', '文电、会务、机要、档案和政务公开'],
      ['预算股', '编制预算，办理预算调整'],
      ['国库股', '国库集中收付和政府采购监管'],
    ],
  },
  jyj: {
    duties: '统筹管理全县教育工作。\n负责义务教育招生入学和学籍管理。\n指导学校安全、德育和体育卫生工作。',
    offices: [
      ['办公室', '综合协调和政务公开'],
      ['基础教育股', '义务教育招生、学籍和教学管理'],
    ],
  },
  wjw: {
    duties: '拟订全县卫生健康事业发展规划。\n负责疾病预防控制和卫生应急。\n监督管理医疗机构和公共卫生服务。',
    offices: [
      ['办公室', '综合协调和政务公开'],
      ['医政医管股', '医疗机构和医疗质量管理'],
    ],
  },
  rsj: {
    duties:
      '促进就业，完善公共就业服务体系。\n统筹推进城乡社会保障体系建设。\n负责劳动关系协调和劳动保障监察。',
    offices: [
      ['办公室', '综合协调和政务公开'],
      ['就业促进股', '就业服务和创业扶持'],
    ],
  },
};

export const QUESTIONS: readonly (readonly [question: string, answer: string])[] = [
  [
    '为什么要出台这份文件？',
    '原有规定施行已久，部分条款与国家和省的新要求不一致，办理时限和材料也有进一步压减的空间，需要重新制定。',
  ],
  ['对群众办事有什么变化？', '需要提交的材料减少，办理时限缩短，并可在网上申报、就近领取结果。'],
  [
    '什么时候开始施行，已经受理的怎么办？',
    '自文件写明的施行之日起执行；施行前已经受理的，按对申请人有利的规定办理。',
  ],
  [
    '不清楚的地方向谁咨询？',
    '可在工作时间拨打文件制发单位公开的咨询电话，也可以通过门户网站“互动交流”栏目留言。',
  ],
];
