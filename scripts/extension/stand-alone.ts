/** Makes the function that the browser sends into pages stand alone: what its file imports goes into the function. */
import { rolldown } from 'rolldown';
import type { Plugin } from 'vite';

const SENT = /\/extension\/lib\/page\/in-page-addresses\.ts$/;

/** A Vite plugin, for builds and tests alike. The browser takes the source text of a function, and nothing around it. */
export function standAlone(): Plugin {
  return {
    name: 'stand-alone',
    enforce: 'pre',
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
