import type { ReviewDelegation } from './review-delegation.entity';

export class DelegationView {
  id: number;
  fromId: number;
  fromName: string;
  toId: number;
  toName: string;
  startsOn: string;
  endsOn: string;
  reason: string;
  isEnded: boolean;
  endedByName: string;
}

export function toDelegationView(delegation: ReviewDelegation): DelegationView {
  const { id, fromId, fromName, toId, toName, startsOn, endsOn, reason, endedAt, endedByName } = delegation;
  return {
    id,
    fromId,
    fromName,
    toId,
    toName,
    startsOn,
    endsOn,
    reason,
    isEnded: endedAt !== null,
    endedByName,
  };
}
