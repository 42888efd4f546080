import { channelInvalid } from './channel.errors';
import type { Channel, ChannelKind, UpdateClass } from './channel.entity';

export interface ChannelValues {
  readonly name: string;
  readonly kind: ChannelKind;
  readonly updateClass: UpdateClass;
  readonly cycleDays?: number | null;
  readonly linkUrl?: string;
  readonly ownerOrganisationId?: number | null;
  readonly description?: string;
  readonly keywords?: readonly string[];
  readonly columnType?: string;
  readonly isHidden?: boolean;
  readonly isNavigation?: boolean;
  readonly template?: string | null;
}
/** The columns of a channel that these values become. */
export type CheckedChannel = Required<Omit<ChannelValues, 'keywords'>> & { keywords: string };

const LINE = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u;

/** What was handed in as columns: trimmed, with its defaults. Raises `content.channel.invalid` with every fault at once. */
export function checkChannel(values: ChannelValues): CheckedChannel {
  const faults: { field: string; message: string }[] = [];
  const line = (field: string, label: string, value: string, most: number, isRequired = false): string => {
    const text = value.trim();
    const length = [...text].length;
    if (LINE.test(text)) faults.push({ field, message: `${label}含有不能保存的特殊字符` });
    else if (isRequired && length === 0) faults.push({ field, message: `${label}必填` });
    else if (length > most) faults.push({ field, message: `${label}不超过 ${most} 字` });
    return text;
  };
  const isStatic = values.kind === 'static' || values.kind === 'link';
  const words = (values.keywords ?? []).map((word) => word.trim()).filter(Boolean);
  const checked: CheckedChannel = {
    name: line('name', '栏目名称', values.name, 50, true),
    kind: values.kind,
    updateClass: isStatic ? 'static' : values.updateClass,
    cycleDays: values.cycleDays ?? null,
    linkUrl: values.kind === 'link' ? line('linkUrl', '链接地址', values.linkUrl ?? '', 500, true) : '',
    ownerOrganisationId: values.ownerOrganisationId ?? null,
    description: line('description', '栏目描述', values.description ?? '', 500),
    keywords: line('keywords', '关键词', words.join(';'), 300),
    columnType: line('columnType', '栏目类别', values.columnType ?? '', 50),
    isHidden: values.isHidden ?? false,
    isNavigation: values.isNavigation ?? false,
    template: values.template || null,
  };
  if (checked.kind === 'link' && checked.linkUrl !== '' && !isLeadable(checked.linkUrl)) {
    faults.push({ field: 'linkUrl', message: '链接地址须以 https://、http:// 或 / 开头' });
  }
  if (checked.template !== null && !/^pages\/[a-z][a-z0-9-]{0,60}\.njk$/.test(checked.template)) {
    faults.push({ field: 'template', message: '页面模板须是主题提供的模板' });
  }
  if (faults.length > 0) throw channelInvalid({ faults });
  return checked;
}

/** What a channel holds, as it was handed in, so that an edit may send only what it changes. */
export function valuesOf(channel: Channel): ChannelValues {
  return { ...channel, keywords: channel.keywords.split(';').filter((word) => word !== '') };
}

function isLeadable(address: string): boolean {
  return /^https?:\/\/[^\s/]+/i.test(address) || /^\/(?![/\\])/.test(address);
}
