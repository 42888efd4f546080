import { characterCount, isStorable, NOT_IN_A_LINE } from '../article/storable';
import type { ChannelChangeKind, ChannelPlan } from './channel-change.entity';

export interface ChannelApplication {
  readonly kind: ChannelChangeKind;
  readonly channelId?: number | null;
  readonly intoChannelId?: number | null;
  readonly plan?: ChannelPlan;
  readonly reason: string;
  readonly keeping?: string;
}

export interface ApplicationFault {
  readonly field: string;
  readonly message: string;
}

/**
 * What an application must say. Opening names the four parts of R3 art. 25: the responsible body, the update
 * limit, and the requirements on review and publishing; each application gives its reason.
 */
export function applicationFaults(application: ChannelApplication): ApplicationFault[] {
  const { kind, channelId, intoChannelId, plan = {}, reason, keeping = '' } = application;
  const faults: ApplicationFault[] = [];
  const need = (isThere: boolean, field: string, message: string) =>
    isThere ? undefined : faults.push({ field, message });
  faults.push(...textFaults('reason', '申请理由', reason, true));
  faults.push(...textFaults('keeping', '审核和发布要求', keeping, kind === 'open'));
  if (kind !== 'open') need(!!channelId, 'channelId', '请选择栏目');
  switch (kind) {
    case 'open':
      need(!!plan.name?.trim(), 'plan.name', '栏目名称必填');
      need(!!plan.path?.trim(), 'plan.path', '栏目地址必填');
      need(!!plan.ownerOrganisationId, 'plan.ownerOrganisationId', '责任单位必填');
      need(!!plan.kind, 'plan.kind', '请选择栏目类型');
      need(!!plan.updateClass, 'plan.updateClass', '请选择更新类别');
      break;
    case 'merge':
      need(!!intoChannelId, 'intoChannelId', '请选择并入哪个栏目');
      break;
    case 'owner':
      need(!!plan.ownerOrganisationId, 'plan.ownerOrganisationId', '请选择新的责任单位');
      break;
    case 'cycle':
      need(!!plan.updateClass, 'plan.updateClass', '请选择更新类别');
      break;
    case 'close':
      break;
  }
  if (channelId && channelId === intoChannelId)
    faults.push({ field: 'intoChannelId', message: '不能并入它自己' });
  return faults;
}

function textFaults(field: string, label: string, text: string, isRequired: boolean): ApplicationFault[] {
  const words = text.trim();
  if (!isStorable(words) || NOT_IN_A_LINE.test(words.replace(/[\r\n\t]/g, ' ')))
    return [{ field, message: `${label}含有不能保存的特殊字符` }];
  if (isRequired && words === '') return [{ field, message: `${label}必填` }];
  return characterCount(words) > 1_000 ? [{ field, message: `${label}不超过 1000 字` }] : [];
}

/** Of a plan, only what its kind is about. */
export function planFor(kind: ChannelChangeKind, plan: ChannelPlan): ChannelPlan {
  const { ownerOrganisationId = null, updateClass, cycleDays = null } = plan;
  if (kind === 'owner') return { ownerOrganisationId };
  if (kind === 'cycle') return updateClass ? { updateClass, cycleDays } : {};
  return kind === 'open' ? plan : {};
}
