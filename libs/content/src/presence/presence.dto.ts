import { IsBoolean } from 'class-validator';
import type { Present } from './presences.service';

export class PresenceDto {
  @IsBoolean()
  isEditing: boolean;
}

export class PresentView {
  name: string;
  since: string;
  isEditing: boolean;
}

export class PresenceView {
  others: PresentView[];
}

export function toPresenceView(others: readonly Present[]): PresenceView {
  return { others: others.map((other) => ({ ...other, since: other.since.toISOString() })) };
}
