import { Injectable, Module } from '@nestjs/common';
import type { Ctx } from '@zhanqun/kernel';

/** Words that citizens will read without an article around them. */
export interface PublicLine {
  /** What the form calls it. */
  readonly label: string;
  readonly text: string;
}

export type WordsCheck = (ctx: Ctx, lines: readonly PublicLine[]) => Promise<void>;

/**
 * 公开文字关口: banners, the texts of a look, the lines of a footer are checked like articles before they go live.
 * The library that checks texts registers here, because those words are stored on floors below it; in a
 * program without that library nothing is refused.
 */
@Injectable()
export class PublicWords {
  private check: WordsCheck | null = null;

  register(check: WordsCheck): void {
    this.check = check;
  }

  /** Raises the checking library's refusal when something forbidden is among them. */
  async pass(ctx: Ctx, lines: readonly PublicLine[]): Promise<void> {
    const written = lines.filter(({ text }) => text.trim() !== '');
    if (this.check && written.length > 0) await this.check(ctx, written);
  }
}

/** One gate a process, whoever imports it. */
@Module({ providers: [PublicWords], exports: [PublicWords] })
export class WordingModule {}
