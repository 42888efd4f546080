import { Injectable } from '@nestjs/common';
import type { StaffCtx } from '@zhanqun/kernel';
import { CheckAllowance } from './check-allowance';
import { LONGEST_TEXT, textTooLong } from './check.errors';
import type { TextHit } from './check-hit';
import { checkText } from './check-text';
import { CheckLists } from './lists/check-lists';

/** 内容检查. */
@Injectable()
export class CheckService {
  constructor(
    private readonly lists: CheckLists,
    private readonly allowance: CheckAllowance,
  ) {}

  /** A text by the lists of the platform. Raises `content.check.textTooLong` or `.tooOften`. */
  async text(ctx: StaffCtx, text: string): Promise<TextHit[]> {
    if (text.length > LONGEST_TEXT) throw textTooLong({ length: text.length });
    this.allowance.take(ctx, text.length);
    return checkText(await this.lists.at(undefined), text);
  }
}
