import type { SiteKey } from './sites';

export interface PlannedContact {
  readonly postcode: string;
  readonly directions: readonly string[];
}

export const OFFICE_HOURS = '工作日 上午 8:30—12:00，下午 14:30—17:30（法定节假日除外）';

/** 怎样到达: what each site's contact page tells beyond its profile. Postcodes, stops and lines are invented. */
export const CONTACTS: Readonly<Record<SiteKey, PlannedContact>> = {
  shifan: {
    postcode: '439900',
    directions: [
      '公交 1 路、3 路到“县政府”站，下车即到文昌路1号南门，传达室登记后进院。',
      '从南门直走到3号楼，一楼大厅设总咨询台，有无障碍坡道和电梯。',
    ],
  },
  czj: {
    postcode: '439900',
    directions: ['公交 2 路到“人民路口”站，向东步行 100 米。', '一楼大厅设收文窗口，二楼起为各股室。'],
  },
  jyj: {
    postcode: '439900',
    directions: ['公交 5 路到“学府路”站，站牌对面即是。', '入学、资助、教师资格等事项在一楼窗口办理。'],
  },
  wjw: {
    postcode: '439900',
    directions: [
      '公交 1 路到“滨河路”站，向南步行 200 米。',
      '医师、护士注册在一楼窗口办理；看病请直接到各医院。',
    ],
  },
  rsj: {
    postcode: '439900',
    directions: [
      '公交 1 路、6 路到“政务服务大楼”站。',
      '办理社保和就业事项到一楼大厅，机关各股室在二楼，有电梯。',
    ],
  },
  qingshui: {
    postcode: '439901',
    directions: [
      '县城客运站每 30 分钟有一班车到清水镇，在“镇政府”站下车。',
      '便民服务中心在进门右手一楼，逢集日中午不休息。',
    ],
  },
  longtan: {
    postcode: '439902',
    directions: [
      '县城客运站每小时有一班车到龙潭镇，在“龙潭老街”站下车，步行 300 米。',
      '便民服务中心在办公楼一楼。',
    ],
  },
  hexi: {
    postcode: '439903',
    directions: ['县城乘 8 路公交到“河西镇”终点站。', '便民服务中心在办公楼一楼，门口有坡道。'],
  },
};
