import type { OpenSite } from '@/api/sites';

/** The wizard's form: one address, which the order carries as its first binding. */
export interface SiteForm {
  blueprint: string;
  key: string;
  name: string;
  shortName: string;
  parent: string;
  host: string;
  prefix: string;
  exemptionDocument: string;
  sponsorId: number | null;
  operatorId: number | null;
  siteCode: string;
  icpNumber: string;
  policeFilingNumber: string;
}

/** What is wrong on one step of the wizard; the server checks everything again. */
export function openSiteFaults(form: SiteForm, step: number, hasParent: boolean): string[] {
  const faults: string[] = [];
  if (step === 0 && !form.blueprint) faults.push('请选择一个蓝本');
  if (step === 1) {
    if (form.name.trim().length < 2) faults.push('请填写站点名称');
    if (hasParent && !form.parent) faults.push('请选择上级站点');
    if (!/^[a-z][a-z0-9-]{1,30}$/.test(form.key))
      faults.push('站点标识须为小写字母开头的字母、数字或连字符，如 qingshui');
    if (!/^[a-z0-9.-]+$/.test(form.host)) faults.push('请填写域名，如 qingshui.shifan.gov.cn，不带 http://');
    if (form.prefix && !/^\/[a-z0-9-]+$/.test(form.prefix)) faults.push('路径前缀须以 / 开头，如 /hexi');
  }
  if (step === 2) {
    if (form.sponsorId === null) faults.push('请选择主办单位');
    if (form.siteCode && !/^(\d{10}|bm\d{8})$/.test(form.siteCode))
      faults.push('网站标识码应为 10 位数字，部委网站为 bm 加 8 位数字');
  }
  return faults;
}

export function orderOf({ host, prefix, parent, ...facts }: SiteForm, hasParent: boolean): OpenSite {
  return { ...facts, parent: hasParent ? parent : null, bindings: [{ host, prefix, isCanonical: true }] };
}
