/**
 * Builds the extension for one browser into one folder. A process of its own, because WXT changes the environment it runs
 * in; the broker's URL comes from BROKER_URL.
 *
 *     BROKER_URL=http://127.0.0.1:8787 node scripts/extension/wxt-build.ts chrome .output
 */
import { build } from 'wxt';

const [browser, outDir] = process.argv.slice(2);
if (browser === undefined || outDir === undefined) throw new Error('Name a browser and a folder.');
await build({ browser, outDir, mode: 'production' });
