import { defineError } from '@zhanqun/kernel';
import { ALLOWED_WORDS } from './file-types';

export const assetNotFound = defineError<{ id: number }>(
  'content.asset.notFound',
  'notFound',
  () => '素材不存在或已被删除',
);

export const fileMissing = defineError('content.asset.fileMissing', 'invalid', () => '请选择要上传的文件');

export const formBroken = defineError(
  'content.asset.formBroken',
  'invalid',
  () => '上传的数据不完整或格式有误，请重新选择文件再传',
);

export const fileEmpty = defineError<{ name: string }>(
  'content.asset.empty',
  'invalid',
  ({ name }) => `“${name}”是空文件，请检查后重新选择`,
);

export const fileTooLarge = defineError<{ megabytes: number }>(
  'content.asset.tooLarge',
  'tooLarge',
  ({ megabytes }) => `文件超过 ${megabytes} MB 的上限，请压缩或拆分后再传`,
);

export const fileNameUnusable = defineError(
  'content.asset.nameUnusable',
  'invalid',
  () => '文件名为空、过长（超过 150 字）或含有无法保存的字符，请改名后再传',
);

export const fileTypeRefused = defineError<{ name: string }>(
  'content.asset.typeRefused',
  'invalid',
  ({ name }) => `不能上传“${name}”：不允许这种类型的文件。允许：${ALLOWED_WORDS}`,
);

/** `tax.php.jpg`: one server set up carelessly runs it, another shows it. */
export const doubleExtension = defineError<{ name: string; extension: string }>(
  'content.asset.doubleExtension',
  'invalid',
  ({ name, extension }) => `文件名“${name}”中间含有程序扩展名“.${extension}”，请改名后再传`,
);

export const contentMismatch = defineError<{ name: string; extension: string; found: string }>(
  'content.asset.contentMismatch',
  'invalid',
  ({ name, extension, found }) =>
    `“${name}”的内容${found === '' ? '无法识别' : `是 ${found.toUpperCase()}`}，与扩展名“.${extension}”不符，` +
    `请用原软件另存为正确的格式后再传。允许：${ALLOWED_WORDS}`,
);

export const macroFile = defineError<{ name: string }>(
  'content.asset.macro',
  'invalid',
  ({ name }) => `“${name}”含有宏，可能携带病毒，不能上传。请另存为不含宏的文档或 PDF 后再传`,
);

export const encryptedFile = defineError<{ name: string }>(
  'content.asset.encrypted',
  'invalid',
  ({ name }) => `“${name}”设有打开密码，公众无法阅读，请去掉密码后再传`,
);

export const archiveRefused = defineError<{ name: string; reason: 'bomb' | 'path' | 'broken' }>(
  'content.asset.archiveRefused',
  'invalid',
  ({ name, reason }) =>
    ({
      bomb: `“${name}”解压后体积异常巨大，可能是恶意压缩包，不能上传`,
      path: `“${name}”内的文件路径异常，可能是恶意压缩包，请重新打包后再传`,
      broken: `“${name}”的压缩结构已损坏，请重新打包或另存后再传`,
    })[reason],
);

export const imageBroken = defineError<{ name: string }>(
  'content.asset.imageBroken',
  'invalid',
  ({ name }) => `图片“${name}”已损坏或不完整，无法打开，请重新导出后再传`,
);

export const imageTooManyPixels = defineError<{ name: string }>(
  'content.asset.imageTooManyPixels',
  'invalid',
  ({ name }) => `图片“${name}”的尺寸过大（超过 1 亿像素），请缩小后再传`,
);

export const imageTooManyFrames = defineError<{ name: string; most: number }>(
  'content.asset.imageTooManyFrames',
  'invalid',
  ({ name, most }) => `动图“${name}”超过 ${most} 帧，请删减后再传，或改传 MP4 视频`,
);

export const svgRefused = defineError<{ name: string }>(
  'content.asset.svgRefused',
  'invalid',
  ({ name }) => `矢量图“${name}”含有脚本、外部引用或过大（超过 2 MB），不能转为图片，请导出为 PNG 后再传`,
);

export const quotaExceeded = defineError<{ needed: number; left: number; limit: number }>(
  'content.asset.quotaExceeded',
  'conflict',
  ({ needed, left, limit }) =>
    `素材库空间不足：本站限额 ${sizeWords(limit)}，还剩 ${sizeWords(left)}，此文件需要 ${sizeWords(needed)}。` +
    '请清空回收站、删除不用的素材，或请管理员调高限额',
);

export const assetInfected = defineError<{ name: string; virus: string }>(
  'content.asset.infected',
  'invalid',
  ({ name, virus }) => `“${name}”查出病毒（${virus}），没有保存。请先在本机查杀，再上传干净的文件`,
);

export const scannerAway = defineError(
  'content.asset.scannerAway',
  'unavailable',
  () => '查毒服务暂时连不上，文件没有替换，请稍后再试或联系系统管理员',
);

export const replacementMismatch = defineError<{ extension: string; found: string }>(
  'content.asset.replacementMismatch',
  'invalid',
  ({ extension, found }) =>
    `原文件是 ${extension.toUpperCase()}，不能换成 ${found.toUpperCase()}：公众手中的地址以“.${extension}”结尾。` +
    '请另存为相同格式再传，或作为新素材上传',
);

export const replacementUnreviewed = defineError<{ places: readonly string[] }>(
  'content.asset.replacementUnreviewed',
  'conflict',
  ({ places }) =>
    `这个文件正在公开页面或送审稿件中使用${places.length > 0 ? `（${places.join('、')}）` : ''}，` +
    '直接替换会绕过审核。请上传为新素材后修改稿件送审，或请站点管理员替换',
);

export const sameContentElsewhere = defineError<{ name: string }>(
  'content.asset.sameContent',
  'conflict',
  ({ name }) => `素材库里已有内容相同的文件“${name}”，不必替换；请在稿件中直接选用它`,
);

export const versionNotFound = defineError<{ number: number }>(
  'content.asset.versionNotFound',
  'notFound',
  () => '这一版历史文件不存在或已清理',
);

export const tagsRefused = defineError(
  'content.asset.tagsRefused',
  'invalid',
  () => '标签每个 1 至 20 字、不含分号，一个素材最多 12 个',
);

export const assetInUse = defineError<{ places: readonly string[] }>(
  'content.asset.inUse',
  'conflict',
  ({ places }) => `素材正在使用，不能删除：${places.join('、')}。请先从中移除`,
);

export const assetBusy = defineError(
  'content.asset.busy',
  'conflict',
  () => '同一个文件正在删除，请稍后再传',
);

export const altTooLong = defineError(
  'content.asset.altTooLong',
  'invalid',
  () => '图片说明不超过 200 字，且不能含有控制字符',
);

function sizeWords(count: number): string {
  const size = Math.max(0, count) / 1024 / 1024;
  return size >= 1024
    ? `${(size / 1024).toFixed(1)} GB`
    : `${size >= 10 ? Math.round(size) : size.toFixed(1)} MB`;
}
