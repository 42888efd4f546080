import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const read = (file: string): unknown => JSON.parse(readFileSync(resolve(__dirname, '../..', file), 'utf8'));

describe('后台界面的接口类型', () => {
  it('are generated from the API as it is: run `npm run openapi` when this fails', () => {
    expect(read('apps/console/src/api/openapi.json')).toEqual(read('dist/openapi.json'));
  });
});
