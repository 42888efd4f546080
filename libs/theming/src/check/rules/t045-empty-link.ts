import type { ThemeRule } from '../rule';

export const emptyLinkRule: ThemeRule = {
  code: 'T045',
  severity: 'error',
  help: '链接写真实的地址；不打开网页的用 <button type="button">。',
  *check({ own }) {
    for (const template of own)
      for (const { attributes, line } of template.tags('a')) {
        const address = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(attributes);
        const leads = address ? (address[1] ?? address[2] ?? address[3] ?? '').trim() : null;
        if (leads === null) yield { message: '<a> 没有 href', template: template.name, line };
        else if (leads === '' || leads === '#')
          yield { message: '链接没有地址', template: template.name, line };
      }
  },
};
