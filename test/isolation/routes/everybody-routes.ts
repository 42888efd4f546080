import { everybody, type Trial } from './trial';

const stranger: Trial = { door: 'stranger' };

/** 登录的每一个人与未登录. */
export const EVERYBODY_ROUTES: Readonly<Record<string, Trial>> = {
  'GET /todos': everybody,
  'GET /todos/count': everybody,
  'GET /notices': everybody,
  'GET /notices/count': everybody,
  'POST /notices/read': { door: 'everybody', body: () => ({}) },
  'GET /notices/ways': everybody,
  'PUT /notices/ways': { door: 'everybody', body: () => ({ ways: {} }) },
  'GET /session': everybody,
  'GET /sessions': everybody,
  'DELETE /session': { door: 'everybody', endsSession: true },
  'DELETE /sessions': { door: 'everybody', endsSession: true },
  'POST /session/password': {
    door: 'everybody',
    endsSession: true,
    body: () => ({ current: 'wrong', next: 'Qing-shui.2027x' }),
  },
  'GET /organisations': everybody,
  'GET /organisations/tree': everybody,
  'GET /organisations/:id': { door: 'everybody', parts: { id: '1' } },
  'GET /regulations': everybody,
  'GET /regulations/:code': { door: 'everybody', parts: { code: 'national-floor' } },
  'GET /roles': everybody,
  'GET /themes': everybody,

  'GET /_theme/*': stranger,
  'GET /healthz': stranger,
  'GET /metrics': stranger,
  'GET /readyz': stranger,
  'GET /openapi.json': { door: 'stranger', needsBuild: true },
  'GET /one-time-links/:token': { door: 'stranger', parts: { token: 'no-such-token' } },
  'POST /one-time-links/:token': {
    door: 'stranger',
    parts: { token: 'no-such-token' },
    body: () => ({ password: 'Qing-shui.2027x' }),
  },
  'POST /session': { door: 'stranger', body: () => ({ username: 'nobody', password: 'nothing' }) },
};
