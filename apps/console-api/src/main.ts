import { runProcess } from '@zhanqun/platform';
import { startConsole } from './start';

void runProcess(startConsole);
