import type { Importance } from '@zhanqun/content';

export interface ReviewText {
  readonly channel: string;
  readonly kind: 'news' | 'notice';
  readonly importance: Importance;
  readonly title: string;
  readonly body: string;
}

const news = (title: string, body: string): ReviewText => ({
  channel: 'xzdt',
  kind: 'news',
  importance: 'general',
  title,
  body,
});
const notice = (title: string, body: string): ReviewText => ({
  ...news(title, body),
  channel: 'tzgg',
  kind: 'notice',
});

/** Texts of the township that stand on its reviewers' desks. */
export const REVIEW_TEXTS = {
  trusted: [
    news(
      '双井村完成冬季管护果园三百亩',
      '<p>连日来，双井村组织果农对三百亩脐橙园进行清园、刷白和施肥，镇农业服务中心派出技术员到田间指导。</p><p>村里把管护任务分到户，由六个小组长每天巡查一次，确保入冬前全部完成。</p>',
    ),
    news(
      '镇卫生院到石桥村开展义诊',
      '<p>11月以来，镇卫生院组织家庭医生团队到石桥村开展义诊，为八十六名老人测量血压、血糖，发放健康手册。</p><p>下一步，义诊队还将到桐木、白沙等村开展服务。</p>',
    ),
  ],
  claimed: notice(
    '关于开展灵活就业人员社保补贴申报的通知',
    '<p>各乡镇人社服务站：</p><p>2026年第四季度灵活就业人员社会保险补贴即日起受理申报，请组织符合条件的人员到户籍所在地乡镇便民服务中心办理。</p>',
  ),
  returned: news(
    '清水镇为困难群众发放过冬物资',
    '<p>镇民政站为全镇二百一十三户困难群众发放棉被、棉衣和米油等过冬物资，由村干部逐户送到家中。</p>',
  ),
  beside: notice(
    '关于做好2027年春季就业招聘会参会单位征集的通知',
    '<p>各用工单位：</p><p>2027年春季就业招聘会定于明年2月举行，现征集参会单位，请有用工需求的单位于本月底前报名，每家单位提供不超过两个展位。</p><p>咨询电话：0999-6331006。</p>',
  ),
  urgent: notice(
    '关于立即转移避险的紧急通知',
    '<p>县气象台发布暴雨红色预警信号，预计未来三小时我镇雨量将达一百毫米以上。</p><p>请沿河低洼地带、地质灾害隐患点的群众立即按预案转移到安置点，服从村组干部安排。应急值班电话：0999-6331000。</p>',
  ),
} satisfies Record<string, ReviewText | readonly ReviewText[]>;
