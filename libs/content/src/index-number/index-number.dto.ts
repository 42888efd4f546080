import { IsString, MaxLength } from 'class-validator';
import { INDEX_PARTS, indexTemplateFault } from './index-number';
import type { IndexNumberPreview } from './index-number.service';

export class PreviewIndexNumberDto {
  @IsString()
  @MaxLength(120)
  template: string;
}

export class IndexPartView {
  word: string;
  label: string;
}

export class IndexNumberPreviewView {
  /** What the next number would look like; empty while something is wrong. */
  sample: string;
  length: number;
  lastSerial: number;
  /** What is wrong with the rule; empty when nothing is. */
  fault: string;
}

export class IndexNumberRuleView extends IndexNumberPreviewView {
  template: string;
  /** What a rule may be built of. */
  parts: IndexPartView[];
}

export function toPreviewView(template: string, preview: IndexNumberPreview | null): IndexNumberPreviewView {
  const fault = indexTemplateFault(template) ?? '';
  return { sample: '', length: 0, lastSerial: 0, ...(fault === '' ? preview : {}), fault };
}

export function toRuleView(template: string, preview: IndexNumberPreview): IndexNumberRuleView {
  return { ...toPreviewView(template, preview), template, parts: INDEX_PARTS.map((part) => ({ ...part })) };
}
