import { defineError } from '@zhanqun/kernel';

export const unknownEncoding = defineError(
  'content.import.unknownEncoding',
  'invalid',
  () => '无法识别文字编码（不是 UTF-8 也不是 GB18030），请用记事本另存为 UTF-8 后再导入',
);

export const documentEmpty = defineError('content.import.empty', 'invalid', () => '文件中没有文字');

export const documentTooLong = defineError<{ limit: number }>(
  'content.import.tooLong',
  'tooLarge',
  ({ limit }) => `文字超过 ${limit / 10_000} 万字，请拆成几篇再导入`,
);

export const directoryUnreadable = defineError<{ directory: string }>(
  'content.import.directoryUnreadable',
  'invalid',
  ({ directory }) => `目录 ${directory} 不存在或无法读取`,
);

export const siteUnknown = defineError<{ site: string }>(
  'content.import.siteUnknown',
  'notFound',
  ({ site }) => `没有标识为 ${site} 的站点`,
);

export const channelUnknown = defineError<{ channel: string }>(
  'content.import.channelUnknown',
  'notFound',
  ({ channel }) => `站点没有栏目 ${channel}`,
);

export const accountUnknown = defineError<{ username: string }>(
  'content.import.accountUnknown',
  'notFound',
  ({ username }) => `没有账号 ${username}`,
);

export const kindUnknown = defineError<{ kind: string }>(
  'content.import.kindUnknown',
  'invalid',
  ({ kind }) => `不认识的稿件类型 ${kind}，可用 news、notice 或 policyDocument`,
);

export type PackageFault =
  | 'broken'
  | 'encrypted'
  | 'zip64'
  | 'method'
  | 'path'
  | 'bomb'
  | 'files'
  | 'twice'
  | 'empty'
  | 'noXml'
  | 'noTable'
  | 'noPages'
  | 'noManifest'
  | 'newer'
  | 'checksum'
  | 'disguised';

const PACKAGE_FAULTS: Readonly<Record<PackageFault, string>> = {
  broken: '文件已损坏或不是支持的格式，请重新打包后再上传',
  encrypted: '压缩包有密码，请去掉密码后再上传',
  zip64: 'ZIP 超过 4 GB 或 65535 个文件，请改用 tar.gz 打包',
  method: 'ZIP 使用了不支持的压缩方式，请用系统自带的压缩功能重新打包',
  path: '压缩包中有指向包外的路径，已拒绝导入',
  bomb: '压缩包解压后过大，已拒绝导入',
  files: '压缩包中的文件过多，请分次导入',
  twice: '压缩包中有重名的文件，已拒绝导入',
  empty: '文件中没有可以导入的内容',
  noXml: '包中没有 WordPress 导出文件（.xml）',
  noTable: '包中没有表格（.csv 或 .xlsx），或者不止一个',
  noPages: '包中没有网页文件（.html、.htm）或文稿（.txt、.md）',
  noManifest: '不是站群平台的整站导出文件，或者文件不完整',
  newer: '导出文件来自更新版本的平台，请先升级本平台',
  disguised: '导出文件中有素材的内容与它声明的类型不符，已拒绝导入',
  checksum: '导出文件的内容与清单不符，文件不完整或被改动过，已拒绝导入',
};

export const packageRefused = defineError<{ fault: PackageFault }>(
  'content.import.packageRefused',
  'invalid',
  ({ fault }) => `文件不能导入：${PACKAGE_FAULTS[fault]}`,
);

export const uploadTooLarge = defineError<{ megabytes: number }>(
  'content.import.uploadTooLarge',
  'tooLarge',
  ({ megabytes }) => `文件超过 ${megabytes} MB，请分次导入，或由运维人员用命令行导入`,
);

export const filesGone = defineError(
  'content.import.filesGone',
  'conflict',
  () => '上传的文件已清理（完成 7 天后自动清理），请重新上传后导入',
);

export const importNotFound = defineError<{ id: number }>(
  'content.import.notFound',
  'notFound',
  () => '这次导入不存在',
);

export const importMoveRefused = defineError<{ move: string; state: string }>(
  'content.import.moveRefused',
  'conflict',
  () => '这次导入的状态已变化，请刷新后再操作',
);

export const importBusy = defineError<{ id: number }>(
  'content.import.busy',
  'conflict',
  () => '本站已有一次导入正在进行，请等它完成、暂停或取消后再开始',
);

export const importTargetMissing = defineError(
  'content.import.targetMissing',
  'invalid',
  () => '请选择导入到哪个栏目，或对应好原栏目',
);

export const importOptionsInvalid = defineError<{ field: string }>(
  'content.import.optionsInvalid',
  'invalid',
  ({ field }) => `${field}填写有误，请检查后重试`,
);
