/* 访问计数：页面来自缓存，只有这里知道有人打开过它。不用 Cookie，不带任何个人信息；数不到不影响阅读。 */
(function () {
  'use strict';

  var page = document.body.dataset.visit;
  var at = document.body.dataset.visitAt;
  if (!page || !at || !window.fetch || navigator.webdriver) return;

  function count() {
    window
      .fetch(at + page.replace(':', '/') + '/', { cache: 'no-store', credentials: 'omit', keepalive: true })
      .catch(function () {});
  }

  /* 浏览器预先渲染的页面，真正打开时才算 */
  if (document.prerendering) document.addEventListener('prerenderingchange', count, { once: true });
  else count();
})();
