import { defineError } from '@zhanqun/kernel';

export const wrongConfiguration = defineError<{ faults: string[] }>(
  'platform.config.invalid',
  'invalid',
  ({ faults }) => `配置有误：\n${faults.map((fault) => `  · ${fault}`).join('\n')}`,
);
