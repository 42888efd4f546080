import { Controller, Get } from '@nestjs/common';
import { Requires } from '@zhanqun/platform';
import { RoleListView, toRoleListView } from './role.dto';

/** 角色列表. */
@Controller('roles')
export class RoleController {
  @Get()
  @Requires('use', 'Console')
  list(): RoleListView {
    return toRoleListView();
  }
}
