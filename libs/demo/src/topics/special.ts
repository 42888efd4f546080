import type { Topic } from './topic';

/** 专题 of the portal: a channel of its own each. */
export interface SpecialTopic {
  readonly path: string;
  readonly name: string;
  readonly description: string;
  readonly topics: readonly Topic[];
}

export const SPECIAL_TOPICS: readonly SpecialTopic[] = [
  {
    path: 'yhyshj',
    name: '优化营商环境',
    description: '优化营商环境的政策、做法和监督渠道',
    topics: [
      {
        key: 'brief',
        titles: [
          '优化营商环境工作简报（{year}年{month}月）',
          '惠企政策直通车：{创业担保贷款|稳岗返还|首套公章免费|用电报装}怎么办（{year}年{month}月）',
        ],
        cover: ['hall', 'handshake'],
        body: [
          [
            '本月，全县新登记经营主体{320~560}户，其中企业{80~160}户；企业服务专员走访企业{260~420}家次，收集问题{60~120}个，已办结{52~110}个。',
          ],
          [
            '# 本月做法\n1) 县政务服务大厅开展“局长走流程”活动，查找堵点{8~16}个；\n1) 公布第{2|3|4}批轻微违法不予处罚清单；\n1) 组织银企对接会，{9~18}家企业获得贷款{1200~3600}万元。',
          ],
          ['# 监督渠道\n营商环境监督热线：0999-6220012；“办不成事”反映窗口：县政务服务大厅1楼总服务台。'],
        ],
      },
    ],
  },
  {
    path: 'pasf',
    name: '平安示范',
    description: '安全生产、防灾减灾和平安建设',
    topics: [
      {
        key: 'safety',
        titles: [
          '平安示范建设月报（{year}年{month}月）',
          '以案说防：{电动自行车充电起火|冒充客服诈骗|燃气使用不当|野外用火}（{year}年{month}月）',
        ],
        cover: ['inspection', 'forest'],
        body: [
          [
            '本月，全县共排查各类安全隐患{120~360}处，整改率{96~99}%；调处矛盾纠纷{160~320}起，成功率{97~99}%；未发生较大以上安全事故。',
          ],
          [
            '# 典型提醒\n- 电动自行车不要进楼入户充电，充电时间不宜过长；\n- 陌生来电要求转账的一律挂断，核实后再处理；\n- 冬季取暖注意通风，防止一氧化碳中毒；\n- 进山入林不带火种。',
          ],
          ['遇到紧急情况请拨打110、119、120；森林火警12119；安全生产举报12350。'],
        ],
      },
    ],
  },
  {
    path: 'xczx',
    name: '乡村全面振兴',
    description: '产业发展、和美乡村和强农惠农政策',
    topics: [
      {
        key: 'village',
        titles: [
          '和美乡村巡礼：{town}{village}（{year}年{month}月）',
          '乡村振兴工作简报（{year}年{month}月）',
        ],
        cover: ['village', 'tea', 'orchard', 'terraces'],
        body: [
          [
            '{town}{village}依山傍水、物产丰饶。近年来，村里立足{product}产业，走出了一条产业兴、乡村美、农民富的路子。',
          ],
          [
            '# 产业兴\n全村发展{product}种植{860~2600}亩，成立合作社{2|3|4}家，户均年增收{4800~9600}元，村集体经济收入达{36~92}万元。',
          ],
          [
            '# 环境美\n村里改造户厕{60~160}座，修建排污管网{3~8}公里，建成小游园{3~7}个，推行“门前三包”和积分兑换，人居环境显著改善。',
          ],
          ['# 治理好\n组建屋场理事会，凡事村民商量着办；修订村规民约，红事白事简办，文明新风扑面而来。'],
        ],
      },
    ],
  },
];
