import 'vue-router';

declare module 'vue-router' {
  interface RouteMeta {
    title?: string;
    /** Route name of the navigation entry that is lit, when it is another than the route's own. */
    section?: string;
    /** Label and route name of the pages above this one. */
    crumbs?: readonly (readonly [label: string, route: string])[];
    isPublic?: boolean;
  }
}
export {};
