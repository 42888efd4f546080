import { defineError } from '@zhanqun/kernel';

export const portTaken = defineError<{ host: string; port: number; variable: string }>(
  'platform.process.portTaken',
  'conflict',
  ({ host, port, variable }) =>
    `端口 ${port}（${host}）已被其他程序占用。请先停止占用它的程序，或用环境变量 ${variable} 换一个端口。`,
);

export const portForbidden = defineError<{ port: number; variable: string }>(
  'platform.process.portForbidden',
  'forbidden',
  ({ port, variable }) => `没有权限使用端口 ${port}，请用环境变量 ${variable} 换成 1024 以上的端口。`,
);
