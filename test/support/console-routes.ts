import { ModulesContainer } from '@nestjs/core';
import { RequestMethod, type INestApplicationContext } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants';
import { PUBLIC_ROUTE, REQUIRED_RIGHT, type RequiredRight } from '@zhanqun/platform';
import { getMetadataStorage } from 'class-validator';

// Nested types are kept in class-transformer's own storage, which it exports without types.
const { defaultMetadataStorage } =
  require('class-transformer/cjs/storage') as typeof import('class-transformer/types/storage');

type Type = abstract new (...args: never[]) => object;

/** A route of an application as Nest knows it. */
export interface ConsoleRoute {
  /** `POST /sites/:site/articles/:id/submit`, without the prefix `/api`. */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly controller: string;
  readonly isPublic: boolean;
  readonly right: RequiredRight | undefined;
  /** Classes that its body and its query are checked against. */
  readonly body: Type | undefined;
  readonly query: Type | undefined;
}

/** Kinds of parameters in Nest's `RouteParamtypes`. */
const BODY = 3;
const QUERY = 4;

/** Every route of every controller in the container, sorted by address. */
export function consoleRoutes(app: INestApplicationContext): ConsoleRoute[] {
  const controllers = new Set<Type>();
  for (const module of app.get(ModulesContainer).values())
    for (const { metatype } of module.controllers.values())
      if (typeof metatype === 'function') controllers.add(metatype as unknown as Type);
  return [...controllers].flatMap(routesOf).sort((a, b) => a.name.localeCompare(b.name));
}

function routesOf(controller: Type): ConsoleRoute[] {
  const prototype = controller.prototype as Record<string, unknown>;
  const base = Reflect.getMetadata(PATH_METADATA, controller) as string | undefined;
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const handler = prototype[name];
    if (typeof handler !== 'function' || !Reflect.hasMetadata(METHOD_METADATA, handler)) return [];
    const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number] ?? '';
    const own = Reflect.getMetadata(PATH_METADATA, handler) as string;
    const path = `/${[base, own]
      .map((part) => (part ?? '').replace(/^\/|\/$/g, ''))
      .filter(Boolean)
      .join('/')}`;
    const stated = <T>(key: string): T | undefined =>
      (Reflect.getMetadata(key, handler) ?? Reflect.getMetadata(key, controller)) as T | undefined;
    return {
      name: `${method} ${path}`,
      method,
      path,
      controller: controller.name,
      isPublic: stated<boolean>(PUBLIC_ROUTE) ?? false,
      right: stated<RequiredRight>(REQUIRED_RIGHT),
      body: typeOfWhole(controller, name, BODY),
      query: typeOfWhole(controller, name, QUERY),
    };
  });
}

function typeOfWhole(controller: Type, name: string, kind: number): Type | undefined {
  const given = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {}) as Record<
    string,
    { index: number; data?: unknown }
  >;
  const types = (Reflect.getMetadata('design:paramtypes', controller.prototype, name) ?? []) as Type[];
  for (const [key, { index, data }] of Object.entries(given))
    if (key.startsWith(`${kind}:`) && data === undefined) return types[index];
  return undefined;
}

/** Fields of a DTO that hold numbers, nested ones with their path: `policy.successorArticleId`. */
export function numbersIn(dto: Type | undefined, prefix = ''): string[] {
  if (!dto) return [];
  const rules = getMetadataStorage().getTargetValidationMetadatas(
    dto as unknown as new () => object,
    '',
    false,
    false,
  );
  const fields = rules.flatMap(({ propertyName, name, type }) => {
    if (type === 'nestedValidation')
      return numbersIn(nestedType(dto, propertyName), `${prefix}${propertyName}.`);
    return name === 'isInt' || name === 'isNumber' ? [`${prefix}${propertyName}`] : [];
  });
  return [...new Set(fields)].sort();
}

function nestedType(dto: Type, property: string): Type | undefined {
  const stated = defaultMetadataStorage.findTypeMetadata(dto as never, property);
  const named = stated?.typeFunction() as Type | undefined;
  return named ?? (Reflect.getMetadata('design:type', dto.prototype, property) as Type | undefined);
}
