import { Injectable } from '@nestjs/common';
import { defineError } from '@zhanqun/kernel';
import { readBundled } from '../bundled-data';
import { readBlueprint, type Blueprint } from './blueprint';

export const blueprintNotFound = defineError<{ code: string }>(
  'tenancy.blueprint.notFound',
  'notFound',
  ({ code }) => `没有代码为“${code}”的建站蓝本`,
);

/** 建站蓝本 of this release, read once. */
@Injectable()
export class Blueprints {
  private readonly byCode: ReadonlyMap<string, Blueprint> = new Map(
    readBundled('blueprints').map(({ name, data }) => {
      const blueprint = readBlueprint(data, name);
      return [blueprint.code, blueprint];
    }),
  );

  list(): readonly Blueprint[] {
    return [...this.byCode.values()];
  }

  get(code: string): Blueprint {
    const blueprint = this.byCode.get(code);
    if (!blueprint) throw blueprintNotFound({ code });
    return blueprint;
  }
}
