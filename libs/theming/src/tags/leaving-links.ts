/** 国办函〔2018〕55号: government sites end in gov.cn or 政务 (xn--zfr164b). */
const GOVERNMENT = /(?:^|\.)(?:gov\.cn|xn--zfr164b)$/;

/**
 * Whether opening an address leaves government sites and the network. The host decides, as a browser reads
 * it: neither what stands before an `@`, in the path or in a fragment, nor a name that only looks alike.
 */
export function isLeaving(address: string, ownHost: string, insideHosts: readonly string[]): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  if (protocol !== 'http:' && protocol !== 'https:') return false;
  const host = hostname.replace(/\.$/, '');
  if (host === ownHost || GOVERNMENT.test(host)) return false;
  return !insideHosts.some((inside) => host === inside || host.endsWith(`.${inside}`));
}

/** Links as templates and the sanitiser write them: values in double quotes, without `>`. */
const LINK = /<a\s([^>]*?)href="(https?:[^"]*)"([^>]*)>/gi;
const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&#x3D;': '=', '&#61;': '=' };

/**
 * 离站提示: marks every link of a page that leads outside, whoever wrote it, so that it can be told from
 * the others without a script; the script asks before it is opened.
 */
export function markLeaving(html: string, ownHost: string, insideHosts: readonly string[]): string {
  return html.replace(LINK, (whole, before: string, address: string, after: string) => {
    const plain = address.replace(/&(?:amp|#x3D|#61);/g, (entity) => ENTITIES[entity] ?? entity);
    if (!isLeaving(plain, ownHost, insideHosts) || /\sdata-leaving\b/.test(whole.replace(/"[^"]*"/g, '""')))
      return whole;
    const rel = /\srel="/i.test(` ${before}${after}`) ? '' : ' rel="external noopener"';
    return `<a ${before}href="${address}"${after}${rel} data-leaving>`;
  });
}
