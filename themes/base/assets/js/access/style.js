/* 工具条、帮助和提示的样式：第一次用到时才取。 */
let loading = null;

/** 取到样式以后才显示，不先露出没有样式的样子；取不到也照常显示。 */
export function styled() {
  if (loading) return loading;
  loading = new Promise((resolve) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = new URL('../../css/access-bar.css', import.meta.url).href;
    link.addEventListener('load', resolve);
    link.addEventListener('error', resolve);
    document.head.append(link);
  });
  return loading;
}
