/* 搜索框的输入提示：上下键选、回车打开、Esc 收起。没有脚本时就是普通的表单。 */
(function () {
  'use strict';

  var PAUSE_MS = 180;
  var count = 0;

  function start(form) {
    var input = form.querySelector('input[type="search"]');
    if (!input || !window.fetch) return;
    count += 1;
    var id = 'suggestions-' + count;
    var list = document.createElement('ul');
    var status = document.createElement('p');
    var items = [];
    var at = -1;
    var timer = 0;
    var asked = '';
    var isStyled = false;

    list.id = id;
    list.className = 'suggestions';
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', form.dataset.saySuggestions);
    list.hidden = true;
    status.className = 'visually-hidden';
    status.setAttribute('role', 'status');
    input.parentNode.appendChild(list);
    input.parentNode.appendChild(status);
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-controls', id);
    input.setAttribute('aria-expanded', 'false');

    function style() {
      if (isStyled) return;
      isStyled = true;
      var href = form.dataset.suggestStyle;
      if (!href || document.querySelector('link[href="' + href + '"]')) return;
      var link = document.createElement('link');
      link.rel = 'stylesheet';
      link.href = href;
      document.head.appendChild(link);
    }

    function close() {
      list.hidden = true;
      at = -1;
      input.setAttribute('aria-expanded', 'false');
      input.removeAttribute('aria-activedescendant');
    }

    function choose(index) {
      at = index;
      items.forEach(function (item, place) {
        item.element.setAttribute('aria-selected', String(place === at));
      });
      if (at < 0) input.removeAttribute('aria-activedescendant');
      else input.setAttribute('aria-activedescendant', items[at].element.id);
    }

    function show(found) {
      list.textContent = '';
      items = found.map(function (each, place) {
        var element = document.createElement('li');
        var kind = document.createElement('span');
        var text = document.createElement('span');
        element.id = id + '-' + place;
        element.setAttribute('role', 'option');
        element.setAttribute('aria-selected', 'false');
        kind.className = 'suggestion-kind';
        kind.textContent = each.kind === 'word' ? form.dataset.sayWord : form.dataset.sayTitle;
        text.className = 'suggestion-text';
        text.textContent = each.text;
        element.appendChild(kind);
        element.appendChild(text);
        element.addEventListener('mousedown', function (event) {
          event.preventDefault();
          window.location.assign(each.url);
        });
        list.appendChild(element);
        return { element: element, kind: each.kind, text: each.text, url: each.url };
      });
      at = -1;
      input.removeAttribute('aria-activedescendant');
      list.hidden = items.length === 0;
      input.setAttribute('aria-expanded', String(items.length > 0));
      status.textContent = items.length > 0 ? items.length + ' ' + form.dataset.sayCount : '';
    }

    function ask() {
      var words = input.value.trim();
      if (words === '') return close();
      var scope = form.querySelector('input[name="scope"]:checked');
      var url = form.dataset.suggest + '?q=' + encodeURIComponent(words);
      if (scope && scope.value === 'network') url += '&scope=network';
      if (document.documentElement.lang === 'zh-Hant') url += '&lang=zh-Hant';
      asked = url;
      window
        .fetch(url, { credentials: 'omit' })
        .then(function (answer) {
          return answer.ok ? answer.json() : { items: [] };
        })
        .then(function (answer) {
          if (asked === url && document.activeElement === input) show(answer.items);
        })
        .catch(close);
    }

    input.addEventListener('focus', style);
    input.addEventListener('input', function () {
      window.clearTimeout(timer);
      timer = window.setTimeout(ask, PAUSE_MS);
    });
    input.addEventListener('blur', close);
    input.addEventListener('keydown', function (event) {
      if (event.isComposing) return;
      if (event.key === 'Escape' && !list.hidden) {
        event.preventDefault();
        close();
      } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && items.length > 0) {
        event.preventDefault();
        if (list.hidden) show(items);
        var step = event.key === 'ArrowDown' ? 1 : -1;
        var next = at + step;
        choose(next >= items.length ? -1 : next < -1 ? items.length - 1 : next);
      } else if (event.key === 'Enter' && at >= 0 && !list.hidden) {
        event.preventDefault();
        window.location.assign(items[at].url);
      }
    });
  }

  function startFacets() {
    var facets = document.querySelector('[data-search-facets]');
    if (facets && window.matchMedia('(max-width: 991px)').matches) facets.open = false;
  }

  document.querySelectorAll('form[data-suggest]').forEach(start);
  startFacets();
})();
