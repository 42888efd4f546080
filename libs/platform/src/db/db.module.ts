import { Global, Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { AppConfig } from '../config';
import { createDataSource, dataSourceOptions } from './data-source';
import { Db } from './db';
import { translateError } from './db.errors';
import { dbOf } from './open';

/** Opens the database that the configuration names and offers `Db`; closes it at shutdown. Migrating is the app's step. */
@Global()
@Module({})
export class DbModule {
  static forRoot(): DynamicModule {
    return {
      module: DbModule,
      imports: [
        TypeOrmModule.forRootAsync({
          inject: [AppConfig],
          useFactory: ({ database, dataDir }: AppConfig) => ({
            ...dataSourceOptions({ url: database.url, dataDir }),
            retryAttempts: 0,
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
        { provide: Db, useFactory: (source: DataSource) => dbOf(source), inject: [getDataSourceToken()] },
      ],
      exports: [Db],
    };
  }
}
