import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { MayBeNull, MustHave, PageQuery } from '@zhanqun/platform';
import { Organisation, ORGANISATION_KINDS, type OrganisationKind } from './organisation.entity';
import type { OrganisationNode } from './organisation.service';
const PHONE = /^$|^[0-9+()（）\-—转,，、/ ]{5,50}$/;

export class OrganisationQuery extends PageQuery {
  /** Part of the name, the code or the contact. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  @IsOptional()
  @IsIn(ORGANISATION_KINDS)
  kind?: OrganisationKind;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  parentId?: number;
}

export class EditOrganisationDto {
  @IsOptional()
  @Length(2, 100, { message: '机构名称须为 2 至 100 字' })
  name?: string;

  @IsOptional()
  @IsIn(ORGANISATION_KINDS, { message: '请选择机构类别' })
  kind?: OrganisationKind;

  @MayBeNull()
  @IsInt()
  parentId?: number | null;

  /** 组织机构代码 or 统一社会信用代码. */
  @MayBeNull()
  @IsString()
  @MaxLength(30)
  code?: string | null;

  @IsOptional()
  @MaxLength(50, { message: '分管领导姓名不超过 50 字' })
  leader?: string;

  @IsOptional()
  @MaxLength(50, { message: '联系人姓名不超过 50 字' })
  contact?: string;

  @IsOptional()
  @Matches(PHONE, { message: '联系电话格式不对' })
  phone?: string;

  @IsOptional()
  @MaxLength(200, { message: '地址不超过 200 字' })
  address?: string;

  @IsOptional()
  @IsInt()
  position?: number;
}

export class NewOrganisationDto extends EditOrganisationDto {
  @MustHave()
  @Length(2, 100, { message: '机构名称须为 2 至 100 字' })
  declare name: string;

  @MustHave()
  @IsIn(ORGANISATION_KINDS, { message: '请选择机构类别' })
  declare kind: OrganisationKind;
}

export class OrganisationView {
  id: number;
  name: string;
  kind: OrganisationKind;
  parentId: number | null;
  code: string | null;
  leader: string;
  contact: string;
  phone: string;
  address: string;
  position: number;
}

export class OrganisationPageView {
  items: OrganisationView[];
  total: number;
  page: number;
  pageSize: number;
}

export class OrganisationTreeView {
  id: number;
  name: string;
  kind: OrganisationKind;
  children: OrganisationTreeView[];
}

export function toOrganisationView(organisation: Organisation): OrganisationView {
  const { id, name, kind, parentId, code, leader, contact, phone, address, position } = organisation;
  return { id, name, kind, parentId, code, leader, contact, phone, address, position };
}

export function toOrganisationTreeView({ organisation, children }: OrganisationNode): OrganisationTreeView {
  const { id, name, kind } = organisation;
  return { id, name, kind, children: children.map(toOrganisationTreeView) };
}
