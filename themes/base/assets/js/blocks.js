/* 版块的增强脚本：选项卡和轮播。没有它各栏依次排开，图片横向滑动。 */
(function () {
  'use strict';

  function all(selector, root) {
    return Array.prototype.slice.call((root || document).querySelectorAll(selector));
  }

  /* 选项卡 */
  function startTabs(box, boxIndex) {
    var panels = all('.tab-panel', box);
    if (panels.length < 2) return;
    var list = document.createElement('div');
    list.className = 'tab-list';
    list.setAttribute('role', 'tablist');
    list.setAttribute('aria-label', box.getAttribute('aria-label'));
    var tabs = panels.map(function (panel, index) {
      var tab = document.createElement('button');
      tab.type = 'button';
      tab.id = 'tab-' + boxIndex + '-' + index;
      tab.textContent = panel.querySelector('h2').textContent;
      tab.setAttribute('role', 'tab');
      panel.id = 'panel-' + boxIndex + '-' + index;
      panel.setAttribute('role', 'tabpanel');
      panel.setAttribute('aria-labelledby', tab.id);
      tab.setAttribute('aria-controls', panel.id);
      list.appendChild(tab);
      return tab;
    });

    function select(chosen, focus) {
      tabs.forEach(function (tab, index) {
        var isChosen = index === chosen;
        tab.setAttribute('aria-selected', String(isChosen));
        tab.tabIndex = isChosen ? 0 : -1;
        panels[index].hidden = !isChosen;
      });
      if (focus) tabs[chosen].focus();
    }

    list.addEventListener('click', function (event) {
      var index = tabs.indexOf(event.target);
      if (index >= 0) select(index, false);
    });
    list.addEventListener('keydown', function (event) {
      var index = tabs.indexOf(event.target);
      var steps = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: tabs.length - 1 };
      if (index < 0 || !(event.key in steps)) return;
      event.preventDefault();
      select((steps[event.key] + tabs.length) % tabs.length, true);
    });
    box.insertBefore(list, panels[0]);
    box.classList.add('is-ready');
    select(0, false);
  }

  /* 轮播：没有脚本时是可横向滑动的一列 */
  function startSlides(box) {
    var slides = all('.slides-strip > li', box);
    if (slides.length < 2) return;
    var controls = box.querySelector('[data-slides-controls]');
    var count = box.querySelector('[data-slides-count]');
    var pause = box.querySelector('[data-slides-pause]');
    var pauseLabel = pause.getAttribute('aria-label');
    var isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    var isHeld = false;
    var current = 0;

    function show(index) {
      current = (index + slides.length) % slides.length;
      slides.forEach(function (slide, at) {
        slide.classList.toggle('is-current', at === current);
      });
      count.textContent = current + 1 + ' / ' + slides.length;
    }

    function setStill(still) {
      isStill = still;
      pause.classList.toggle('is-paused', still);
      pause.setAttribute('aria-label', still ? pause.dataset.resume : pauseLabel);
    }

    pause.addEventListener('click', function () {
      setStill(!isStill);
    });
    box.querySelector('[data-slides-previous]').addEventListener('click', function () {
      show(current - 1);
    });
    box.querySelector('[data-slides-next]').addEventListener('click', function () {
      show(current + 1);
    });
    ['mouseenter', 'focusin'].forEach(function (name) {
      box.addEventListener(name, function () {
        isHeld = true;
      });
    });
    ['mouseleave', 'focusout'].forEach(function (name) {
      box.addEventListener(name, function () {
        isHeld = false;
      });
    });
    window.setInterval(function () {
      if (!isStill && !isHeld && !document.hidden) show(current + 1);
    }, 6000);

    controls.hidden = false;
    box.classList.add('is-ready');
    setStill(isStill);
    show(0);
    /* 第一次收拢不带过渡，各张的标题不会叠在一起 */
    window.requestAnimationFrame(function () {
      window.requestAnimationFrame(function () {
        box.classList.add('is-moving');
      });
    });
  }

  all('[data-tabs]').forEach(startTabs);
  all('[data-slides]').forEach(startSlides);
})();
