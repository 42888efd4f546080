import type { ValidationError } from 'class-validator';
import { inputInvalid } from './http.errors';
import type { DomainError } from '@zhanqun/kernel';

/** What to say when a DTO states no Chinese message of its own. */
const MESSAGES: Readonly<Record<string, string>> = {
  isString: '须为文字',
  isInt: '须为整数',
  isNumber: '须为数字',
  isBoolean: '须为“是”或“否”',
  isArray: '须为列表',
  isDateString: '须为日期时间',
  isISO8601: '须为日期时间',
  isEmail: '须为电子邮箱地址',
  isIn: '不在可选范围内',
  isEnum: '不在可选范围内',
  isNotEmpty: '不能为空',
  isDefined: '不能为空',
  isLength: '长度不符合要求',
  minLength: '过短',
  maxLength: '过长',
  min: '过小',
  max: '过大',
  matches: '格式不正确',
  arrayMaxSize: '条数过多',
  arrayMinSize: '条数过少',
  isObject: '格式不正确',
  nestedValidation: '格式不正确',
  whitelistValidation: '不是可提交的项目',
};

const CHINESE = /\p{Script=Han}/u;

/** Turns class-validator's findings into one refusal with a Chinese line a field. */
export function refuseInput(errors: readonly ValidationError[]): DomainError {
  const fields: { field: string; message: string }[] = [];
  const walk = (list: readonly ValidationError[], path: string): void => {
    for (const error of list) {
      const field = path ? `${path}.${error.property}` : error.property;
      const [constraint, message] = Object.entries(error.constraints ?? {})[0] ?? [];
      if (constraint && message !== undefined)
        fields.push({
          field,
          message: CHINESE.test(message) ? message : `“${field}”${MESSAGES[constraint] ?? '有误'}`,
        });
      walk(error.children ?? [], field);
    }
  };
  walk(errors, '');
  return inputInvalid({ fields });
}
