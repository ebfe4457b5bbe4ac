/** `npm run build`: the extension for Chrome and Edge, and for Firefox, in `.output`. */
import { runTool } from '../processes/run-tool.ts';
import { builtInBroker } from './built-in-broker.ts';

try {
  builtInBroker(process.env);
  for (const browser of ['chrome', 'firefox']) {
    const { ok } = await runTool(['wxt', 'wxt'], ['build', '-b', browser], { inherit: true });
    if (!ok) throw new Error(`The build for ${browser} failed: see above.`);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
