/** Makes the function that the browser sends into pages stand alone: what its file imports goes into the function. */
import { rolldown } from 'rolldown';
import type { Plugin } from 'vite';

const SENT = /\/extension\/lib\/page\/in-page-addresses\.ts$/;

/** A Vite plugin, for builds and tests alike. The browser takes the source text of a function, and nothing around it. */
export function standAlone(): Plugin {
  return {
    name: 'stand-alone',
    enforce: 'pre',
    // Vitest keeps what it made of a file until that file changes; this one also changes with those it imports.
    configureVitest: ({ defineCacheKeyGenerator }) =>
      defineCacheKeyGenerator(({ id }) => (SENT.test(id) ? false : null)),
    async load(id) {
      if (!SENT.test(id)) return null;
      const bundle = await rolldown({ input: id });
      const { output } = await bundle.generate({ format: 'iife', name: 'inPage', exports: 'named' });
      await bundle.close();
      const [{ code, moduleIds }] = output;
      for (const module of moduleIds) this.addWatchFile(module);
      return `export async function findAddressesInPage(request) {
        ${code}
        return inPage.findAddressesInPage(request);
      }`;
    },
  };
}
