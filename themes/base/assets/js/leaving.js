/* 离站提示：点开非政府网站链接前先问一声。政府网站（gov.cn、政务）和本站群的链接不问。 */
(function () {
  'use strict';

  var dialog = document.getElementById('leaving');
  if (!dialog || !dialog.showModal) return;
  var go = dialog.querySelector('[data-leaving-go]');
  var address = dialog.querySelector('[data-leaving-address]');
  var insideHosts = (dialog.getAttribute('data-inside') || '').split(' ').filter(Boolean);

  function isInside(hostname) {
    var host = hostname.replace(/\.$/, '');
    return (
      host === window.location.hostname ||
      /(^|\.)(gov\.cn|xn--zfr164b)$/.test(host) ||
      insideHosts.some(function (inside) {
        return host === inside || host.slice(-inside.length - 1) === '.' + inside;
      })
    );
  }

  document.addEventListener('click', function (event) {
    var link = event.target.closest('a[href]');
    if (!link || link === go || !/^https?:$/.test(link.protocol) || isInside(link.hostname)) return;
    event.preventDefault();
    go.href = link.href;
    address.textContent = link.href;
    dialog.showModal();
  });
  go.addEventListener('click', function () {
    dialog.close();
  });
  dialog.addEventListener('click', function (event) {
    if (event.target === dialog) dialog.close();
  });
})();
