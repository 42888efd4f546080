/* 公众页面的增强脚本：没有它页面一样能读、能走。 */
(function () {
  'use strict';

  function all(selector, root) {
    return Array.prototype.slice.call((root || document).querySelectorAll(selector));
  }

  /* 字号、复制、打印、关闭 */
  var SIZE_KEY = 'zq-article-size';

  function stored(key) {
    try {
      return window.localStorage.getItem(key);
    } catch (refused) {
      return null;
    }
  }

  function store(key, value) {
    try {
      window.localStorage.setItem(key, value);
    } catch (refused) {
      /* 隐私模式不让存：本页有效即可 */
    }
  }

  function setSize(size) {
    document.documentElement.setAttribute('data-article-size', size);
    all('[data-size]').forEach(function (button) {
      button.setAttribute('aria-pressed', String(button.dataset.size === size));
    });
  }

  function say(text) {
    all('[data-tool-status]').forEach(function (status) {
      status.textContent = text;
    });
  }

  function startTools() {
    all('[data-tools]').forEach(function (tools) {
      tools.hidden = false;
    });
    var size = stored(SIZE_KEY);
    if (size === 'small' || size === 'large') setSize(size);

    document.addEventListener('click', function (event) {
      var button = event.target.closest('button');
      if (!button) return;
      if (button.dataset.size) {
        setSize(button.dataset.size);
        store(SIZE_KEY, button.dataset.size);
      } else if ('print' in button.dataset) {
        window.print();
      } else if ('close' in button.dataset) {
        window.close();
        /* 浏览器只许关闭脚本打开的窗口，否则退回上一页 */
        if (window.history.length > 1) window.history.back();
        else say(button.dataset.sayRefused);
      } else if ('copy' in button.dataset && navigator.clipboard) {
        navigator.clipboard.writeText(window.location.href).then(
          function () {
            button.lastElementChild.textContent = button.dataset.sayDone;
            say(button.dataset.sayCopied);
          },
          function () {
            say(button.dataset.sayRefused);
          },
        );
      }
    });
    if (!navigator.clipboard) {
      all('[data-copy]').forEach(function (button) {
        button.hidden = true;
      });
    }
  }

  /* 正文里的表格放进自己的滚动框；字放大、屏变窄时才滚动的，键盘也到得了 */
  function boxTable(table) {
    var box = document.createElement('div');
    box.className = 'table-box';
    table.parentNode.insertBefore(box, table);
    box.appendChild(table);
    var caption = table.querySelector('caption');
    box.tabIndex = 0;
    box.setAttribute('role', 'region');
    box.setAttribute('aria-label', caption ? caption.textContent : '表格');
  }

  /* 导航：Esc 收起展开的下级栏目 */
  function startNavigation(nav) {
    nav.addEventListener('keydown', function (event) {
      if (event.key !== 'Escape') return;
      nav.classList.add('is-dismissed');
      all('.nav-more[open]', nav).forEach(function (more) {
        more.open = false;
      });
    });
    ['focusout', 'mouseleave'].forEach(function (name) {
      nav.addEventListener(name, function (event) {
        if (!nav.contains(event.relatedTarget)) nav.classList.remove('is-dismissed');
      });
    });
  }

  /* 窄屏收起栏目和筛选条件；没有脚本时都展开着 */
  function startFold(details) {
    var narrow = window.matchMedia(details.dataset.fold);
    function follow() {
      details.open = !narrow.matches;
    }
    narrow.addEventListener('change', follow);
    follow();
    details.classList.add('is-ready');
  }

  startTools();
  all('[data-fold]').forEach(startFold);
  all('.article-body table').forEach(boxTable);
  all('.main-nav').forEach(startNavigation);
})();
