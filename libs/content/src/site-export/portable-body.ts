/** Where links of a text lead, whatever site it stands at: `{site}` is the site's prefix, `~7` the 7th article. */
const LINK = /(\s(?:href|src)=")(\/(?!\/)[^"]*)"/g;
const ARTICLE = /^(\/art\/\d{6}\/)(\d{1,15})(\.html)(?=$|[?#])/;
const PACKED = /^\{site\}(\/art\/\d{6}\/)~(\d{1,10})(\.html)(?=$|[?#])/;

export function packBody(body: string, prefix: string, refOf: (id: number) => number | null): string {
  return body.replace(LINK, (whole, start: string, address: string) => {
    if (address.startsWith('/_files/') || address.startsWith('/_shared/')) return whole;
    if (prefix !== '' && address !== prefix && !address.startsWith(`${prefix}/`)) return whole;
    const path = address.slice(prefix.length) || '/';
    const linked = ARTICLE.exec(path);
    const ref = linked ? refOf(Number(linked[2])) : null;
    const packed = ref === null ? path : path.replace(ARTICLE, `$1~${ref}$3`);
    return `${start}{site}${packed}"`;
  });
}

/** `null` for an article that is not there yet: the link stays as it was packed. */
export function unpackBody(body: string, prefix: string, idOf: (ref: number) => number | null): string {
  return body.replace(/(\s(?:href|src)=")(\{site\}[^"]*)"/g, (whole, start: string, address: string) => {
    const linked = PACKED.exec(address);
    if (!linked) return `${start}${prefix}${address.slice('{site}'.length)}"`;
    const id = idOf(Number(linked[2]));
    if (id === null) return whole;
    return `${start}${prefix}${address.replace(PACKED, `$1${id}$3`)}"`;
  });
}

export const hasPackedLinks = (body: string): boolean => /\s(?:href|src)="\{site\}/.test(body);
