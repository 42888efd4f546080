import { IsInt, IsOptional, IsString, Max, Min, MinLength, ValidateBy } from 'class-validator';
import { TrustedProxies } from '../http/trusted-proxies';

/** Who may read `/metrics`, and where processes without a back office show theirs. */
export class MetricsConfig {
  /** `Authorization: Bearer …` that opens it from anywhere; none when left out. From METRICS_TOKEN. */
  @IsOptional()
  @MinLength(20, { message: 'METRICS_TOKEN 须不少于 20 个字符' })
  token: string | null;

  /** Addresses and ranges that may read it besides this machine. From METRICS_ALLOW. */
  @ValidateBy(
    { name: 'isAddress', validator: { validate: (entry: string) => TrustedProxies.faultOf(entry) === null } },
    { each: true, message: 'METRICS_ALLOW 须为以逗号分隔的 IP 地址或网段' },
  )
  allow: string[];

  /** Port of public processes and workers for their figures; none when left out. From METRICS_PORT. */
  @IsOptional()
  @IsInt({ message: 'METRICS_PORT 须为端口号' })
  @Min(0)
  @Max(65535)
  port: number | null;

  /** From METRICS_HOST. */
  @IsString()
  host: string;
}

type Variables = Readonly<
  Record<'METRICS_TOKEN' | 'METRICS_ALLOW' | 'METRICS_PORT' | 'METRICS_HOST', string | undefined>
>;

export const readMetricsConfig = (env: Partial<Variables>): MetricsConfig => ({
  token: env.METRICS_TOKEN || null,
  allow: (env.METRICS_ALLOW ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean),
  port: env.METRICS_PORT ? Number(env.METRICS_PORT) : null,
  host: env.METRICS_HOST || '127.0.0.1',
});
