import type { Plugin } from 'vite';

const RESOLVED = /_resolveComponent(?:\$\d+)?\("(el-[a-z-]+)"\)/g;

/**
 * Lets templates write `<el-button>` without an import: the compiled look-up by name becomes an
 * import of that one component and its style, so each route carries only what it shows.
 */
export function elementPlus(): Plugin {
  return {
    name: 'zhanqun:element-plus',
    enforce: 'post',
    transform(code, id) {
      if (!id.includes('.vue') || !code.includes('_resolveComponent')) return null;
      const used = new Set<string>();
      const body = code.replace(RESOLVED, (_match, tag: string) => {
        used.add(tag);
        return local(tag);
      });
      if (used.size === 0) return null;
      return { code: `${[...used].map(imports).join('\n')}\n${body}`, map: null };
    },
  };
}

function pascal(tag: string): string {
  return tag.replace(/(^|-)([a-z])/g, (_match, _dash, letter: string) => letter.toUpperCase());
}

function local(tag: string): string {
  return `__${pascal(tag)}`;
}

function imports(tag: string): string {
  return `import { ${pascal(tag)} as ${local(tag)} } from 'element-plus/es';
import 'element-plus/es/components/${tag.slice(3)}/style/css';`;
}
