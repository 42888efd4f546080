import { Injectable, Logger } from '@nestjs/common';
import type { EditorCtx } from '@zhanqun/kernel';
import { AppConfig, Audit } from '@zhanqun/platform';
import type { AssetKind } from '../asset.entity';
import { assetInfected } from '../asset.errors';
import { ClamdScanner, NoScanner, VirusScanner } from './virus-scanner';

/** 上传查毒, when CLAMD_URL names a scanner. */
@Injectable()
export class Scanning {
  private readonly logger = new Logger(Scanning.name);

  constructor(
    private readonly scanner: VirusScanner,
    private readonly audit: Audit,
  ) {}

  /**
   * Raises `content.asset.infected`. False: the file could not be examined and must wait in quarantine.
   * Films and sound beyond the scanner's bound pass: nothing opens them but a player in a sandbox.
   */
  async judge(
    ctx: EditorCtx,
    path: string,
    { name, kind }: { readonly name: string; readonly kind: AssetKind },
  ): Promise<boolean> {
    const verdict = await this.scanner.scan(path);
    switch (verdict.kind) {
      case 'clean':
        return true;
      case 'infected': {
        const { virus } = verdict;
        const summary = `上传的“${name}”查出病毒 ${virus}，已拒绝`;
        const entry = { action: 'asset.infected', subject: 'Asset', summary, detail: { name, virus } };
        await this.audit.record(ctx, { ...entry, outcome: 'refused' });
        throw assetInfected({ name, virus });
      }
      case 'tooLarge':
        return kind === 'video' || kind === 'audio';
      case 'away':
        this.logger.warn(verdict.reason);
        return false;
    }
  }
}

export const scannerFor = ({ clamd }: AppConfig): VirusScanner =>
  clamd.url ? new ClamdScanner(clamd.url) : new NoScanner();
