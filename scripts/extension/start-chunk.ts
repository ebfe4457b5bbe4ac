/** Puts all that the popup needs to start into one file, since each file more costs its first paint some milliseconds. */
import type { Plugin } from 'vite';

/** What the bundler tells of a module, as far as it is needed here. */
interface ModuleGraph {
  getModuleInfo(moduleId: string): { importers: readonly string[] } | null;
}

const POPUP_ENTRY = /\/entrypoints\/popup\/main\.tsx$/;
/** WXT's helpers for its development server: nothing, in a build for use, and a file all the same. */
const WXT_HELPERS = /wxt-html-plugins/;
const CHUNK = 'popup-start';

/**
 * The chunk of the popup's entry and of all that it imports, at once or through others; null leaves a module to the
 * bundler. Other pages share this chunk, and so run the entry: it starts the popup only in the popup's own page.
 */
function nameOfChunk(moduleId: string, graph: ModuleGraph): string | null {
  if (WXT_HELPERS.test(moduleId)) return CHUNK;
  const importersOf = (id: string) => graph.getModuleInfo(id)?.importers ?? [];
  const importers = new Set([moduleId]);
  for (const id of importers) {
    if (POPUP_ENTRY.test(id)) return CHUNK;
    for (const importer of importersOf(id)) importers.add(importer);
  }
  return null;
}

/** A Vite plugin; the background, which is one file by itself, is left alone. */
export function startChunk(): Plugin {
  return {
    name: 'start-chunk',
    outputOptions: (output) =>
      output.format === 'iife'
        ? output
        : { ...output, codeSplitting: { groups: [{ name: nameOfChunk, debugName: CHUNK }] } },
  };
}
