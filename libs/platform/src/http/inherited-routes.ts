import { METHOD_METADATA } from '@nestjs/common/constants';
import { Requires } from './access';

type Route = (...given: unknown[]) => unknown;

/**
 * A second address for the same desk: a controller that extends another answers all its routes, and each
 * of them asks for this right in place of the one stated there.
 *
 * Every route becomes a method of the class itself. What Nest, the guard and the description of the API
 * know of a route is kept with the method, so a method that is only inherited would have one right for
 * both addresses.
 */
export const InheritedRoutesRequire =
  (action: string, subject: string): ClassDecorator =>
  ({ prototype }) => {
    const desk = Object.getPrototypeOf(prototype) as Record<string, unknown>;
    for (const name of Object.getOwnPropertyNames(desk)) {
      const route = desk[name];
      if (isRoute(route)) Object.defineProperty(prototype, name, own(name, route, Requires(action, subject)));
    }
  };

const isRoute = (member: unknown): member is Route =>
  typeof member === 'function' && Reflect.hasMetadata(METHOD_METADATA, member);

function own(name: string, route: Route, states: ReturnType<typeof Requires>): PropertyDescriptor {
  const { [name]: value } = {
    [name](this: unknown, ...given: unknown[]): unknown {
      return route.apply(this, given);
    },
  };
  for (const key of Reflect.getMetadataKeys(route))
    Reflect.defineMetadata(key, Reflect.getMetadata(key, route), value as Route);
  const descriptor = { value, writable: true, configurable: true };
  states(value as Route, name, descriptor);
  return descriptor;
}
