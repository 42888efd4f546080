import 'reflect-metadata';
import { resolve } from 'node:path';
import { plainToInstance, Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  Min,
  ValidateBy,
  ValidateNested,
  validateSync,
} from 'class-validator';
import { AllowList } from '../fetching/allow-list';
import { TrustedProxies } from '../http/trusted-proxies';
import { wrongConfiguration } from './config.errors';
import { listeningUrl } from './listening-url';
import { MetricsConfig, readMetricsConfig } from './metrics-config';

/** MySQL, MariaDB or (when `url` is null) SQLite in `dataDir`. */
export class DatabaseConfig {
  /** `mysql://…` or `mariadb://…`. From DATABASE_URL. */
  @IsOptional()
  @Matches(/^(mysql|mariadb):\/\/[^/]+\/?.*$/, { message: 'DATABASE_URL 须以 mysql:// 或 mariadb:// 开头' })
  url: string | null;
}

/** Redis turns on BullMQ and the Redis bus. */
export class RedisConfig {
  /** `redis://…` or `rediss://…`. From REDIS_URL. */
  @IsOptional()
  @Matches(/^rediss?:\/\/.+/, { message: 'REDIS_URL 须以 redis:// 或 rediss:// 开头' })
  url: string | null;
}

/** A virus scanner that every upload passes; without one they are not scanned. */
export class ClamdConfig {
  /** `tcp://host:3310` or `unix:/run/clamav/clamd.ctl`. From CLAMD_URL. */
  @IsOptional()
  @Matches(/^(tcp:\/\/[^/]+|unix:\/.+)$/, {
    message: 'CLAMD_URL 须形如 tcp://127.0.0.1:3310 或 unix:/run/clamav/clamd.ctl',
  })
  url: string | null;
}

/** One listening port: the citizens' or the back office's. */
export class ListenConfig {
  @IsString()
  host: string;

  @IsInt({ message: '端口须为 0 至 65535 的整数' })
  @Min(0, { message: '端口须为 0 至 65535 的整数' })
  @Max(65535, { message: '端口须为 0 至 65535 的整数' })
  port: number;
}

/** How addresses of public pages are written in links, feeds and mail: never from a request's Host. */
export class LinkConfig {
  /** From PUBLIC_SCHEME. */
  @IsIn(['http', 'https'], { message: 'PUBLIC_SCHEME 须为 http 或 https' })
  scheme: 'http' | 'https';

  /** Port written in absolute links; null when the default port of the scheme is used. From PUBLIC_LINK_PORT. */
  @IsOptional()
  @IsInt({ message: 'PUBLIC_LINK_PORT 须为端口号' })
  @Min(1)
  @Max(65535)
  port: number | null;

  /** Address of the back office as its people open it, for links in mails and one-time links. From CONSOLE_URL. */
  @Matches(/^https?:\/\/[^/?#\s]+$/, {
    message: 'CONSOLE_URL 须形如 https://console.example.gov.cn（不带路径）',
  })
  console: string;
}

/** Bounds of the page cache. */
export class PageCacheConfig {
  /** Memory for cached pages in MiB, per public process. From PAGE_CACHE_MB. */
  @IsInt({ message: 'PAGE_CACHE_MB 须为整数' })
  @Min(8)
  @Max(65536)
  megabytes: number;

  /** How long an outdated page may be served while the database is away, in seconds. From PAGE_STALE_SECONDS. */
  @IsInt({ message: 'PAGE_STALE_SECONDS 须为整数' })
  @Min(0)
  staleSeconds: number;
}

/** Outgoing mail for notices. Without a server nothing is sent; the bell in the console works all the same. */
export class MailConfig {
  /** `smtp://user:password@host:587` or `smtps://…:465`. From MAIL_URL. */
  @IsOptional()
  @Matches(/^smtps?:\/\/[^/]+\/?$/, { message: 'MAIL_URL 须形如 smtp://用户:密码@主机:587 或 smtps://…' })
  url: string | null;

  /** Who the mails are from: `站群平台 <noreply@example.gov.cn>`. From MAIL_FROM. */
  @Matches(/^([^<>\r\n]{0,60}<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/, {
    message: 'MAIL_FROM 须为邮箱地址，或形如“站群平台 <noreply@example.gov.cn>”',
  })
  from: string;
}

/**
 * Everything that is decided before the process starts. Read once, checked, frozen, injected in parts.
 * What officials change while it runs are settings (rows), not configuration.
 */
export class AppConfig {
  /** SQLite file, uploads, page files. From DATA_DIR. */
  @IsString()
  dataDir: string;

  @ValidateNested()
  @Type(() => DatabaseConfig)
  database: DatabaseConfig;

  @ValidateNested()
  @Type(() => RedisConfig)
  redis: RedisConfig;

  /** The citizens' port. From HOST, PUBLIC_PORT. */
  @ValidateNested()
  @Type(() => ListenConfig)
  public: ListenConfig;

  /** The back office's port. From HOST, CONSOLE_PORT. */
  @ValidateNested()
  @Type(() => ListenConfig)
  console: ListenConfig;

  @ValidateNested()
  @Type(() => LinkConfig)
  links: LinkConfig;

  @ValidateNested()
  @Type(() => MailConfig)
  mail: MailConfig;

  @ValidateNested()
  @Type(() => PageCacheConfig)
  pageCache: PageCacheConfig;

  /** `demo` fills an empty database with the demonstration county; `none` leaves it empty. From SEED. */
  @IsIn(['demo', 'none'], { message: 'SEED 须为 demo 或 none' })
  seed: 'demo' | 'none';

