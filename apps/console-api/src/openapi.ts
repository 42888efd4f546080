import { writeFileSync } from 'node:fs';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { readConfig } from '@zhanqun/platform';
import { ConsoleModule } from './console.module';

/**
 * Build step: writes the OpenAPI document of the console API. Runs in Nest's preview mode, where no
 * provider is made and no database touched; types of bodies come from the metadata read off the source.
 */
async function writeDocument(metadata: () => Promise<Record<string, unknown>>, file: string): Promise<void> {
  const app = await NestFactory.create<NestFastifyApplication>(
    ConsoleModule.forRoot(readConfig({ SEED: 'none' })),
    new FastifyAdapter(),
    { preview: true, logger: false, abortOnError: false },
  );
  app.setGlobalPrefix('api', { exclude: ['healthz', 'readyz', 'metrics'] });
  await SwaggerModule.loadPluginMetadata(metadata);
  const options = new DocumentBuilder()
    .setTitle('Zhanqun 站群后台接口')
    .setDescription('政府网站群后台接口。除标明公开的以外，均须登录；站点在地址中给出。')
    .setVersion('1')
    .addCookieAuth('zq_session')
    .build();
  writeFileSync(file, `${JSON.stringify(SwaggerModule.createDocument(app, options), inOrder, 1)}\n`);
}

/** The compiler lists the members of a union in the order it met them; the document must not change with that. */
function inOrder(key: string, value: unknown): unknown {
  return key === 'enum' && Array.isArray(value) ? value.map(String).toSorted() : value;
}

void writeDocument(
  // eslint-disable-next-line typescript/no-require-imports -- made by the build beside this file
  (require('./openapi-metadata') as { default: () => Promise<Record<string, unknown>> }).default,
  process.argv[2] ?? 'dist/openapi.json',
);
