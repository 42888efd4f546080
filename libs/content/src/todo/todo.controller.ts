import { Controller, Get } from '@nestjs/common';
import type { StaffCtx } from '@zhanqun/kernel';
import { Caller, Requires } from '@zhanqun/platform';
import { TodoCountView, TodoListView, toTodoListView } from './todo.dto';
import { TodoService } from './todo.service';

/** 我的待办, of all sites at once. */
@Controller('todos')
export class TodoController {
  constructor(private readonly todos: TodoService) {}

  @Get()
  @Requires('use', 'Console')
  async mine(@Caller() ctx: StaffCtx): Promise<TodoListView> {
    return toTodoListView(await this.todos.mine(ctx));
  }

  @Get('count')
  @Requires('use', 'Console')
  async count(@Caller() ctx: StaffCtx): Promise<TodoCountView> {
    return { count: (await this.todos.mine(ctx)).length };
  }
}
