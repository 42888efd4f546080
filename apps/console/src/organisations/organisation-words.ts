import type { OrganisationKind } from '@/api/organisations';

export const ORGANISATION_KIND_LABELS: Record<OrganisationKind, string> = {
  government: '人民政府',
  office: '办公室',
  department: '政府部门',
  township: '乡镇、街道',
  institution: '事业单位',
  party: '党群机关',
  other: '其他',
};
