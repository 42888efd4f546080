import { useSession } from '@/session/session.store';
import { navigation, type NavigationItem } from './navigation';

/** Whether the rights at the site (or on the platform) show this entry. */
export function mayUse(item: NavigationItem, site: string | undefined): boolean {
  const session = useSession();
  return (
    item.needs.length === 0 || item.needs.some(([action, subject]) => session.can(action, subject, site))
  );
}

/** A list that is not in the person's navigation is not opened by its address either. */
export function mayOpen(route: string, site: string | undefined): boolean {
  const entry = navigation.flatMap((group) => group.items).find((item) => item.route === route);
  return entry === undefined || mayUse(entry, site);
}
