import { defineError } from '@zhanqun/kernel';

export type FetchRefusal = 'address' | 'scheme' | 'credentials' | 'port' | 'private' | 'redirects';

const REFUSALS: Readonly<Record<FetchRefusal, string>> = {
  address: '地址格式不正确',
  scheme: '只能访问 http 和 https 地址',
  credentials: '地址中不能带有用户名和密码',
  port: '只能访问 80、443、8080、8443 端口',
  private: '地址指向本机或内部网络，为安全起见不予访问；确需访问的，请由运维人员在 FETCH_ALLOW 中登记',
  redirects: '地址跳转次数过多',
};

/** Nothing was sent to the address: it may not be visited. */
export const fetchRefused = defineError<{ address: string; reason: FetchRefusal }>(
  'platform.fetch.refused',
  'invalid',
  ({ reason }) => `不能访问此地址：${REFUSALS[reason]}`,
);

/** The address may be visited, but did not answer as it should. */
export const fetchFailed = defineError<{
  address: string;
  reason: 'unknownHost' | 'unreachable' | 'timeout';
}>(
  'platform.fetch.failed',
  'unavailable',
  ({ reason }) =>
    ({ unknownHost: '域名无法解析', unreachable: '对方服务器无法连接', timeout: '对方服务器响应超时' })[
      reason
    ],
);

export const fetchTooLarge = defineError<{ address: string; bytes: number }>(
  'platform.fetch.tooLarge',
  'tooLarge',
  ({ bytes }) => `对方返回的内容超过 ${Math.ceil(bytes / 1024 / 1024)} MB，未予读取`,
);
