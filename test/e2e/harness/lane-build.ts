/** The extension as one lane loads it: built once for all of them, each lane's copy with the address of its own broker. */
import { cp, glob, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { buildExtension, type ExtensionBuild, extensionFolder } from '../../../scripts/extension/build.ts';

const OUT_DIR = '.output/e2e';
/** Stands in the one build where each copy has its own. */
const ANY_BROKER = 'http://127.0.0.1:59999';

/** Builds what the lanes copy. */
export function buildForLanes(browser: ExtensionBuild['browser']): Promise<string> {
  return buildExtension({ browser, brokerUrl: ANY_BROKER, outDir: OUT_DIR });
}

/** Resolves with the folder to load: the build that names no broker, which all scenarios share and none changes. */
export function buildWithoutBroker(browser: ExtensionBuild['browser']): Promise<string> {
  return buildExtension({ browser, outDir: `${OUT_DIR}/any-broker` });
}

/** The build that the lanes copy, which no scenario touches. */
export function builtExtension(browser: ExtensionBuild['browser']): string {
  return resolve(extensionFolder({ browser, outDir: OUT_DIR }));
}

/** Resolves with the folder to load; `outDir` is the lane's own, and the build for this browser is there. */
export async function copyForLane({ browser, brokerUrl, outDir }: Required<ExtensionBuild>): Promise<string> {
  const built = extensionFolder({ browser, outDir: OUT_DIR });
  const folder = resolve(outDir, browser);
  await rm(folder, { recursive: true, force: true });
  await cp(built, folder, { recursive: true });
  for await (const path of glob('**/*.{js,json}', { cwd: folder })) {
    const text = await readFile(join(folder, path), 'utf8');
    if (text.includes(ANY_BROKER))
      await writeFile(join(folder, path), text.replaceAll(ANY_BROKER, brokerUrl));
  }
  return folder;
}
