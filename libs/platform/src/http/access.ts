import { SetMetadata, type CustomDecorator } from '@nestjs/common';

export const PUBLIC_ROUTE = 'zhanqun:public';
export const REQUIRED_RIGHT = 'zhanqun:requires';

export interface RequiredRight {
  readonly action: string;
  readonly subject: string;
}

/** Opens a route to people who are not signed in. A route has this or `@Requires`; a test says so. */
export const Public = (): CustomDecorator => SetMetadata(PUBLIC_ROUTE, true);

/** The coarse question of a route: may this person do it at all here? The use case asks about the row. */
export const Requires = (action: string, subject: string): CustomDecorator =>
  SetMetadata(REQUIRED_RIGHT, { action, subject } satisfies RequiredRight);
