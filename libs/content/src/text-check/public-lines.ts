import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Ctx, SiteRef } from '@zhanqun/kernel';
import { PublicWords, type PublicLine } from '@zhanqun/platform';
import { checkBody } from './body/check-body';
import { readBody } from './body/read-body';
import { wordsRefused } from './check.errors';
import { checkText } from './check-text';
import type { TextHit } from './check-hit';
import { CheckLists } from './lists/check-lists';

export interface CheckedLine extends PublicLine {
  readonly isHtml?: boolean;
}

/** 版面、横幅、外观、页脚里的文字: checked by the lists of the place. Only what is forbidden keeps them back. */
@Injectable()
export class PublicLines implements OnModuleInit {
  constructor(
    private readonly lists: CheckLists,
    private readonly words: PublicWords,
  ) {}

  onModuleInit(): void {
    this.words.register((ctx, lines) => this.pass(ctx, lines));
  }

  /** What the rules say of each line, in their order. */
  async hits(
    ctx: { readonly site?: SiteRef },
    lines: readonly CheckedLine[],
  ): Promise<readonly (readonly TextHit[])[]> {
    const list = await this.lists.at(ctx.site);
    return lines.map(({ text, isHtml }) => {
      if (!isHtml) return checkText(list, text);
      const body = readBody(text);
      return [...checkText(list, body.text), ...checkBody(list, body)];
    });
  }

  /** Raises `content.check.wordsRefused` naming each line and what is wrong with it. */
  async pass(ctx: Ctx, lines: readonly CheckedLine[]): Promise<void> {
    const found = await this.hits(ctx, lines);
    const hits = lines.flatMap(({ label }, at) =>
      (found[at] ?? [])
        .filter(({ severity }) => severity === 'block')
        .map(({ text, reason }) => ({ field: label, text, reason })),
    );
    if (hits.length > 0) throw wordsRefused({ hits });
  }
}
