import {
  AlarmClock,
  Bell,
  ChatLineSquare,
  Filter,
  Collection,
  Connection,
  Link,
  Message,
  Operation,
  Refresh,
  Stamp,
  Warning,
} from '@element-plus/icons-vue';
import type { Component } from 'vue';
import type { RouteLocationRaw } from 'vue-router';
import type { TodoKind, TodoView } from '@/api/todos';

export const TODO_GROUPS: readonly { kind: TodoKind; label: string; icon: Component; verb: string }[] = [
  { kind: 'rectification', label: '待整改', icon: Bell, verb: '去整改' },
  { kind: 'completingReview', label: '应急发布待补审', icon: AlarmClock, verb: '去补审' },
  { kind: 'review', label: '待我审核', icon: Stamp, verb: '审稿' },
  { kind: 'sentBack', label: '被退回', icon: ChatLineSquare, verb: '去修改' },
  { kind: 'delivery', label: '待签收报送', icon: Message, verb: '去签收' },
  { kind: 'sourceChange', label: '源稿变更', icon: Refresh, verb: '去核对' },
  { kind: 'coKeeping', label: '栏目共建邀请', icon: Connection, verb: '去答复' },
  { kind: 'check', label: '已发布内容有问题', icon: Filter, verb: '去处理' },
  { kind: 'topic', label: '专题审批', icon: Collection, verb: '去办理' },
  { kind: 'channelChange', label: '栏目变更审批', icon: Operation, verb: '去审批' },
  { kind: 'siteMarks', label: '站点资料缺项', icon: Warning, verb: '去填写' },
  { kind: 'policyLink', label: '政策文件待解读和断链', icon: Link, verb: '去核对' },
];

export function todoTarget(todo: TodoView): RouteLocationRaw {
  const params = { site: todo.site.key, id: String(todo.subjectId) };
  switch (todo.kind) {
    case 'review':
      return { name: 'review-article', params };
    case 'completingReview':
      return { name: 'emergency', params };
    case 'sentBack':
      return { name: 'article', params };
    case 'delivery':
    case 'sourceChange':
      return { name: 'deliveries', params: { site: todo.site.key }, query: { open: params.id } };
    case 'coKeeping':
      return { name: 'co-kept-channels', params: { site: todo.site.key } };
    case 'check':
      return { name: 'check-lists', params: { site: todo.site.key }, query: { tab: 'findings' } };
    case 'rectification':
      return { name: 'rectification', params };
    case 'topic':
      return { name: 'topic', params };
    case 'channelChange':
      return { name: 'channel-changes', params: { site: todo.site.key }, query: { open: params.id } };
    case 'siteMarks':
      return { name: 'site', params: { site: todo.site.key } };
    case 'policyLink':
      return { name: 'article', params };
  }
}
