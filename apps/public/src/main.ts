import { runProcess } from '@zhanqun/platform';
import { startPublic } from './start';

void runProcess(startPublic);
