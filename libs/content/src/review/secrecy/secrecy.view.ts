import type { SecrecyOpinion, SecrecyRecord } from './secrecy-record.entity';

export class SecrecyRecordView {
  id: number;
  opinion: SecrecyOpinion;
  grounds: string;
  byName: string;
  at: string;
  version: number;
}

export function toSecrecyRecordView(record: SecrecyRecord): SecrecyRecordView {
  const { id, opinion, grounds, byName, at, version } = record;
  return { id, opinion, grounds, byName, at: at.toISOString(), version };
}
