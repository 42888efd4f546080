import { Controller, Get, Module, Query } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readConfig } from '../config';
import { createJsonApp } from './json-app';
import { PageQuery } from './page-query.dto';

@Controller('pages')
class PagesController {
  @Get()
  read(@Query() { page, pageSize }: PageQuery): { page: number; pageSize: number } {
    return { page, pageSize };
  }
}
@Module({ controllers: [PagesController] })
class PagesModule {}

describe('后台接口的外壳', () => {
  let app: NestFastifyApplication;
  const get = (url: string) => app.inject({ method: 'GET', url });

  beforeAll(async () => {
    app = await createJsonApp(PagesModule, readConfig({ SEED: 'none' }));
    await app.init();
  });
  afterAll(() => app.close());

  it('reads page numbers within bounds', async () => {
    expect((await get('/api/pages?page=3&pageSize=100')).json()).toEqual({ page: 3, pageSize: 100 });
  });

  it.each(['0', '-1', '1000001', '9007199254740991', '99999999999999999999', 'Infinity', '1&page=2'])(
    'refuses page %s',
    async (page) => {
      expect((await get(`/api/pages?page=${page}`)).json()).toMatchObject({ code: 'platform.input.invalid' });
    },
  );

  it('refuses an address that cannot be read in its own words and with its own headers', async () => {
    const answer = await get('/api/pages/%ff');

    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({
      code: 'platform.input.unreadable',
      traceId: answer.headers['x-trace-id'],
    });
    expect(answer.headers['content-security-policy']).toContain("default-src 'self'");
  });
});
