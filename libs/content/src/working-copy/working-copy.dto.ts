import { IsInt, IsObject, Min } from 'class-validator';
import type { OfferedCopy } from './working-copies.service';

export class WorkingCopyDto {
  /** Version of the draft on which the person is typing. */
  @IsInt({ message: '缺少版本号，请刷新页面后重试' })
  @Min(1)
  baseVersion: number;

  /** The fields of the screen as typed; given back unchanged. */
  @IsObject({ message: '自动保存的内容格式不正确' })
  text: Record<string, unknown>;
}

export class KeptView {
  savedAt: string;
}

export class WorkingCopyView {
  baseVersion: number;
  text: Record<string, unknown>;
  savedAt: string;
}

export class OfferedCopyView {
  copy: WorkingCopyView | null;
  /** 比已保存的稿件新，打开时应提示恢复. */
  isNewer: boolean;
  savedVersion: number | null;
}

export function toOfferedCopyView({ copy, isNewer, savedVersion }: OfferedCopy): OfferedCopyView {
  return {
    copy: copy && { ...copy, text: { ...copy.text }, savedAt: copy.savedAt.toISOString() },
    isNewer,
    savedVersion,
  };
}
