/**
 * The OpenAPI document as text. It comes from a broker that is built only for this, in a temporary folder, and never
 * listens.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from '../../app.ts';
import { loadConfig } from '../../config.ts';

/** The same text on every machine, whatever its settings are. */
export async function openApiDocument(now: () => number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'broker-openapi-'));
  try {
    const config = loadConfig({
      DATA_DIR: folder,
      ENVOKE_CLIENT_ID: 'none',
      ENVOKE_CLIENT_SECRET: 'none',
      LOG_LEVEL: 'silent',
    });
    const app = await buildApp(config, { now });
    try {
      await app.ready();
      return `${JSON.stringify(app.swagger(), null, 2)}\n`;
    } finally {
      await app.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
