import type { ArticleKind, Importance } from '@zhanqun/content';
import type { SiteKey } from '../county/sites';

/** How far a text on somebody's desk has come. */
export type Progress =
  | { readonly to: 'draft' }
  /** Waits for this step. */
  | { readonly to: 'initialReview' | 'secondReview' | 'finalReview' }
  /** Was sent back from this step. */
  | { readonly to: 'sentBack'; readonly from: 'initialReview' | 'secondReview'; readonly reason: string }
  /** Approved; goes live so many days from now at half past eight. */
  | { readonly to: 'scheduled'; readonly days: number };

export interface PlannedWork {
  readonly site: SiteKey;
  readonly channel: string;
  readonly kind: ArticleKind;
  readonly title: string;
  readonly body: string;
  readonly importance: Importance;
  readonly progress: Progress;
}

const work = (
  site: SiteKey,
  channel: string,
  title: string,
  progress: Progress,
  body: string,
  more: { kind?: ArticleKind; importance?: Importance } = {},
): PlannedWork => ({ site, channel, title, progress, body, kind: 'news', importance: 'general', ...more });

/** Texts that are being worked on, so that every list on the desks has something in it. */
export const WORKS: readonly PlannedWork[] = [
  work(
    'qingshui',
    'xzdt',
    '清水镇召开冬春农田水利建设动员会',
    { to: 'draft' },
    `近日，清水镇召开冬春农田水利建设动员会，镇长周泽安主持会议，各村（社区）主要负责人参加。
会议要求，各村要抓住农闲时节，对辖区沟渠、山塘、机耕道进行一次全面排查，列出清单，明确责任人和完成时限。
（此处补充各村任务数）`,
  ),
  work(
    'qingshui',
    'snxx',
    '清水镇高山蔬菜种植技术培训资料汇编',
    { to: 'draft' },
    `一、选地整地
选择海拔六百米以上、土层深厚、排灌方便的地块，深翻晒垡，亩施腐熟有机肥两千公斤。
二、品种选择
春提早以辣椒、茄子为主，秋延后以萝卜、甘蓝为主。`,
  ),
  work(
    'qingshui',
    'xzdt',
    '清水镇茶叶加工厂完成清洁化改造',
    { to: 'initialReview' },
    `日前，清水镇茶岭村茶叶加工厂清洁化改造项目通过验收，正式投入使用。
项目新建标准化厂房一千二百平方米，更新杀青、揉捻、烘干设备十六台（套），实现茶叶加工全程不落地，日加工鲜叶能力由两吨提高到五吨。
“设备更新后，茶叶品质更稳定，价格也上去了。”合作社负责人介绍，改造后每斤干茶可增收十五元左右，惠及周边茶农三百二十户。`,
  ),
  work(
    'qingshui',
    'bmfw',
    '清水镇便民服务中心冬季作息时间调整的温馨提示',
    { to: 'initialReview' },
    `根据季节变化，清水镇便民服务中心对外办公时间调整为：上午8:30至12:00，下午14:00至17:00。
中午时段安排值班人员，可办理社保查询、老年优待证发放等简易事项。群众如有急事，可拨打0999-6331001预约延时服务。`,
  ),
  work(
    'qingshui',
    'tzgg',
    '清水镇关于开展农村自建房安全隐患排查的通知',
    { to: 'secondReview' },
    `各村（社区）：
为切实保障群众居住安全，决定在全镇开展农村自建房安全隐患排查。
1) 排查对象：用作经营的自建房、三层及以上自建房、切坡建房和存在裂缝倾斜的房屋。
1) 排查方式：村级初查、镇级复核，对疑似危房委托专业机构鉴定。
1) 时间要求：十五日内完成初查，三十日内完成复核并建立台账。
>> 清水镇人民政府`,
    { kind: 'notice' },
  ),
  work(
    'qingshui',
    'zwgk/zcwj',
    '清水镇人民政府关于做好当前安全生产重点工作的意见',
    { to: 'finalReview' },
    `各村（社区）、镇直各单位：
为有效防范遏制各类事故发生，现就做好当前安全生产重点工作提出如下意见。
一、突出重点领域
紧盯道路交通、消防、燃气、建筑施工、茶叶加工企业等领域，开展全覆盖排查。
二、压实各方责任
镇领导班子成员落实“一岗双责”，村（社区）主要负责人为第一责任人，企业落实主体责任。
三、强化应急值守
严格执行24小时值班制度，遇有险情第一时间报告、第一时间处置。`,
    { importance: 'important' },
  ),
  work(
    'qingshui',
    'xzdt',
    '清水镇举办首届茶旅文化节',
    {
      to: 'sentBack',
      from: 'initialReview',
      reason: '活动时间与通知不一致，请核对；第二段领导职务排序有误；建议补充现场照片并注明拍摄人。',
    },
    `清水镇首届茶旅文化节在清溪村开幕，吸引了众多游客前来参与。
活动设置采茶体验、制茶比武、非遗展演、农产品展销等环节，营造了浓厚的节日氛围。`,
  ),
  work(
    'qingshui',
    'bmfw',
    '清水镇城乡居民医保缴费常见问题解答',
    {
      to: 'sentBack',
      from: 'secondReview',
      reason:
        '缴费标准请以县医保局最新文件为准，并写明文号；“全额资助”的对象范围表述不准确，请修改后重新送审。',
    },
    `问：今年的缴费标准是多少？
答：请以当年公布的标准为准，困难群众按规定享受资助。
问：怎么缴费？
答：可通过手机银行、税务服务平台或到村便民服务站缴费。`,
  ),
  work(
    'qingshui',
    'tzgg',
    '清水镇关于开展冬季征兵宣传的通知',
    { to: 'scheduled', days: 2 },
    `各村（社区）：
为做好征兵宣传工作，请各村利用村村响、宣传栏、微信群等方式广泛宣传征兵政策，组织适龄青年登录全国征兵网报名，对符合条件的逐一走访动员，并于月底前将摸底情况报镇武装部。
咨询电话：0999-6331001。
>> 清水镇人民政府`,
    { kind: 'notice' },
  ),
  work(
    'shifan',
    'xwzx/zwyw',
    '示范县召开招商引资和项目建设工作推进会',
    { to: 'draft' },
    `日前，示范县召开招商引资和项目建设工作推进会，总结前期工作，安排下一步任务。
会议强调，要坚持一切围绕项目转、一切盯着项目干，以大招商促大发展。（待补充会议时间和出席人员）`,
    { importance: 'important' },
  ),
  work(
    'shifan',
    'zwgk/hygq',
    '关于城区供暖改造进度的情况说明',
    { to: 'initialReview' },
    `近期，有居民咨询城区集中供热管网改造进度，现将有关情况说明如下。
目前一期工程已完成主管网铺设四点六公里，换热站建设两座，预计下月底前完成调试。施工期间对出行造成不便，敬请谅解。`,
  ),
  work(
    'shifan',
    'tzgg',
    '示范县人民政府办公室关于开展政府网站集中检查的通知',
    { to: 'secondReview' },
    `各乡镇人民政府，县直各单位：
为进一步提升政府网站管理水平，决定在全县开展一次集中检查，重点检查栏目更新、链接有效性、表述规范、互动回应等内容。请各单位于十五日内完成自查，发现问题立即整改。
>> 示范县人民政府办公室`,
    { kind: 'notice' },
  ),
  work(
    'shifan',
    'xwzx/zwyw',
    '程以宁主持召开座谈会听取对政府工作的意见建议',
    { to: 'finalReview' },
    `县长程以宁主持召开座谈会，听取企业家、教师、医生、村干部和群众代表对政府工作的意见建议。
座谈会上，大家畅所欲言，围绕产业发展、教育医疗、乡村振兴、城市管理等提出意见建议三十余条。
程以宁认真倾听、不时记录，对能够解决的问题现场交办。他说，政府工作做得好不好，群众最有发言权，要把大家的意见建议逐条研究、充分吸纳，真正转化为造福群众的实际举措。`,
    { importance: 'important' },
  ),
  work(
    'shifan',
    'tzgg',
    '示范县关于调整政务服务大厅办公时间的公告',
    { to: 'scheduled', days: 3 },
    `为方便群众办事，自下月起，县政务服务大厅工作日办公时间调整为8:30至17:30，中午不间断服务；周六上午9:00至12:00开设延时服务窗口，可办理社保、医保、不动产登记、企业开办等业务。
咨询电话：12345。
>> 示范县大数据中心`,
    { kind: 'notice' },
  ),
  work(
    'jyj',
    'gzdt',
    '县教育局召开寒假前安全工作会议',
    { to: 'initialReview' },
    `县教育局召开寒假前安全工作会议，部署期末和假期安全工作。会议要求，各学校要上好放假前安全教育课，开展消防、食堂、宿舍、校车隐患排查，发放致家长的一封信，做到家喻户晓。`,
  ),
  work(
    'czj',
    'tzgg',
    '示范县财政局关于做好年终决算工作的通知',
    { to: 'secondReview' },
    `各预算单位、各乡镇财政所：
为做好年终决算工作，请各单位认真清理往来款项，核对预算指标和国库支付数据，确保账账相符、账表相符，按时报送决算报表。
>> 示范县财政局`,
    { kind: 'notice' },
  ),
  work(
    'wjw',
    'gzdt',
    '县卫健局开展冬春季传染病防控督导',
    { to: 'draft' },
    `县卫健局组织督导组深入医疗机构、学校、养老机构开展冬春季传染病防控督导，重点查看预检分诊、疫情报告、物资储备和应急值守情况。`,
  ),
  work(
    'rsj',
    'gzdt',
    '县人社局启动农民工返乡就业服务月活动',
    {
      to: 'sentBack',
      from: 'initialReview',
      reason: '岗位数量与附件不符，请与就业服务中心核实后再报。',
    },
    `县人社局启动农民工返乡就业服务月活动，将组织专场招聘会八场，提供岗位三千余个，并在车站设立服务点，为返乡人员提供政策咨询和岗位推荐。`,
  ),
  work(
    'longtan',
    'xzdt',
    '龙潭镇高标准农田建设项目通过验收',
    { to: 'initialReview' },
    `龙潭镇大塘村高标准农田建设项目日前通过县级验收。项目平整土地两千一百亩，新修渠道六点八公里、机耕道五点二公里，亩均粮食产能预计提高一百二十斤。`,
  ),
  work(
    'hexi',
    'tzgg',
    '河西镇关于示水河河西段冬季禁捕的通告',
    { to: 'secondReview' },
    `为保护渔业资源，根据有关规定，示水河河西段实行全年禁捕。任何单位和个人不得在禁捕水域从事捕捞活动，休闲垂钓应当遵守“一人一杆一钩”规定。举报电话：0999-6351001。
>> 河西镇人民政府`,
    { kind: 'notice' },
  ),
];