  /** From NODE_ENV=production: no demo data, Secure cookies. */
  production: boolean;

  /** Reverse proxies whose X-Forwarded-For is believed, on both ports; empty = none. From TRUSTED_PROXIES. */
  @ValidateBy(
    {
      name: 'isProxy',
      validator: { validate: (entry: string) => TrustedProxies.faultOf(entry) === null },
    },
    { each: true, message: 'TRUSTED_PROXIES 须为以逗号分隔的 IP 地址或网段' },
  )
  trustedProxies: string[];

  /** Largest upload in MiB. From UPLOAD_MAX_MB. */
  @IsInt({ message: 'UPLOAD_MAX_MB 须为整数' })
  @Min(1)
  @Max(4096)
  uploadMegabytes: number;

  @ValidateNested()
  @Type(() => ClamdConfig)
  clamd: ClamdConfig;

  @ValidateNested()
  @Type(() => MetricsConfig)
  metrics: MetricsConfig;

  /** Internal hosts and ranges that link checks and imports may visit; empty = none. From FETCH_ALLOW. */
  @ValidateBy(
    { name: 'isFetchTarget', validator: { validate: (entry: string) => AllowList.faultOf(entry) === null } },
    { each: true, message: 'FETCH_ALLOW 须为以逗号分隔的主机名、IP 地址或网段，可带端口' },
  )
  fetchAllow: string[];
}

export type Environment = Readonly<Record<string, string | undefined>>;

const number = (text: string | undefined, otherwise: number): number =>
  text === undefined || text === '' ? otherwise : Number(text);

/**
 * Reads and checks the configuration. Raises `platform.config.invalid` whose `faults` hold one line a
 * fault; the caller prints them and ends the process with code 1.
 */
export function readConfig(env: Environment = process.env): AppConfig {
  const production = env.NODE_ENV === 'production';
  const publicPort = number(env.PUBLIC_PORT, 8080);
  const scheme = env.PUBLIC_SCHEME || (production ? 'https' : 'http');
  const host = env.HOST || '127.0.0.1';
  const config = plainToInstance(AppConfig, {
    dataDir: resolve(env.DATA_DIR || './data'),
    database: { url: env.DATABASE_URL || null },
    redis: { url: env.REDIS_URL || null },
    public: { host, port: publicPort },
    console: { host, port: number(env.CONSOLE_PORT, 8081) },
    links: {
      scheme,
      port: env.PUBLIC_LINK_PORT
        ? Number(env.PUBLIC_LINK_PORT)
        : scheme === 'https' || publicPort === 80
          ? null
          : publicPort || null,
      console: (env.CONSOLE_URL || listeningUrl(host, number(env.CONSOLE_PORT, 8081))).replace(/\/$/, ''),
    },
    mail: { url: env.MAIL_URL || null, from: env.MAIL_FROM || 'noreply@localhost' },
    pageCache: {
      megabytes: number(env.PAGE_CACHE_MB, 128),
      staleSeconds: number(env.PAGE_STALE_SECONDS, 86_400),
    },
    seed: env.SEED || (production ? 'none' : 'demo'),
    production,
    trustedProxies: (env.TRUSTED_PROXIES ?? '')
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
    uploadMegabytes: number(env.UPLOAD_MAX_MB, 50),
    clamd: { url: env.CLAMD_URL || null },
    metrics: readMetricsConfig(env),
    fetchAllow: (env.FETCH_ALLOW ?? '')
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  });
  const faults = faultsOf(config);
  if (faults.length > 0) throw wrongConfiguration({ faults });
  return deepFreeze(config);
}

const VARIABLES: Readonly<Record<string, string>> = {
  'public.port': 'PUBLIC_PORT',
  'console.port': 'CONSOLE_PORT',
  'database.url': 'DATABASE_URL',
  'redis.url': 'REDIS_URL',
  'links.scheme': 'PUBLIC_SCHEME',
  'links.port': 'PUBLIC_LINK_PORT',
  'links.console': 'CONSOLE_URL',
  'mail.url': 'MAIL_URL',
  'mail.from': 'MAIL_FROM',
  'pageCache.megabytes': 'PAGE_CACHE_MB',
  'pageCache.staleSeconds': 'PAGE_STALE_SECONDS',
  seed: 'SEED',
  uploadMegabytes: 'UPLOAD_MAX_MB',
  'clamd.url': 'CLAMD_URL',
  'metrics.token': 'METRICS_TOKEN',
  'metrics.allow': 'METRICS_ALLOW',
  'metrics.port': 'METRICS_PORT',
  fetchAllow: 'FETCH_ALLOW',
  trustedProxies: 'TRUSTED_PROXIES',
};

function faultsOf(config: AppConfig): string[] {
  const faults: string[] = [];
  const walk = (errors: ReturnType<typeof validateSync>, path: string): void => {
    for (const error of errors) {
      const here = path ? `${path}.${error.property}` : error.property;
      const [message] = Object.values(error.constraints ?? {});
      if (message) faults.push(`${VARIABLES[here] ?? here}：${message}`);
      walk(error.children ?? [], here);
    }
  };
  walk(validateSync(config, { forbidUnknownValues: true }), '');
  if (config.public.port !== 0 && config.public.port === config.console.port)
    faults.push('CONSOLE_PORT：后台端口须与公众端口（PUBLIC_PORT）不同');
  return faults;
}

function deepFreeze<T extends object>(value: T): T {
  for (const part of Object.values(value)) if (part && typeof part === 'object') deepFreeze(part);
  return Object.freeze(value);
}
