import type { ThemeRule } from '../rule';

const MOST = 3;

/** 网站颜色不超过三种 (annex of 国办发〔2017〕47号). */
export const colourCountRule: ThemeRule = {
  code: 'T071',
  severity: 'warning',
  help: '一种主色，辅以一两种颜色；其余用由主色调出的深浅和中性灰。',
  *check({ theme }) {
    const colours = Object.entries(theme.settings).filter(([, { type }]) => type === 'color');
    if (colours.length > MOST)
      yield { message: `可设的颜色有 ${colours.length} 种：${colours.map(([key]) => key).join('、')}` };
  },
};
