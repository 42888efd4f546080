import { Body, Controller, Get, Param, ParseIntPipe, Patch, Post, Query } from '@nestjs/common';
import { mapPage, type StaffCtx } from '@zhanqun/kernel';
import { Caller, Requires } from '@zhanqun/platform';
import {
  EditOrganisationDto,
  NewOrganisationDto,
  OrganisationPageView,
  OrganisationQuery,
  OrganisationTreeView,
  OrganisationView,
  toOrganisationTreeView,
  toOrganisationView,
} from './organisation.dto';
import { OrganisationService } from './organisation.service';

/** 机构管理. */
@Controller('organisations')
export class OrganisationController {
  constructor(private readonly organisations: OrganisationService) {}

  @Get()
  @Requires('read', 'Organisation')
  async list(@Caller() ctx: StaffCtx, @Query() query: OrganisationQuery): Promise<OrganisationPageView> {
    const page = await this.organisations.list(ctx, query, query);
    return mapPage(page, toOrganisationView) as OrganisationPageView;
  }

  @Get('tree')
  @Requires('read', 'Organisation')
  async tree(@Caller() ctx: StaffCtx): Promise<OrganisationTreeView[]> {
    return (await this.organisations.tree(ctx)).map(toOrganisationTreeView);
  }

  @Post()
  @Requires('create', 'Organisation')
  async create(@Caller() ctx: StaffCtx, @Body() facts: NewOrganisationDto): Promise<OrganisationView> {
    return toOrganisationView(await this.organisations.create(ctx, facts));
  }

  @Get(':id')
  @Requires('read', 'Organisation')
  async get(@Caller() ctx: StaffCtx, @Param('id', ParseIntPipe) id: number): Promise<OrganisationView> {
    return toOrganisationView(await this.organisations.get(ctx, id));
  }

  @Patch(':id')
  @Requires('update', 'Organisation')
  async edit(
    @Caller() ctx: StaffCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() changes: EditOrganisationDto,
  ): Promise<OrganisationView> {
    return toOrganisationView(await this.organisations.edit(ctx, id, changes));
  }
}
