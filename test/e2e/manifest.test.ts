/** The manifests that are really built: what the extension may do, and what may reach into it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FIREFOX_ADDON_ID, MANIFEST_KEY } from '../../shared/client.ts';
import { builtExtension } from './harness/lane-build.ts';

interface Manifest {
  manifest_version: number;
  permissions: string[];
  host_permissions: string[];
  content_security_policy: { extension_pages: string };
  [key: string]: unknown;
}

function readManifest(extension: string): Manifest {
  return JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8'));
}

const builds = [
  { browser: 'Chrome', extension: builtExtension('chrome') },
  { browser: 'Firefox', extension: builtExtension('firefox') },
];

describe.each(builds)('the manifest for $browser', ({ extension }) => {
  const manifest = readManifest(extension);

  it('asks for exactly the permissions that are used', () => {
    expect(manifest.manifest_version).toBe(3);
    expect(manifest.permissions.toSorted()).toEqual(
      ['activeTab', 'alarms', 'contextMenus', 'identity', 'scripting', 'storage'].toSorted(),
    );
    expect(manifest.host_permissions).toEqual(['http://127.0.0.1/*']);
  });

  it('puts nothing of the extension into pages', () => {
    expect(manifest.web_accessible_resources ?? []).toEqual([]);
    expect(manifest.content_scripts ?? []).toEqual([]);
  });

  it('runs no script but its own, in no frame but its own', () => {
    const directives = manifest.content_security_policy.extension_pages.split('; ');
    expect(directives).toContain("default-src 'none'");
    expect(directives).toContain("script-src 'self'");
    expect(directives).toContain("frame-ancestors 'none'");
    expect(directives.join(' ')).not.toMatch(/unsafe|\*|data: *script|blob:|wss?:/);
  });
});

describe.each(builds)('a build for $browser with its broker built in', ({ extension }) => {
  const { content_security_policy, ...manifest } = readManifest(extension);

  it('can reach no other server, and asks for none', () => {
    const [connect = ''] = content_security_policy.extension_pages.match(/connect-src [^;]*/) ?? [];
    expect(connect).toMatch(/^connect-src http:\/\/127\.0\.0\.1:\d+$/);
    expect(manifest.optional_host_permissions).toBeUndefined();
  });
});

describe('the manifest', () => {
  it('pins the Chrome id by its key and lets no other extension connect', () => {
    expect(readManifest(builtExtension('chrome'))).toMatchObject({
      key: MANIFEST_KEY,
      externally_connectable: { ids: [] },
    });
  });

  it('pins the Firefox id and declares what is collected', () => {
    expect(readManifest(builtExtension('firefox'))).toMatchObject({
      browser_specific_settings: {
        gecko: { id: FIREFOX_ADDON_ID, data_collection_permissions: { required: expect.any(Array) } },
      },
    });
  });
});
