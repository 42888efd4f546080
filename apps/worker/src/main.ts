import { runProcess } from '@zhanqun/platform';
import { startWorker } from './start';

void runProcess(startWorker);
