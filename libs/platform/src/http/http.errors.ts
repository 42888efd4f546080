import { defineError } from '@zhanqun/kernel';

export const notSignedIn = defineError(
  'platform.session.none',
  'unauthenticated',
  () => '尚未登录，或登录已过期，请重新登录',
);

export const rightMissing = defineError<{ action: string; subject: string }>(
  'platform.right.missing',
  'forbidden',
  () => '您没有此项操作的权限，如确有需要，请联系本站管理员或安全管理员',
);

/** Also the answer to a person who has nothing to do with the site: indistinguishable on purpose. */
export const siteNotFound = defineError<{ site: string }>(
  'platform.site.notFound',
  'notFound',
  () => '没有这个站点',
);

export const crossSiteRequest = defineError(
  'platform.request.crossSite',
  'forbidden',
  () => '请求来自其他网站，已拒绝。请在后台页面内重新操作',
);

export const passwordMustChange = defineError(
  'platform.session.passwordMustChange',
  'forbidden',
  () => '密码须先修改，修改后才能继续使用',
);

export const inputInvalid = defineError<{ fields: { field: string; message: string }[] }>(
  'platform.input.invalid',
  'invalid',
  ({ fields }) => fields.map(({ message }) => message).join('；') || '提交的内容有误，请检查后重试',
);

export const bodyUnreadable = defineError(
  'platform.input.unreadable',
  'invalid',
  () => '提交的数据格式有误，无法读取',
);

export const bodyTooLarge = defineError(
  'platform.input.tooLarge',
  'tooLarge',
  () => '提交的内容过大，请精简后重试',
);

export const routeNotFound = defineError('platform.route.notFound', 'notFound', () => '没有这个地址');
