import { createRouter, createWebHistory } from 'vue-router';
import { useCurrentSite } from './frame/current-site';
import { mayOpen } from './frame/may-open';
import { routes } from './routes';
import { useSession } from './session/session.store';

export const router = createRouter({ history: createWebHistory(), routes });

router.beforeEach(async (to) => {
  if (to.meta.isPublic) return true;
  const session = useSession();
  if (!session.isKnown || !session.view) await session.read();
  if (!session.view) return { name: 'sign-in', query: to.fullPath === '/' ? {} : { to: to.fullPath } };
  if (session.view.mustChangePassword && to.name !== 'change-password') return { name: 'change-password' };
  const site = to.params['site'];
  const stay = { params: { pathMatch: to.path.split('/').filter(Boolean) } };
  const ofSite = typeof site === 'string' ? site : undefined;
  try {
    if (ofSite !== undefined) await useCurrentSite().enter(ofSite);
  } catch {
    return { name: 'no-site', ...stay };
  }
  return mayOpen(String(to.name), ofSite) ? true : { name: 'no-right', ...stay };
});

router.afterEach((to) => {
  document.title = to.meta.title ? `${to.meta.title} · 站群管理平台` : '站群管理平台';
});
