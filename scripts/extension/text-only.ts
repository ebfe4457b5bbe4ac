/** Takes raw HTML out of the view library: nothing here uses it, and stores ask about every assignment to `innerHTML`. */
import type { Plugin } from 'vite';

const VIEW_LIBRARY = /\/preact\/dist\/preact\.mjs$/;
const ASSIGNMENT = /\.innerHTML=/g;

/** A Vite plugin: where the library would write markup (`dangerouslySetInnerHTML`) it writes the same as text. */
export function textOnly(): Plugin {
  return {
    name: 'text-only',
    transform: {
      filter: { id: VIEW_LIBRARY },
      handler(code) {
        if (code.match(ASSIGNMENT)?.length !== 1)
          throw new Error(
            'Preact no longer writes innerHTML in one place: look at it, and adapt text-only.ts.',
          );
        return { code: code.replace(ASSIGNMENT, '.textContent='), map: null };
      },
    },
  };
}
