/** Where a browser on this machine finds a port that listens on `host`: `::` and `0.0.0.0` are no addresses. */
export function listeningUrl(host: string, port: number): string {
  const name = host === '::' || host === '0.0.0.0' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}
