import { readConfig } from './app-config';

const faultsOf = (env: Record<string, string>): readonly string[] => {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    return (error as { details: { faults: string[] } }).details.faults;
  }
};

describe('配置', () => {
  it('has embedded defaults for a try-out', () => {
    expect(readConfig({})).toMatchObject({
      database: { url: null },
      redis: { url: null },
      public: { host: '127.0.0.1', port: 8080 },
      console: { port: 8081 },
      links: { scheme: 'http', port: 8080 },
      seed: 'demo',
      production: false,
    });
  });

  it('never seeds demo data in production and links without a port over https', () => {
    expect(readConfig({ NODE_ENV: 'production' })).toMatchObject({
      seed: 'none',
      links: { scheme: 'https', port: null },
    });
  });

  it('reports every fault on a line of its own, naming the variable', () => {
    const faults = faultsOf({ PUBLIC_PORT: 'eighty', DATABASE_URL: 'postgres://x/y', SEED: 'full' });

    expect(faults).toHaveLength(3);
    expect(faults.map((fault) => fault.split('：')[0]).toSorted()).toEqual([
      'DATABASE_URL',
      'PUBLIC_PORT',
      'SEED',
    ]);
  });

  it('refuses one port for both doors', () => {
    expect(faultsOf({ PUBLIC_PORT: '8080', CONSOLE_PORT: '8080' })).toEqual([
      'CONSOLE_PORT：后台端口须与公众端口（PUBLIC_PORT）不同',
    ]);
  });

  it('cannot be changed after the start', () => {
    expect(() => Object.assign(readConfig({}).public, { port: 1 })).toThrow(TypeError);
  });
});
