/*
 * 读者选定的显示方式，在首次绘制之前放到 <html data-access="…"> 上：页面不闪，服务器和缓存里的页面人人相同。
 * 选择只存在读者自己的浏览器里（localStorage），不用账号，也没有 Cookie。存不进去时只在本页有效。
 */
(function () {
  'use strict';

  var KEY = 'zq-access';
  /** 文字大小四档、配色、语速；第一项（语速为 1）是原样。 */
  var LEVELS = [100, 125, 150, 200];
  var CONTRASTS = ['', 'light', 'dark', 'yellow'];
  var RATES = [0.75, 1, 1.25, 1.5, 2];
  var SWITCHES = ['cursor', 'ruler', 'pinyin', 'simple', 'elder', 'point', 'bar'];

  function oneOf(list, value, otherwise) {
    return list.indexOf(value) >= 0 ? value : otherwise;
  }

  /** 不论存的是什么，读出来都是一份完整的选择。 */
  function clean(raw) {
    var given = raw && typeof raw === 'object' ? raw : {};
    var choices = {
      text: oneOf(LEVELS, given.text, 100),
      contrast: oneOf(CONTRASTS, given.contrast, ''),
      rate: oneOf(RATES, given.rate, 1),
    };
    SWITCHES.forEach(function (name) {
      choices[name] = given[name] === true;
    });
    return choices;
  }

  /** 样式表认的词。large：文字大到要少排几栏。 */
  function words(choices) {
    var found = SWITCHES.filter(function (name) {
      return choices[name];
    });
    if (choices.text > 100) found.push('text-' + choices.text);
    if (choices.elder || choices.text >= 150) found.push('large');
    if (choices.contrast) found.push('contrast', 'contrast-' + choices.contrast);
    return found.join(' ');
  }

  function show(choices) {
    document.documentElement.setAttribute('data-access', words(choices));
  }

  /** 本页现在的选择；浏览器不让存时就只有它。 */
  var current = null;

  function read() {
    if (current) return current;
    try {
      return clean(JSON.parse(window.localStorage.getItem(KEY)));
    } catch (refused) {
      return clean(null);
    }
  }

  function keep(choices) {
    current = choices;
    show(choices);
    try {
      window.localStorage.setItem(KEY, JSON.stringify(choices));
    } catch (refused) {
      /* 隐私模式不让存：本页有效即可 */
    }
  }

  window.zhanqunAccess = {
    levels: LEVELS,
    contrasts: CONTRASTS,
    rates: RATES,
    switches: SWITCHES,
    clean: clean,
    words: words,
    read: read,
    keep: keep,
  };
  show(read());
})();
