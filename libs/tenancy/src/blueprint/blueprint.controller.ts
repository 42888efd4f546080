import { Controller, Get } from '@nestjs/common';
import { Requires } from '@zhanqun/platform';
import { BlueprintView, toBlueprintView } from './blueprint.dto';
import { Blueprints } from './blueprints';

/** 建站蓝本. */
@Controller('blueprints')
export class BlueprintController {
  constructor(private readonly blueprints: Blueprints) {}

  @Get()
  @Requires('create', 'Site')
  list(): BlueprintView[] {
    return this.blueprints.list().map(toBlueprintView);
  }
}
