import { IsInt, Max, Min } from 'class-validator';
import { MOST_DAYS, type IssuedLink } from './preview-links.service';

export class IssueLinkDto {
  @IsInt({ message: '请选择有效天数' })
  @Min(1, { message: '有效期至少 1 天' })
  @Max(MOST_DAYS, { message: `有效期最多 ${MOST_DAYS} 天` })
  days: number;
}

export class PreviewLinkView {
  id: number;
  url: string;
  createdByName: string;
  createdAt: string;
  expiresAt: string;
}

export function toPreviewLinkView({ link, url }: IssuedLink): PreviewLinkView {
  const { id, createdByName, createdAt, expiresAt } = link;
  return {
    id,
    url,
    createdByName,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  };
}
