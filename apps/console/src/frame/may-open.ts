import { useSession } from '@/session/session.store';
import { navigation, type NavigationItem } from './navigation';

/** Whether the rights at the site (or on the platform) show this entry. */
export function mayUse(item: NavigationItem, site: string | undefined): boolean {
  const session = useSession();
  return (
    item.needs.length === 0 || item.needs.some(([action, subject]) => session.can(action, subject, site))
  );
}

/** What stands in the navigation: nothing twice under one name. */
export function isShown(item: NavigationItem, site: string | undefined): boolean {
  const wider = entryOf(item.alsoAt);
  return mayUse(item, site) && (wider === undefined || !mayUse(wider, undefined));
}

/** A list that is not in the person's navigation is not opened by its address either. */
export function mayOpen(route: string, site: string | undefined): boolean {
  const entry = entryOf(route);
  return entry === undefined || mayUse(entry, site);
}

const entryOf = (route: string | undefined): NavigationItem | undefined =>
  navigation.flatMap((group) => group.items).find((item) => item.route === route);
