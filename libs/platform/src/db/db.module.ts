import { Global, Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { AppConfig } from '../config';
import { createDataSource, dataSourceOptions } from './data-source';
import { Db } from './db';
import { translateError } from './db.errors';
import { dbOf } from './open';

let opened = 0;

/** Opens the database that the configuration names and offers `Db`; closes it at shutdown. Migrating is the app's step. */
@Global()
@Module({})
export class DbModule {
  static forRoot(): DynamicModule {
    // A name of its own: several apps may share a process, and nobody gets past `Db` by asking for "the" DataSource.
    opened += 1;
    const name = `zhanqun-${opened}`;
    return {
      module: DbModule,
      imports: [
        TypeOrmModule.forRootAsync({
          name,
          inject: [AppConfig],
          useFactory: ({ database, dataDir }: AppConfig) => ({
            ...dataSourceOptions({ url: database.url, dataDir }),
            // A process that cannot open its database says so and ends; starting again is the supervisor's work.
            toRetry: () => false,
          }),
          dataSourceFactory: async (options) => {
            if (!options) throw new Error('no database options');
            try {
              return await createDataSource(options).initialize();
            } catch (error) {
              throw translateError(error);
            }
          },
        }),
      ],
      providers: [
        { provide: Db, useFactory: (source: DataSource) => dbOf(source), inject: [getDataSourceToken(name)] },
      ],
      exports: [Db],
    };
  }
}
