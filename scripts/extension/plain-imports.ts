/**
 * Takes Vite's preloading out of the views that are loaded later: its code is in the way of the popup's first paint. It is
 * for chunks with a style sheet of their own, which no view has, and for chunks that come over a network.
 */
import type { Plugin } from 'vite';

const HELPER = /vite\/preload-helper/;
const PLAIN_HELPER = 'export const __vitePreload = (load) => load();';

/** A Vite plugin for builds. */
export function plainImports(): Plugin {
  return {
    name: 'plain-imports',
    // The HTML still names what a page needs to start.
    config: () => ({
      build: {
        modulePreload: {
          polyfill: false,
          resolveDependencies: (_file, needed, { hostType }) => (hostType === 'html' ? needed : []),
        },
      },
    }),
    transform: {
      filter: { id: HELPER },
      handler: () => ({ code: PLAIN_HELPER, map: null }),
    },
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk' || !chunk.isDynamicEntry || !chunk.viteMetadata?.importedCss.size)
          continue;
        this.error(`${chunk.fileName} has a style sheet that nothing would load: import it with "?inline".`);
      }
    },
  };
}
