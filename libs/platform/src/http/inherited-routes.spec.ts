import { Controller, Get, HttpCode, Module, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readConfig } from '../config';
import { REQUIRED_RIGHT, Requires } from './access';
import { InheritedRoutesRequire } from './inherited-routes';
import { createJsonApp } from './json-app';
import { PageQuery } from './page-query.dto';

@Controller('sites/:site/words')
class SiteWordsController {
  private readonly place = 'words';

  @Get()
  @Requires('use', 'Desk')
  list(@Query() { page }: PageQuery): string {
    return `${this.place} ${page}`;
  }

  @Post(':id/drop')
  @HttpCode(202)
  @Requires('update', 'SiteSettings')
  drop(@Param('id', ParseIntPipe) id: number): string {
    return `${this.of(id)} dropped`;
  }

  of(id: number): string {
    return `${this.place} ${id}`;
  }
}

@Controller('words')
@InheritedRoutesRequire('manage', 'SiteSettings')
class PlatformWordsController extends SiteWordsController {}

@Module({ controllers: [PlatformWordsController, SiteWordsController] })
class WordsModule {}

describe('a controller at a second address', () => {
  let app: NestFastifyApplication;

  beforeAll(async () => {
    app = await createJsonApp(WordsModule, readConfig({ SEED: 'none' }));
    await app.init();
  });
  afterAll(() => app.close());

  it.each(['/api/words', '/api/sites/qingshui/words'])(
    'answers what the first one answers: %s',
    async (address) => {
      const listed = await app.inject({ method: 'GET', url: `${address}?page=2` });
      const dropped = await app.inject({ method: 'POST', url: `${address}/7/drop` });

      expect(listed.payload).toBe('words 2');
      expect(dropped).toMatchObject({ statusCode: 202, payload: 'words 7 dropped' });
    },
  );

  it('checks what comes in as the first one does', async () => {
    const badPage = await app.inject({ method: 'GET', url: '/api/words?page=0' });
    const badId = await app.inject({ method: 'POST', url: '/api/words/seven/drop' });

    expect([badPage.statusCode, badId.statusCode]).toEqual([400, 400]);
  });

  it('asks for its own right on every route and leaves the rights of the first one alone', () => {
    const rights = [SiteWordsController, PlatformWordsController].map(({ prototype }) =>
      [prototype.list, prototype.drop].map((route) => Reflect.getMetadata(REQUIRED_RIGHT, route)),
    );

    expect(rights).toEqual([
      [
        { action: 'use', subject: 'Desk' },
        { action: 'update', subject: 'SiteSettings' },
      ],
      [
        { action: 'manage', subject: 'SiteSettings' },
        { action: 'manage', subject: 'SiteSettings' },
      ],
    ]);
  });

  it('makes routes only of routes', () => {
    expect(Object.getOwnPropertyNames(PlatformWordsController.prototype)).toEqual([
      'constructor',
      'list',
      'drop',
    ]);
  });
});
