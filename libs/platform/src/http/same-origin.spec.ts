import { isCrossSite } from './same-origin';

const host = 'console.localhost:8081';
describe('跨站请求', () => {
  it.each([
    ['reading from anywhere', 'GET', { 'sec-fetch-site': 'cross-site' }, false],
    ['a form of the console itself', 'POST', { 'sec-fetch-site': 'same-origin' }, false],
    ['a program without a browser', 'POST', {}, false],
    ['another site', 'POST', { 'sec-fetch-site': 'cross-site' }, true],
    ["a public page on the console's own domain", 'POST', { 'sec-fetch-site': 'same-site' }, true],
    ['an old browser, same origin', 'PUT', { origin: `http://${host}` }, false],
    ['an old browser, other origin', 'DELETE', { origin: 'http://shifan.localhost:8080' }, true],
    ['a sandboxed frame', 'POST', { origin: 'null' }, true],
  ])('%s', (_, method, headers, refused) => {
    expect(isCrossSite({ method, headers: { host, ...headers } })).toBe(refused);
  });
});
