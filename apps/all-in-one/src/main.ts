import { runProcess } from '@zhanqun/platform';
import { startAllInOne } from './start';

void runProcess(startAllInOne);
