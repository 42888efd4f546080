import type { ThemeRule } from '../rule';

const OUTDATED =
  'acronym|applet|basefont|bgsound|big|blink|center|dir|font|frame|frameset|marquee|nobr|noframes|strike|tt|xmp';
const OUTDATED_ATTRIBUTE = /\s(align|bgcolor|valign|cellpadding|cellspacing|hspace|vspace|nowrap|face)\s*=/i;

export const outdatedElementRule: ThemeRule = {
  code: 'T039',
  severity: 'error',
  help: '改用 HTML 标准中的元素，外观写进样式表；不用滚动、闪烁的文字。',
  *check({ own }) {
    for (const template of own)
      for (const { name, attributes, line } of template.tags()) {
        const at = { template: template.name, line };
        if (new RegExp(`^(${OUTDATED})$`).test(name)) yield { message: `<${name}> 已不在标准中`, ...at };
        const attribute = OUTDATED_ATTRIBUTE.exec(attributes)?.[1];
        if (attribute) yield { message: `<${name}> 的 ${attribute} 属性已不在标准中`, ...at };
      }
  },
};
