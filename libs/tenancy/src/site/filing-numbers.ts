const PROVINCES = '京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔滇藏陕甘青宁新';
const ICP = new RegExp(`^[${PROVINCES}]ICP[备证]\\d{6,10}号(-\\d{1,4})?$`);
const POLICE = new RegExp(`^[${PROVINCES}]公网安备\\d{11,14}号$`);

/** 网站标识码: 10 digits (division code + serial), or `bm` and 8 digits for ministries. */
export function isSiteCode(text: string): boolean {
  return /^(\d{10}|bm\d{8})$/.test(text);
}

/** ICP 备案号, e.g. `湘ICP备12345678号-1`. */
export function isIcpNumber(text: string): boolean {
  return ICP.test(text);
}

/** 公安备案号, e.g. `湘公网安备43312602000123号`. */
export function isPoliceFilingNumber(text: string): boolean {
  return POLICE.test(text);
}

/** Numbers are pasted with spaces and full-width signs; they are stored without. */
export function withoutSpaces(text: string): string {
  return text
    .replace(/\s+/g, '')
    .replace(/－/g, '-')
    .replace(/[Ii][Cc][Pp]/, 'ICP');
}
